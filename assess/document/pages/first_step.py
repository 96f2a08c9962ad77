"""How an action begins: whom to listen to, what to agree on, and who is proposed to see to it."""

from collections.abc import Mapping

from markupsafe import Markup

from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, Audience
from assess.document.fragments import named
from assess.document.pages.highlights import raised_by
from assess.document.pages.topics import unclear
from assess.document.reading import Reading
from assess.document.words import later

LISTEN_TAG = {
    CUSTOMERS: later("Listen first: customers"),
    EMPLOYEES: later("Listen first: employees"),
}
LISTEN_FIRST = {
    CUSTOMERS: later("First talk with five customers."),
    EMPLOYEES: later("First talk with five employees."),
}


def listen_first(reading: Reading, entry: PlannedAction, told: Mapping[Audience, str]) -> Markup:
    """Whom to talk with before the first step; empty when nobody sees it clearly differently."""
    gap = raised_by(reading, entry) if "listen_first" in entry.tags else None
    return reading.words.say(told[gap.b]) if gap else Markup()


def agree_first(reading: Reading, entry: PlannedAction) -> Markup:
    """What leaders agree on among themselves first; empty where they see the same and know it."""
    if "discuss_first" not in entry.tags:
        return Markup()
    say, topic = reading.words.say, unclear(reading, entry.theme)
    about = named(reading.name(topic if topic else entry.theme))
    if "listen_first" in entry.tags:
        return say("Agree among yourselves on {topic}.", topic=about)
    return say("First agree among yourselves on {topic}.", topic=about)


def role(reading: Reading, entry: PlannedAction) -> str:
    """Who is proposed to see to an action."""
    return reading.words.of(reading.set.owners.get(reading.actions[entry.action].owner, {"en": ""}))
