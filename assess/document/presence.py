"""Who was asked and who answered, in one line each."""

from markupsafe import Markup

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import behind, joined, mark, spoken, voice
from assess.document.reading import FEW, NOBODY, Reading
from assess.document.shares import people
from assess.document.words import later, later_n

NOT_PUT = {
    LEADERS: (later("leaders are asked nothing"), later("These questionnaires ask leaders nothing.")),
    EMPLOYEES: (later("employees are asked nothing"), later("These questionnaires ask employees nothing.")),
    CUSTOMERS: (later("customers are asked nothing"), later("These questionnaires ask customers nothing.")),
}
NOT_ASKED = {
    LEADERS: (later("no leader answered"), later("No leader answered.")),
    EMPLOYEES: (later("no employee was asked"), later("No employee was asked.")),
    CUSTOMERS: (later("no customer was asked"), later("No customer was asked.")),
}
NOT_ANSWERED = {
    LEADERS: NOT_ASKED[LEADERS],
    EMPLOYEES: (later("no employee answered"), later("No employee answered.")),
    CUSTOMERS: (later("no customer answered"), later("No customer answered.")),
}
TOO_FEW = {
    EMPLOYEES: (later("too few employees to show"), later("Too few employees answered to show.")),
    CUSTOMERS: (later("too few customers to show"), later("Too few customers answered to show.")),
}
"""Each in a list, and as a sentence of its own."""


def _lacking(reading: Reading, audience: Audience) -> tuple[str, str] | None:
    """Why an audience cannot be shown: asked nothing, not asked, no answer, too few; None where it can."""
    presence = reading.presence(audience)
    if presence == NOBODY and not reading.asked(audience):
        return NOT_PUT[audience]
    if presence == NOBODY:
        asked = reading.invited(audience) or reading.figures(audience).response_rate is not None
        return (NOT_ANSWERED if asked else NOT_ASKED)[audience]
    return TOO_FEW.get(audience) if presence == FEW else None


def answered(reading: Reading, audience: Audience) -> Markup:
    """How many of an audience answered, or why that cannot be said."""
    words, lacking = reading.words, _lacking(reading, audience)
    if lacking:
        return behind(mark(audience), words.say(lacking[0]))
    told = [voice(audience, people(words, audience, reading.n(audience)))]
    told.extend(filter(None, [of_those_asked(reading, audience)]))
    if audience == CUSTOMERS:
        told.append(words.say("not a random sample"))
    return joined(told, ", ")


def of_those_asked(reading: Reading, audience: Audience) -> Markup:
    """The share that answered; more than all of them is no share, so it is said in words."""
    rate = reading.figures(audience).response_rate
    if rate is None:
        return Markup()
    if rate > 1:
        return reading.words.say("more answers than people asked, so nobody knows what share this is")
    return reading.words.say("{share} of those asked", share=reading.words.percent(rate))


def missing(reading: Reading, audience: Audience) -> Markup:
    """Why there is nothing to show of an audience, as a sentence of its own; empty when there is."""
    words, lacking = reading.words, _lacking(reading, audience)
    if lacking:
        return words.say(lacking[1])
    if reading.presence(audience) == FEW:
        return words.say_n(*FEW_LEADERS, reading.n(LEADERS))
    return Markup()


FEW_LEADERS = later_n(
    "One leader answered: one person’s view, too few to compare.",
    "Only {count} leaders answered: too few to compare.",
)

AUDIENCE_NAMES = {LEADERS: later("Leaders"), EMPLOYEES: later("Employees"), CUSTOMERS: later("Customers")}

MEANS = {
    LEADERS: later("our own mean"),
    EMPLOYEES: later("the mean of our employees’ scores"),
    CUSTOMERS: later("the mean of our customers’ scores"),
}


def mean_of(reading: Reading, audience: Audience) -> Markup:
    """Whose mean over all themes is meant, inside a sentence."""
    return spoken(audience, reading.words.say(MEANS[audience]))
