"""The one page of a report on which nobody answered: what is missing, and what to do."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.fragments import mark
from assess.document.presence import AUDIENCE_NAMES
from assess.document.reading import Reading
from assess.document.words import later


@dataclass(frozen=True, slots=True)
class Step:
    """What one audience is asked for."""

    mark: Markup
    name: str
    told: Markup


@dataclass(frozen=True, slots=True)
class NothingPage:
    """All that the page shows."""

    steps: list[Step]


WANTED = {
    LEADERS: later(
        "Ask each leader to answer alone. From {smallest} on they can be compared; one is one person’s view."
    ),
    EMPLOYEES: later("Ask employees, confidentially. From {smallest} on their answers can be shown."),
    CUSTOMERS: later("Ask customers the same statements. From {smallest} on their answers can be shown."),
}


def nothing_page(reading: Reading) -> NothingPage:
    """What is missing, by audience."""
    say, smallest = reading.words.say, reading.report.smallest
    steps = [
        Step(
            mark(audience),
            str(say(AUDIENCE_NAMES[audience])),
            say(WANTED[audience], smallest=reading.words.count(smallest.of(audience))),
        )
        for audience in AUDIENCES
        if reading.asked(audience)
    ]
    return NothingPage(steps)
