"""What will be shown once results are published, and what stays hidden and why; read before publishing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.cells import TEAM, Group, Withheld
from assess.core.questionnaire import AUDIENCES, EMPLOYEES, Audience
from assess.document.fragments import joined
from assess.document.grouping import choice_name, group_name
from assess.document.presence import AUDIENCE_NAMES, answered, missing
from assess.document.reading import NOBODY, Reading
from assess.document.withheld_words import WHY, why
from assess.document.words import later_n, sentence

COUNTED = later_n("{count} is hidden for this reason", "{count} are hidden for this reason")


@dataclass(frozen=True, slots=True)
class Shown:
    """What will be shown of an audience, in a line or two."""

    name: Markup
    told: list[Markup]


@dataclass(frozen=True, slots=True)
class HiddenFor:
    """All that stays hidden for one reason."""

    why: Markup
    count: Markup
    names: list[Markup]


@dataclass(frozen=True, slots=True)
class HiddenView:
    """All that the page shows."""

    shown: list[Shown]
    hidden: list[HiddenFor]


def hidden_view(reading: Reading) -> HiddenView:
    """What will be shown, and what not."""
    asked = [audience for audience in AUDIENCES if reading.asked(audience)]
    return HiddenView(
        shown=[
            Shown(reading.words.say(AUDIENCE_NAMES[audience]), list(_told(reading, audience)))
            for audience in asked
        ],
        hidden=list(_hidden(reading)),
    )


def _told(reading: Reading, audience: Audience) -> Iterator[Markup]:
    words = reading.words
    if reading.presence(audience) == NOBODY or reading.figures(audience).hidden:
        yield missing(reading, audience)
        return
    yield sentence(answered(reading, audience) + ".")
    if not reading.shown(audience):
        yield words.say("Only scores and levels are shown, as one person’s view.")
    teams = sorted(name for name, team in reading.figures(audience).teams.items() if not team.hidden)
    if teams:
        names = words.listing(choice_name(words, (TEAM, name)) for name in teams)
        yield words.say("Teams side by side: {names}.", names=names)


def _hidden(reading: Reading) -> Iterator[HiddenFor]:
    words = reading.words
    for reason in WHY:
        names = list(
            _names(reading, [one for one in reading.report.published.withheld if one.reason == reason])
        )
        if names:
            count = sentence(words.say_n(*COUNTED, len(names)))
            yield HiddenFor(sentence(why(reading, reason)) + ".", count, names)


def _names(reading: Reading, found: Sequence[Withheld]) -> Iterator[Markup]:
    """Each group once: by its name where all of it is hidden, else with what is."""
    groups: dict[Group, list[str]] = {}
    for one in found:
        parts = groups.setdefault(one.group, [])
        if one.theme:
            parts.append(reading.name(one.theme))
        if one.item:
            parts.append(f"“{reading.statement(one.item, EMPLOYEES)}”")
    for group, parts in groups.items():
        if len(parts) == len(reading.themes) > 1:
            parts = [reading.words.say("every theme")]
        yield joined([group_name(reading.words, group), "; ".join(parts)], ": ")
