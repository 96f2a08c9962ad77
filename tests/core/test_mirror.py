"""Gaps between audiences, their verdicts, and leaders' guesses."""

from math import hypot

import pytest
from scipy.stats import binomtest

from assess.core.mirror import perception_gap
from assess.core.questionnaire import Scale
from assess.core.report import report
from tests.core.building import (
    HEADLINE,
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    responses,
    sheets,
    standard,
)

FEWEST = (3, 5)
OFTEN = Scale("often", 0, 4)


def pairs_of(*parts, ask=()):
    found = report(a_set(a_questionnaire("service", *parts), ask=ask), responses())
    return [(gap.statement, gap.theme, gap.a[0] + gap.b[0]) for gap in found.gaps]


def verdict(k_a, n_a, k_b, n_b, **borders):
    return perception_gap(k_a, n_a, k_b, n_b, FEWEST, **borders).verdict


@pytest.mark.parametrize(
    ("to", "pairs"),
    [
        pytest.param("lec", ["lc", "le", "ec"], id="all three"),
        pytest.param("lc", ["lc"], id="leaders and customers"),
        pytest.param("le", ["le"], id="leaders and employees"),
        pytest.param("ec", ["ec"], id="employees and customers"),
        pytest.param("e", [], id="one audience is not mirrored"),
    ],
)
def test_gaps_stand_between_audiences_that_are_asked_the_same(to, pairs):
    assert pairs_of(a_statement("M", to)) == [("M", "service", pair) for pair in pairs]


def test_topics_make_no_gap():
    assert pairs_of(a_topic("T")) == []


def test_a_scale_without_an_agreeing_point_makes_gaps_without_figures():
    found = report(
        a_set(a_questionnaire("service", a_statement("M", "lec", OFTEN))),
        responses(*(sheets({"M": "4*9"}) for _ in "lec")),
    ).gaps

    assert {(gap.verdict, gap.gap_pp, gap.n_a) for gap in found} == {("too_few", None, None)}
    assert len(found) == 3


def test_the_headline_makes_gaps_outside_the_themes():
    assert pairs_of(ask=[HEADLINE]) == [("HEAD", None, pair) for pair in ("lc", "le", "ec")]
    assert pairs_of(ask=[standard("CSAT", "satisfaction", "ec", HEADLINE.scale)]) == []


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((7, 8, 21, 240), "clear_gap", id="clear"),
        pytest.param((800, 1000, 750, 1000), "small_gap", id="surely more, by five points"),
        pytest.param((750, 1000, 800, 1000), "small_gap", id="surely less, by five points"),
        pytest.param((1, 8, 200, 240), "reverse_gap", id="the other way"),
        pytest.param((300, 400, 290, 400), "aligned", id="aligned"),
        pytest.param((5, 8, 60, 120), "unclear", id="wide"),
        pytest.param((2, 2, 10, 40), "too_few", id="two leaders"),
        pytest.param((6, 8, 2, 4), "too_few", id="four others"),
        pytest.param((0, 0, 0, 0), "too_few", id="nobody"),
        pytest.param((3, 3, 0, 5), "clear_gap", id="three and five are enough"),
    ],
)
def test_a_verdict(counts, expected):
    assert verdict(*counts) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((6000, 10000, 5000, 10000), "clear_gap", id="60 - 50"),
        pytest.param((3000, 10000, 2000, 10000), "clear_gap", id="30 - 20"),
        pytest.param((5999, 10000, 5000, 10000), "small_gap", id="a hair less"),
        pytest.param((5000, 10000, 6000, 10000), "reverse_gap", id="50 - 60"),
        pytest.param((5000, 10000, 5999, 10000), "small_gap", id="a hair less the other way"),
    ],
)
def test_ten_points_are_a_gap_that_matters(counts, expected):
    assert verdict(*counts) == expected


