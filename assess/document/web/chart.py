"""The chart of the Mirror: what leaders believe and guess, what others say, on one axis with its words.

It comes in two widths, each in letters of their own size: shrinking one would shrink its words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.bounds import told_share
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import Words, later

STEP, BETWEEN, FIRST, FOOT = 38, 54, 44, 30
"""In the wide chart: from a lane to the next of the same audience, to another one, and at the ends."""
NARROW_STEP, NARROW_BETWEEN, NARROW_FIRST, NARROW_FOOT = 84, 96, 36, 48
"""The same in the narrow chart, where the words stand above and below the lane."""
WIDE_AXIS, NARROW_AXIS = 450, 328


@dataclass(frozen=True, slots=True)
class Lane:
    """One side: a guess or a share, with its line and its words."""

    audience: Audience
    guess: bool
    name: Markup
    told: Markup
    """What the lane shows, in a word or two."""
    alone: Markup
    """Name and lane in one, for where there is no room for both."""
    share: str
    span: Markup
    n: str
    figures: tuple[float, float, float]
    """The figure itself and the ends of its line, 0-100."""

    def mark(self, y: float) -> Mark:
        """The mark at its height."""
        return Mark("guess" if self.guess else self.audience, y, *self.figures)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One of the two widths: where each lane stands, and the marks."""

    lanes: list[tuple[int, bool, Lane]]
    """Each with its height, and whether it opens another audience."""
    axis: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart in both widths, and the same in words."""

    lanes: list[Lane]
    wide: Drawn
    narrow: Drawn
    described: Markup


def mirror_chart(reading: Reading, strips: Strips) -> Chart | None:
    """The chart of the headline statement; None when there is nothing to draw."""
    headline = reading.set.with_role("headline")
    lanes = list(_lanes(reading, headline.id)) if headline else []
    if not any(not lane.guess for lane in lanes):
        return None
    wide = _drawn(strips, lanes, (FIRST, STEP, BETWEEN, FOOT), WIDE_AXIS, 5)
    narrow = _drawn(strips, lanes, (NARROW_FIRST, NARROW_STEP, NARROW_BETWEEN, NARROW_FOOT), NARROW_AXIS, 8)
    return Chart(lanes, wide, narrow, _described(reading.words, lanes))


def _lanes(reading: Reading, id: str) -> Iterator[Lane]:
    for audience in AUDIENCES:
        yield from _guess(reading, audience)
        yield from _share(reading, audience, id)


def _guess(reading: Reading, audience: Audience) -> Iterator[Lane]:
    guess, words = reading.report.guesses.get(audience), reading.words
    if guess is not None:
        yield Lane(
            audience=audience,
            guess=True,
            name=words.say(AUDIENCE_NAMES[audience]),
            told=words.say("our guess"),
            alone=words.say(GUESSED[audience]),
            share=words.percent(guess.mean / 100),
            span=words.say("guesses {span}", span=words.span(guess.smallest, guess.largest)),
            n=words.whole(guess.n),
            figures=(guess.mean, guess.smallest, guess.largest),
        )


def _share(reading: Reading, audience: Audience, id: str) -> Iterator[Lane]:
    item, words = reading.item(audience, id), reading.words
    if item and item.agree_share is not None and item.lo is not None and item.hi is not None:
        yield Lane(
            audience=audience,
            guess=False,
            name=words.say(AUDIENCE_NAMES[audience]),
            told=words.say("we believe") if audience == LEADERS else words.say("they say"),
            alone=words.say(SAYS[audience]),
            share=told_share(words, item),
            span=Markup(words.span(100 * item.lo, 100 * item.hi)),
            n=words.whole(item.n),
            figures=(100 * item.agree_share, 100 * item.lo, 100 * item.hi),
        )


GUESSED = {EMPLOYEES: later("Employees: our guess"), CUSTOMERS: later("Customers: our guess")}
SAYS = {
    LEADERS: later("Leaders believe"),
    EMPLOYEES: later("Employees say"),
    CUSTOMERS: later("Customers say"),
}


def _drawn(
    strips: Strips, lanes: list[Lane], steps: tuple[int, int, int, int], width: int, inset: int
) -> Drawn:
    first, step, between, foot = steps
    places: list[tuple[int, bool, Lane]] = []
    y = first
    for place, lane in enumerate(lanes):
        opens = place > 0 and lane.audience != lanes[place - 1].audience
        y += 0 if place == 0 else between if opens else step
        places.append((y, opens, lane))
    axis = y + foot
    frame = Frame(width, axis, inset=inset, size=2.2)
    return Drawn(places, axis, strips.figure(frame, [lane.mark(y) for y, _, lane in places]))


def _described(words: Words, lanes: list[Lane]) -> Markup:
    """The chart for who cannot see it."""
    told = (
        words.say("{who} {share}, {span}, n {n}", who=lane.alone, share=lane.share, span=lane.span, n=lane.n)
        for lane in lanes
    )
    return words.say("Share that agrees with the headline statement. {lanes}.", lanes=Markup("; ").join(told))
