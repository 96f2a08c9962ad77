"""Another set by hand: maturity 1-4, agree 1-7, a scale without an agreeing point, and weights."""

import pytest

from assess.core.questionnaire import Level, QuestionnaireSet, Scale
from assess.core.report import report
from tests.core.building import a_questionnaire, a_set, a_statement, a_topic, an_action, responses, sheets

FOUR = Scale("four", 1, 4)
SEVEN = Scale("seven", 1, 7)
OFTEN = Scale("often", 0, 4)

ALPHA = a_questionnaire(
    "alpha",
    a_topic("A1", FOUR, required=True),
    a_topic("A2", FOUR, weight=3),
    a_statement("AM", "lec", SEVEN),
    a_statement("AE", "e", SEVEN, weight=2),
    an_action("AA", "A1", 1, impact=2, effort=1),
    an_action("AB", "A2", 4, impact=3, effort=1),
    weight=3,
)
BETA = a_questionnaire(
    "beta",
    a_topic("B1", FOUR),
    a_statement("BR", "ec", OFTEN, reverse=True),
    a_statement("BE", "e", OFTEN),
    an_action("BA", "B1", 1, impact=3, effort=2),
)
LEADERS = sheets({"A1": "1 1 2", "A2": "4 4 4", "B1": "1 1 2", "AM": "7 7 6"})
TEN = {"AM": "7 6 5 4 1", "AE": "7 7 4 4 1", "BR": "4 3 2 1 0", "BE": "0 1 2 3 3"}
EMPLOYEES = sheets({id: f"{cells} {cells}" for id, cells in TEN.items()})


@pytest.fixture(scope="module")
def found():
    return report(a_set(ALPHA, BETA), responses(LEADERS, EMPLOYEES))


def test_a_theme_is_scored_with_the_weights_of_its_topics(found):
    alpha = found.published.audiences["leaders"].themes["alpha"]

    # A1 on 0-100: 0 0 33.3; persons (A1 + 3 * 100) / 4: 75 75 83.33; t(2) = 4.302653, error 2.7778.
    assert (alpha.score, alpha.lo, alpha.hi) == tuple(map(pytest.approx, (700 / 9, 65.825965, 89.729591)))
    # Raw 1 + 3 * 0.7778 = 3.33; A1 stands at 1.33, level 1, so at most 2.
    assert (alpha.maturity.level, alpha.maturity.uncapped, alpha.maturity.held_by) == (2, 3, ("A1",))
    assert (alpha.ad, alpha.agree) == (pytest.approx(2 / 9), True)


def test_an_interval_is_cut_to_the_scale(found):
    beta = found.published.audiences["leaders"].themes["beta"]

    # Persons 0 0 33.3: 11.11 with half-width 4.302653 * 11.111.
    assert (beta.score, beta.lo, beta.hi) == (pytest.approx(100 / 9), 0, pytest.approx(58.918367))
    assert beta.maturity.level == 1


def test_the_whole_is_weighed_and_held_by_the_lowest_theme(found):
    whole = found.published.audiences["leaders"].overall

    # (3 * 77.78 + 11.11) / 4 = 61.11; raw 2.83 is level 3; beta stands at 1, so at most 2.
    assert (whole.score, whole.level, whole.uncapped) == (pytest.approx(550 / 9), 2, 3)


def test_statements_on_seven_points_weigh_as_told(found):
    alpha = found.published.audiences["employees"].themes["alpha"]

    # Persons (AM + 2 * AE) / 3, two of each: 100 94.44 55.56 50 0.
    assert (alpha.n, alpha.score) == (10, pytest.approx(60))
    # AM lies 8.4/5 from 4.6, AE 9.6/5: 1.8, over a sixth of seven points.
    assert (alpha.ad, alpha.agree) == (pytest.approx(1.8), False)


def test_statements_on_zero_to_four_count_with_the_reversed_turned(found):
    beta = found.published.audiences["employees"].themes["beta"]

    # Persons (BR turned + BE) / 2: 0 25 50 75 87.5.
    assert (beta.score, beta.ad, beta.agree) == (pytest.approx(47.5), pytest.approx((1.2 + 1.04) / 2), False)


def test_only_a_scale_with_an_agreeing_point_has_a_share_that_agrees(found):
    seven, often = (found.published.item("employees", id) for id in ("AM", "BR"))

    assert (seven.counts, seven.agree_share) == ((2, 0, 0, 2, 2, 2, 2), pytest.approx(0.4))  # 6 and 7
    assert (often.counts, often.mean, often.median) == ((2, 2, 2, 2, 2), 2, 2)
    assert (often.agree_share, often.lo, often.hi) == (None, None, None)
    assert (seven.split, often.split) == (False, True)  # two of five at each end


def test_gaps_stand_only_where_agreeing_is_known(found):
    told = [(gap.statement, gap.a, gap.b, gap.verdict, gap.gap_pp) for gap in found.gaps]

    assert told == [
        ("AM", "leaders", "customers", "too_few", None),
        ("AM", "leaders", "employees", "unclear", pytest.approx(60)),  # 3/3 against 2/5
        ("AM", "employees", "customers", "too_few", None),
        ("BR", "employees", "customers", "too_few", None),  # nobody says from where on it is agreeing
    ]


def test_the_target_lies_one_below_the_top(found):
    told = [(a.action, a.current, a.need, a.priority, a.tags) for a in found.plan.ranking]

    # Target 3 on 1-4, three levels from lowest to highest: need (3 - 4/3) / 3. Three leaders: 0.75.
    assert told == [
        ("AA", pytest.approx(4 / 3), pytest.approx(5 / 9), pytest.approx(250 / 9), ("quick_win",)),
        ("BA", pytest.approx(4 / 3), pytest.approx(5 / 9), pytest.approx(125 / 6), ()),
    ]
    assert found.plan.without_action == ()  # A2 stands at 4, above the target


def test_an_audience_that_was_not_asked_has_nobody_and_shows_nothing(found):
    customers = found.published.audiences["customers"]

    assert (customers.n, customers.hidden, dict(customers.themes), dict(customers.items)) == (0, True, {}, {})


def test_a_level_is_named_by_its_place_on_a_scale_that_starts_at_zero():
    levels = tuple(Level({"en": f"L{n}"}, {"en": ""}) for n in range(5))
    questionnaires = QuestionnaireSet((), {"maturity": Scale("maturity", 0, 4)}, levels)

    named = [level and level.title["en"] for level in map(questionnaires.level, (-1, 0, 4, 5))]
    assert named == [None, "L0", "L4", None]
