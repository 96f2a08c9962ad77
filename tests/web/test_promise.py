"""What employees are promised follows from what is so: the key, the codes, the columns, the last attacks."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assess.ballots import box, boxes
from assess.ballots.paper import paper
from assess.document.words import Words
from assess.store import assessments, proofs, trustees, writing
from assess.store.proofs import Proof
from assess.store.trustees import Trustee
from assess.web import ballot_pages
from assess.web.promise import Facts, promise
from tests.web.browser import Browser, text
from tests.web.building import home_of
from tests.web.employing import an_open_box, found

WORDS = Words("en")
NOTHING = Facts((), None)


@pytest.fixture
def id(app):
    return an_open_box(app)


@pytest.fixture
def asked(app, id):
    """An open assessment as a value."""
    return found(app, id)


def promised(app, asked, facts=NOTHING, columns=None):
    with app.test_request_context():
        return promise(asked, facts, paper(asked), columns or boxes.columns(), WORDS)


def keeper(name, wrapped=b"sealed"):
    return Trustee(name, "", name, b"salt", b"key", wrapped, None)


def told(app, asked, facts=NOTHING):
    return {str(line.about): str(line.told) for line in promised(app, asked, facts).lines}


def with_attack(*, passed, count=7):
    return Facts((), Proof(datetime(2026, 9, 20, tzinfo=UTC), passed, tuple({} for _ in range(count))))


# The four lines


def test_four_lines_come_before_the_first_statement(browser, id):
    page = browser.get(f"/e/{id}")
    lines = [text(line) for line in page.all("ul[@class='promise']/li")]

    assert [line.split(" The ")[0].split(" After ")[0] for line in lines[:2]] == [
        "Who can open the box",
        "When results appear",
    ]
    assert "2 October 2026 is the last day" in lines[1]
    assert "who leads Voorbeeld Energie sees figures of groups" in lines[1]
    assert "Never fewer than five people." in lines[2]
    assert lines[3].startswith("What we cannot prevent")
    assert page.html.index("promise") < page.html.index("part-1")


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        pytest.param(
            NOTHING, "The key lies on this server: whoever runs it could open it early.", id="nobody"
        ),
        pytest.param(Facts((keeper("Wim"),), None), "Only Wim, with a passphrase", id="one"),
        pytest.param(Facts((keeper("Cor"), keeper("Wim")), None), "Only Cor or Wim, with a", id="two"),
        pytest.param(Facts((keeper("Wim", None),), None), "The key lies on this server", id="not sealed yet"),
    ],
)
def test_who_can_open_the_box_is_said_as_it_is(app, asked, facts, line):
    assert told(app, asked, facts)["Who can open the box"].startswith(line)


def test_the_smallest_group_is_the_one_that_is_set(app, asked):
    larger = replace(asked, smallest=replace(asked.smallest, others=8))

    assert "Never fewer than eight people." in told(app, larger)["How small a group is shown"]


def test_where_there_are_no_groups_or_texts_nothing_is_said_of_them(app, asked):
    texts = replace(paper(asked), open=(), teams=(), attributes=())
    with app.test_request_context():
        lines = promise(asked, NOTHING, texts, boxes.columns(), WORDS).lines

    assert str(lines[2].told) == "Never fewer than five people."
    assert "words" not in lines[3].told


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        (NOTHING, "could take the key, or a copy of it, and read what lies in the box before closing"),
        (Facts((keeper("Wim"),), None), "has the key for the moment in which the box is opened"),
    ],
    ids=["key on the server", "trustee"],
)
def test_what_an_operator_can_still_do_is_said_in_each_case(app, asked, facts, limit):
    limits = " ".join(promised(app, asked, facts).limits)
    other = " ".join(
        promised(app, asked, Facts((), None) if facts.trustees else Facts((keeper("W"),), None)).limits
    )

    assert limit in limits
    assert limit not in other


# What it may be called


@pytest.mark.parametrize(
    ("listed", "word", "not_said"),
    [(False, "anonymous", "confidential"), (True, "confidential, unlinked after closing", "anonymous")],
    ids=["all by lot", "a list"],
)
@pytest.mark.parametrize("page", ["/e/{id}", "/assessments/{id}", "/assessments/{id}/invitations"])
def test_pages_call_it_what_it_is(app, lead, page, listed, word, not_said):
    id = an_open_box(app)
    with app.test_request_context(), writing():
        assessments.count_codes(id, 20, listed=listed)
    read = lead.get(page.format(id=id)).text.casefold()

    assert word in read
    assert not_said not in read


# What is stored


def test_every_column_of_the_box_is_shown(app, browser, id, monkeypatch):
    shown = text(browser.get(f"/e/{id}").all("pre")[0])
    assert shown == "codes hash sealed id, blob"
    monkeypatch.setattr(boxes, "TABLES", boxes.TABLES + "CREATE TABLE visits (address TEXT, at TEXT);")
    ballot_pages._kept.clear()

    assert "visits address, at" in text(browser.get(f"/e/{id}").all("pre")[0])


def test_the_columns_are_those_of_a_real_box(app, id):
    with boxes.changing(home_of(app), id) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        real = {
            table: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
            for table in tables
        }

    assert boxes.columns() == real
    assert box.told_count(home_of(app), id) is None


# The last attacks


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        pytest.param(NOTHING, "Not yet run.", id="none"),
        pytest.param(
            with_attack(passed=True), "On 20 September 2026 seven attacks were made, and none", id="held"
        ),
        pytest.param(with_attack(passed=False), "On 20 September 2026 an attack succeeded", id="fell"),
    ],
)
def test_the_last_run_of_the_attacks_is_told(app, asked, facts, line):
    assert line in promised(app, asked, facts).proof


# In step


def test_what_changes_is_on_the_page_of_the_next_visitor(app, id, browser):
    assert "Not yet run." in browser.get(f"/e/{id}").text
    with app.test_request_context(), writing():
        proofs.keep(id, [{}], passed=True)
    assert "one attack was made, and it found nobody" in browser.get(f"/e/{id}").text
    with app.test_request_context(), writing():
        trustee = trustees.add(id, "Wim")
        trustees.set_lock(trustee, b"salt", b"key")
        trustees.set_wrapped(trustee, b"sealed")

    assert "Only Wim, with a passphrase" in browser.get(f"/e/{id}").text


def test_a_visit_asks_nothing_of_the_database_while_nothing_changes(app, id, monkeypatch):
    asked = found(app, id)
    monkeypatch.setattr("assess.store.remembered.find", lambda _: asked)
    Browser(app).get(f"/e/{id}")
    monkeypatch.setattr(ballot_pages, "facts_of", lambda _: pytest.fail("asked again"))

    assert Browser(app).get(f"/e/{id}").status == 200
