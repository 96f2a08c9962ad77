"""Published figures with their provenance, and where one may stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assess.core.questionnaire import Text

Comparison = Literal["like_for_like", "context", "never"]
Grade = Literal["A", "B", "C"]
Figure = float | str | Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read, and how sure we are that it says so."""

    title: str
    verified: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published figure; `trust` A may be compared, B is context, C is a story at most."""

    id: str
    what: Text
    unit: Text
    domain: str
    source: Source
    compare: Comparison
    trust: Grade
    caveats: tuple[Text, ...]
    value: Figure | None = None
    population: Text | None = None
    n: int | None = None
    interval95: tuple[float, float] | None = None
    year: int | None = None
    also: Source | None = None
    compare_with: Text | None = None
    original_value: float | None = None
    corrected_value: float | None = None
    contrast_value: float | None = None
    series: Mapping[int, float] | None = None
    series_text: Text | None = None


class OtherUnit(ValueError):
    """A benchmark was to be drawn on an axis that counts something else."""


def place(benchmark: Benchmark, axis_unit: str) -> float:
    """The value of a benchmark on an axis that counts `axis_unit`.

    Raises OtherUnit when the axis counts something else, when the figure is not one number, and for
    grade C or `never`: those are told, not drawn.
    """
    if axis_unit not in benchmark.unit.values():
        raise OtherUnit(f"{benchmark.id} counts {next(iter(benchmark.unit.values()))}, the axis {axis_unit}")
    if benchmark.trust == "C" or benchmark.compare == "never":
        raise OtherUnit(f"{benchmark.id} has grade {benchmark.trust} and is never drawn")
    if not isinstance(benchmark.value, int | float):
        raise OtherUnit(f"{benchmark.id} is not one number")
    return float(benchmark.value)
