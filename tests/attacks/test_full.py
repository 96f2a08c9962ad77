"""A full disk or a locked database: a clear page, what was typed still on it, and nothing half stored."""

import os
import resource
import signal
import sqlite3

import pytest
from lxml.html import document_fromstring

from assess.ballots import boxes
from assess.store import remembered
from assess.store.database import FILE
from tests.attacks.dying import alone, forked
from tests.web.browser import Browser, filled_in
from tests.web.building import home_of
from tests.web.employing import LINK, an_open_box, some_codes

ROW = {"HOS-M1": "4", "HOS-E1": "dk", "CUS-OPEN": "More time for each customer"}
STEP, ROOM = 1_024, 40 * 1_024
"""How much larger each file may become in one try than in the one before, and at most."""


def kept(html):
    """What a page still has of what was typed."""
    form = document_fromstring(html).find(".//form")
    return {name: value for name, value in filled_in(form).items() if name in ROW}


def lying(app, id):
    """The codes and ballots of a box."""
    connection = sqlite3.connect(boxes.file_of(home_of(app), id))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [set(connection.execute(f"SELECT * FROM {table}")) for table in ("codes", "sealed")]
    finally:
        connection.close()


def send_with_room(app, id, code, room):
    """The page that comes when no file may become larger than so many bytes."""

    def work(pipe):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        browser = Browser(app)
        page = browser.get(f"/e/{id}")
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        answer = browser.submit(page, ROW | {LINK: code}, follow_redirects=False)
        os.write(pipe, f"{answer.status} {answer.html}".encode())

    with forked(app, work) as reading:
        told = b""
        while more := os.read(reading, 65_536):
            told += more
    os.close(reading)
    status, _, html = told.decode().partition(" ")
    return int(status), html


@pytest.mark.attack
def test_a_full_disk_stores_all_of_a_ballot_or_nothing(quick_app, measured):
    app, id = quick_app, an_open_box(quick_app)
    codes, refused, stored = some_codes(app, id, ROOM // STEP), 0, 0
    for place, code in enumerate(codes):
        before = lying(app, id)
        status, html = send_with_room(app, id, code, place * STEP)
        if status == 303:
            stored += 1
            assert [len(what) for what in lying(app, id)] == [len(before[0]) - 1, len(before[1]) + 1]
        else:
            refused += 1
            assert status == 503
            assert "cannot be stored just now" in html
            assert kept(html) == ROW
            assert lying(app, id) == before
    measured(f"disk full: {refused} of {len(codes)} refused with a clear page, {stored} stored, 0 half")

    assert refused > 3
    assert stored > 3


@pytest.mark.parametrize("which", ["box", "store"])
def test_a_locked_database_stores_nothing_and_keeps_what_was_typed(app, monkeypatch, which):
    monkeypatch.setattr(boxes, "PATIENCE", 0.05)
    monkeypatch.setattr(remembered, "SETTLED", -1)
    id = an_open_box(app)
    [code] = some_codes(app, id, 1)
    browser = Browser(app)
    page = browser.get(f"/e/{id}")
    alone(app)
    file = boxes.file_of(home_of(app), id) if which == "box" else home_of(app) / FILE
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE" if which == "box" else "BEGIN EXCLUSIVE")
    busy = browser.submit(page, ROW | {LINK: code}, follow_redirects=False)
    other.execute("ROLLBACK")
    other.close()

    assert busy.status in (503, 303)
    if busy.status == 503:
        assert kept(busy.html) == ROW
        assert [len(what) for what in lying(app, id)] == [1, 0]
        assert browser.submit(busy, follow_redirects=False).status == 303
    assert [len(what) for what in lying(app, id)] == [0, 1]
