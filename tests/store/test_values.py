"""What was written comes back as it was."""

from dataclasses import replace

import pytest

from assess.core.benchmarks import Source
from assess.loading import load
from assess.paths import QUESTIONNAIRES
from assess.store import values
from assess.store.asked import AskedSet

LOADED = load(QUESTIONNAIRES)
SHIPPED = AskedSet(LOADED.set, LOADED.benchmarks)


def again(value):
    return values.of(type(value), values.text(value))


def test_all_that_is_shipped_comes_back():
    assert again(SHIPPED) == SHIPPED


@pytest.mark.parametrize("value", [None, 4.5, "four", {"2024": 4.5}])
def test_a_figure_comes_back_whatever_it_is(value):
    benchmark = replace(SHIPPED.benchmarks[0], value=value, series={2024: 1.5}, interval95=(1.0, 2.0))
    assert again(benchmark) == benchmark


def test_what_is_not_told_has_its_default():
    assert values.of(Source, '{"title": "A", "verified": "2026"}') == Source("A", "2026")


def test_what_nobody_knows_how_to_read_is_refused():
    with pytest.raises(TypeError):
        values.of(set[str], "[]")


def test_a_field_that_no_value_has_is_refused():
    with pytest.raises(KeyError):
        values.of(Source, '{"title": "A", "verified": "2026", "colour": "red"}')
