"""How many people it takes, at the exact border."""

import pytest

from assess.core.report import report
from assess.core.smallest import SmallestGroup
from tests.core.building import (
    EASE,
    HEADLINE,
    RECOMMEND,
    SATISFACTION,
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
        "service",
        a_topic("T", required=True),
        a_topic("U"),
        a_statement("M", "lec"),
        an_action("A", "T", 1),
    ),
    ask=(HEADLINE, RECOMMEND, SATISFACTION, EASE),
)


def leaders(n, **guesses):
    cells = {"T": f"1 2*{n - 1}", "U": f"5*{n}", "M": f"5 4*{n - 1}", "HEAD": f"4*{n}"}
    return sheets(cells, evidence={"T": "shown " * n}, guesses=guesses)


def others(n):
    return sheets({"M": f"2 1*{n - 1}", "HEAD": f"2 1*{n - 1}"})


def customers(n):
    return sheets({"M": f"1*{n}", "NPS": f"10*{n}", "CSAT": f"5*{n}", "CES": f"7*{n}"})


def test_two_leaders_show_their_number_scores_and_levels_only():
    found = report(SET, responses(leaders(2, employees="50 60"), others(9), customers(9)))
    shown = found.published.audiences["leaders"]
    theme = shown.themes["service"]

    # T 1 and 2, U 5 and 5: persons 50 and 62.5; raw 3.25 is level 3; T stands at 1.5, level 2: no cap.
    assert (shown.n, shown.hidden) == (2, False)
    assert (theme.n, theme.score, theme.maturity.level) == (2, 56.25, 3)
    assert (theme.lo, theme.hi, theme.ad, theme.agree, theme.alpha) == (None,) * 5
    assert (theme.maturity.evidenced, theme.maturity.evidence) == (None, None)
    assert (theme.maturity.blind_spots, theme.maturity.held_by) == ((), ())
    assert (shown.overall.score, shown.overall.level) == (56.25, 3)
    assert (shown.overall.lo, shown.overall.hi) == (None, None)
    assert dict(shown.items) == {}
    assert found.guesses == {"employees": None, "customers": None}
    assert {gap.verdict for gap in found.gaps if gap.a == "leaders"} == {"too_few"}
    assert found.plan.ranking == ()


def test_three_leaders_show_all_theirs():
    found = report(SET, responses(leaders(3, employees="50 60 70"), others(9)))
    shown = found.published.audiences["leaders"]
    theme = shown.themes["service"]

    assert None not in (theme.lo, theme.hi, theme.ad, theme.agree)
    assert theme.maturity.evidenced == pytest.approx(25 / 3)  # T scores 0 25 25, half the weight
    assert set(shown.items) == {"T", "U", "M", "HEAD"}
    assert found.guesses["employees"].n == 3
    assert "too_few" not in {gap.verdict for gap in found.gaps if gap.b == "employees"}


def test_one_leader_has_a_level_and_no_more():
    theme = report(SET, responses(leaders(1))).published.audiences["leaders"].themes["service"]

    assert (theme.n, theme.score, theme.maturity.level, theme.maturity.uncapped) == (1, 50, 2, 3)


@pytest.mark.parametrize("audience", ["employees", "customers"])
def test_four_of_an_audience_are_hidden_and_nothing_else_is_told(audience):
    found = report(SET, responses(leaders(3), **{audience: others(4)}, asked={audience: 8}))
    shown = found.published.audiences[audience]

    assert (shown.n, shown.hidden, shown.response_rate) == (None, True, None)
    assert (dict(shown.themes), dict(shown.items), dict(shown.teams)) == ({}, {}, {})
    assert (shown.recommend, shown.satisfaction, shown.ease) == (None, None, None)
    assert {gap.verdict for gap in found.gaps if audience in (gap.a, gap.b)} == {"too_few"}


@pytest.mark.parametrize("audience", ["employees", "customers"])
def test_five_of_an_audience_are_shown(audience):
    found = report(SET, responses(leaders(3), **{audience: others(5)}, asked={audience: 8}))
    shown = found.published.audiences[audience]

    assert (shown.n, shown.hidden, shown.response_rate) == (5, False, 0.625)
    assert (shown.themes["service"].n, shown.items["M"].n) == (5, 5)
    assert {gap.verdict for gap in found.gaps if gap.b == audience and gap.a == "leaders"} == {"clear_gap"}


