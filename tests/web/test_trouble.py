"""When something goes wrong: what happened, what is safe, what to do next, and nothing typed is lost."""

import sqlite3
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from assess.store import assessments, db, remembered, writing
from assess.store.database import FILE
from tests.web import leading
from tests.web.building import home_of
from tests.web.employing import an_open_box, some_codes

NEXT_DOOR = {"Sec-Fetch-Site": "cross-site", "Accept-Language": "en"}


@contextmanager
def held(app, how="EXCLUSIVE"):
    """The database is somebody else's meanwhile; nobody waits long for it."""
    with app.app_context():
        event.listen(
            db.engine, "connect", lambda made, _: made.execute("PRAGMA busy_timeout = 50"), insert=True
        )
        db.engine.dispose()
    other = sqlite3.connect(home_of(app) / FILE, isolation_level=None)
    other.execute(f"BEGIN {how}")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def close(app, id):
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], "closing")


@pytest.fixture
def settled(monkeypatch):
    """A store that nobody wrote to for a while."""
    monkeypatch.setattr(remembered, "SETTLED", -1)


# A store that is busy or full


def test_who_is_signed_in_reads_that_the_store_is_busy(app, lead):
    with held(app):
        page = lead.get("/")

    assert page.status == 503
    assert page.h1 == "This page cannot be shown just now"


def test_a_leader_keeps_what_was_typed_while_nothing_can_be_stored(app, browser):
    leader = leading.a_leader(app, leading.an_assessment(app))
    page = browser.get(f"{leading.link(app, leader)}/hostmanship")
    with held(app, "IMMEDIATE"):
        busy = browser.submit(page, {"HOS-1": "2", "HOS-1:example": "The wrong invoices"})

    assert busy.status == 503
    assert "What you filled in is still here" in busy.text
    assert browser.submit(busy).status == 200
    assert "The wrong invoices" in browser.get(f"{leading.link(app, leader)}/hostmanship").html


@pytest.mark.usefixtures("settled")
def test_a_customer_keeps_what_was_typed_while_the_store_cannot_even_be_read(app, browser):
    id = an_open_box(app)
    page = browser.get(f"/c/{id}")
    with held(app):
        assert browser.get(f"/c/{id}").status == 200
        busy = browser.submit(page, {"CUS-OPEN": "Call me back"})

    assert busy.status == 503
    assert "Call me back" in busy.html
    assert browser.submit(busy).h1 == "Thank you"


# Too late, out of date, from elsewhere


@pytest.mark.parametrize("sheet", ["e", "c"])
def test_who_sends_after_closing_reads_that_it_came_too_late(app, browser, sheet):
    id = an_open_box(app)
    [code] = some_codes(app, id, 1)
    page = browser.get(f"/{sheet}/{id}")
    close(app, id)
    late = browser.submit(page, {"HEAD-M": "4", "code:link": code} if sheet == "e" else {"HEAD-M": "4"})

    assert late.status == 410
    assert "What you sent just now came too late, and is not stored." in late.text


@pytest.mark.parametrize("sheet", ["e", "c"])
def test_half_of_what_was_sent_is_not_stored(app, browser, sheet):
    id = an_open_box(app)
    [code] = some_codes(app, id, 1)
    half = {"HEAD-M": "4", "code:link": code} if sheet == "e" else {"HEAD-M": "4"}
    # As our server hands it over when the connection breaks.
    broken = {"wsgi.input_terminated": True, "CONTENT_LENGTH": "500"}

    assert browser.post(f"/{sheet}/{id}", half, environ_overrides=broken).status == 400
    assert browser.post(f"/{sheet}/{id}", half).h1 == "Thank you"


def test_a_form_that_is_out_of_date_says_how_to_keep_what_was_typed(lead):
    page = lead.submit(lead.get("/organisations/new"), {"csrf_token": "old", "name": "Zonzicht"})

    assert page.status == 400
    assert page.h1 == "This form is out of date"
    assert "copy what you typed" in page.text


def test_what_another_site_sends_is_refused_in_words_for_the_reader(app, browser):
    page = browser.post(f"/c/{an_open_box(app)}", {"HEAD-M": "4"}, headers=NEXT_DOOR)

    assert page.status == 403
    assert "Open the link you were given" in page.text


def test_a_respondent_is_not_led_to_where_accounts_are(browser):
    page = browser.get("/l/unknown")

    assert page.status == 404
    assert "/" not in page.links().values()
