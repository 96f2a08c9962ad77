"""Codes are made as cards or as a list, shown once, and kept only as hashes."""

import csv
import io
import subprocess
import sys
from datetime import date
from threading import Barrier, Thread
from urllib.parse import unquote

import pypdf
import pytest

from assess.ballots import codes
from assess.document import cards
from assess.document.rendering import DocumentFailed
from assess.store import assessments, writing
from tests.web.browser import Browser
from tests.web.building import an_assessment, home_of
from tests.web.conftest import add_account, sign_in
from tests.web.employing import an_open_box, found


@pytest.fixture
def id(app, lead):
    return an_open_box(app)


@pytest.fixture
def sheets(monkeypatch):
    """What was to be printed, without printing it."""
    printed = []

    def note(sheet, made):
        printed.append((sheet, made))
        return b"%PDF-"

    monkeypatch.setattr(cards, "_printed", note)
    return printed


def make_cards(browser, id, values):
    page = browser.get(f"/assessments/{id}/codes")
    return browser.submit(page, values, containing="count")


def make_list(browser, id, count, **more):
    page = browser.get(f"/assessments/{id}/codes/list")
    return browser.submit(page, {"count": str(count), "agreed": "y"} | more, containing="count")


def listed(page):
    [address] = [a.get("href") for a in page.all("a") if a.get("download")]
    return list(csv.DictReader(io.StringIO(unquote(address.partition(",")[2]))))


def kept(app):
    return b"".join(path.read_bytes() for path in home_of(app).rglob("*") if path.is_file())


def test_cards_come_as_a_pdf_and_leave_it_anonymous(app, lead, id):
    page = make_cards(lead, id, {"count": "3"})

    assert page.response.mimetype == "application/pdf"
    assert page.response.data.startswith(b"%PDF-")
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "cards.pdf" in page.response.headers["Content-Disposition"]
    assert found(app, id).codes_made == 3
    assert found(app, id).anonymous


def test_a_card_is_good_for_one_ballot_scanned_or_typed(lead, id, browser, sheets):
    make_cards(lead, id, {"count": "1"})
    [(_, [card])] = sheets
    address, _, code = card.link.partition("#")
    page = browser.get(f"/e/{id}")

    assert address.endswith(f"/e/{id}")
    assert browser.submit(page, {"HOS-M1": "3", "code:link": code}).h1 == "Thank you"
    assert browser.submit(page, {"HOS-M1": "3", "code:typed": card.typed}).status == 409


def test_of_a_card_only_its_hash_is_kept(app, lead, id, sheets):
    make_cards(lead, id, {"count": "1"})
    [(_, [card])] = sheets
    code = card.link.partition("#")[2]

    for shown in (card.typed, card.typed.replace("-", ""), code):
        assert shown.encode() not in kept(app)
    assert codes.hash_of(code, "", id) in kept(app)


def test_cards_say_what_the_assessment_says_in_the_languages_chosen(app, lead, id, sheets):
    make_cards(lead, id, {"count": "1"})
    make_cards(lead, id, {"count": "1", "languages": "nl"})
    assessment = found(app, id)
    [(both, _), (one, _)] = sheets

    assert both.languages == ["en", "nl"]
    assert one.languages == ["nl"]
    assert both.last_day == assessment.closes_on
    assert both.first_day == assessment.opens_on
    assert both.organisation == assessment.organisation


def test_where_there_is_one_language_nobody_is_asked_for_it(app, lead, sheets):
    make_cards(lead, an_open_box(app, languages=("nl",)), {"count": "1"})

    assert [sheet.languages for sheet, _ in sheets] == [["nl"]]


@pytest.mark.parametrize("trouble", [cards.SheetBusy, DocumentFailed])
def test_when_no_sheet_comes_out_no_code_was_made(app, lead, id, monkeypatch, trouble):
    def fail(*_):
        raise trouble

    monkeypatch.setattr(cards, "_printed", fail)
    page = make_cards(lead, id, {"count": "2"})

    assert page.status == 503
    assert "No codes were made" in page.text
    assert found(app, id).codes_made == 0


def test_one_sheet_is_made_at_a_time(monkeypatch):
    monkeypatch.setattr(cards, "PATIENCE", 0.01)
    inside, done = Barrier(2), Barrier(2)

    def hold():
        with cards.one_sheet():
            inside.wait()
            done.wait()

    thread = Thread(target=hold)
    thread.start()
    inside.wait()
    with pytest.raises(cards.SheetBusy), cards.one_sheet():
        pass
    done.wait()
    thread.join()


def test_a_sheet_is_the_same_whenever_it_is_made():
    sheet = cards.Sheet("Zonzicht", "https://example.org/e/x", date(2026, 9, 7), date(2026, 10, 2), ["nl"])
    made = [cards.Card("ABCD-EFGH-JKMN-PQRS", "https://example.org/e/x#abc")]
    with cards.one_sheet() as printed:
        first = printed(sheet, made)
    with cards.one_sheet() as printed:
        again = printed(sheet, made)

    assert first == again
    assert pypdf.PdfReader(io.BytesIO(first)).metadata["/CreationDate"].startswith("D:20260907000000")


def test_what_prints_is_not_in_the_process_that_answers():
    script = """
import sys
from datetime import date
from assess.document import cards
from assess.web import create_app
with cards.one_sheet() as printed:
    printed(cards.Sheet("Z", "p", date(2026, 9, 7), date(2026, 9, 8), ["nl"]), [cards.Card("A", "p#a")])
print([name for name in ("altair", "weasyprint", "numpy", "scipy") if name in sys.modules])
print(cards._printer._process)
"""
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert answer.stdout.split() == ["[]", "None"]


