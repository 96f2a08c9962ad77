"""Whoever sent a ballot can see that it was counted, and nobody can see what was in it."""

import gzip

import pytest

from assess.ballots import receipts
from assess.jobs import closing
from assess.store import assessments, opened, trustees, writing
from assess.store.assessments import count_codes
from assess.web import ballot_pages, receipt_list
from tests.web.browser import Browser, text
from tests.web.building import home_of
from tests.web.employing import LINK, an_open_box, cast, some_codes

ROW = {"HOS-M1": "4"}


@pytest.fixture(autouse=True)
def no_pages_kept():
    ballot_pages._kept.clear()
    receipt_list._kept.clear()


@pytest.fixture
def id(app):
    return an_open_box(app)


def sent(app, id, **headers):
    """What the server answers to a ballot."""
    [code] = some_codes(app, id, 1)
    return app.test_client().post(f"/e/{id}?lang=en", data=ROW | {LINK: code}, headers=headers)


def receipt_of(answer):
    address, _, fragment = answer.headers["Location"].partition("#")
    assert address.endswith("/thanks?lang=en")
    return fragment


def close(app, id):
    with app.test_request_context():
        closing.run(home_of(app), id, lambda *_: None)


def listed(page):
    return [word for part in page.all("pre") for word in text(part).split()]


def test_the_receipt_stands_in_the_fragment_that_no_server_sees(app, id):
    words = receipt_of(sent(app, id))

    assert [len(word) for word in words.split("-")] == [5, 5, 5]


def test_a_script_is_told_where_to_go(app, id):
    answer = sent(app, id, **{"X-Sends-By-Itself": "1"})

    assert answer.status_code == 201
    assert answer.data == b""
    assert len(receipt_of(answer)) == 17


def test_the_thank_you_page_says_where_the_receipt_is_without_a_script(app, browser, id):
    page = browser.get(f"/e/{id}/thanks?lang=en")

    assert "the three words at the end of the address of this page" in page.text
    assert page.links()["Where the list of receipts will be"] == f"/e/{id}/receipts?lang=en"


def test_after_closing_each_receipt_is_listed_once_and_in_alphabetical_order(app, browser, id):
    given = [receipt_of(sent(app, id)) for _ in range(12)]
    assert listed(browser.get(f"/e/{id}/receipts")) == []
    close(app, id)

    assert listed(browser.get(f"/e/{id}/receipts")) == sorted(given)


def test_codes_and_ballots_are_told_beside_the_list(app, browser, id):
    cast(app, id, [ROW] * 7)
    with app.test_request_context(), writing():
        count_codes(id, 20)
    close(app, id)

    assert list(map(text, browser.get(f"/e/{id}/receipts").all("dd"))) == ["20", "7"]


def test_before_closing_the_page_says_when_the_list_will_be_there(browser, id):
    page = browser.get(f"/e/{id}/receipts")

    assert "will stand here once the box is opened; 2 October 2026 is the last day" in page.text


def test_of_too_few_the_page_says_that_all_was_destroyed(app, browser, id):
    given = [receipt_of(sent(app, id)) for _ in range(4)]
    close(app, id)
    page = browser.get(f"/e/{id}/receipts")

    assert "Fewer than five employees answered. So nothing was opened" in page.text
    assert not any(words in page.html for words in given)


def test_a_box_that_nobody_could_open_is_told(app, browser, id):
    cast(app, id, [ROW] * 7)
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], "closing")
        trustees.leave_unread(id)
    close(app, id)

    assert "Nobody could open the box: its passphrase is lost." in browser.get(f"/e/{id}/receipts").text


def test_damaged_ballots_are_told(app, browser, id):
    cast(app, id, [ROW] * 6)
    close(app, id)
    with app.test_request_context(), writing():
        opened.db.session.get(opened.tables.Opened, id).damaged = 2

    assert list(map(text, browser.get(f"/e/{id}/receipts").all("dd"))) == ["0", "6", "2"]


def test_the_list_is_in_dutch_too_and_not_made_again(app, id, monkeypatch):
    cast(app, id, [ROW] * 6)
    close(app, id)
    first = Browser(app, "nl").get(f"/e/{id}/receipts")
    monkeypatch.setattr(receipt_list, "render_template", None)

    assert first.tree.get("lang") == "nl"
    assert Browser(app, "nl").get(f"/e/{id}/receipts").html == first.html


def test_nothing_on_the_list_is_of_who_reads_it(app, id):
    cast(app, id, [ROW] * 6)
    close(app, id)
    answer = app.test_client().get(f"/e/{id}/receipts?lang=en", headers={"Accept-Encoding": "gzip"})
    page = gzip.decompress(answer.data).decode()

    assert "Set-Cookie" not in answer.headers
    assert "ETag" not in answer.headers
    assert "<script" not in page


@pytest.mark.parametrize(
    "setup", [{"state": "draft"}, {"audiences": ("leaders",)}], ids=["draft", "not asked"]
)
def test_there_is_no_list_where_employees_are_not_asked(app, browser, setup):
    assert browser.get(f"/e/{an_open_box(app, **setup)}/receipts").status == 404
    assert browser.get("/e/unknown/receipts").status == 404


def test_reopening_takes_no_list_along(app, browser, id):
    """An assessment of which too few answered may be opened again; its page follows."""
    close(app, id)
    browser.get(f"/e/{id}/receipts")
    with app.test_request_context(), writing():
        assessments.move(id, ["closed"], "open")

    assert "will stand here once the box is opened" in browser.get(f"/e/{id}/receipts").text


def test_a_hundred_thousand_receipts_are_kept_small(app, id, monkeypatch):
    cast(app, id, [ROW] * 6)
    close(app, id)
    many = b"".join(sorted(receipts.new() for _ in range(100_000)))
    monkeypatch.setattr(opened, "receipts", lambda _: many)
    answer = app.test_client().get(f"/e/{id}/receipts", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(answer.data).count(b"\n") > 100_000
    assert len(answer.data) < 1_200_000
