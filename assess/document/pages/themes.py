"""All themes on one axis: dots with intervals, the level, and what holds it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.board import own_mean
from assess.core.figures import ThemeFigures
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience, Questionnaire
from assess.core.scoring import level
from assess.document.bounds import told_score, told_share
from assess.document.fragments import behind, joined, mark, named, spoken
from assess.document.levels import (
    level_axis,
    level_ticks,
    on_axis,
    theme_level,
    topic_means,
    weakest_required,
)
from assess.document.pages.standard import standard_figures
from assess.document.pages.standing_out import standing_out
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import later, later_n, sentence

WIDTH, HEIGHT = 220, 28
FEW, FEWEST_INTERVALS = 2, 2
"""Themes: so few leave room on their page; with one interval nothing can stand out from the others."""


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
        if any(weakest_required(reading, theme) for theme in reading.set.questionnaires if leveled):
            yield behind(mark("weakest"), say("the weakest required topic"))
    if leveled:
        yield say("A level is the nearest description, never more than one above the weakest required topic.")


def _scored(reading: Reading, audience: Audience) -> list[str]:
    return [id for id in reading.themes if reading.theme(audience, id)]


def _row(reading: Reading, strips: Strips, theme: Questionnaire, by: Audience, leveled: bool) -> ThemeRow:
    found, words = reading.theme(by, theme.id), reading.words
    if found is None or found.score is None:
        told = _unscored(reading, theme, by)
        return ThemeRow(reading.name(theme.id), "–", "", "", None, told, Markup(), _customers(reading, theme))
    spanned = found.lo is not None and found.hi is not None
    return ThemeRow(
        title=reading.name(theme.id),
        score=str(words.say("{score} of 100", score=told_score(words, found))),
        span=words.span(found.lo or 0, found.hi or 0) if spanned else str(words.say("no interval")),
        n=words.sample(found.n),
        figure=_figure(reading, strips, theme, by, found, leveled),
        level=theme_level(reading, theme) if leveled else _agreement(reading, by, found),
        holds=_holds(reading, theme, found) if leveled else Markup(),
        customers=_customers(reading, theme),
    )


def _unscored(reading: Reading, theme: Questionnaire, by: Audience) -> Markup:
    """Why a theme has no score: not asked, not answered, or answered by too few."""
    found = reading.figures(by).themes.get(theme.id)
    if not theme.scored(by):
        return reading.words.say("Not asked here.")
    if found and found.maturity and found.maturity.status == "none":
        return reading.words.say("Nobody answered.")
    return reading.words.say("Too few answers for a score.")


def _figure(
    reading: Reading, strips: Strips, theme: Questionnaire, by: Audience, found: ThemeFigures, leveled: bool
) -> Figure:
    words, marks = reading.words, []
    weakest = weakest_required(reading, theme) if leveled else []
    if weakest:
        mean = topic_means(reading, theme)[weakest[0].id]
        label = f"{words.listing(reading.name(topic.id) for topic in weakest)} {words.decimal(mean)}"
        marks.append(Mark("weakest", HEIGHT / 2, on_axis(weakest[0], mean), label=label))
    label = str(words.say("score {score} of 100", score=told_score(words, found)))
    marks.append(Mark(by, HEIGHT / 2, found.score or 0, found.lo, found.hi, label))
    ticks: Sequence[float] = level_ticks(reading) if leveled else (0, 25, 50, 75, 100)
    return strips.figure(Frame(WIDTH, HEIGHT, ticks=tuple(ticks), size=1.2), marks)


def _agreement(reading: Reading, by: Audience, found: ThemeFigures) -> Markup:
    if found.agree is None:
        return Markup()
    agree, disagree = AGREEMENT[by]
    return spoken(by, reading.words.say(agree if found.agree else disagree))


AGREEMENT = {
    LEADERS: (later("Leaders agree with each other."), later("Leaders disagree with each other.")),
    EMPLOYEES: (later("Employees agree with each other."), later("Employees disagree with each other.")),
    CUSTOMERS: (later("Customers agree with each other."), later("Customers disagree with each other.")),
}


def _holds(reading: Reading, theme: Questionnaire, found: ThemeFigures) -> Markup:
    words, weakest, maturity = reading.words, weakest_required(reading, theme), found.maturity
    if not weakest or maturity is None or maturity.level is None:
        return Markup()
    mean, low = topic_means(reading, theme)[weakest[0].id], [named(reading.name(t.id)) for t in weakest]
    stands = words.say_n(*STANDS, len(low), topics=words.listing(low), mean=words.decimal(mean))
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
        why = words.say_n(*CEILING, len(low), now=now)
    else:
        why = words.say_n(*LOWEST, len(low))
    return joined([mark("weakest"), stands, why])


STANDS = later_n("{topics} stands at {mean}.", "{topics} stand at {mean}.")
CEILING = later_n(
    "Higher than {now} is not possible until it improves.",
    "Higher than {now} is not possible until they improve.",
)
LOWEST = later_n("It is the weakest required topic.", "They are the weakest required topics.")


def _customers(reading: Reading, theme: Questionnaire) -> list[tuple[str, str]]:
    """The shares of customers who agree with the theme's mirrored statements."""
    items = [reading.item(CUSTOMERS, statement.id) for statement in theme.statements if statement.mirrored]
    return [
        (told_share(reading.words, item), reading.words.sample(item.n))
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
    mean = own_mean(reading.set, reading.report.published, by) or 0
    above = [reading.name(id) for id, t in found if t and t.lo is not None and t.lo > mean]
    below = [reading.name(id) for id, t in found if t and t.hi is not None and t.hi < mean]
    held = sum(bool(t and t.maturity and t.maturity.held_by) for _, t in found)
    tail = words.say_n(*HELD, held, n=words.count(len(found))) if held else ""
    spanned = sum(bool(t and t.lo is not None) for _, t in found)
    if spanned < FEWEST_INTERVALS:
        return joined([words.say("Too few themes have an interval to say which stands out."), tail])
    return joined([sentence(standing_out(reading, by, above, below)), tail])
