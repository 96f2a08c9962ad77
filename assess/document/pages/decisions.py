"""The decisions the board is asked for, with room to fill them in by pen."""

from collections.abc import Iterator, Mapping
from itertools import islice

from markupsafe import Markup

from assess.core.no_plan import why_nothing_starts
from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import blank, joined, named, strong
from assess.document.pages.first_step import LISTEN_FIRST, listen_first, role
from assess.document.pages.topics import unclear
from assess.document.reading import FEW, NOBODY, SHOWN, Presence, Reading
from assess.document.words import later

MOST = 3


def decisions(reading: Reading) -> list[Markup]:
    """At most three things to decide today, the most certain first."""
    asked = (
        *_first_action(reading),
        *_names(reading),
        *_ask(reading),
        *_find_out(reading),
        *_talk(reading),
        *_listen(reading),
    )
    return list(islice(asked, MOST))


def _first_action(reading: Reading) -> Iterator[Markup]:
    for entry in reading.report.board.priorities[:1]:
        action = reading.actions[entry.action]
        who, when = _decided(reading, entry)
        yield reading.words.say(
            "This week we start with “{action}”. First step: {step} {who} sees to it, and reports back on "
            "{when}.",
            action=reading.text(action.title),
            step=joined([listen_first(reading, entry, LISTEN_FIRST), reading.text(action.first_step)]),
            who=who,
            when=when,
        )


def _decided(reading: Reading, entry: PlannedAction) -> tuple[Markup, Markup]:
    """Whose name stands at an action and by when it is ready; as long as nobody decided, room for a pen."""
    plan = reading.decided
    action = plan.action(entry.action) if plan else None
    if plan is None or action is None or not action.owner:
        proposed = reading.words.say(
            "{name} (proposed: {role})", name=blank("name"), role=role(reading, entry)
        )
        return proposed, blank("date")
    ready = plan.ready_on(action)
    return strong(action.owner), blank("date") if ready is None else Markup.escape(reading.words.day(ready))


def _names(reading: Reading) -> Iterator[Markup]:
    if reading.decided is not None:
        yield from _names_lacking(reading, len(reading.decided.without_owner))
        return
    first = next(iter(reading.report.plan.blocks.values()), ())
    if first:
        yield reading.words.say_n(
            "The one action that starts this month gets a name and a date, on page {page}.",
            "The {count} actions that start this month each get a name and a date, on page {page}.",
            len(first),
            page=Markup('<a class="page" href="#plan"></a>'),
        )


def _names_lacking(reading: Reading, count: int) -> Iterator[Markup]:
    if count:
        yield reading.words.say_n(
            "The one action without an owner gets a name, on page {page}.",
            "The {count} actions without an owner each get a name, on page {page}.",
            count,
            page=Markup('<a class="page" href="#plan"></a>'),
        )


ASK: Mapping[Audience, Mapping[Presence, str]] = {
    LEADERS: {
        NOBODY: later("We ask every leader to answer, each alone, before {when}. {who} sees to it."),
        FEW: later("We ask the other leaders to answer too, each alone, before {when}. {who} sees to it."),
    },
    EMPLOYEES: {
        NOBODY: later("We ask our employees, confidentially, before {when}. {who} sees to it."),
        FEW: later("We ask more employees, confidentially, before {when}. {who} sees to it."),
    },
    CUSTOMERS: {
        NOBODY: later("We ask our customers the same statements, before {when}. {who} sees to it."),
        FEW: later("We ask more customers the same statements, before {when}. {who} sees to it."),
    },
}
"""What to ask of an audience of which nobody or too few answered."""


def _ask(reading: Reading) -> Iterator[Markup]:
    """Who is lacking is asked: leaders first, for without them there is no plan."""
    for audience in (LEADERS, CUSTOMERS, EMPLOYEES):
        message = ASK[audience].get(reading.presence(audience))
        if message and reading.asked(audience):
            yield reading.words.say(message, when=blank("date"), who=blank("name"))


def _find_out(reading: Reading) -> Iterator[Markup]:
    if why_nothing_starts(reading.report) == "unknown":
        yield reading.words.say(
            "We find out what we do not know and answer again, before {when}. {who} sees to it.",
            when=blank("date"),
            who=blank("name"),
        )


def _talk(reading: Reading) -> Iterator[Markup]:
    for entry in reading.report.plan.ranking:
        topic = unclear(reading, entry.theme) if "discuss_first" in entry.tags else None
        if topic is not None:
            yield reading.words.say(
                "Before anything large starts in {theme}, we talk about {topic}, on {when}.",
                theme=reading.name(entry.theme),
                topic=named(reading.name(topic)),
                when=blank("date"),
            )
            return


def _listen(reading: Reading) -> Iterator[Markup]:
    if reading.presence(CUSTOMERS) == SHOWN:
        yield reading.words.say("Each of us talks with one customer, before {when}.", when=blank("date"))
