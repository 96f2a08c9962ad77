"""What employees and customers say to the statements of a theme: shares with their intervals."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.figures import ItemFigures
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, Audience, Questionnaire, Statement
from assess.document.bounds import told_score, told_share
from assess.document.fragments import joined
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import later

WIDTH, LANE = 216, 11
OTHERS: tuple[Audience, ...] = (EMPLOYEES, CUSTOMERS)


@dataclass(frozen=True, slots=True)
class Said:
    """One audience's share on one statement, with interval and n."""

    audience: Audience
    share: str
    span: str
    n: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement: its lanes and its shares."""

    words: str
    reverse: bool
    figure: Figure
    said: list[Said]


def statement_rows(reading: Reading, strips: Strips, theme: Questionnaire) -> list[StatementRow]:
    """The statements of a theme that employees or customers answered, in the set's order."""
    rows = []
    for statement in theme.statements:
        heard = {audience: reading.item(audience, statement.id) for audience in OTHERS}
        known = {audience: item for audience, item in heard.items() if item and item.agree_share is not None}
        if known:
            rows.append(_row(reading, strips, statement, known))
    return rows


def _row(
    reading: Reading, strips: Strips, statement: Statement, known: dict[Audience, ItemFigures]
) -> StatementRow:
    said = [_said(reading, audience, item) for audience, item in known.items()]
    marks = [
        _mark(reading, audience, item, LANE * (place + 0.5) + 1)
        for place, (audience, item) in enumerate(known.items())
    ]
    frame = Frame(WIDTH, LANE * len(known) + 6)
    audience = next(iter(known)) if len(known) == 1 else EMPLOYEES
    return StatementRow(
        reading.statement(statement.id, audience), statement.reverse, strips.figure(frame, marks), said
    )


def _said(reading: Reading, audience: Audience, item: ItemFigures) -> Said:
    words = reading.words
    span = words.span(100 * (item.lo or 0), 100 * (item.hi or 0))
    return Said(audience, told_share(words, item), span, words.sample(item.n))


def _mark(reading: Reading, audience: Audience, item: ItemFigures, lane: float) -> Mark:
    said = _said(reading, audience, item)
    name = reading.words.say(AUDIENCE_NAMES[audience])
    label = reading.words.say("{who} {share}, {span}", who=name, share=said.share, span=said.span)
    lo, hi = (None if end is None else 100 * end for end in (item.lo, item.hi))
    return Mark(audience, lane, 100 * (item.agree_share or 0), lo, hi, str(label))


SAID: Mapping[tuple[Audience, ...], str] = {
    (EMPLOYEES, CUSTOMERS): later("What employees and customers say: the share that agrees."),
    (EMPLOYEES,): later("What employees say: the share that agrees."),
    (CUSTOMERS,): later("What customers say: the share that agrees."),
    (): later("The share that agrees."),
}


def _heard(reading: Reading, audience: Audience, theme: Questionnaire) -> bool:
    found = (reading.item(audience, statement.id) for statement in theme.statements)
    return any(item and item.agree_share is not None for item in found)


def statements_caption(reading: Reading, theme: Questionnaire) -> Markup:
    """What the rows show, and the employees' score over all of them."""
    words, found = reading.words, reading.theme(EMPLOYEES, theme.id)
    told = words.say(SAID[tuple(audience for audience in OTHERS if _heard(reading, audience, theme))])
    if found is None or found.score is None:
        return told
    score, n = told_score(words, found), words.sample(found.n)
    if found.lo is None or found.hi is None:
        return joined([told, words.say("Employees’ score: {score} of 100 ({n}).", score=score, n=n)])
    span = words.span(found.lo, found.hi)
    return joined(
        [told, words.say("Employees’ score: {score} of 100 ({span}; {n}).", score=score, span=span, n=n)]
    )
