"""The gap on the headline statement, as the board sees it: who believed what, who guessed, who said."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, LookName, Mark
from assess.core.mirror import Gap
from assess.core.questionnaire import CUSTOMERS, LEADERS, Audience
from assess.document.bounds import bounded
from assess.document.fragments import joined, mark, strong
from assess.document.mirror_words import PAIRS
from assess.document.reading import Reading
from assess.document.shares import people, share_of
from assess.document.strips import Figure, Strips

LANE, WIDTH = 20, 440


@dataclass(frozen=True, slots=True)
class Lane:
    """One mark of the chart and the words beside it."""

    look: LookName
    x: float
    lo: float | None
    hi: float | None
    words: Markup

    def mark(self, place: int) -> Mark:
        """The mark at its height, told in words as well."""
        return Mark(self.look, LANE * place + LANE / 2, self.x, self.lo, self.hi, self.words.striptags())


@dataclass(frozen=True, slots=True)
class GapChart:
    """The gap on the headline statement: a lane and a line of words for each side."""

    figure: Figure
    lines: list[Markup]
    size: Markup
    note: Markup


def gap_chart(reading: Reading, strips: Strips) -> GapChart | None:
    """The chart of the one gap; None when there is nothing to compare."""
    gap = _told(reading)
    if gap is None:
        return None
    lanes = list(_lanes(reading, gap))
    frame = Frame(WIDTH, LANE * len(lanes) + 4, size=2)
    guessed = any(lane.look == "guess" for lane in lanes)
    return GapChart(
        figure=strips.figure(frame, [lane.mark(place) for place, lane in enumerate(lanes)]),
        lines=[_words_beside(lane) for lane in lanes],
        size=gap_size(reading, gap),
        note=_lines_note(reading, guessed),
    )


def _told(reading: Reading) -> Gap | None:
    """The gap on the headline that can be told: with customers, else with employees."""
    headline = reading.set.with_role("headline")
    if headline is None:
        return None
    found = (reading.gap(headline.id, *pair) for pair in PAIRS)
    return next((gap for gap in found if gap and gap.verdict != "too_few"), None)


def _lanes(reading: Reading, gap: Gap) -> Iterator[Lane]:
    yield from _lane(reading, gap.a, gap.statement)
    if gap.a == LEADERS:
        yield from _guess(reading, gap.b)
    yield from _lane(reading, gap.b, gap.statement)


def _lane(reading: Reading, audience: Audience, statement: str) -> Iterator[Lane]:
    item = reading.item(audience, statement)
    if item and item.agreed is not None and item.agree_share is not None and item.lo is not None:
        hi = item.lo if item.hi is None else item.hi
        share = bounded(reading.words, share_of(reading.words, item.agreed, item.n), item.capped)
        who = people(reading.words, audience, item.n)
        told = reading.words.say("{share} of {people}", share=strong(share), people=who)
        yield Lane(audience, 100 * item.agree_share, 100 * item.lo, 100 * hi, told)


def _guess(reading: Reading, audience: Audience) -> Iterator[Lane]:
    guess = reading.report.guesses.get(audience)
    if guess is not None:
        share = reading.words.percent(guess.mean / 100)
        told = reading.words.say("leaders guessed {share}", share=share)
        yield Lane("guess", guess.mean, guess.smallest, guess.largest, told)


def _words_beside(lane: Lane) -> Markup:
    """The words beside a lane, behind its mark."""
    return joined(
        [mark(lane.look), Markup("<em>{}</em>").format(lane.words) if lane.look == CUSTOMERS else lane.words]
    )


def gap_size(reading: Reading, gap: Gap) -> Markup:
    """The size of a gap in points, as far as it can be known."""
    if gap.gap_pp is None or gap.lo_pp is None or gap.hi_pp is None:
        return Markup()
    say, whole = reading.words.say, reading.words.whole
    least, most = sorted((abs(gap.lo_pp), abs(gap.hi_pp)))
    told = whole if gap.verdict in ("aligned", "unclear") else reading.words.bound
    points = {"points": strong(told(abs(gap.gap_pp))), "least": told(least), "most": whole(most)}
    if gap.verdict in ("clear_gap", "small_gap"):
        return say("The gap is {points} points: at least {least}, at most {most}.", **points)
    if gap.verdict == "reverse_gap":
        return say(
            "The gap is the other way round: {points} points, at least {least}, at most {most}.", **points
        )
    if gap.verdict == "aligned":
        return say("The difference is {points} points; more than {most} can be excluded.", **points)
    return say("No clear gap; up to {most} points cannot be excluded.", **points)


def _lines_note(reading: Reading, guessed: bool) -> Markup:
    if guessed:
        return reading.words.say(
            "Share that agrees; lines are 95% intervals, the dotted one runs from the lowest to the "
            "highest guess."
        )
    return reading.words.say("Share that agrees; lines are 95% intervals.")