def test_the_border_of_a_gap_belongs_to_the_gap():
    found = perception_gap(7, 8, 21, 240, FEWEST)

    assert verdict(7, 8, 21, 240, material=found.gap_pp) == "clear_gap"
    assert verdict(7, 8, 21, 240, material=found.gap_pp + 1e-3) == "small_gap"


def test_the_border_of_the_band_belongs_to_aligned():
    found = perception_gap(300, 400, 290, 400, FEWEST)  # -3.6 to 8.6

    assert verdict(300, 400, 290, 400, band=found.hi_pp) == "aligned"
    assert verdict(300, 400, 290, 400, band=found.hi_pp - 1e-6) == "unclear"
    below = perception_gap(290, 400, 300, 400, FEWEST)
    assert verdict(290, 400, 300, 400, band=-below.lo_pp) == "aligned"
    assert verdict(290, 400, 300, 400, band=-below.lo_pp - 1e-6) == "unclear"


def test_an_interval_on_both_sides_of_zero_is_no_gap_however_large_the_difference():
    inside, outside = perception_gap(4, 4, 4, 9, FEWEST), perception_gap(4, 4, 3, 9, FEWEST)

    assert (inside.gap_pp, inside.lo_pp < 0, inside.verdict) == (pytest.approx(500 / 9), True, "unclear")
    assert (outside.gap_pp, outside.lo_pp > 0, outside.verdict) == (pytest.approx(600 / 9), True, "clear_gap")


@pytest.mark.parametrize("counts", [(7, 8, 21, 240), (4, 4, 3, 30), (0, 5, 5, 5), (3, 9, 3, 9)])
def test_the_interval_is_newcombes(counts):
    k_a, n_a, k_b, n_b = counts
    a, b = (binomtest(k, n).proportion_ci(method="wilson") for k, n in ((k_a, n_a), (k_b, n_b)))
    p_a, p_b = k_a / n_a, k_b / n_b
    found = perception_gap(*counts, FEWEST)

    assert found.gap_pp == pytest.approx(100 * (p_a - p_b))
    assert found.lo_pp == pytest.approx(100 * (p_a - p_b - hypot(p_a - a.low, b.high - p_b)))
    assert found.hi_pp == pytest.approx(100 * (p_a - p_b + hypot(a.high - p_a, p_b - b.low)))


def test_gaps_count_a_reversed_statement_as_answered():
    mirrored = a_set(a_questionnaire("service", a_statement("M", "le", reverse=True)))
    [gap] = report(mirrored, responses(sheets({"M": "5*4"}), sheets({"M": "1*7 5*2"}))).gaps

    assert (gap.k_a, gap.n_a, gap.k_b, gap.n_b, gap.verdict) == (4, 4, 2, 9, "clear_gap")


def guess_of(guesses, employees="4 4 2 2 2", **more):
    leaders = sheets(guesses={"employees": guesses})
    given = responses(leaders, sheets({"HEAD": employees}), **more)
    return report(a_set(a_questionnaire(), ask=[HEADLINE]), given).guesses["employees"]


def test_a_guess_is_held_against_the_share_that_agrees():
    guess = guess_of("70 0 100 .")

    assert (guess.n, guess.mean, guess.smallest, guess.largest) == (3, pytest.approx(170 / 3), 0, 100)
    assert (guess.actual, guess.off_by) == (40, pytest.approx(50 / 3))  # two of five
    assert (guess.lo, guess.hi) == (pytest.approx(11.762077), pytest.approx(76.927572))


def test_two_guesses_are_not_told():
    assert guess_of("70 80 . .") is None


@pytest.mark.parametrize(
    "employees", ["4*4", "4*4 dk*5", "."], ids=["four employees", "four answers", "nobody"]
)
def test_a_guess_stands_alone_where_the_share_may_not_be_shown(employees):
    guess = guess_of("70 80 90", employees)

    assert (guess.n, guess.mean) == (3, 80)
    assert (guess.actual, guess.lo, guess.hi, guess.off_by) == (None, None, None, None)
