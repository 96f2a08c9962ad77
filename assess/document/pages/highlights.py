"""What to be glad of and what to do first, each with the figure that says why."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.board import Strength, own_mean
from assess.core.mirror import Gap
from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.bounds import bounded
from assess.document.fragments import named, voice
from assess.document.presence import mean_of
from assess.document.reading import Reading
from assess.document.shares import part


@dataclass(frozen=True, slots=True)
class Highlight:
    """A strength or a priority with its reason."""

    title: str
    reason: Markup


def strengths(reading: Reading) -> list[Highlight]:
    """What stands out: statements most customers agree with, themes clearly above the own mean."""
    return [_strength(reading, strength) for strength in reading.report.board.strengths]


def _strength(reading: Reading, strength: Strength) -> Highlight:
    if strength.statement is not None:
        return Highlight(reading.statement(strength.statement), _agreed_by(reading, strength.statement))
    theme = strength.theme or ""
    return Highlight(reading.name(theme), _above_mean(reading, theme, strength.audience))


def _agreed_by(reading: Reading, statement: str) -> Markup:
    told = [_part(reading, audience, statement) for audience in (CUSTOMERS, EMPLOYEES)]
    customers, employees = told
    if not employees:
        return reading.words.say("{customers} agree.", customers=customers)
    return reading.words.say("{customers} and {employees} agree.", customers=customers, employees=employees)


def _part(reading: Reading, audience: Audience, statement: str) -> Markup:
    item = reading.item(audience, statement)
    if item is None or item.agreed is None or not item.n:
        return Markup()
    told = part(reading.words, audience, item.agreed, item.n)
    return voice(audience, bounded(reading.words, told, item.capped))


def _above_mean(reading: Reading, theme: str, audience: Audience) -> Markup:
    words, found = reading.words, reading.theme(audience, theme)
    mean = own_mean(reading.set, reading.report.published, audience)
    if not found or found.score is None or found.lo is None or found.hi is None or mean is None:
        return Markup()
    told = words.say(
        "{score} of 100 ({span}), clearly above {whose}: {mean}.",
        score=words.whole(found.score),
        span=words.span(found.lo, found.hi),
        whose=mean_of(reading, audience),
        mean=words.whole(mean),
    )
    return voice(audience, told)


def priorities(reading: Reading) -> list[Highlight]:
    """The first actions of different themes."""
    return [
        Highlight(reading.text(reading.actions[entry.action].title), _why(reading, entry))
        for entry in reading.report.board.priorities
    ]


def _why(reading: Reading, entry: PlannedAction) -> Markup:
    words, gap = reading.words, raised_by(reading, entry)
    if gap is None:
        topic, mean = named(reading.name(entry.topic)), words.decimal(entry.current)
        return words.say("{topic} stands at {mean}.", topic=topic, mean=mean)
    share = _part(reading, gap.b, gap.statement)
    return words.say("{share} agree: “{statement}”", share=share, statement=reading.statement(gap.statement))


def raised_by(reading: Reading, entry: PlannedAction) -> Gap | None:
    """The clear gap that raised an action's priority."""
    if entry.gap_pp is None:
        return None
    return next(_clear(reading, entry), None)


def _clear(reading: Reading, entry: PlannedAction) -> Iterator[Gap]:
    for gap in reading.report.gaps:
        if (gap.a, gap.theme, gap.verdict, gap.gap_pp) == (LEADERS, entry.theme, "clear_gap", entry.gap_pp):
            yield gap
