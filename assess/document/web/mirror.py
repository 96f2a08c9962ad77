"""The Mirror on the web: one sentence, one chart, the guess, and the statements with a clear gap."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.mirror import Gap
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.core.situations import LOW_RESPONSE
from assess.document.bounds import told_share
from assess.document.fieldwork import Fieldwork
from assess.document.fragments import joined, strong
from assess.document.mirror_words import pair_told
from assess.document.pages.context import Context, contexts
from assess.document.pages.gap_chart import gap_size
from assess.document.pages.mirror import Share, heard, mirrored_statements, off_told, one_side, share_told
from assess.document.presence import AUDIENCE_NAMES, answered, missing
from assess.document.reading import NOBODY, Reading
from assess.document.shares import people
from assess.document.strips import Strips
from assess.document.verdict_words import verdict_told
from assess.document.verdicts import TOO_FEW_HERE, Verdict, verdict
from assess.document.web.chart import Chart, mirror_chart
from assess.document.words import later, later_n, sentence

CLEAR = ("clear_gap", "reverse_gap")


@dataclass(frozen=True, slots=True)
class Side:
    """What one audience says to a statement."""

    name: str
    told: Share


@dataclass(frozen=True, slots=True)
class Mirrored:
    """One mirrored statement: what each audience says, and what to make of the difference."""

    statement: str
    verdict: Markup
    detail: Markup
    sides: list[Side]


@dataclass(frozen=True, slots=True)
class Guessed:
    """How far off the leaders were about one audience."""

    told: Markup
    note: Markup


@dataclass(frozen=True, slots=True)
class MirrorView:
    """All that the Mirror shows."""

    verdict: Verdict
    chart: Chart | None
    guessed: list[Guessed]
    missing: Markup
    heading: Markup
    compared: Markup
    clear: list[Mirrored]
    others_heading: Markup
    others: list[Mirrored]
    made: list[Markup]
    contexts: list[Context]


def mirror_view(reading: Reading, strips: Strips, fieldwork: Fieldwork) -> MirrorView:
    """The Mirror; what cannot be shown is said instead."""
    pair = pair_told(reading)
    clear, others = _statements(reading, pair)
    return MirrorView(
        verdict=verdict(reading),
        chart=mirror_chart(reading, strips),
        guessed=list(_guessed(reading)),
        missing=joined(_lacking(reading)),
        heading=_heading(reading, len(clear), len(clear) + len(others), compared=pair is not None),
        compared=reading.words.say(COMPARED[pair]) if pair else Markup(),
        clear=clear,
        others_heading=sentence(reading.words.say_n(*(OTHERS if pair else BARE), len(others))),
        others=others,
        made=list(_made(reading, fieldwork)),
        contexts=contexts(reading) if pair else [],
    )


def _lacking(reading: Reading) -> Iterator[Markup]:
    """Why an audience has no share in the chart, unless the sentence above it says so already."""
    headline = reading.set.with_role("headline")
    if headline is None:
        return
    said = verdict(reading).rest
    for audience in AUDIENCES:
        if headline.put_to(audience) and not reading.item(audience, headline.id):
            why = missing(reading, audience) or reading.words.say(TOO_FEW_HERE[audience])
            if why not in said:
                yield why


COMPARED = {
    (LEADERS, CUSTOMERS): later(
        "Gaps lie between leaders and customers; statements stand in the order of the themes."
    ),
    (LEADERS, EMPLOYEES): later(
        "Gaps lie between leaders and employees; statements stand in the order of the themes."
    ),
    (EMPLOYEES, CUSTOMERS): later(
        "Gaps lie between employees and customers; statements stand in the order of the themes."
    ),
}
HEADING = later_n(
    "{count} more statement: a clear gap in {clear}", "{count} more statements: a clear gap in {clear}"
)
NO_CLEAR = later_n("{count} more statement: no clear gap", "{count} more statements: no clear gap")
BARE = later_n("{count} more statement", "{count} more statements")
OTHERS = later_n("{count} without a clear gap", "{count} without a clear gap")


def _heading(reading: Reading, clear: int, n: int, *, compared: bool) -> Markup:
    words = reading.words
    message = (HEADING if clear else NO_CLEAR) if compared else BARE
    return sentence(words.say_n(*message, n, clear=words.count(clear)))


def _statements(
    reading: Reading, pair: tuple[Audience, Audience] | None
) -> tuple[list[Mirrored], list[Mirrored]]:
    """Those with a clear gap and the others, both in the order of the themes: by size would rank noise."""
    clear: list[Mirrored] = []
    others: list[Mirrored] = []
    lanes = heard(reading)
    for id in mirrored_statements(reading) if lanes else ():
        gap = reading.gap(id, *pair) if pair else None
        told = _mirrored(reading, id, gap, lanes)
        (clear if gap and gap.verdict in CLEAR else others).append(told)
    return clear, others


def _mirrored(reading: Reading, id: str, gap: Gap | None, lanes: list[Audience]) -> Mirrored:
    sides = [
        Side(str(reading.words.say(AUDIENCE_NAMES[audience])), share_told(reading, audience, id))
        for audience in lanes
    ]
    return Mirrored(reading.statement(id), *verdict_told(reading.words, gap, one_side(reading)), sides)


GUESSED = {
    EMPLOYEES: later("We guessed that {guess} of our employees would agree. {actual} do: we were {off}."),
    CUSTOMERS: later(
        "We guessed that {guess} of our customers would agree. <em>{actual}</em> do: we were {off}."
    ),
}
BEHIND = later_n(
    "The mean of {count} guess, and the answers of {who}.",
    "The mean of {count} guesses, and the answers of {who}.",
)


def _guessed(reading: Reading) -> Iterator[Guessed]:
    """Customers first: theirs is the guess this is about."""
    words, headline = reading.words, reading.set.with_role("headline")
    for audience in (CUSTOMERS, EMPLOYEES):
        guess = reading.report.guesses.get(audience)
        item = reading.item(audience, headline.id) if headline else None
        if not guess or guess.off_by is None or guess.actual is None or not item or not headline:
            continue
        told = words.say(
            GUESSED[audience],
            guess=strong(words.percent(guess.mean / 100)),
            actual=strong(told_share(words, item)),
            off=off_told(words, guess.off_by),
        )
        who = people(words, audience, item.n)
        behind = words.say_n(*BEHIND, guess.n, who=who)
        gap = reading.gap(headline.id, LEADERS, audience)
        yield Guessed(told, joined([behind, gap_size(reading, gap) if gap else ""]))


def _made(reading: Reading, fieldwork: Fieldwork) -> Iterator[Markup]:
    """In short how this came about; the page it links to says it in full."""
    words = reading.words
    yield words.say("Each audience was put the same words; only the person speaking changes.")
    who = joined((answered(reading, audience) for audience in AUDIENCES), " · ")
    period = {"opened": words.day(fieldwork.opened), "closed": words.day(fieldwork.closed)}
    yield words.say("Answered between {opened} and {closed}: {who}.", who=who, **period)
    rate = reading.figures(EMPLOYEES).response_rate
    if rate is not None and rate < LOW_RESPONSE:
        told = words.say("Only {share} of the employees answered: read with care.", share=words.percent(rate))
        yield told
    if reading.presence(CUSTOMERS) != NOBODY and reading.how_asked:
        yield words.say("How customers were asked: {how}", how=reading.how_asked)
    yield words.say(
        "Intervals are 95% Wilson intervals, those of gaps Newcombe’s. “Don’t know” and “not applicable” "
        "are not counted as answers."
    )
