"""Codes are made, shown once, and kept only as hashes."""

import csv
import io
import re
from urllib.parse import unquote

import pytest

from assess.ballots import codes
from assess.store import assessments, writing
from tests.web.browser import Browser
from tests.web.building import an_assessment, home_of
from tests.web.conftest import add_account, sign_in
from tests.web.employing import an_open_box, found


@pytest.fixture
def id(app, lead):
    return an_open_box(app)


def make(browser, id, count):
    page = browser.get(f"/assessments/{id}/codes")
    return browser.submit(page, {"count": str(count)}, containing="count")


def sheet(page):
    [address] = [a.get("href") for a in page.all("a") if a.get("download")]
    return list(csv.DictReader(io.StringIO(unquote(address.partition(",")[2]))))


def test_codes_are_shown_as_cards_and_as_a_spreadsheet(app, lead, id):
    page = make(lead, id, 3)
    rows = sheet(page)

    assert page.h1 == "Three codes"
    cards = "".join(page.tree.find(".//ul[@class='cards']").itertext())
    assert re.findall(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", cards) == [row["code"] for row in rows]
    assert found(app, id).codes_made == 3


def test_a_code_that_was_made_is_good_for_one_ballot(app, lead, id, browser):
    [row] = sheet(make(lead, id, 1))
    address, _, code = row["link"].partition("#")
    page = browser.get(f"/e/{id}")

    assert address.endswith(f"/e/{id}")
    assert browser.submit(page, {"HOS-M1": "3", "code:link": code}).h1 == "Thank you"
    assert browser.submit(page, {"HOS-M1": "3", "code:typed": row["code"]}).status == 409


def test_of_a_code_only_its_hash_is_kept(app, lead, id):
    [row] = sheet(make(lead, id, 1))
    code = row["link"].partition("#")[2]
    kept = b"".join(path.read_bytes() for path in home_of(app).rglob("*") if path.is_file())

    assert row["code"].encode() not in kept
    assert row["code"].replace("-", "").encode() not in kept
    assert code.encode() not in kept
    assert codes.hash_of(code, "", id) in kept


def test_making_more_codes_adds_to_them(app, lead, id):
    make(lead, id, 2)
    page = make(lead, id, 1)

    assert page.h1 == "One code"
    assert "Three codes were made so far." in lead.get(f"/assessments/{id}/codes").text


def test_the_page_proposes_as_many_as_there_are_employees_without_one(lead, id, app):
    assessment = found(app, id)
    page = lead.get(f"/assessments/{id}/codes")
    [field] = [f for f in page.all("input") if f.get("name") == "count"]

    assert field.get("value") == str(assessment.head_count)


@pytest.mark.parametrize("count", ["0", "-1", "501", "many", ""])
def test_a_count_that_cannot_be_made_is_told(app, lead, id, count):
    page = make(lead, id, count)

    assert page.status == 200
    assert "One thing still needs your attention" in page.text
    assert found(app, id).codes_made == 0


def test_nobody_else_can_make_codes(app, lead, id, browser):
    add_account(app, "other@example.org", "Otto")
    other = Browser(app)
    sign_in(other, "other@example.org")

    assert other.get(f"/assessments/{id}/codes").status == 404
    assert browser.get(f"/assessments/{id}/codes", follow_redirects=True).h1 == "Sign in"


@pytest.mark.parametrize("state", ["draft", "closing", "closed"])
def test_codes_are_made_only_while_it_is_open(app, lead, id, state):
    form = lead.get(f"/assessments/{id}/codes").form("count")
    token = next(f.get("value") for f in form.iter() if f.get("name") == "csrf_token")
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], state)

    assert lead.get(f"/assessments/{id}/codes").all("form[@class='spaced']") == []
    assert lead.post(f"/assessments/{id}/codes", {"count": "1", "csrf_token": token}).status == 409


def test_an_assessment_without_employees_has_no_codes(app, lead):
    id = an_assessment(app, audiences=("leaders",))

    assert lead.get(f"/assessments/{id}/codes").status == 404
