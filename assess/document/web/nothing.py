"""What stands on every page while there is nothing to show: nobody answered, or too few did."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.fragments import joined
from assess.document.pages.nothing import Step, nothing_page
from assess.document.presence import missing
from assess.document.reading import FEW, Reading

OTHERS = (EMPLOYEES, CUSTOMERS)


@dataclass(frozen=True, slots=True)
class NothingView:
    """All that such a page shows."""

    heading: Markup
    missing: Markup
    steps: list[Step]


def nothing_view(reading: Reading) -> NothingView | None:
    """Why there is nothing to show, and what to do; None when there is something."""
    if reading.n(LEADERS) or any(reading.shown(audience) for audience in OTHERS):
        return None
    say = reading.words.say
    if any(reading.presence(audience) == FEW for audience in OTHERS):
        heading = say("Too few people answered, so there is nothing to show.")
    else:
        heading = say("Nobody has answered yet, so there is nothing to show.")
    put = [audience for audience in (LEADERS, *OTHERS) if reading.asked(audience)]
    return NothingView(
        heading=heading,
        missing=joined(missing(reading, audience) for audience in put),
        steps=nothing_page(reading).steps,
    )
