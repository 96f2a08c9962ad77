"""A customer's short page and the card of ten seconds."""

import sqlite3

import pytest
from sqlalchemy import event

from assess.core.questionnaire import EMPLOYEES, LEADERS
from assess.store import assessments, customer_answers, db, sources, writing
from assess.store.database import FILE
from tests.web.browser import Browser, filled_in
from tests.web.building import an_assessment, home_of

FIRST = {"HEAD-M": "4", "HOS-M1": "dk", "CUS-NPS": "9", "CUS-OPEN": "Bel mij terug.\r\nSnel."}
STORED = {"HEAD-M": "4", "HOS-M1": "dk", "CUS-NPS": "9", "CUS-OPEN": "Bel mij terug.\nSnel."}


@pytest.fixture
def open_one(app, lead):
    return an_assessment(app)


def page_answers(app, id):
    with app.test_request_context():
        return list(customer_answers.rows(id))


def move(app, id, state):
    with app.test_request_context(), writing():
        assessments.move(id, ["draft", "open", "closing"], state)


def cards(app, id):
    with app.test_request_context():
        return customer_answers.cards(id)


def names(page):
    return {field.get("name") for field in page.form("page:id").iter() if field.get("name")}


@pytest.mark.parametrize(
    ("language", "h1", "thanks"),
    [
        ("en", "How do you see Voorbeeld Energie?", "Thank you"),
        ("nl", "Hoe ziet u Voorbeeld Energie?", "Dank u wel"),
    ],
)
def test_a_customer_answers_in_their_language(app, open_one, language, h1, thanks):
    browser = Browser(app, language)

    page = browser.get(f"/c/{open_one}")
    assert page.h1 == h1
    end = browser.submit(page, FIRST)

    assert end.h1 == thanks
    assert page_answers(app, open_one) == [STORED]


def test_the_page_asks_the_headline_the_mirrored_statements_and_the_standard_questions(browser, open_one):
    page = browser.get(f"/c/{open_one}")

    assert {"HEAD-M", "EXP-M1", "COR-M2", "CUS-NPS", "CUS-CES", "CUS-CSAT", "CUS-OPEN"} <= names(page)
    assert not {"HOS-1", "HOS-E1"} & names(page)
    assert "I get a clearly better experience from Voorbeeld Energie" in page.text
    assert "{organisation}" not in page.text


def test_nothing_tells_who_answered(browser, open_one):
    page = browser.get(f"/c/{open_one}")
    end = browser.submit(page, FIRST)

    assert "without your name or address" in page.text
    assert "Set-Cookie" not in page.response.headers
    assert "Set-Cookie" not in end.response.headers


def test_the_kept_page_has_another_id_for_every_customer(browser, open_one):
    first, second = (browser.get(f"/c/{open_one}") for _ in range(2))

    assert first.html != second.html
    assert len(first.html) == len(second.html)


def test_the_kept_page_holds_nothing_of_who_asked_for_it_first(browser, lead, open_one):
    lead.get(f"/c/{open_one}?secret=1&lang=nl")

    page = browser.get(f"/c/{open_one}?lang=nl")

    assert "secret" not in page.html
    assert "Lea de Lead" not in page.html


def test_another_last_day_is_told_at_once(app, browser, open_one):
    assert "2 October 2026" in browser.get(f"/c/{open_one}").text
    with app.test_request_context(), writing():
        assessments.extend(open_one, assessments.find(open_one).closes_on.replace(day=9))

    assert "9 October 2026" in browser.get(f"/c/{open_one}").text


def test_an_assessment_in_one_language_is_answered_in_it(app, browser, lead):
    id = an_assessment(app, languages=("nl",))

    page = browser.get(f"/c/{id}")

    assert page.tree.get("lang") == "nl"
    assert "English" not in page.links()
    assert browser.submit(page, FIRST).tree.get("lang") == "nl"


