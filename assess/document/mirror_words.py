"""The sentence above the Mirror: on how many statements one side believes more than the other sees."""

from markupsafe import Markup

from assess.core.mirror import Gap
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.reading import Reading
from assess.document.words import Words, later

PAIRS: tuple[tuple[Audience, Audience], ...] = (
    (LEADERS, CUSTOMERS),
    (LEADERS, EMPLOYEES),
    (EMPLOYEES, CUSTOMERS),
)
"""Whose gap is told first; the next only when that one cannot be."""


def pair_told(reading: Reading) -> tuple[Audience, Audience] | None:
    """The two audiences whose gaps the Mirror tells: leaders and customers where that is possible."""
    for pair in PAIRS:
        if any((gap.a, gap.b) == pair and gap.verdict != "too_few" for gap in reading.report.gaps):
            return pair
    return None


def mirror_gaps(reading: Reading, pair: tuple[Audience, Audience]) -> list[Gap]:
    """The gaps of a pair on the mirrored statements, in the set's order, without the headline."""
    return [gap for gap in reading.report.gaps if (gap.a, gap.b) == pair and gap.theme is not None]


MORE = {
    (LEADERS, CUSTOMERS): later("On {statements} we believe more than <em>our customers see</em>."),
    (LEADERS, EMPLOYEES): later("On {statements} leaders believe more than our employees see."),
    (EMPLOYEES, CUSTOMERS): later("On {statements} employees believe more than <em>customers see</em>."),
}
MORE_AND_LESS = {
    (LEADERS, CUSTOMERS): later(
        "On {statements} we believe more than <em>our customers see</em>; on {less}, less."
    ),
    (LEADERS, EMPLOYEES): later(
        "On {statements} leaders believe more than our employees see; on {less}, less."
    ),
    (EMPLOYEES, CUSTOMERS): later(
        "On {statements} employees believe more than <em>customers see</em>; on {less}, less."
    ),
}
LESS = {
    (LEADERS, CUSTOMERS): later("On {statements} <em>customers think better of us</em> than we do."),
    (LEADERS, EMPLOYEES): later("On {statements} employees think better of us than leaders do."),
    (EMPLOYEES, CUSTOMERS): later("On {statements} <em>customers think better of us</em> than employees do."),
}
ALIKE = {
    (LEADERS, CUSTOMERS): later("On {statements} we and <em>our customers</em> see it alike."),
    (LEADERS, EMPLOYEES): later("On {statements} leaders and employees see it alike."),
    (EMPLOYEES, CUSTOMERS): later("On {statements} employees and <em>customers</em> see it alike."),
}
SOME_ALIKE = {
    (LEADERS, CUSTOMERS): later(
        "No clear gap on any of {n} statements; on {alike} we and <em>our customers</em> see it alike."
    ),
    (LEADERS, EMPLOYEES): later(
        "No clear gap on any of {n} statements; on {alike} leaders and employees see it alike."
    ),
    (EMPLOYEES, CUSTOMERS): later(
        "No clear gap on any of {n} statements; on {alike} employees and <em>customers</em> see it alike."
    ),
}
NO_GAP = {
    (LEADERS, CUSTOMERS): later("Between us and <em>our customers</em> there is no clear gap {where}."),
    (LEADERS, EMPLOYEES): later("Between leaders and employees there is no clear gap {where}."),
    (EMPLOYEES, CUSTOMERS): later("Between employees and <em>customers</em> there is no clear gap {where}."),
}


def mirror_sentence(reading: Reading) -> Markup:
    """On how many statements one side believes more than the other sees; empty when nothing compares."""
    pair = pair_told(reading)
    told = [] if pair is None else [gap for gap in mirror_gaps(reading, pair) if gap.verdict != "too_few"]
    if pair is None or not told:
        return Markup()
    n, say, count = len(told), reading.words.say, reading.words.count
    more = sum(side(gap) > 0 for gap in told)
    less = sum(side(gap) < 0 for gap in told)
    alike = sum(gap.verdict == "aligned" for gap in told)
    if more:
        message = (MORE_AND_LESS if less else MORE)[pair]
        return say(message, statements=statements(reading.words, more, n), less=count(less))
    if less:
        return say(LESS[pair], statements=statements(reading.words, less, n))
    if alike == n:
        return say(ALIKE[pair], statements=statements(reading.words, alike, n))
    if alike:
        return say(SOME_ALIKE[pair], n=count(n), alike=count(alike))
    one, several = say("on the one statement that compares"), say("on any of {n} statements", n=count(n))
    return say(NO_GAP[pair], where=one if n == 1 else several)


def statements(words: Words, k: int, n: int) -> Markup:
    """So many of so many statements."""
    if n == 1:
        return words.say("the one statement that compares")
    if k == n:
        return words.say("all {n} statements", n=words.count(n))
    return words.say("{k} of {n} statements", k=words.count(k), n=words.count(n))


def side(gap: Gap) -> int:
    """Which way a gap points: 1 when the first audience agrees more, -1 when less, 0 when none is clear."""
    if gap.verdict not in ("clear_gap", "small_gap", "reverse_gap") or gap.gap_pp is None:
        return 0
    return 1 if gap.gap_pp > 0 else -1
