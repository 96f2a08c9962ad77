"""What nearly everybody said is told as a bound, and how answers are spread only where it tells of nobody."""

import pytest

from assess.core.cells import Withheld
from assess.core.report import report
from tests.core.building import AGREE, TEN, a_questionnaire, a_set, a_statement, responses, sheets

SET = a_set(a_questionnaire("service", a_statement("A", "ec")))


def published(answers, teams=None, scale=AGREE, who="employees"):
    asked = a_set(a_questionnaire("service", a_statement("A", "ec", scale=scale)))
    return report(asked, responses(**{who: sheets({"A": answers}, teams=teams)})).published


@pytest.mark.parametrize(
    ("answers", "score", "capped"),
    [
        pytest.param("5*5", 95, "at_least", id="all at the top"),
        pytest.param(
            "5*4 4", 95, "at_least", id="the bound itself, or it would tell that it was not reached"
        ),
        pytest.param("5*4 3", 90, None, id="one two points lower"),
        pytest.param("1*5", 5, "at_most", id="all at the bottom"),
        pytest.param("1*9 2", 2.5, "at_most", id="ten people"),
        pytest.param("1*9 3", 5, None, id="ten people, one two points higher"),
        pytest.param("4*5", 75, None, id="all the same, but far from an end"),
    ],
)
def test_a_score_leaves_everybody_a_scale_point(answers, score, capped):
    found = published(answers)
    theme = found.audiences["employees"].themes["service"]

    assert (theme.score, theme.capped) == (score, capped)
    assert (Withheld((), "service", "unanimous") in found.withheld) == (capped is not None)


def test_on_another_scale_a_point_is_smaller():
    theme = published("10*5", scale=TEN).audiences["employees"].themes["service"]

    assert (theme.score, theme.capped) == (98, "at_least")


def test_a_bound_comes_without_what_tells_how_far_answers_lie_apart():
    theme = published("5*9 4").audiences["employees"].themes["service"]

    assert (theme.lo, theme.hi, theme.ad, theme.agree, theme.alpha) == (None,) * 5


def test_an_interval_that_pins_everybody_is_not_shown():
    three = a_set(a_questionnaire("service", *(a_statement(id, "e") for id in "ABC")))
    near = {"A": "3*5 4", "B": "3*6", "C": "3*6"}
    apart = {"A": "3 4 5 2 1 3", "B": "3*6", "C": "3*6"}
    few, many = (
        report(three, responses(employees=sheets(answers))).published.audiences["employees"].themes["service"]
        for answers in (near, apart)
    )

    assert (few.score, few.lo, few.hi, few.ad) == (pytest.approx(50 + 25 / 18), None, None, None)
    assert many.lo < many.score < many.hi


@pytest.mark.parametrize(
    ("answers", "agreed", "capped", "mean", "mean_capped"),
    [
        pytest.param("5*6", 5, "at_least", 5 - 1 / 6, "at_least", id="all the same, at the top"),
        pytest.param("4*6", 5, "at_least", 4, None, id="all agree"),
        pytest.param("4*5 1", 5, "at_least", 3.5, None, id="all but one agree"),
        pytest.param("4*4 1*2", 4, None, 3, None, id="two do not"),
        pytest.param("4 1*3 2*2", 1, "at_most", 11 / 6, None, id="one agrees"),
        pytest.param("1*6", 1, "at_most", 1 + 1 / 6, "at_most", id="nobody agrees, all at the bottom"),
    ],
)
def test_all_and_all_but_one_look_alike(answers, agreed, capped, mean, mean_capped):
    item = published(answers).item("employees", "A")

    assert (item.agreed, item.agree_share, item.capped) == (agreed, pytest.approx(agreed / 6), capped)
    assert (item.mean, item.mean_capped) == (pytest.approx(mean), mean_capped)


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        pytest.param("4*5 1*4 dk*3", None, id="nine"),
        pytest.param("4*5 1*5 dk*3", (5, 0, 0, 5, 0), id="ten"),
        pytest.param("4*10 dk*3", None, id="ten who all say the same"),
        pytest.param("4*10 1 dk*3", None, id="or look like it"),
    ],
)
def test_the_spread_of_answers_needs_ten_employees_who_differ(answers, counts):
    item = published(answers).item("employees", "A")

    assert item.counts == counts
    spread = (item.median, item.split, item.dont_know, item.not_applicable)
    assert (None in spread) == (counts is None)


def test_customers_are_shown_as_they_answered():
    found = published("5*6", who="customers").audiences["customers"]

    assert (found.themes["service"].score, found.items["A"].counts) == (100, (0, 0, 0, 0, 6))


def test_a_team_that_all_said_the_same_hides_behind_a_bound():
    found = published("5*6 1 2 3 4 2 3", "care*6 sales*6")

    assert found.group([("team", "care")]).themes["service"].capped == "at_least"
    assert Withheld((("team", "care"),), "service", "unanimous") in found.withheld
