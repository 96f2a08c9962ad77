"""Published figures beside the Mirror: on an axis of their own unit, with all that makes them readable."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.benchmarks import Benchmark, OtherUnit, place
from assess.document.fragments import joined
from assess.document.mirror_words import pair_told
from assess.document.reading import Reading

BESIDE_THE_MIRROR = (
    ("bain_believers_2005", "bain_achievers_2005"),
    ("capgemini_firms_2017", "capgemini_consumers_2017"),
)
"""Pairs of a belief and what was found, told only when the set has them."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis that counts one unit, with the figures that stand on it."""

    unit: str
    places: list[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Context:
    """A pair of figures with their axes, their words and where they come from."""

    axes: list[Axis]
    words: Markup


def contexts(reading: Reading) -> list[Context]:
    """The pairs beside the Mirror; none where the Mirror compares nothing."""
    return [_context(reading, pair) for pair in _pairs(reading)]


def told_benchmarks(reading: Reading) -> list[Benchmark]:
    """The published figures that the report prints."""
    told = [benchmark.id for pair in _pairs(reading) for benchmark in pair]
    return [benchmark for benchmark in reading.report.benchmarks if benchmark.id in told]


def _pairs(reading: Reading) -> list[list[Benchmark]]:
    """The pairs that can be told; one of which a half is missing or may not be drawn is left out."""
    if pair_told(reading) is None:
        return []
    known = {benchmark.id: benchmark for benchmark in reading.report.benchmarks}
    pairs = [[known[id] for id in pair if id in known] for pair in BESIDE_THE_MIRROR]
    return [pair for pair in pairs if len(pair) == 2 and all(map(_drawable, pair))]


def _drawable(benchmark: Benchmark) -> bool:
    try:
        place(benchmark, _unit(benchmark))
    except OtherUnit:
        return False
    return True


def _unit(benchmark: Benchmark) -> str:
    return next(iter(benchmark.unit.values()))


def _context(reading: Reading, pair: list[Benchmark]) -> Context:
    return Context(
        axes=list(_axes(reading, pair)),
        words=joined([*(_figure(reading, benchmark) for benchmark in pair), _sources(reading, pair)]),
    )


def _sources(reading: Reading, pair: list[Benchmark]) -> Markup:
    """Where the figures were read, in short; the last pages name the sources in full."""
    titles = dict.fromkeys(benchmark.source.title.partition(" (")[0] for benchmark in pair)
    grades = dict.fromkeys(benchmark.trust for benchmark in pair)
    return reading.words.say(
        "Trust grade {grade}. {sources}.",
        grade=reading.words.listing(grades),
        sources=Markup("; ").join(titles),
    )


def _axes(reading: Reading, pair: list[Benchmark]) -> Iterator[Axis]:
    """One axis for each unit: a figure is only drawn where its own unit is counted."""
    for unit in dict.fromkeys(_unit(benchmark) for benchmark in pair):
        same = [benchmark for benchmark in pair if _unit(benchmark) == unit]
        places = [
            (place(benchmark, unit), f"{reading.words.whole(place(benchmark, unit))}%") for benchmark in same
        ]
        yield Axis(reading.words.of(same[0].unit), sorted(places))


def _figure(reading: Reading, benchmark: Benchmark) -> Markup:
    words = reading.words
    n = words.say("n not published") if benchmark.n is None else words.sample(benchmark.n)
    year = words.say("year unknown") if benchmark.year is None else str(benchmark.year)
    return words.say(
        "{value}%: {what} ({year}, {n}).",
        value=words.whole(place(benchmark, _unit(benchmark))),
        what=words.of(benchmark.what),
        year=year,
        n=n,
    )
