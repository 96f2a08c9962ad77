"""All distributions: one bar for each item and audience, with every count."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.figures import ItemFigures
from assess.core.mirror import Gap
from assess.core.questionnaire import AUDIENCES, Audience, Item, StandardQuestion, Topic
from assess.document.mirror_words import PAIRS
from assess.document.presence import AUDIENCE_NAMES, missing
from assess.document.reading import Reading

FIGURE_SPACE = "\u2007"
USUAL, MOST = 20, 44
"""Places that fit beside each other in the column of counts, usually and at most."""

TINTS = ((231, 229, 222), (27, 31, 36))
"""From the lowest answer to the highest: light to dark, so that a black-and-white print loses nothing."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """One item: its bar, its counts and who gave none."""

    words: str
    bar: str
    counts: str
    rest: str


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one theme that one audience answered on one scale."""

    audience: Audience
    name: str
    points: str
    rows: list[Distribution]
    wide: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """One theme, or the questions outside the themes."""

    heading: str
    parts: list[Part]
    wide: bool = False
    """Whether the counts need more room than usual."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """One statement and its gap between each pair of audiences."""

    words: str
    cells: list[Markup]


@dataclass(frozen=True, slots=True)
class AppendixPage:
    """All that the appendix shows."""

    chapters: list[Chapter]
    rest_heading: str
    missing: Markup
    pairs: list[str]
    gaps: list[GapRow]


def appendix_page(reading: Reading) -> AppendixPage:
    """Every distribution that may be shown, and every gap."""
    say = reading.words.say
    found: list[Chapter] = []
    for theme in reading.set.questionnaires:
        found += _chapters(reading, reading.name(theme.id), [*theme.topics, *theme.statements])
    found += _chapters(reading, str(say("Outside the themes")), reading.set.standard)
    told = [gap for gap in reading.report.gaps if gap.verdict != "too_few"]
    pairs = [pair for pair in PAIRS if any((gap.a, gap.b) == pair for gap in told)]
    return AppendixPage(
        chapters=[chapter for chapter in found if chapter.parts],
        rest_heading=_columns(_rest_headings(reading), _rest_places(reading)),
        missing=Markup(" ").join(filter(None, (missing(reading, audience) for audience in AUDIENCES))),
        pairs=[_pair(reading, *pair) for pair in pairs],
        gaps=[_gap_row(reading, id, pairs) for id in dict.fromkeys(gap.statement for gap in told)],
    )


def _rest_headings(reading: Reading) -> tuple[str, ...]:
    return "n", str(reading.words.say("d.k.")), str(reading.words.say("n.a."))


def _rest_places(reading: Reading) -> int:
    """Places that n, don't know and not applicable take each, so that they stand under each other."""
    largest = max(reading.n(audience) for audience in AUDIENCES)
    return 1 + max(len(told) for told in (*_rest_headings(reading), str(largest)))


Asked = Sequence[Item | StandardQuestion]
Answered = list[tuple[Item | StandardQuestion, ItemFigures]]
"""Items with what an audience answered to them."""


def _chapters(reading: Reading, heading: str, items: Asked) -> list[Chapter]:
    """The items of one theme; what needs more room stands in a table below."""
    parts = list(_parts(reading, items))
    usual, wide = [part for part in parts if not part.wide], [part for part in parts if part.wide]
    return [Chapter(heading, usual), Chapter("" if usual else heading, wide, wide=True)]


def _parts(reading: Reading, items: Asked) -> Iterator[Part]:
    for audience in AUDIENCES:
        for points, answered in by_scale(reading, audience, items).items():
            yield _part(reading, audience, points, answered)


def by_scale(reading: Reading, audience: Audience, items: Asked) -> dict[range, Answered]:
    """What an audience answered to items, by the points of their scale."""
    groups: dict[range, Answered] = {}
    for item in items:
        found = reading.item(audience, item.id)
        if found is not None and item.scale is not None and found.n:
            groups.setdefault(range(item.scale.lowest, item.scale.highest + 1), []).append((item, found))
    return groups


def _part(
    reading: Reading,
    audience: Audience,
    points: range,
    answered: Answered,
) -> Part:
    places = 1 + max(len(str(count)) for _, found in answered for count in (*found.distribution, 100))
    needed = places * len(points)
    fits = needed <= MOST
    return Part(
        audience=audience,
        name=str(reading.words.say(AUDIENCE_NAMES[audience])),
        points=_columns(points, places) if fits else "",
        rows=[
            _distribution(reading, audience, item, found, places if fits else 0) for item, found in answered
        ],
        wide=needed > USUAL,
    )


def _distribution(
    reading: Reading, audience: Audience, item: Item | StandardQuestion, found: ItemFigures, places: int
) -> Distribution:
    told = reading.name(item.id) if isinstance(item, Topic) else reading.statement(item.id, audience)
    return Distribution(
        words=told,
        bar=_gradient(found.counts) if found.counts else "",
        counts=_columns(found.distribution, places) if places else "",
        rest=_columns(
            (found.n, *("–" if n is None else n for n in (found.dont_know, found.not_applicable))),
            _rest_places(reading),
        ),
    )


def _columns(values: Iterable[object], places: int) -> str:
    """Numbers as columns in one cell: a table with a cell for each would take twice as long to lay out."""
    return "".join(str(value).rjust(places, FIGURE_SPACE) for value in values)


def _gradient(counts: tuple[int, ...]) -> str:
    """One bar of as many shades as there are points: a single box instead of one for each."""
    total, at, stops = sum(counts), 0.0, []
    for place, count in enumerate(counts):
        if count:
            end = at + 100 * count / total
            tint = _tint(place, len(counts))
            stops += [f"{tint} {at:.1f}%", f"{tint} {end:.1f}%"]
            at = end
    return f"linear-gradient(to right, {', '.join(stops)})"


def _tint(place: int, points: int) -> str:
    part = place / max(1, points - 1)
    light, dark = TINTS
    return "#" + "".join(f"{round(a + part * (b - a)):02x}" for a, b in zip(light, dark, strict=True))


def _pair(reading: Reading, a: Audience, b: Audience) -> str:
    names = (str(reading.words.say(AUDIENCE_NAMES[audience])) for audience in (a, b))
    return " – ".join(names)


def _gap_row(reading: Reading, statement: str, pairs: list[tuple[Audience, Audience]]) -> GapRow:
    cells = [_gap_cell(reading, reading.gap(statement, *pair)) for pair in pairs]
    return GapRow(reading.statement(statement), cells)


def _gap_cell(reading: Reading, gap: Gap | None) -> Markup:
    words = reading.words
    if gap is None:
        return Markup("–")
    if gap.gap_pp is None or gap.lo_pp is None or gap.hi_pp is None:
        return words.say("too few")
    told = words.whole if gap.verdict in ("aligned", "unclear") else words.bound
    points, lo, hi = (told(value) for value in (gap.gap_pp, gap.lo_pp, gap.hi_pp))
    size = words.say("{points} ({lo} to {hi})", points=points, lo=lo, hi=hi)
    return size + Markup(" <small>n\u00a0=\u00a0{}\u00a0–\u00a0{}</small>").format(
        words.whole(gap.n_a or 0), words.whole(gap.n_b or 0)
    )
