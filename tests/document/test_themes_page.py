"""The overview of themes: whose scores they are, and which stand out."""

import pytest

from assess.core.report import report
from assess.document.pages.themes import themes_page
from assess.document.strips import Strips
from tests.core.building import a_questionnaire, a_set, a_statement, a_topic, responses, sheets
from tests.document.telling import a_reading, example


def overview(told, language="en"):
    return themes_page(a_reading(told, language), Strips())


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        pytest.param(
            ("5 5 5", "5 5 5"), "Too few themes have an interval to say which stands out.", id="no interval"
        ),
        pytest.param(
            ("5 5 5", "1 1 2"), "Too few themes have an interval to say which stands out.", id="one interval"
        ),
        pytest.param(
            ("3 4 3", "4 3 4"),
            "No theme clearly stands out: every interval reaches our own mean.",
            id="nothing stands out",
        ),
    ],
)
def test_nothing_stands_out_for_its_own_reason(answers, sentence):
    asked = a_set(a_questionnaire("a", a_topic("A")), a_questionnaire("b", a_topic("B")))
    told = report(asked, responses(sheets(dict(zip("AB", answers, strict=True)))))

    assert overview(told).sentence.striptags() == sentence


def test_what_employees_score_is_held_against_their_own_mean():
    told = overview(example(leaders=0, customers=0))

    assert "clearly above the mean of our employees’ scores" in told.sentence
    assert {row.level for row in told.rows} <= {
        "Employees agree with each other.",
        "Employees disagree with each other.",
    }


def test_what_customers_score_is_theirs():
    parts = [a_questionnaire(id, a_statement(id, "c")) for id in "AB"]
    told = report(a_set(*parts), responses(customers=sheets({"A": "5*9 4", "B": "1*9 2"})))

    assert overview(told).sentence.striptags() == (
        "Words stands clearly above the mean of our customers’ scores, words below it."
    )


def test_nobody_answered_a_theme_is_another_thing_than_too_few():
    asked = a_set(*(a_questionnaire(id, a_topic(id)) for id in "ABC"))
    told = report(asked, responses(sheets({"A": "3 3 3", "B": ". . .", "C": "3 3 ."})))

    assert [row.level.striptags() for row in overview(told).rows][1:] == [
        "Nobody answered.",
        "Too few answers for a score.",
    ]


def test_a_mark_that_stands_nowhere_is_not_explained():
    parts = (a_questionnaire("a", a_topic("A", required=True), a_topic("B")),)
    all_fives = overview(report(a_set(*parts), responses(sheets({"A": "5 5 5", "B": "5 5 5"}))))
    some = overview(report(a_set(*parts), responses(sheets({"A": "4 4 4", "B": "5 5 5"}))))

    assert not any("weakest" in line and "mark" in line for line in all_fives.reads)
    assert any("weakest" in line and "mark" in line for line in some.reads)
