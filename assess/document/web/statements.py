"""All answers on the web: a table for each theme and audience, every count with its n."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.figures import ItemFigures
from assess.core.questionnaire import AUDIENCES, EMPLOYEES, Audience, Item, StandardQuestion, Topic
from assess.core.voices import Voices
from assess.document.bounds import told_mean, told_share
from assess.document.fragments import joined
from assess.document.pages.appendix import Answered, Asked, GapRow, appendix_page, by_scale
from assess.document.presence import AUDIENCE_NAMES, missing
from assess.document.reading import Reading


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer in a bar: where it begins, how wide it is, and how dark."""

    at: float
    width: float
    tint: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """One item: how many gave each answer, and how many gave none."""

    words: str
    bar: list[Segment]
    counts: list[str]
    n: str
    dont_know: str
    not_applicable: str
    middle: str
    """The share that agrees with its interval, else the mean."""


@dataclass(frozen=True, slots=True)
class Table:
    """The items of one theme that one audience answered on one scale."""

    audience: Audience
    name: str
    points: list[str]
    agreed: bool
    """Whether its last column is a share; otherwise it is a mean."""
    rows: list[Distribution]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One theme, or the questions outside the themes."""

    heading: str
    tables: list[Table]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What customers wrote; empty with a reason when too few did."""

    told: Markup
    groups: list[tuple[Markup, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class StatementsView:
    """All that the page of answers shows."""

    chapters: list[Chapter]
    missing: Markup
    pairs: list[str]
    gaps: list[GapRow]
    spoken: Spoken | None
    """What customers wrote."""
    written: Spoken | None
    """What employees wrote, in one pool for each question, apart from every rating."""


def statements_view(reading: Reading, voices: Voices) -> StatementsView:
    """Every distribution and every gap that may be shown."""
    chapters = [
        Chapter(reading.name(theme.id), list(_tables(reading, [*theme.topics, *theme.statements])))
        for theme in reading.set.questionnaires
    ]
    outside = Chapter(
        str(reading.words.say("Outside the themes")), list(_tables(reading, reading.set.standard))
    )
    appendix = appendix_page(reading)
    return StatementsView(
        chapters=[chapter for chapter in (*chapters, outside) if chapter.tables],
        missing=Markup(" ").join(filter(None, (missing(reading, audience) for audience in AUDIENCES))),
        pairs=appendix.pairs,
        gaps=appendix.gaps,
        spoken=_spoken(reading, voices),
        written=_written(reading, voices),
    )


def _tables(reading: Reading, items: Asked) -> Iterator[Table]:
    for audience in AUDIENCES:
        for points, answered in by_scale(reading, audience, items).items():
            shares = [(item, found) for item, found in answered if found.agree_share is not None]
            means = [(item, found) for item, found in answered if found.agree_share is None]
            if means:
                yield _table(reading, audience, points, means, agreed=False)
            if shares:
                yield _table(reading, audience, points, shares, agreed=True)


def _table(reading: Reading, audience: Audience, points: range, answered: Answered, *, agreed: bool) -> Table:
    return Table(
        audience=audience,
        name=str(reading.words.say(AUDIENCE_NAMES[audience])),
        points=[str(point) for point in points],
        agreed=agreed,
        rows=[_distribution(reading, audience, item, found, len(points)) for item, found in answered],
    )


def _distribution(
    reading: Reading, audience: Audience, item: Item | StandardQuestion, found: ItemFigures, points: int
) -> Distribution:
    whole = reading.words.whole
    return Distribution(
        words=reading.name(item.id) if isinstance(item, Topic) else reading.statement(item.id, audience),
        bar=list(_bar(found.distribution)),
        counts=[whole(count) for count in found.counts] if found.counts else ["–"] * points,
        n=whole(found.n),
        dont_know="–" if found.dont_know is None else whole(found.dont_know),
        not_applicable="–" if found.not_applicable is None else whole(found.not_applicable),
        middle=_middle(reading, found),
    )


def _middle(reading: Reading, found: ItemFigures) -> str:
    words = reading.words
    if found.agree_share is None or found.lo is None or found.hi is None:
        return "–" if found.mean is None else told_mean(words, found)
    share, span = told_share(words, found), words.span(100 * found.lo, 100 * found.hi)
    return f"{share} ({span})"


def _bar(counts: tuple[int, ...]) -> Iterator[Segment]:
    """The answers beside each other, from light (lowest) to dark."""
    total, at = sum(counts), 0.0
    for place, count in enumerate(counts):
        if count:
            width = 100 * count / total
            yield Segment(
                round(at, 2), round(width, 2), round(0.12 + 0.88 * place / max(1, len(counts) - 1), 2)
            )
            at += width


def _spoken(reading: Reading, voices: Voices) -> Spoken | None:
    """Cards and open answers, as far as they passed the gate."""
    say, whole = reading.words.say, reading.words.whole
    told = say("Too few cards were given to show.") if voices.few_cards else Markup()
    if voices.cards:
        counts = {"n": whole(voices.cards), "green": whole(voices.green), "red": whole(voices.red)}
        told = say("Of {n} cards {green} are green and {red} red.", **counts)
    if voices.few_texts:
        fewest = whole(reading.report.smallest.for_texts)
        told = joined([told, say("What customers wrote is only shown when at least {n} answered.", n=fewest)])
    found = [
        (say("On green cards"), voices.green_texts),
        (say("On red cards"), voices.red_texts),
        (say("On the open question"), voices.open_texts),
    ]
    groups = [(heading, texts) for heading, texts in found if texts]
    return Spoken(told, groups) if told or groups else None


def _written(reading: Reading, voices: Voices) -> Spoken | None:
    """Employees' comments, as far as they passed the gate."""
    say, whole = reading.words.say, reading.words.whole
    if voices.few_comments:
        fewest = whole(reading.report.smallest.for_texts)
        told = say("What employees wrote is only shown when at least {n} answered.", n=fewest)
        return Spoken(told, [])
    groups = [
        (Markup.escape(reading.statement(id, EMPLOYEES)), texts)
        for id, texts in voices.comments.items()
        if texts
    ]
    told = say(
        "In their own words and in alphabetical order: nothing ties a comment to a rating, a team or another "
        "comment. Do not look for who wrote what."
    )
    return Spoken(told, groups) if groups else None