def test_a_double_click_stores_once(app, browser, open_one):
    page = browser.get(f"/c/{open_one}")

    ends = [browser.submit(page, FIRST) for _ in range(2)]

    assert [end.h1 for end in ends] == ["Thank you", "Thank you"]
    assert page_answers(app, open_one) == [STORED]


def test_going_back_and_answering_otherwise_changes_nothing_and_says_so(app, browser, open_one):
    page = browser.get(f"/c/{open_one}")
    browser.submit(page, FIRST)

    again = browser.submit(page, {"HEAD-M": "1"})

    assert again.status == 409
    assert "stays as it is" in again.text
    assert page_answers(app, open_one) == [STORED]


def test_green_and_one_sentence(app, browser, open_one):
    page = browser.get(f"/c/{open_one}/card")
    assert page.h1 == "Green or red for Voorbeeld Energie?"

    for _ in range(2):
        end = browser.submit(page, {"colour": "green", "sentence": " Fijn\r\n gesprek "})
    for _ in range(5):
        browser.submit(browser.get(f"/c/{open_one}/card"), {"colour": "red"})

    assert end.h1 == "Thank you"
    assert sorted(cards(app, open_one)) == [*[(False, "")] * 5, (True, "Fijn gesprek")]


@pytest.mark.parametrize(
    ("what", "h1"),
    [("customers", "How do you see Voorbeeld Energie?"), ("card", "Green or red for Voorbeeld Energie?")],
)
def test_a_preview_can_store_nothing(lead, open_one, what, h1):
    page = lead.get(f"/assessments/{open_one}/preview/{what}")

    assert page.h1 == h1
    assert "Preview: nothing is stored" in page.text
    assert page.all("form") == []
    assert page.links()["Nederlands"] == f"/assessments/{open_one}/preview/{what}?lang=nl"


# Bad input


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param({}, "Nothing is filled in yet", id="nothing"),
        pytest.param({"CUS-OPEN": " \u200b\n"}, "Nothing is filled in yet", id="nothing that can be seen"),
        pytest.param({"HEAD-M": "6"}, "This is none of the choices. Choose again.", id="beyond the scale"),
        pytest.param({"HEAD-M": "green"}, "This is none of the choices. Choose again.", id="no number"),
        pytest.param({"CUS-OPEN": "x" * 2001}, "This takes 2,000 characters at most.", id="too long"),
    ],
)
def test_what_cannot_be_stored_is_told_and_the_rest_is_kept(app, browser, open_one, values, told):
    page = browser.submit(browser.get(f"/c/{open_one}"), values)

    assert page.status == 422
    assert told in page.text
    assert page_answers(app, open_one) == []


def test_all_that_was_typed_is_still_there_and_can_be_sent(app, browser, open_one):
    first = browser.get(f"/c/{open_one}")
    page = browser.submit(first, {**FIRST, "EXP-M1": "6"})

    kept = filled_in(page.form("page:id"))
    assert kept == {"page:id": filled_in(first.form("page:id"))["page:id"], **STORED}
    browser.submit(page)
    assert page_answers(app, open_one) == [STORED]


def test_problems_are_told_in_the_readers_language(app, open_one):
    browser = Browser(app, "nl")

    page = browser.submit(browser.get(f"/c/{open_one}"), {"HEAD-M": "6"})

    assert "geen van de antwoorden" in page.text


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param({"sentence": "Fijn"}, "Choose green or red.", id="no colour"),
        pytest.param({"colour": "blue"}, "This is none of the choices.", id="another colour"),
        pytest.param(
            {"colour": "red", "sentence": "x" * 301}, "This takes 300 characters at most.", id="too long"
        ),
    ],
)
def test_a_card_that_cannot_be_stored(app, browser, open_one, values, told):
    page = browser.submit(browser.get(f"/c/{open_one}/card"), values)

    assert page.status == 422
    assert told in page.text
    assert filled_in(page.form("page:id")).get("sentence") == values.get("sentence", "")


