"""All themes on one axis: dots with intervals, the level, and what holds it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.figures import ThemeFigures
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, LEADERS, Audience, Questionnaire
from assess.core.scoring import level
from assess.document.fragments import behind, joined, mark, named
from assess.document.levels import (
    level_axis,
    level_ticks,
    on_axis,
    theme_level,
    topic_means,
    weakest_required,
)
from assess.document.pages.standard import standard_figures
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import later_n, sentence

WIDTH, HEIGHT = 220, 28
FEW = 2


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme: its score, its place on the axis, its level and what customers say."""

    title: str
    score: str
    span: str
    n: str
    figure: Figure | None
    level: Markup
    holds: Markup
    customers: list[tuple[str, str]]
    """The shares that agree, each with its number of people."""


@dataclass(frozen=True, slots=True)
class ThemesPage:
    """All that the overview of themes shows."""

    sentence: Markup
    by: Audience
    who: str
    rows: list[ThemeRow]
    axis: list[str]
    leveled: bool
    with_customers: bool
    caption: Markup
    reads: list[Markup]
    standard: list[Markup]

    @property
    def short(self) -> bool:
        """Whether there is room for a neighbour on its page."""
        return len(self.rows) <= FEW


def themes_page(reading: Reading, strips: Strips) -> ThemesPage | None:
    """The themes as the leaders see them, else as the next audience that has scores; None without any."""
    by = next((audience for audience in AUDIENCES if _scored(reading, audience)), None)
    if by is None:
        return None
    leveled = bool(level_axis(reading)) and by == LEADERS
    rows = [_row(reading, strips, theme, by, leveled) for theme in reading.set.questionnaires]
    return ThemesPage(
        sentence=_sentence(reading, by),
        by=by,
        who=str(reading.words.say(AUDIENCE_NAMES[by])),
        rows=rows,
        axis=level_axis(reading) if leveled else ["0", "25", "50", "75", "100"],
        leveled=leveled,
        with_customers=any(row.customers for row in rows),
        caption=_caption(reading, by),
        reads=list(_reads(reading, by, leveled)),
        standard=standard_figures(reading),
    )


def _caption(reading: Reading, by: Audience) -> Markup:
    if reading.shown(by):
        return reading.words.say("Each theme on one axis, with its 95% interval")
    return reading.words.say("Each theme on one axis; too few leaders for an interval")


def _reads(reading: Reading, by: Audience, leveled: bool) -> Iterator[Markup]:
    """What the marks of the table mean."""
    say = reading.words.say
    if not reading.shown(by):
        yield behind(mark(by), say("the score, without an interval"))
    else:
        yield behind(mark(by), say("the mean score, with its 95% interval"))
        if leveled:
            yield behind(mark("weakest"), say("the weakest required topic"))
    if leveled:
        yield say("A level is the nearest description, never more than one above the weakest required topic.")


def _scored(reading: Reading, audience: Audience) -> list[str]:
    return [id for id in reading.themes if reading.theme(audience, id)]


def _row(reading: Reading, strips: Strips, theme: Questionnaire, by: Audience, leveled: bool) -> ThemeRow:
    found, words = reading.theme(by, theme.id), reading.words
    if found is None or found.score is None:
        asked = bool(theme.scored(by))
        told = words.say("Too few answers for a score.") if asked else words.say("Not asked here.")
        return ThemeRow(reading.name(theme.id), "–", "", "", None, told, Markup(), _customers(reading, theme))
    spanned = found.lo is not None and found.hi is not None
    return ThemeRow(
        title=reading.name(theme.id),
        score=str(words.say("{score} of 100", score=words.whole(found.score))),
        span=words.span(found.lo or 0, found.hi or 0) if spanned else str(words.say("no interval")),
        n=words.sample(found.n),
        figure=_figure(reading, strips, theme, by, found, leveled),
        level=theme_level(reading, theme) if leveled else _agreement(reading, found),
        holds=_holds(reading, theme, found) if leveled else Markup(),
        customers=_customers(reading, theme),
    )


