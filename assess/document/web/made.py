"""How the figures were made: for each kind its meaning, its formula in words, its interval and its rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, Audience
from assess.document.fieldwork import Fieldwork
from assess.document.pages.limits import LimitsPage, limits_page, rule, small_groups
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import FEW, NOBODY, Reading
from assess.document.words import Words, later


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of figure; links elsewhere point at its id."""

    id: str
    name: Markup
    told: list[Markup]


@dataclass(frozen=True, slots=True)
class Answered:
    """How many of an audience were asked, and how many answered."""

    name: str
    n: str
    asked: str
    share: str


@dataclass(frozen=True, slots=True)
class MadeView:
    """All that the page shows."""

    period: Markup
    answered: list[Answered]
    customers: Markup
    parts: list[Part]
    limits: LimitsPage


def made_view(reading: Reading, fieldwork: Fieldwork) -> MadeView:
    """Who answered, and what each kind of figure means."""
    words, limits = reading.words, limits_page(reading)
    days = {"opened": words.day(fieldwork.opened), "closed": words.day(fieldwork.closed)}
    return MadeView(
        period=words.say("Answers were given between {opened} and {closed}.", **days),
        answered=[_answered(reading, fieldwork, a) for a in AUDIENCES if reading.asked(a)],
        customers=reading.how_asked if reading.presence(CUSTOMERS) != NOBODY else Markup(),
        parts=list(_parts(reading)),
        limits=limits,
    )


def _answered(reading: Reading, fieldwork: Fieldwork, audience: Audience) -> Answered:
    words, asked = reading.words, fieldwork.head_counts.get(audience)
    few = reading.presence(audience) == FEW and not reading.n(audience)
    rate = reading.figures(audience).response_rate
    return Answered(
        name=str(words.say(AUDIENCE_NAMES[audience])),
        n=str(words.say("too few")) if few else words.whole(reading.n(audience)),
        asked=words.whole(asked) if asked else str(words.say("not known")),
        share=_share(words, rate),
    )


def _share(words: Words, rate: float | None) -> str:
    """What share answered; where more answered than were asked, one of the two numbers is not right."""
    if rate is None:
        return "–"
    return str(words.say("more than asked")) if rate > 1 else words.percent(rate)


SHARES = later(
    "Share: those who agree, divided by those with an opinion. n is the number with an opinion; it differs "
    "by statement."
)
INTERVALS = later(
    "Of a share: Wilson’s 95% score interval, which also holds for few answers and near 0 or 100. Of a "
    "score: the 95% interval of Student’s t over the respondents’ own scores, cut to 0 and 100; from three "
    "scores on."
)
GAPS = later(
    "Gap: the share of the first audience that agrees minus that of the second, in points, with Newcombe’s "
    "95% interval, made from both Wilson intervals. Only the same statement is compared, never a level with "
    "a share."
)
GUESSES = later(
    "At the end, before any result, each leader wrote down what share of employees and of customers would "
    "agree with the headline statement. Shown is the mean of the guesses; its dotted line runs from the "
    "lowest to the highest guess and is no interval. Off by: mean guess minus the share that agrees."
)
SCORES = later(
    "Score: each answer as a part of its scale, 0 for the lowest and 100 for the highest; the weighted mean "
    "per respondent, then the mean over respondents. A respondent counts who answered at least two thirds of "
    "what applies; n is the number of those. Leaders’ scores rest on topics, others’ on statements; a "
    "reversed statement counts the other way."
)
LEVELS = later(
    "Level: the description nearest to the score, at most one above the mean of the weakest required topic. "
    "The whole stands at most one above its lowest theme."
)
EVIDENCE = later(
    "Evidenced: the same score, in which an answer counts only when it is measured or can be shown; any "
    "other counts as the lowest. Where nothing was said, it was assumed."
)
AGREEMENT = later(
    "Agree: the average distance from the mean answer is at most a sixth of the scale’s points. Split: of "
    "five or more at least three in ten chose one of the two lowest descriptions, and three in ten one of "
    "the two highest. Blind spot: of three or more at least one in five does not know."
)
STANDARD = later(
    "Recommend score (NPS): the share that gives 9 or 10 minus the share that gives 0 to 6; from ten "
    "customers on, with an adjusted 95% interval. Satisfied: the two highest answers. Easy: above the middle "
    "of the scale."
)


def _parts(reading: Reading) -> Iterator[Part]:
    say = reading.words.say
    for id, name, formula in (("shares", "Shares", SHARES), ("intervals", "Intervals", INTERVALS)):
        yield _ruled(reading, id, name, formula)
    yield _ruled(reading, "gaps", "Gaps", GAPS)
    yield Part("guesses", say("Guesses"), [say(GUESSES)])
    yield Part("scores", say("Scores"), [say(SCORES)])
    if reading.topics:
        yield _ruled(reading, "levels", "Levels", LEVELS)
        yield _ruled(reading, "evidence", "How do we know?", EVIDENCE)
        yield Part("agreement", say("Agreement, splits and blind spots"), [say(AGREEMENT)])
    yield _small_groups(reading)
    if reading.presence(CUSTOMERS) != NOBODY:
        yield Part("standard", say("Recommending, satisfaction and ease"), [say(STANDARD)])
    yield Part("rounding", rule(reading, "Rounding").name, [rule(reading, "Rounding").told])


def _ruled(reading: Reading, id: str, name: str, formula: str) -> Part:
    found = rule(reading, name)
    return Part(id, found.name, [found.told, reading.words.say(formula)])


def _small_groups(reading: Reading) -> Part:
    words, found = reading.words, small_groups(reading)
    told = [found.told]
    if reading.presence(EMPLOYEES) != NOBODY:
        told.append(
            words.say(
                "The same holds for each item, theme, team and other group. When one is hidden, others are "
                "hidden with it, so that no total gives it away. Teams stand in alphabetical order. <a "
                'href="./publish">What is hidden here, and why</a>'
            )
        )
    return Part("small-groups", found.name, told)
