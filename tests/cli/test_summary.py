"""The summary: ten lines, whoever answered."""

from dataclasses import replace

import pytest

from assess.cli.summary import summary
from assess.core.report import report
from assess.sheets.reading import read
from tests.people import example, shipped
from tests.sheets.conftest import silent
from tests.sheets.sets import a_set

COLUMNS = ("audience", "guess-customers", "T-1", "M-1", "HEAD")


@pytest.fixture
def lines(tmp_path):
    """The summary of the small set, from rows that are given as text."""

    def lines(*rows, language="en", questionnaires=None):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n")
        questionnaires = questionnaires or a_set()
        found = report(questionnaires, read(str(path), questionnaires, silent))
        return summary(found, "Acme", language).splitlines()

    return lines


LEADERS = ("leaders,60,3,4,5",) * 5
EMPLOYEES = ("employees,,,4,2",) * 6
CUSTOMERS = ("customers,,,2,1",) * 30


def test_ten_lines_say_it(lines):
    assert lines(*LEADERS, *CUSTOMERS) == [
        "Acme: answered by 5 leaders, no employee and 30 customers.",
        "Level: 3 (3 of 5).",
        "The gap: 5 of 5 leaders but only 0% of 30 customers say: “We listen.” "
        "That is 100 points apart (55 to 100).",
        "The guess: leaders expected 60% of customers to agree with it; 0% do (0 to 11%).",
        "Strongest theme: Theme with 50 of 100.",
        "Weakest themes: there is no other theme with a score.",
        "Leaders see the themes alike, and few say that they do not know.",
        "Priority 1: none, because no action fits where the topics stand.",
        "Priority 2: none, because no action fits where the topics stand.",
        "Priority 3: none, because no action fits where the topics stand.",
    ]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((), id="nobody"),
        pytest.param(LEADERS[:1], id="one leader"),
        pytest.param(LEADERS[:2], id="two leaders"),
        pytest.param(LEADERS, id="leaders"),
        pytest.param(EMPLOYEES, id="employees"),
        pytest.param(CUSTOMERS, id="customers"),
        pytest.param((*LEADERS, *EMPLOYEES[:2], *CUSTOMERS[:2]), id="few others"),
        pytest.param((*LEADERS, *EMPLOYEES), id="no customer"),
        pytest.param(("leaders,,dk,,",) * 5, id="leaders who do not know"),
    ],
)
def test_there_are_always_ten_lines(lines, rows, language):
    told = lines(*rows, language=language)

    assert len(told) == 10
    assert all(line.endswith((".", "?", "”")) for line in told)
    assert not any("{" in line or "None" in line for line in told)


@pytest.mark.parametrize(
    ("rows", "place", "line"),
    [
        pytest.param(LEADERS, 2, "The gap: nothing to compare. No customer was asked.", id="no customer"),
        pytest.param(CUSTOMERS, 2, "The gap: nothing to compare. No leader answered.", id="no leader"),
        pytest.param(
            (*LEADERS, *CUSTOMERS[:4]),
            2,
            "The gap: nothing to compare. Too few customers answered to show.",
            id="few customers",
        ),
        pytest.param((*LEADERS[:1], *CUSTOMERS), 1, "Level: 3 (3 of 5), one person’s view.", id="one leader"),
        pytest.param(LEADERS[:2], 1, "Level: 3 (3 of 5), the view of 2 people.", id="two leaders"),
        pytest.param(CUSTOMERS, 1, "Level: none, because no leader answered.", id="no level"),
        pytest.param(
            ("leaders,,dk,4,4",) * 5, 1, "Level: none, because the leaders left too much open.", id="all open"
        ),
        pytest.param(
            LEADERS,
            3,
            "The guess: leaders expected 60% of customers to agree with it; what they say cannot be shown.",
            id="a guess alone",
        ),
        pytest.param(("leaders,,3,4,4",) * 5, 3, "The guess: too few leaders wrote one down.", id="no guess"),
        pytest.param(
            (*LEADERS, *EMPLOYEES[:3], *CUSTOMERS),
            0,
            "Acme: answered by 5 leaders, fewer than 5 employees and 30 customers.",
            id="few employees",
        ),
        pytest.param(
            CUSTOMERS, 4, "Strongest theme as customers see it: Theme with 25 of 100.", id="by customers"
        ),
        pytest.param(("leaders,,dk,4,4",) * 5, 6, "Some do not know: “Serving”.", id="a blind spot"),
        pytest.param(
            ("leaders,,1,4,4", "leaders,,5,4,4") * 3, 6, "Leaders disagree about Theme.", id="disagreement"
        ),
        pytest.param(
            LEADERS[:2],
            7,
            "Priority 1: none, because a plan needs the answers of 3 leaders.",
            id="no plan",
        ),
        pytest.param((), 6, "Whether leaders agree: too few answered to say.", id="nobody to agree"),
    ],
)
def test_what_is_missing_is_said(lines, rows, place, line):
    assert lines(*rows)[place] == line


