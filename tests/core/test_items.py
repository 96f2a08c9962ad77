"""The figures of one item: as answered, everyone who answered."""

import pytest

from assess.core.items import count, ease, item_figures, recommend, satisfaction
from assess.core.questionnaire import Scale
from tests.core.building import AGREE, SEVEN, TEN, column


def figures_of(cells, scale=AGREE):
    return item_figures(count(column(cells), scale), topic=False)


def test_four_kinds_of_not_scoring_stay_four_different_things():
    found = figures_of("1 dk dk na na na . . . .")

    assert (found.n, found.dont_know, found.not_applicable, found.counts) == (1, 2, 3, (1, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("scale", "cells", "share"),
    [
        pytest.param(Scale("s", 1, 5), "1 2 3 4 5", 0.4, id="4 and 5 of 1-5"),
        pytest.param(Scale("s", 1, 7), "1 2 3 4 5 6 7 7", 3 / 8, id="6 and 7 of 1-7"),
        pytest.param(Scale("s", 1, 7, agree_from=5), "5 6 7 1", 0.5, id="1-7 is always 6 and 7"),
        pytest.param(Scale("s", 1, 5, agree_from=3), "3 4 5 1", 0.5, id="1-5 is always 4 and 5"),
        pytest.param(Scale("s", 0, 10, agree_from=8), "8 9 10 7", 0.75, id="else from where the scale says"),
        pytest.param(Scale("s", 0, 1, agree_from=1), "0 1 1 1", 0.75, id="yes or no"),
        pytest.param(Scale("s", -2, 2, agree_from=1), "-2 -1 0 1 2", 0.4, id="a scale around zero"),
        pytest.param(Scale("s", 0, 4), "0 1 2 3 4", None, id="where it does not say: none"),
        pytest.param(Scale("s", 1, 4), "1 2 3 4", None, id="1-4 does not say"),
    ],
)
def test_the_share_that_agrees(scale, cells, share):
    assert figures_of(cells, scale).agree_share == share


def test_the_share_that_agrees_has_its_own_answers_as_base():
    found = figures_of("5 5 1 dk na .")

    # Wilson for 2 of 3.
    assert (found.agree_share, found.lo, found.hi) == tuple(map(pytest.approx, (2 / 3, 0.2076596, 0.9385081)))


@pytest.mark.parametrize(
    ("cells", "median"),
    [
        pytest.param("dk", None, id="nobody"),
        pytest.param("4", 4, id="one"),
        pytest.param("1 5", 3, id="halfway"),
        pytest.param("2 3", 2.5, id="half a point"),
        pytest.param("1 1 5 5 5", 5, id="the middle one"),
        pytest.param("1 1 2 4 5 5", 3, id="halfway over a point nobody chose"),
    ],
)
def test_the_median(cells, median):
    assert figures_of(cells).median == median


@pytest.mark.parametrize(
    ("cells", "split"),
    [
        pytest.param("1*3 3*4 5*3", True, id="three of ten at each end"),
        pytest.param("1*2 3*5 5*3", False, id="two of ten at one end"),
        pytest.param("1 2 4 5", False, id="four people are no camps"),
        pytest.param("1 2 3 4 5", True, id="five are enough"),
        pytest.param("4*5 5*5", False, id="one camp"),
        pytest.param("1 2 3 4 5 dk*9", True, id="don't know is not in the base"),
    ],
)
def test_two_camps_are_three_in_ten_at_each_end(cells, split):
    assert figures_of(cells).split is split


@pytest.mark.parametrize("scale", [Scale("s", 0, 1, agree_from=1), Scale("s", 1, 3)], ids=["two", "three"])
def test_one_camp_is_never_split_however_short_the_scale(scale):
    assert not figures_of("1*9", scale).split


def counts_of(cells, scale):
    return count(column(cells), scale).counts


def test_recommend_counts_from_nine_and_up_to_six():
    found = recommend(counts_of("0 6 7 8 9 10 10 10 10 9", TEN))

    assert (found.n, found.nps) == (10, 40)  # six promoters, two detractors


def test_satisfied_are_the_two_highest_answers():
    assert satisfaction(counts_of("1 2 3 4 5", AGREE), AGREE).share == 0.4


def test_easy_is_above_the_middle():
    found = ease(counts_of("4 4 5 6 7 1", SEVEN), SEVEN)

    assert (found.n, found.mean, found.share) == (6, 4.5, 0.5)