def test_what_an_organisation_is_called_cannot_break_a_card():
    name = "<b>&\"'</text><script>" + "x" * 100
    sheet = cards.Sheet(name, "https://example.org/" + "y" * 200, date(2026, 9, 7), date(2026, 10, 2), ["en"])

    assert "<script>" not in cards.form_of(sheet) + cards.html_of(sheet, [])


@pytest.mark.parametrize(("n", "parts"), [(1, [1]), (2, [2]), (9, [8, 1]), (10, [10]), (23, [10, 10, 2, 1])])
def test_cards_stand_in_full_rectangles(n, parts):
    assert [len(part) for part in cards._parts(list(enumerate("x" * n)))] == parts


def test_a_list_needs_a_tick_and_makes_it_confidential(app, lead, id):
    page = make_list(lead, id, 3, agreed=None)
    assert "Tick this if it is what you want" in page.text
    assert found(app, id).codes_made == 0
    page = make_list(lead, id, 3)

    assert page.h1 == "Three codes"
    assert len(listed(page)) == 3
    assert found(app, id).codes_made == found(app, id).codes_listed == 3
    assert not found(app, id).anonymous


def test_a_list_is_refused_once_there_are_cards(app, lead, id, sheets):
    form = lead.get(f"/assessments/{id}/codes/list").form("count")
    token = next(f.get("value") for f in form.iter() if f.get("name") == "csrf_token")
    make_cards(lead, id, {"count": "1"})
    page = lead.get(f"/assessments/{id}/codes/list")
    sent = {"count": "1", "agreed": "y", "csrf_token": token}

    assert page.status == 409
    assert "Go back and make more cards" in page.text
    assert lead.post(f"/assessments/{id}/codes/list", sent).status == 409
    assert "Make a list instead" not in lead.get(f"/assessments/{id}/codes").links()
    assert found(app, id).anonymous


def test_a_list_first_and_then_cards_stays_confidential(app, lead, id, sheets):
    make_list(lead, id, 1)
    make_cards(lead, id, {"count": "2"})

    assert (found(app, id).codes_made, found(app, id).codes_listed) == (3, 1)
    assert make_list(lead, id, 1).h1 == "One code"


def test_a_code_of_a_list_is_good_for_one_ballot(lead, id, browser):
    [row] = listed(make_list(lead, id, 1))
    page = browser.get(f"/e/{id}")

    assert browser.submit(page, {"HOS-M1": "3", "code:typed": row["code"]}).h1 == "Thank you"
    code = row["link"].partition("#")[2]
    assert browser.submit(page, {"HOS-M1": "3", "code:link": code}).status == 409


def test_making_more_codes_adds_to_them(lead, id, sheets):
    make_cards(lead, id, {"count": "2"})
    make_cards(lead, id, {"count": "1"})

    assert "Three codes were made so far." in lead.get(f"/assessments/{id}/codes").text


@pytest.mark.parametrize(
    ("teams", "made", "proposed"),
    [
        pytest.param({"A": 40, "B": 60}, 0, 106, id="a few more than there are people"),
        pytest.param({"A": 40, "B": 60}, 50, 56, id="what is still lacking"),
        pytest.param({"A": 40, "B": 60}, 200, 10, id="some spare ones"),
        pytest.param({"A": 900}, 0, 500, id="no more than one sheet takes"),
        pytest.param({"A": None}, 0, 25, id="nobody knows how many people there are"),
    ],
)
def test_the_page_proposes_how_many(app, lead, teams, made, proposed):
    id = an_open_box(app, teams=teams)
    with app.test_request_context(), writing():
        assessments.count_codes(id, made)
    page = lead.get(f"/assessments/{id}/codes")
    [field] = [f for f in page.all("input") if f.get("name") == "count"]

    assert field.get("value") == str(proposed)


@pytest.mark.parametrize("make", [make_list, lambda b, id, n: make_cards(b, id, {"count": n})])
@pytest.mark.parametrize("count", ["0", "-1", "501", "many", ""])
def test_a_count_that_cannot_be_made_is_told(app, lead, id, make, count):
    page = make(lead, id, count)

    assert page.status == 200
    assert "One thing still needs your attention" in page.text
    assert found(app, id).codes_made == 0


def test_all_that_is_wrong_is_told_at_once(app, lead, id):
    assert "Two things still need" in make_list(lead, id, "many", agreed=None).text
    page = make_cards(lead, id, {"count": "0", "languages": None})

    assert "Two things still need" in page.text
    assert found(app, id).codes_made == 0


def test_nobody_else_can_make_codes(app, lead, id, browser):
    add_account(app, "other@example.org", "Otto")
    other = Browser(app)
    sign_in(other, "other@example.org")

    for address in ("codes", "codes/list"):
        assert other.get(f"/assessments/{id}/{address}").status == 404
        assert browser.get(f"/assessments/{id}/{address}", follow_redirects=True).h1 == "Sign in"


@pytest.mark.parametrize("state", ["draft", "closing", "closed"])
def test_codes_are_made_only_while_it_is_open(app, lead, id, state):
    form = lead.get(f"/assessments/{id}/codes").form("count")
    token = next(f.get("value") for f in form.iter() if f.get("name") == "csrf_token")
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], state)
    sent = {"count": "1", "agreed": "y", "languages": "en", "csrf_token": token}

    assert lead.get(f"/assessments/{id}/codes").all("form[@class='spaced']") == []
    assert lead.get(f"/assessments/{id}/codes/list").status == 409
    for address in ("codes", "codes/list"):
        assert lead.post(f"/assessments/{id}/{address}", sent).status == 409


def test_an_assessment_without_employees_has_no_codes(app, lead):
    id = an_assessment(app, audiences=("leaders",))

    assert lead.get(f"/assessments/{id}/codes").status == 404