def _figure(
    reading: Reading, strips: Strips, theme: Questionnaire, by: Audience, found: ThemeFigures, leveled: bool
) -> Figure:
    words, marks = reading.words, []
    weakest = weakest_required(reading, theme) if leveled else None
    if weakest is not None:
        mean = topic_means(reading, theme)[weakest.id]
        label = f"{reading.name(weakest.id)} {words.decimal(mean)}"
        marks.append(Mark("weakest", HEIGHT / 2, on_axis(weakest, mean), label=label))
    label = str(words.say("score {score} of 100", score=words.whole(found.score or 0)))
    marks.append(Mark(by, HEIGHT / 2, found.score or 0, found.lo, found.hi, label))
    ticks: Sequence[float] = level_ticks(reading) if leveled else (0, 25, 50, 75, 100)
    return strips.figure(Frame(WIDTH, HEIGHT, ticks=tuple(ticks), size=1.2), marks)


def _agreement(reading: Reading, found: ThemeFigures) -> Markup:
    if found.agree is None:
        return Markup()
    return reading.words.say("They agree.") if found.agree else reading.words.say("They disagree.")


def _holds(reading: Reading, theme: Questionnaire, found: ThemeFigures) -> Markup:
    words, weakest, maturity = reading.words, weakest_required(reading, theme), found.maturity
    if weakest is None or maturity is None or maturity.level is None:
        return Markup()
    mean = topic_means(reading, theme)[weakest.id]
    stands = words.say(
        "{topic} stands at {mean}.", topic=named(reading.name(weakest.id)), mean=words.decimal(mean)
    )
    now = reading.level_name(maturity.level)
    if maturity.held_by and maturity.uncapped is not None:
        average = reading.level_name(maturity.uncapped)
        why = words.say_n(
            "By the average this would be {average}; this topic holds it at {now}.",
            "By the average this would be {average}; {count} such topics hold it at {now}.",
            len(maturity.held_by),
            average=average,
            now=now,
        )
    elif level(mean) < maturity.level:
        why = words.say("Nothing above {now} counts before it moves.", now=now)
    else:
        why = words.say("It is the weakest required topic.")
    return joined([mark("weakest"), stands, why])


def _customers(reading: Reading, theme: Questionnaire) -> list[tuple[str, str]]:
    """The shares of customers who agree with the theme's mirrored statements."""
    items = [reading.item(CUSTOMERS, statement.id) for statement in theme.statements if statement.mirrored]
    return [
        (reading.words.percent(item.agree_share), reading.words.sample(item.n))
        for item in items
        if item and item.agree_share is not None
    ]


HELD = later_n(
    "In {count} of {n} themes a weak topic holds the level back.",
    "In {count} of {n} themes a weak topic holds the level back.",
)


def _sentence(reading: Reading, by: Audience) -> Markup:
    words, found = reading.words, [(id, reading.theme(by, id)) for id in reading.themes]
    if by == LEADERS and not reading.shown(LEADERS):
        return words.say_n(
            "One person’s view of {n} themes: scores and levels, without intervals.",
            "The view of {count} people on {n} themes: scores and levels, without intervals.",
            reading.n(LEADERS),
            n=words.count(len(found)),
        )
    mean = sum(t.score or 0 for _, t in found if t) / len([t for _, t in found if t])
    above = [reading.name(id) for id, t in found if t and t.lo is not None and t.lo > mean]
    below = [reading.name(id) for id, t in found if t and t.hi is not None and t.hi < mean]
    held = sum(bool(t and t.maturity and t.maturity.held_by) for _, t in found)
    tail = words.say_n(*HELD, held, n=words.count(len(found))) if held else ""
    return joined([sentence(_standing_out(reading, above, below)), tail])


BOTH = later_n(
    "{high} stands clearly above our own mean, {low} below it.",
    "{high} stand clearly above our own mean, {low} below it.",
)
ABOVE = later_n("{themes} stands clearly above our own mean.", "{themes} stand clearly above our own mean.")
BELOW = later_n("{themes} stands clearly below our own mean.", "{themes} stand clearly below our own mean.")


def _standing_out(reading: Reading, above: list[str], below: list[str]) -> Markup:
    words = reading.words
    high, low = words.listing(above), words.listing(below)
    if above and below:
        return words.say_n(*BOTH, len(above), high=high, low=low)
    if above or below:
        return words.say_n(*(ABOVE if above else BELOW), len(above or below), themes=high if above else low)
    return words.say("No theme clearly stands out: their intervals overlap.")
