"""The one sentence of the report, by rule, for every verdict and every audience that is missing."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.board import own_mean
from assess.core.figures import Capped, ItemFigures
from assess.core.mirror import Gap
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import joined, spoken
from assess.document.levels import overall_told
from assess.document.mirror_words import mirror_sentence
from assess.document.presence import missing
from assess.document.reading import Reading
from assess.document.shares import alone_agree, leaders_agree, others_agree
from assess.document.words import Words, later

LONG = 36
"""Letters of the one sentence that fit on a line in its largest size."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The one sentence in its parts: what was put, what each side says to it, and what to make of that."""

    claim: str = ""
    ours: Markup = Markup()
    theirs: Markup = Markup()
    rest: Markup = Markup()

    @property
    def long(self) -> bool:
        """Whether a side needs smaller letters to stay on a line."""
        return max(len(self.ours.striptags()), len(self.theirs.striptags())) > LONG

    @property
    def sentence(self) -> Markup:
        """The parts in a row, without the claim."""
        return joined([self.ours, self.theirs, self.rest])


def verdict(reading: Reading) -> Verdict:
    """What the leaders believe about the headline statement, and what the others say."""
    headline = reading.set.with_role("headline")
    heard = [] if headline is None else [a for a in AUDIENCES if _agreed(reading, a, headline.id)]
    if headline is None or not heard:
        return _without_headline(reading)
    claim = reading.statement(headline.id, heard[0])
    if LEADERS in heard:
        return _with_leaders(reading, headline.id, claim, heard)
    return _without_leaders(reading, headline.id, claim, heard)


def _agreed(reading: Reading, audience: Audience, id: str) -> ItemFigures | None:
    item = reading.item(audience, id)
    return item if item and item.agreed is not None and item.n else None


def _counts(reading: Reading, audience: Audience, id: str) -> tuple[int, int]:
    item = _agreed(reading, audience, id)
    return (item.agreed or 0, item.n) if item else (0, 0)


def _others(reading: Reading, audience: Audience, id: str) -> tuple[int, int, Capped | None]:
    """The same of an audience of which the gate may tell a bound only."""
    item = _agreed(reading, audience, id)
    return (*_counts(reading, audience, id), item.capped if item else None)


def _with_leaders(reading: Reading, id: str, claim: str, heard: list[Audience]) -> Verdict:
    words = reading.words
    ours = leaders_agree(words, *_counts(reading, LEADERS, id))
    other = next((audience for audience in (CUSTOMERS, EMPLOYEES) if audience in heard), None)
    if other is None:
        return Verdict(claim, ours, rest=_absent(reading, heard))
    theirs = spoken(other, others_agree(words, other, *_others(reading, other, id)))
    gap = reading.gap(id, LEADERS, other)
    return Verdict(claim, ours, theirs, joined([gap_tail(words, gap), _absent(reading, heard)]))


def _without_leaders(reading: Reading, id: str, claim: str, heard: list[Audience]) -> Verdict:
    """What others say to it; the first of them opens the sentence."""
    words, first = reading.words, heard[0]
    opening = spoken(first, alone_agree(words, first, *_others(reading, first, id)))
    rest = joined([missing(reading, LEADERS) or words.say(TOO_FEW_HERE[LEADERS]), _absent(reading, heard)])
    if len(heard) == 1:
        return Verdict(claim, opening, rest=rest)
    theirs = spoken(CUSTOMERS, others_agree(words, CUSTOMERS, *_counts(reading, CUSTOMERS, id)))
    return Verdict(claim, opening, theirs, rest)


TAILS = {
    "less": later("A small gap: they are slightly less positive than we are."),
    "more": later("A small gap: they are slightly more positive than we are."),
    "reverse_gap": later("They are more positive than we are."),
    "aligned": later("We see it alike."),
    "unclear": later("That is no clear gap."),
}


def gap_tail(words: Words, gap: Gap | None) -> Markup:
    """What a verdict adds to the two shares; a clear gap speaks for itself."""
    if gap is None:
        return Markup()
    if gap.verdict == "small_gap":
        lean = "less" if (gap.gap_pp or 0) > 0 else "more"
        return spoken(gap.b, words.say(TAILS[lean]))
    if gap.verdict == "reverse_gap":
        return spoken(gap.b, words.say(TAILS[gap.verdict]))
    return words.say(TAILS[gap.verdict]) if gap.verdict in TAILS else Markup()


TOO_FEW_HERE = {
    LEADERS: later("Too few leaders answered this to show."),
    EMPLOYEES: later("Too few employees answered this to show."),
    CUSTOMERS: later("Too few customers answered this to show."),
}


def _absent(reading: Reading, heard: list[Audience]) -> Markup:
    """Why there are no customers in the sentence; why no employees either, when they would have stood in."""
    if CUSTOMERS in heard:
        return Markup()
    lacking = [CUSTOMERS] if EMPLOYEES in heard else [CUSTOMERS, EMPLOYEES]
    return joined(missing(reading, one) or reading.words.say(TOO_FEW_HERE[one]) for one in lacking)


def _without_headline(reading: Reading) -> Verdict:
    """Without the headline statement the sentence is that of the Mirror, else the level."""
    words, overall, compared = reading.words, overall_told(reading), mirror_sentence(reading)
    absent = missing(reading, CUSTOMERS)
    if compared:
        return Verdict(ours=compared, rest=absent)
    if overall is None or overall.level is None:
        return Verdict(ours=_who_spoke(reading), rest=absent)
    told = words.say_n(
        "One leader places us at {level}: one person’s view.",
        "Our leaders place us at {level}.",
        reading.n(LEADERS),
        level=reading.level_name(overall.level),
    )
    return Verdict(ours=told, rest=absent)


def _who_spoke(reading: Reading) -> Markup:
    words, mean = reading.words, own_mean(reading.set, reading.report.published, EMPLOYEES)
    if reading.n(LEADERS):
        return words.say("We cannot compare yet what we believe with what others say.")
    lacking = missing(reading, LEADERS)
    if mean is not None:
        told = words.say("Our employees give us {score} of 100.", score=words.whole(mean))
        return joined([told, lacking])
    return lacking
