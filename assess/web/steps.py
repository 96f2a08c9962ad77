"""Where an assessment stands, and the one thing to do next."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from assess.core.questionnaire import LEADERS
from assess.document.words import later
from assess.store.assessments import Assessment
from assess.store.jobs import Job
from assess.store.leaders import Leader
from assess.web.box_key import awaited_at
from assess.web.frame import say, words
from assess.web.page_forms import today

Next = Literal["invite", "open", "remind", "close", "wait", "trustee", "again", "publish", "read"]

STEPS = (
    later("Set up"),
    later("Invite"),
    later("Answer"),
    later("Close"),
    later("Read and decide"),
)
PLACES: dict[Next, int] = {
    "invite": 1,
    "open": 1,
    "remind": 2,
    "close": 2,
    "wait": 3,
    "trustee": 3,
    "again": 3,
    "publish": 4,
    "read": 4,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the way, and whether it is behind, here or ahead."""

    name: Markup
    place: Literal["done", "now", "ahead"]


def next_step(assessment: Assessment, leaders: list[Leader], closing: Job | None) -> Next:
    """The one thing to do next."""
    if assessment.state == "draft":
        asked = LEADERS in assessment.audiences
        return "invite" if asked and not leaders else "open"
    if assessment.state == "open":
        return "close" if is_over(assessment) else "remind"
    if assessment.state == "closing":
        return _while_closing(assessment, closing)
    return "read" if assessment.published_at else "publish"


def _while_closing(assessment: Assessment, closing: Job | None) -> Next:
    if closing is not None and closing.at_work:
        return "wait"
    return "trustee" if awaited_at(assessment, closing) else "again"


def way(next: Next) -> list[Step]:
    """The whole way, and where on it an assessment is."""
    here = PLACES[next]
    return [
        Step(say(name), "done" if number < here else "now" if number == here else "ahead")
        for number, name in enumerate(STEPS)
    ]


def is_over(assessment: Assessment) -> bool:
    """Whether the last day to answer is past: an assessment closes only when somebody closes it."""
    return today() > assessment.closes_on


def standing(assessment: Assessment) -> Markup:
    """The state of an assessment in a few words."""
    day = words().day(assessment.closes_on)
    if assessment.state == "draft":
        return say(later("Not open yet"))
    if assessment.state == "closing":
        return say(later("Closed for answers; the results are not made yet"))
    if assessment.state == "closed" and assessment.published_at is None:
        return say(later("Closed: the results wait to be published"))
    if assessment.state == "closed":
        return say(later("Closed: the results are there"))
    if is_over(assessment):
        return say(later("Still open; the last day was {day}"), day=day)
    return say(later("Open until {day}"), day=day)
