"""Shares in words: seven of our nine leaders, about one in five."""

from markupsafe import Markup

from assess.core.figures import Capped
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.bounds import bounded
from assess.document.words import NUMBERS, Words, later, later_n, sentence

COUNTED = len(NUMBERS) - 1
"""Up to this many people are counted: a percentage of nine people claims too much."""

CLOSE = 0.02
"""How far a share may lie from a round one to be about that one."""

ROUND = (
    (1 / 10, later("one in ten")),
    (1 / 8, later("one in eight")),
    (1 / 6, later("one in six")),
    (1 / 5, later("one in five")),
    (1 / 4, later("one in four")),
    (3 / 10, later("three in ten")),
    (1 / 3, later("one in three")),
    (2 / 5, later("two in five")),
    (1 / 2, later("half")),
    (3 / 5, later("three in five")),
    (2 / 3, later("two in three")),
    (7 / 10, later("seven in ten")),
    (3 / 4, later("three in four")),
    (4 / 5, later("four in five")),
    (9 / 10, later("nine in ten")),
)


def about(words: Words, share: float) -> Markup:
    """A share as a person would say it."""
    if share in (0, 1):
        return words.say("none") if share == 0 else words.say("all")
    nearest, name = min(ROUND, key=lambda known: abs(known[0] - share))
    if share < ROUND[0][0] - CLOSE:
        return words.say("fewer than {share}", share=words.say(ROUND[0][1]))
    if share > ROUND[-1][0] + 2 * CLOSE:
        return words.say("nearly all")
    if abs(share - nearest) <= CLOSE:
        return words.say("about {share}", share=words.say(name))
    if share < nearest:
        return words.say("almost {share}", share=words.say(name))
    return words.say("more than {share}", share=words.say(name))


def leaders_agree(words: Words, agreed: int, n: int) -> Markup:
    """How many of our leaders agree, counted as long as they can be counted."""
    people = words.count(n)
    if n > COUNTED:
        return words.say("Of our {n} leaders, {share} agree.", n=people, share=words.percent(agreed / n))
    if agreed == 0:
        return words.say("None of our {n} leaders agrees.", n=people)
    if agreed == n:
        return words.say("All {n} of our leaders agree.", n=people)
    told = words.say_n(
        "{count} of our {n} leaders agrees.", "{count} of our {n} leaders agree.", agreed, n=people
    )
    return sentence(told)


def others_agree(
    words: Words, audience: Audience, agreed: int, n: int, capped: Capped | None = None
) -> Markup:
    """How many employees or customers agree, after a sentence about the leaders."""
    if capped:
        return words.say(OF_OUR[audience], share=bounded(words, words.percent(agreed / n), capped))
    if n <= COUNTED:
        several = 0 < agreed < n
        share = Markup(words.count(agreed)) if several else about(words, agreed / n)
        return words.say(OF_THE[audience], n=words.count(n), share=share)
    return words.say(OF_OUR[audience], share=about(words, agreed / n))


def alone_agree(
    words: Words, audience: Audience, agreed: int, n: int, capped: Capped | None = None
) -> Markup:
    """How many employees or customers agree, in a sentence that stands alone."""
    if n > COUNTED or capped:
        return words.say(AGREE[audience], share=bounded(words, words.percent(agreed / n), capped))
    if agreed == 0:
        return words.say(NONE_AGREES[audience], n=words.count(n))
    return words.say_n(*COUNT_AGREE[audience], agreed, n=words.count(n))


AGREE = {
    EMPLOYEES: later("Of our employees, {share} agree."),
    CUSTOMERS: later("Of our customers, {share} agree."),
}
NONE_AGREES = {
    EMPLOYEES: later("Of the {n} employees who answered, none agrees."),
    CUSTOMERS: later("Of the {n} customers who answered, none agrees."),
}
COUNT_AGREE = {
    EMPLOYEES: later_n(
        "Of the {n} employees who answered, {count} agrees.",
        "Of the {n} employees who answered, {count} agree.",
    ),
    CUSTOMERS: later_n(
        "Of the {n} customers who answered, {count} agrees.",
        "Of the {n} customers who answered, {count} agree.",
    ),
}
OF_THE = {
    EMPLOYEES: later("Of the {n} employees who answered, {share}."),
    CUSTOMERS: later("Of the {n} customers who answered, {share}."),
}
OF_OUR = {
    EMPLOYEES: later("Of our employees, {share}."),
    CUSTOMERS: later("Of our customers, {share}."),
}


PEOPLE = {
    LEADERS: later_n("{n} leader", "{n} leaders"),
    EMPLOYEES: later_n("{n} employee", "{n} employees"),
    CUSTOMERS: later_n("{n} customer", "{n} customers"),
}


def people(words: Words, audience: Audience, n: int) -> Markup:
    """So many people of an audience, with the number in figures."""
    return words.say_n(*PEOPLE[audience], n, n=words.whole(n))


def share_of(words: Words, agreed: int, n: int) -> str:
    """A share in figures: a percentage, or a count where there are few people."""
    return words.percent(agreed / n) if n > COUNTED else words.whole(agreed)


def part(words: Words, audience: Audience, agreed: int, n: int) -> Markup:
    """A share beside its number of people."""
    return words.say(
        "{share} of {people}", share=share_of(words, agreed, n), people=people(words, audience, n)
    )