def test_an_empty_sheet_lifts_nobody_over_the_border():
    four_and_an_empty = sheets({"M": "1*4 .", "HEAD": "1*4 ."})

    assert report(SET, responses(employees=four_and_an_empty)).published.audiences["employees"].n is None


def test_a_cell_of_a_large_audience_is_hidden_below_five_answers():
    few, enough = sheets({"M": "1*4 dk*5", "HEAD": "1*9"}), sheets({"M": "1*5 dk*4", "HEAD": "1*9"})
    hidden = report(SET, responses(employees=few)).published.audiences["employees"]
    shown = report(SET, responses(employees=enough)).published.audiences["employees"]

    assert (hidden.themes["service"], hidden.items["M"], hidden.items["HEAD"].n) == (None, None, 9)
    assert (shown.themes["service"].n, shown.items["M"].n) == (5, 5)


def test_a_cell_of_many_leaders_is_hidden_below_three_answers():
    two, three = (sheets({"T": t, "U": "3*5", "M": "5*5"}) for t in ("1*2 dk*3", "1*3 dk*2"))

    assert report(SET, responses(two)).published.audiences["leaders"].items["T"] is None
    assert report(SET, responses(three)).published.audiences["leaders"].items["T"].n == 3


def test_a_gap_needs_its_answers_not_its_respondents():
    found = report(SET, responses(sheets({"M": "5 5 dk", "T": "1*3"}), others(9)))

    assert [gap.verdict for gap in found.gaps if gap.statement == "M" and gap.b == "employees"] == ["too_few"]


def test_too_few_tells_no_figures():
    found = report(SET, responses(leaders(3), others(4)))

    for gap in found.gaps:
        assert gap.verdict == "too_few"
        assert (gap.k_a, gap.n_a, gap.k_b, gap.n_b, gap.gap_pp, gap.lo_pp, gap.hi_pp) == (None,) * 7


@pytest.mark.parametrize(("n", "nps"), [(9, None), (10, 100)])
def test_recommend_is_told_from_ten_customers(n, nps):
    told = report(SET, responses(customers=customers(n))).published.audiences["customers"].recommend

    assert (told.n, told.nps) == (n, nps)
    assert (told.lo is None, told.hi is None) == (nps is None, nps is None)


@pytest.mark.parametrize(("n", "told"), [(4, False), (5, True)])
def test_satisfaction_and_ease_are_told_from_five_answers(n, told):
    some = sheets({"M": "1*9", "CSAT": f"5*{n} .*{9 - n}", "CES": f"7*{n} .*{9 - n}"})
    shown = report(SET, responses(customers=some)).published.audiences["customers"]

    assert (shown.satisfaction is not None and shown.satisfaction.share == 1) is told
    assert (shown.ease is not None and shown.ease.share == 1) is told


@pytest.mark.parametrize(("n", "told"), [(29, False), (30, True)])
def test_alpha_is_told_from_thirty_complete_respondents(n, told):
    pair = a_set(a_questionnaire("service", a_statement("A", "e"), a_statement("B", "e", reverse=True)))
    # Twenty incomplete ones beside them; every complete one agrees with A as much as with B turned.
    some = sheets({"A": f"1*9 5*{n - 9} 3*20", "B": f"5*9 1*{n - 9} dk*20"})
    theme = report(pair, responses(employees=some)).published.audiences["employees"].themes["service"]

    assert theme.alpha == (pytest.approx(1) if told else None)


def test_alpha_is_not_told_when_nobody_varies():
    pair = a_set(a_questionnaire("service", a_statement("A", "e"), a_statement("B", "e")))
    found = report(pair, responses(employees=sheets({"A": "3*40", "B": "4*40"})))

    assert found.published.audiences["employees"].themes["service"].alpha is None


def test_the_smallest_group_can_be_raised():
    found = report(SET, responses(leaders(4), others(9)), smallest=SmallestGroup(leaders=5, others=10))

    shown = found.published.audiences["leaders"]
    assert dict(shown.items) == {}
    assert (shown.themes["service"].lo, shown.themes["service"].ad, shown.overall.lo) == (None, None, None)
    assert found.published.audiences["employees"].hidden


@pytest.mark.parametrize("lower", [{"leaders": 2}, {"others": 4}])
def test_the_smallest_group_cannot_be_lowered(lower):
    with pytest.raises(ValueError, match="never fewer than 3 leaders or 5 others"):
        SmallestGroup(**lower)
