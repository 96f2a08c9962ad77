"""The board's page: three strengths and three priorities at most, by rule."""

import pytest

from assess.core.board import Strength
from assess.core.report import report
from tests.core.building import (
    HEADLINE,
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    an_action,
    responses,
    sheets,
)


def board_of(parts_by_theme, leaders=None, customers=None, ask=()):
    questionnaires = [a_questionnaire(id, *parts) for id, parts in parts_by_theme.items()]
    given = responses(sheets(leaders or {}), customers=sheets(customers or {}))
    return report(a_set(*questionnaires, ask=ask), given).board


@pytest.mark.parametrize(
    ("cells", "strong"),
    [
        pytest.param("5*9 1", True, id="nine of ten: from 59.6 percent"),
        pytest.param("5*8 1*2", False, id="eight of ten: from 49.0 percent"),
        pytest.param("5*4", False, id="four customers are too few to say"),
        pytest.param("5*5", True, id="five of five: from 56.6 percent"),
    ],
)
def test_a_statement_is_a_strength_when_most_customers_surely_agree(cells, strong):
    found = board_of({"service": [a_statement("M", "lc")]}, customers={"M": cells})

    assert found.strengths == ((Strength(statement="M"),) if strong else ())


def test_only_what_is_mirrored_can_be_a_strength():
    found = board_of({"service": [a_statement("M", "c")]}, customers={"M": "5*50"})

    assert found.strengths == ()


def test_agreeing_with_a_reversed_statement_is_no_strength():
    found = board_of({"service": [a_statement("M", "lc", reverse=True)]}, customers={"M": "5*50"})

    assert found.strengths == ()


def test_the_headline_can_be_a_strength():
    found = board_of({"service": [a_topic("T")]}, customers={"HEAD": "4*50"}, ask=[HEADLINE])

    assert found.strengths == (Strength(statement="HEAD"),)


def test_a_theme_is_a_strength_when_its_interval_lies_above_the_own_mean():
    # high 75 75 75 75 100: mean 80, t(4) = 2.776, from 66.1; the whole is (80 + 40) / 2 = 60.
    themes = {"high": [a_topic("H")], "low": [a_topic("L")]}
    found = board_of(themes, {"H": "4*4 5", "L": "2 3 3 3 2"})

    assert found.strengths == (Strength(theme="high"),)

    # high 0 100 100 100 100: the same mean, from 24.5.
    assert board_of(themes, {"H": "1 5*4", "L": "2 3 3 3 2"}).strengths == ()


def test_a_theme_without_an_interval_is_no_strength():
    themes = {"high": [a_topic("H")], "low": [a_topic("L")]}

    assert board_of(themes, {"H": "5*5", "L": "1*5"}).strengths == ()
    assert board_of(themes, {"H": "5 4", "L": "1 1"}).strengths == ()


def test_there_are_three_strengths_at_most_and_the_surest_of_the_customers_come_first():
    statements = [a_statement(id, "lc") for id in "ABCD"]
    cells = {"A": "5*18 1*2", "B": "5*20", "C": "5*17 1*3", "D": "5*19 1"}
    found = board_of({"service": statements}, customers=cells)

    assert [strength.statement for strength in found.strengths] == ["B", "D", "A"]


def test_priorities_are_the_highest_ranked_actions_of_three_themes():
    themes = {
        name: [
            a_topic(f"{name}T"),
            an_action(f"{name}1", f"{name}T", 2),
            an_action(f"{name}2", f"{name}T", 2),
        ]
        for name in "abcd"
    }
    themes["d"][1] = an_action("d1", "dT", 2, impact=3)
    found = board_of(themes, {f"{name}T": "2*5" for name in "abcd"})

    assert [entry.action for entry in found.priorities] == ["d1", "a1", "b1"]


def test_fewer_than_three_means_fewer_than_three():
    themes = {"a": [a_topic("T"), an_action("A1", "T", 2), an_action("A2", "T", 2)]}
    found = board_of(themes, {"T": "2*5"})

    assert [entry.action for entry in found.priorities] == ["A1"]
    assert found.strengths == ()