@pytest.mark.parametrize("id", ["", "1", "'; drop table", "x" * 500])
def test_an_id_of_ones_own_making_stores_once_too(app, browser, open_one, id):
    assert browser.post(f"/c/{open_one}", {**FIRST, "page:id": id}).h1 == "Thank you"
    assert page_answers(app, open_one) == [STORED]


def test_characters_that_cannot_be_seen_are_not_stored(app, browser, open_one):
    browser.post(f"/c/{open_one}", {"CUS-OPEN": "a\0b\u202ec\u00a0d\te"})

    assert page_answers(app, open_one) == [{"CUS-OPEN": "abc d e"}]


def test_ten_thousand_fields_are_refused(app, browser, open_one):
    fields = {f"field-{n}": "1" for n in range(10_000)}
    page = browser.post(f"/c/{open_one}", {**fields, **FIRST})

    assert (page.status, page.h1) == (413, "That is more than this page takes")
    assert page_answers(app, open_one) == []


def test_ten_megabytes_are_refused(app, browser, open_one):
    page = browser.post(f"/c/{open_one}", {"CUS-OPEN": "x" * 10_000_000})

    assert page.status == 413
    assert "Nothing was stored." in page.text


@pytest.mark.parametrize("sheet", ["", "/card"])
def test_a_store_that_is_busy_loses_no_answer(app, browser, open_one, sheet):
    values = FIRST | {"colour": "red", "sentence": "Bel mij terug."}
    page = browser.get(f"/c/{open_one}{sheet}")
    with app.app_context():
        event.listen(db.engine, "connect", lambda made, _: made.execute("PRAGMA busy_timeout = 100"))
        db.engine.dispose()
    elsewhere = sqlite3.connect(home_of(app) / FILE, isolation_level=None)
    elsewhere.execute("BEGIN IMMEDIATE")

    busy = browser.submit(page, {k: v for k, v in values.items() if k in names(page)})

    assert busy.status == 503
    assert "still here" in busy.text
    elsewhere.execute("ROLLBACK")
    elsewhere.close()
    assert browser.submit(busy).h1 == "Thank you"


# Who may not


def test_a_page_elsewhere_cannot_answer_for_a_customer(app, browser, open_one):
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        assert browser.post(f"/c/{open_one}", FIRST, headers=headers).status == 403
    assert page_answers(app, open_one) == []


@pytest.mark.parametrize("sheet", ["", "/card", "/thanks"])
@pytest.mark.parametrize(("state", "code"), [("draft", 404), ("closing", 410), ("closed", 410)])
def test_only_an_open_assessment_can_be_answered(app, browser, lead, sheet, state, code):
    id = an_assessment(app, state=state)

    assert browser.get(f"/c/{id}{sheet}").status == code
    if sheet != "/thanks":
        assert browser.post(f"/c/{id}{sheet}", FIRST | {"colour": "red"}).status == code


def test_what_is_closed_while_a_customer_answers_is_told(app, browser, open_one):
    page = browser.get(f"/c/{open_one}")
    move(app, open_one, "closed")

    assert browser.submit(page, FIRST).status == 410
    assert page_answers(app, open_one) == []


@pytest.mark.parametrize("sheet", ["", "/card"])
def test_customers_who_are_not_asked_find_nothing(app, browser, lead, sheet):
    id = an_assessment(app, audiences=(LEADERS, EMPLOYEES))

    assert browser.get(f"/c/{id}{sheet}").status == 404
    assert browser.post(f"/c/{id}{sheet}", FIRST).status == 404


# Limits


def test_the_page_and_the_card_are_one_source_each(app, browser, open_one):
    for _ in range(3):
        browser.post(f"/c/{open_one}", FIRST)
        browser.post(f"/c/{open_one}/card", {"colour": "red"})

    with app.test_request_context():
        assert [(s.kind, s.n) for s in sources.of_assessment(open_one)] == [("page", 3), ("card", 3)]
