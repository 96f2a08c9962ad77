"""What the plan takes from the results: doubts about a theme and its largest clear gap."""

import pytest

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

SET = a_set(
    a_questionnaire(
        "service", a_topic("T"), a_statement("M", "lec"), a_statement("N", "lec"), an_action("A", "T", 2)
    ),
    a_questionnaire("promise", a_topic("P"), a_statement("O", "lec"), an_action("B", "P", 2)),
    ask=(HEADLINE,),
)
STEADY = {"T": "2*8", "P": "2*8"}


def planned(leaders, employees=None, customers=None, asked=None):
    """The plan's lines by action."""
    given = responses(
        sheets(leaders),
        employees and sheets(employees),
        customers and sheets(customers),
        {"employees": asked} if asked else {},
    )
    return {entry.action: entry for entry in report(SET, given).plan.ranking}


@pytest.mark.parametrize(
    ("leaders", "employees", "asked", "confidence"),
    [
        pytest.param({"T": "2*5"}, None, None, 1, id="five leaders are no few"),
        pytest.param({"T": "2*4"}, None, None, 0.75, id="four are"),
        pytest.param({"T": "2*6 dk"}, None, None, 1, id="one of seven does not know"),
        pytest.param({"T": "2*4 dk"}, None, None, 0.75, id="one of five does not know"),
        pytest.param({"T": "1*3 2*2 3*3"}, None, None, 1, id="three quarters of a point is agreement"),
        pytest.param({"T": "1*4 2 4*2 1"}, None, None, 0.75, id="over a sixth of the scale is not"),
        pytest.param({"T": "2*5"}, 12, 20, 1, id="six in ten employees answered"),
        pytest.param({"T": "2*5"}, 12, 21, 0.75, id="fewer did"),
        pytest.param({"T": "2*5"}, 12, None, 1, id="how many were asked is unknown"),
        pytest.param({"T": "2*3 dk"}, 12, 21, 0.5, id="two doubts count at most"),
    ],
)
def test_each_doubt_takes_a_quarter_of_the_confidence(leaders, employees, asked, confidence):
    answered = {"M": f"3*{employees}"} if employees else None

    assert planned(leaders, answered, asked=asked)["A"].confidence == confidence


@pytest.mark.parametrize(
    ("leaders", "employees", "customers", "gap"),
    [
        pytest.param({"M": "5*8"}, None, {"M": "1*40"}, 100, id="leaders and customers"),
        pytest.param({"M": "5*8"}, {"M": "5*10 1*30"}, None, 75, id="leaders and employees"),
        pytest.param({"M": "5*8"}, {"M": "5*10 1*30"}, {"M": "5*20 1*20"}, 75, id="the larger of two"),
        pytest.param(
            {"M": "5*8", "N": "5*8"}, None, {"M": "5*20 1*20", "N": "5*10 1*30"}, 75, id="of all statements"
        ),
        pytest.param({"M": "3*8"}, {"M": "5*40"}, {"M": "1*40"}, None, id="not employees and customers"),
        pytest.param({"M": "1*8"}, None, {"M": "5*40"}, None, id="not where leaders see less"),
        pytest.param({"M": "5*5 1*3"}, None, {"M": "5*20 1*20"}, None, id="not what is unclear"),
        pytest.param({"O": "5*8"}, None, {"O": "1*40"}, None, id="not of another theme"),
        pytest.param({"HEAD": "5*8"}, None, {"HEAD": "1*40"}, None, id="not of the headline"),
    ],
)
def test_the_largest_clear_gap_of_the_theme_raises_its_actions(leaders, employees, customers, gap):
    entry = planned(STEADY | leaders, employees, customers)["A"]

    assert entry.gap_pp == (None if gap is None else pytest.approx(gap))
    assert entry.gap_factor == (1 if gap is None else 1.5)


def test_a_gap_raises_in_proportion_up_to_fifty_points():
    entry = planned({"T": "2*80", "M": "5*80"}, customers={"M": "5*300 1*100"})["A"]

    assert (entry.gap_pp, entry.gap_factor) == (pytest.approx(25), pytest.approx(1.25))


def test_a_topic_that_may_not_be_shown_starts_no_action():
    entries = planned({"T": "2*2 dk*6", "P": "2*8"})

    assert set(entries) == {"B"}
