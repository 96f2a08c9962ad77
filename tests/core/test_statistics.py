"""The formulas beside scipy's, as a second opinion."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assess.core.agreement import cronbach_alpha
from assess.core.change import adjusted, change_of_means, change_of_same_people, cliffs_delta
from assess.core.pool import percentile
from assess.core.statistics import mean_interval, newcombe, wilson

SCORE = st.integers(0, 400).map(lambda quarter: quarter / 4)
WAVE = st.lists(SCORE, min_size=5, max_size=20).filter(lambda wave: len(set(wave)) > 1)
ANSWERS = st.lists(st.integers(1, 5), min_size=1, max_size=15)
modest = settings(max_examples=40, deadline=None)


@modest
@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson(counts):
    share = wilson(*counts)
    theirs = stats.binomtest(*counts).proportion_ci(method="wilson")

    assert (share.lo, share.hi) == (pytest.approx(theirs.low), pytest.approx(theirs.high))


@pytest.mark.parametrize("n", [1, 3, 5, 9, 10, 23, 240])
def test_a_share_of_none_and_of_all_ends_exactly_where_shares_end(n):
    assert (wilson(0, n).value, wilson(0, n).lo) == (0, 0)
    assert (wilson(n, n).value, wilson(n, n).hi) == (1, 1)


def test_newcombe_gives_the_published_interval():
    found = newcombe(wilson(56, 70), wilson(48, 80))  # the example of Newcombe 1998

    assert (round(found.lo, 4), round(found.hi, 4)) == (0.0524, 0.3339)


@modest
@given(st.lists(SCORE, min_size=3, max_size=30).filter(lambda scores: len(set(scores)) > 1))
def test_the_interval_of_a_mean(scores):
    found = mean_interval(scores)
    low, high = stats.t.interval(0.95, len(scores) - 1, np.mean(scores), stats.sem(scores))

    assert (found.lo, found.hi) == (pytest.approx(max(0, low)), pytest.approx(min(100, high)))


@modest
@given(WAVE, WAVE)
def test_a_change_of_means_is_welchs(before, after):
    found = change_of_means(before, after)
    theirs = stats.ttest_ind(after, before, equal_var=False)
    interval = theirs.confidence_interval()

    assert found.p == pytest.approx(theirs.pvalue, rel=1e-6, abs=1e-12)
    assert found.df == pytest.approx(theirs.df)
    assert (found.lo, found.hi) == (pytest.approx(interval.low), pytest.approx(interval.high))


@modest
@given(st.lists(st.tuples(SCORE, SCORE), min_size=3, max_size=12))
def test_a_change_of_the_same_people_is_paired(pairs):
    before, after = map(list, zip(*pairs, strict=True))
    if len({late - early for early, late in pairs}) < 2:
        return
    found = change_of_same_people(before, after)
    theirs = stats.ttest_rel(after, before).confidence_interval()

    assert (found.lo, found.hi) == (pytest.approx(theirs.low), pytest.approx(theirs.high))


@modest
@given(st.lists(st.integers(0, 1000).map(lambda p: p / 1000), min_size=1, max_size=20))
def test_p_values_are_corrected_for_how_many_were_tested(p_values):
    assert adjusted(p_values) == pytest.approx(list(stats.false_discovery_control(p_values)))


@modest
@given(ANSWERS, ANSWERS)
def test_cliffs_delta_is_twice_the_share_of_u(a, b):
    u = stats.mannwhitneyu(a, b).statistic

    assert cliffs_delta(a, b) == pytest.approx(2 * u / (len(a) * len(b)) - 1)


@modest
@given(st.lists(st.lists(st.integers(1, 7), min_size=3, max_size=3), min_size=3, max_size=30))
def test_alpha_is_the_definition(rows):
    answers = np.array(rows)
    total = answers.sum(axis=1).var(ddof=1)
    found = cronbach_alpha(list(answers.astype(np.int16).T))
    if total == 0:
        assert found.value is None
        return

    assert found.value == pytest.approx(1.5 * (1 - answers.var(axis=0, ddof=1).sum() / total), abs=1e-9)


@modest
@given(SCORE, st.lists(SCORE, min_size=10, max_size=30))
def test_a_percentile_counts_ties_half(score, pool):
    assert percentile(score, pool) == pytest.approx(stats.percentileofscore(pool, score, kind="mean"))


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        pytest.param([50] * 6, [55] * 6, "improved", id="exactly five points more"),
        pytest.param([0.4] * 6, [5.4] * 6, "improved", id="exactly five points, not so in binary"),
        pytest.param([55] * 6, [50] * 6, "declined", id="exactly five points less"),
        pytest.param([50] * 6, [54.9] * 6, "small_change", id="sure but small"),
        pytest.param([50] * 4, [60] * 6, "too_few", id="four people"),
        pytest.param([40, 60, 40, 60, 50], [50, 50, 50, 50, 50], "unclear", id="wide"),
        pytest.param([50, 51, 49, 50, 50], [50, 49, 51, 50, 50], "stable", id="stable"),
    ],
)
def test_the_verdict_on_a_change(before, after, verdict):
    assert change_of_means(before, after).verdict == verdict
