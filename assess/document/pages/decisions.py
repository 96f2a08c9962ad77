"""The decisions the board is asked for, with room to fill them in by pen."""

from collections.abc import Iterator
from itertools import islice

from markupsafe import Markup

from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, LEADERS
from assess.document.fragments import blank, joined, named
from assess.document.pages.first_step import LISTEN_FIRST, listen_first, role
from assess.document.reading import NOBODY, SHOWN, Reading

MOST = 3


def decisions(reading: Reading) -> list[Markup]:
    """At most three things to decide today, the most certain first."""
    asked = (
        *_first_action(reading),
        *_names(reading),
        *_ask_customers(reading),
        *_talk(reading),
        *_listen(reading),
    )
    return list(islice(asked, MOST))


def _first_action(reading: Reading) -> Iterator[Markup]:
    for entry in reading.report.board.priorities[:1]:
        action = reading.actions[entry.action]
        yield reading.words.say(
            "This week we start with “{action}”. First step: {step} {who} (proposed: {role}) sees to it, and "
            "reports back on {when}.",
            action=reading.text(action.title),
            step=joined([listen_first(reading, entry, LISTEN_FIRST), reading.text(action.first_step)]),
            role=role(reading, entry),
            who=blank("name"),
            when=blank("date"),
        )


def _names(reading: Reading) -> Iterator[Markup]:
    first = next(iter(reading.report.plan.blocks.values()), ())
    if first:
        yield reading.words.say_n(
            "The one action that starts this month gets a name and a date, on page {page}.",
            "The {count} actions that start this month each get a name and a date, on page {page}.",
            len(first),
            page=Markup('<a class="page" href="#plan"></a>'),
        )


def _ask_customers(reading: Reading) -> Iterator[Markup]:
    if reading.presence(CUSTOMERS) == NOBODY and reading.asked(CUSTOMERS):
        yield reading.words.say(
            "We ask our customers the same statements, before {when}. {who} sees to it.",
            when=blank("date"),
            who=blank("name"),
        )


def _talk(reading: Reading) -> Iterator[Markup]:
    for entry in reading.report.plan.ranking:
        topic = _unclear(reading, entry) if "discuss_first" in entry.tags else None
        if topic is not None:
            yield reading.words.say(
                "Before anything large starts in {theme}, we talk about {topic}, on {when}.",
                theme=reading.name(entry.theme),
                topic=named(reading.name(topic)),
                when=blank("date"),
            )
            return


def _unclear(reading: Reading, entry: PlannedAction) -> str | None:
    """The topic of a theme on which leaders see two things, or do not know."""
    topics = [topic.id for topic in reading.themes[entry.theme].topics]
    split = [id for id in topics if (item := reading.item(LEADERS, id)) and item.split]
    theme = reading.theme(LEADERS, entry.theme)
    unknown = theme.maturity.blind_spots if theme and theme.maturity else ()
    return next(iter([*split, *unknown]), None)


def _listen(reading: Reading) -> Iterator[Markup]:
    if reading.presence(CUSTOMERS) == SHOWN:
        yield reading.words.say("Each of us talks with one customer, before {when}.", when=blank("date"))
