"""A published figure stands only on an axis of its own unit, and grade C on none."""

import pytest

from assess.core.benchmarks import Benchmark, OtherUnit, Source, place
from assess.core.pool import believers, percentile
from assess.core.statistics import wilson
from tests.core.building import WORDS

FIRMS = {"en": "percent of firms", "nl": "procent van de bedrijven"}


def a_benchmark(**more):
    told = {"value": 80, "compare": "like_for_like", "trust": "B"} | more
    return Benchmark("bain", WORDS, FIRMS, "perception_gap", Source("Bain", "seen"), caveats=(), **told)


@pytest.mark.parametrize("unit", FIRMS.values())
def test_a_figure_stands_on_an_axis_of_its_own_unit(unit):
    assert place(a_benchmark(), unit) == 80


@pytest.mark.parametrize(
    ("benchmark", "unit", "why"),
    [
        pytest.param(a_benchmark(), "percent of leaders", "counts percent of firms", id="other unit"),
        pytest.param(a_benchmark(), "percent", "counts percent of firms", id="half the unit"),
        pytest.param(a_benchmark(trust="C"), "percent of firms", "never drawn", id="grade C"),
        pytest.param(a_benchmark(compare="never"), "percent of firms", "never drawn", id="never"),
        pytest.param(a_benchmark(value="words"), "percent of firms", "not one number", id="words"),
        pytest.param(a_benchmark(value={"a": 4}), "percent of firms", "not one number", id="several"),
        pytest.param(a_benchmark(value=None), "percent of firms", "not one number", id="no value"),
    ],
)
def test_a_figure_stands_nowhere_else(benchmark, unit, why):
    with pytest.raises(OtherUnit, match=why):
        place(benchmark, unit)


def test_firms_are_counted_over_a_pool_of_firms():
    shares = {"a": ((5, 9), (45, 90)), "b": ((4, 9), (46, 90)), "c": ((0, 0), (0, 0))}
    pool = believers({id: tuple(wilson(*pair) for pair in both) for id, both in shares.items()})

    # Half is enough; an organisation in which nobody answered neither believes nor achieves.
    assert {id: (one.believer, one.achiever) for id, one in pool.standings.items()} == {
        "a": (True, True),
        "b": (False, True),
        "c": (False, False),
    }
    assert (pool.believers.k, pool.achievers.k, pool.believers.n) == (1, 2, 3)


def test_a_place_in_a_pool_needs_ten_others():
    assert percentile(50, [50.0] * 9) is None
    assert percentile(50, [50.0] * 10) == 50
