"""Who was asked and who answered, in one line each."""

from markupsafe import Markup

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import behind, joined, mark, spoken, voice
from assess.document.reading import FEW, NOBODY, Reading
from assess.document.shares import people
from assess.document.words import later, later_n

NO_ONE = {
    LEADERS: later("no leader answered"),
    EMPLOYEES: later("no employee was asked"),
    CUSTOMERS: later("no customer was asked"),
}
TOO_FEW = {
    EMPLOYEES: later("too few employees to show"),
    CUSTOMERS: later("too few customers to show"),
}


def answered(reading: Reading, audience: Audience) -> Markup:
    """How many of an audience answered, or why that cannot be said."""
    words, presence = reading.words, reading.presence(audience)
    if presence == NOBODY:
        return behind(mark(audience), words.say(NO_ONE[audience]))
    if presence == FEW and audience != LEADERS:
        return behind(mark(audience), words.say(TOO_FEW[audience]))
    told = [voice(audience, people(words, audience, reading.n(audience)))]
    rate = reading.figures(audience).response_rate
    if rate is not None:
        told.append(words.say("{share} of those asked", share=words.percent(rate)))
    if audience == CUSTOMERS:
        told.append(words.say("not a random sample"))
    return joined(told, ", ")


def missing(reading: Reading, audience: Audience) -> Markup:
    """Why there is nothing to show of an audience, as a sentence of its own; empty when there is."""
    words, presence = reading.words, reading.presence(audience)
    if presence == NOBODY:
        return words.say(NO_ONE_SENTENCE[audience])
    if presence != FEW:
        return Markup()
    return (
        words.say_n(*FEW_LEADERS, reading.n(LEADERS))
        if audience == LEADERS
        else words.say(FEW_OTHERS[audience])
    )


NO_ONE_SENTENCE = {
    LEADERS: later("No leader answered."),
    EMPLOYEES: later("No employee was asked."),
    CUSTOMERS: later("No customer was asked."),
}
FEW_LEADERS = later_n(
    "One leader answered: one person’s view, too few to compare.",
    "Only {count} leaders answered: too few to compare.",
)
FEW_OTHERS = {
    EMPLOYEES: later("Too few employees answered to show."),
    CUSTOMERS: later("Too few customers answered to show."),
}

AUDIENCE_NAMES = {LEADERS: later("Leaders"), EMPLOYEES: later("Employees"), CUSTOMERS: later("Customers")}

MEANS = {
    LEADERS: later("our own mean"),
    EMPLOYEES: later("the mean of our employees’ scores"),
    CUSTOMERS: later("the mean of our customers’ scores"),
}


def mean_of(reading: Reading, audience: Audience) -> Markup:
    """Whose mean over all themes is meant, inside a sentence."""
    return spoken(audience, reading.words.say(MEANS[audience]))
