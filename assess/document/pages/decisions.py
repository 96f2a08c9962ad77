"""The decisions the board is asked for, with room to fill them in by pen."""

from collections.abc import Iterator, Mapping
from itertools import islice

from markupsafe import Markup

from assess.core.decided import DecidedPlan
from assess.core.no_plan import why_nothing_starts
from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import blank, joined, named, strong
from assess.document.pages.first_step import LISTEN_FIRST, agree_first, listen_first, role
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
    if reading.decided is not None:
        yield from _first_decided(reading, reading.decided)
        return
    for entry in reading.report.board.priorities[:1]:
        yield _proposed(reading, entry)


def _proposed(reading: Reading, entry: PlannedAction) -> Markup:
    return reading.words.say(
        "This week we start with “{action}”. First step: {step} {who} (proposed: {role}) sees to it, and "
        "reports back on {when}.",
        action=reading.text(reading.actions[entry.action].title),
        step=_step(reading, entry),
        role=role(reading, entry),
        who=blank("name"),
        when=blank("date"),
    )


def _step(reading: Reading, entry: PlannedAction) -> Markup:
    """The first step as the plan has it, with the talks that go before it."""
    talks = [listen_first(reading, entry, LISTEN_FIRST), agree_first(reading, entry)]
    return joined([*talks, reading.text(reading.actions[entry.action].first_step)])


def _first_decided(reading: Reading, plan: DecidedPlan) -> Iterator[Markup]:
    """What starts first by the team's own plan: the highest priority may have been put off."""
    for entry in next(iter(reading.report.plan.blocks.values()), ())[:1]:
        action = plan.action(entry.action)
        ready = plan.ready_on(action) if action else None
        if action is None or ready is None or not action.owner:
            yield _proposed(reading, entry)
            return
        yield reading.words.say(
            "This week we start with “{action}”. First step: {step} {who} sees to it, and it is ready on "
            "{when}.",
            action=reading.text(reading.actions[entry.action].title),
            step=_step(reading, entry),
            who=strong(action.owner),
            when=reading.words.day(ready),
        )


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