def test_without_customers_the_gap_is_with_employees(lines):
    assert lines(*LEADERS, *EMPLOYEES)[2] == (
        "The gap: 5 of 5 leaders but only at most 1 of 6 employees say: “We listen.” "
        "That is 83 points apart (24 to 97). No customer was asked."
    )


@pytest.mark.parametrize(
    ("leaders", "customers", "start"),
    [
        pytest.param(
            "22222", "4" * 30, "The gap is reversed: only 0 of 5 leaders but 100% of 30", id="reversed"
        ),
        pytest.param(
            "42222", "4" * 6 + "2" * 24, "No clear gap: 1 of 5 leaders and 20% of 30 customers", id="unclear"
        ),
        pytest.param("4" * 99 + "2", "4" * 99 + "2", "No gap: 99% of 100 leaders and 99% of 100", id="alike"),
        pytest.param(
            "4" * 400, "4" * 380 + "2" * 20, "The gap is small: 100% of 400 leaders and 95%", id="small"
        ),
    ],
)
def test_every_verdict_has_its_sentence(lines, leaders, customers, start):
    rows = [f"leaders,,,,{answer}" for answer in leaders] + [f"customers,,,,{answer}" for answer in customers]

    assert lines(*rows)[2].startswith(start)


def test_no_id_reaches_the_reader(tmp_path):
    questionnaires, path = shipped(), tmp_path / "example.csv"
    path.write_text(example())
    found = report(questionnaires, read(str(path), questionnaires, silent))
    ids = [item.id for item in questionnaires.items()] + [action.id for action in questionnaires.actions()]

    for language in ("en", "nl"):
        text = summary(found, "Voorbeeld Energie", language)
        assert [id for id in ids if id in text] == []


def a_set_for(*audiences):
    """The small set without what it puts to anybody else."""
    whole = a_set()
    kept = {
        "standard": tuple(q for q in whole.standard if any(q.put_to(who) for who in audiences)),
        "questionnaires": tuple(
            replace(
                theme,
                topics=(),
                actions=(),
                statements=tuple(
                    replace(one, texts={who: one.texts[who] for who in audiences if who in one.texts})
                    for one in theme.statements
                ),
            )
            for theme in whole.questionnaires
        ),
    }
    only = {
        q.id: replace(q, texts={who: text for who, text in q.texts.items() if who in audiences})
        for q in kept["standard"]
    }
    return replace(whole, **(kept | {"standard": tuple(only.values())}))


def test_leaders_who_are_asked_nothing_did_not_fail_to_answer(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("audience,M-1,HEAD\n" + "customers,2,1\n" * 9)
    asked = a_set_for("customers")
    told = summary(report(asked, read(str(path), asked, silent)), "Acme", "en").splitlines()

    assert told[2:4] == [
        "The gap: nothing to compare. These questionnaires ask leaders nothing.",
        "The guess: none, because these questionnaires ask leaders nothing.",
    ]
    assert told[6:8] == [
        "Whether leaders agree: these questionnaires ask them nothing.",
        "Priority 1: none, because leaders are asked nothing.",
    ]


def test_leaders_who_do_not_know_have_no_plan_for_that_reason(lines):
    assert lines(*("leaders,,dk,4,4",) * 5)[7] == (
        "Priority 1: none, because too few leaders know where the topics stand."
    )
    assert lines(*("leaders,,5,4,4",) * 5)[7] == (
        "Priority 1: none, because every topic that is known stands high enough."
    )
