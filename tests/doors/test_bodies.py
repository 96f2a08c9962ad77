"""What is too large, too many or no form is refused on a clear page, and nothing of it is stored."""

import gzip
import sqlite3

import pytest

from assess.store.database import FILE
from assess.web.application import MOST_FIELDS
from tests.browser.example import LEAD
from tests.doors.routes import routes
from tests.web.browser import Page
from tests.web.building import home_of

TYPED = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"


def part(name, value, kind=""):
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{kind}\r\n\r\n{value}\r\n'.encode()


END, MARK = b"--b--\r\n", "Wassenaar"
FILE_PART = '; filename="a.csv"'
LARGE, STRANGE, REFUSED = {413}, {415}, {400, 413, 422}
BODIES = {
    "too large": (TYPED, b"name=" + b"a" * 30_100_000, LARGE),
    "a million fields": (TYPED, b"&".join([b"a="] * 1_000_000), LARGE),
    "more fields than a form has": (TYPED, b"&".join([b"a=1"] * (MOST_FIELDS + 1)), {413, 422}),
    "a million separators": (TYPED, b"&" * 999_999, {413, 422}),
    "a million parts": (PARTS, part("a", "1") * 15_000 + END, {413, 422}),
    "a part that never ends": (PARTS, part("a", "x" * 900_000), REFUSED),
    "no boundary": ("multipart/form-data", part("a", "1"), REFUSED),
    "a boundary that is no word": ("multipart/form-data; boundary=\xe9", part("a", "1"), REFUSED),
    "another boundary": ("multipart/form-data; boundary=c", part("a", "1"), REFUSED),
    "parts in parts": (PARTS, part("a", "--b\r\n" * 9_000) + END, REFUSED),
    "no UTF-8": (TYPED, b"name=\xff\xfe", REFUSED),
    "no UTF-8 in a part": (PARTS, part("a", "x").replace(b"a", b"\xff") + END, REFUSED),
    "another alphabet": (f"{TYPED}; charset=utf-16", "name=é".encode("utf-16"), REFUSED),
    "compressed": (TYPED, gzip.compress(b"name=" + b"a" * 9_000_000), STRANGE),
    "JSON": ("application/json", b'{"name": "x"}', STRANGE),
    "deep JSON": ("application/json", b"[" * 100_000, STRANGE),
    "XML": ("text/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", STRANGE),
    "plain text": ("text/plain", b"name=x", STRANGE),
    "nothing that has a name": ("x" * 5_000, b"name=x", STRANGE),
}
"""What is sent: its kind, itself, and the statuses with which it may be refused."""
ODD = {
    "a file where none is asked": (PARTS, part("name", MARK, FILE_PART) + END),
    "a part with a long head": (PARTS, part("a" * 60_000, MARK) + END),
    "deep names": (TYPED, b"a" + b"[a]" * 100_000 + b"=" + MARK.encode()),
    "NUL": (TYPED, f"name=%00{MARK}&HEAD-M=%00{MARK}&csrf_token=%00".encode()),
    "half a character": (TYPED, f"name={MARK}%f0%9f&colour=%f0{MARK}&a=%".encode()),
    "a name as a code": (TYPED, f"page%3Aversion={MARK}&HEAD-M=4{MARK}&code%3Atyped={MARK}%ff".encode()),
    "a name twice": (TYPED, f"HEAD-M={MARK}&HEAD-M={MARK}&name={MARK}&name={MARK}".encode()),
}
"""What can be read as a form, and is none that a page of ours would send."""


pytestmark = pytest.mark.attack


@pytest.fixture
def rows(doors):
    """Everything that is stored, to hold against what is stored later."""
    home = home_of(doors.app)

    def read():
        with sqlite3.connect(home / FILE) as store:
            kept = [line for line in store.iterdump() if '"job"' not in line]
        boxes = {path: path.read_bytes() for path in sorted((home / "boxes").glob("*"))}
        return kept, boxes

    return read


def posts(doors):
    """Every route that takes a form, at what is there and may still be filled in."""
    for route in routes(doors.app):
        if "POST" in route.methods:
            token = "asked_keeper" if route.endpoint.startswith("trustees.") else "fresh"
            yield next(route.addresses(doors.ids, assessment_id=("open",), token=(token,)))


def sender(doors, address):
    """Who may send something there: a trustee is nobody who leads an assessment."""
    return doors.browsers["" if address.startswith("/t/") else LEAD].client


@pytest.mark.parametrize(("kind", "body", "statuses"), BODIES.values(), ids=BODIES.keys())
def test_what_no_page_can_take_is_refused_by_every_page(doors, rows, kind, body, statuses):
    before = rows()
    headers = {"Content-Encoding": "gzip"} if body[:2] == b"\x1f\x8b" else {}
    answered = {
        address: sender(doors, address).post(address, data=body, content_type=kind, headers=headers)
        for address in posts(doors)
    }

    refused = {address: answer.status_code for address, answer in answered.items()}
    assert {address: status for address, status in refused.items() if status not in statuses} == {}
    assert all(Page(answer).h1 for answer in answered.values())
    assert rows() == before


@pytest.mark.parametrize(("kind", "body"), ODD.values(), ids=ODD.keys())
def test_nothing_is_stored_of_what_no_page_of_ours_sends(doors, rows, kind, body):
    answers = [sender(doors, at).post(at, data=body, content_type=kind) for at in posts(doors)]
    kept, boxes = rows()

    assert {answer.status_code for answer in answers} <= {303, 400, 405, 409, 413, 422}
    assert not [line for line in kept if MARK in line]
    assert not [path for path, content in boxes.items() if MARK.encode() in content]
