"""What does not start in these ninety days, and which rule leaves it out."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.plan import PlannedAction
from assess.core.scheduling import Limits
from assess.document.fragments import joined
from assess.document.reading import Reading


@dataclass(frozen=True, slots=True)
class Waiting:
    """An action that does not start in these ninety days, and why."""

    title: str
    reason: Markup


def why_later(reading: Reading) -> Markup:
    """The rules that leave actions for later: the plan was full, or no thirty days had room."""
    plan, limits, words = reading.report.plan, Limits(), reading.words
    started = {entry.action for entries in plan.blocks.values() for entry in entries}
    waits, before, full = {entry.action for entry in plan.later}, 0, set()
    for entry in plan.ranking:
        before += entry.action in started
        if entry.action in waits:
            full.add(before >= limits.most)
    told = [words.say("by priority")]
    if True in full:
        told.append(
            words.say("with {count} actions the ninety days are full", count=words.count(limits.most))
        )
    if False in full:
        told.append(
            words.say(
                "thirty days hold at most {each} actions of a theme and {points} points of effort",
                each=words.count(limits.per_theme),
                points=words.count(limits.capacity),
            )
        )
    return joined(told, "; ")


def for_later(reading: Reading, entry: PlannedAction) -> Waiting:
    priority = Markup.escape(reading.words.whole(entry.priority))
    return Waiting(reading.text(reading.actions[entry.action].title), priority)


def blocked(reading: Reading, id: str, needed: tuple[str, ...]) -> Waiting:
    names = reading.words.listing(f"“{reading.name(other)}”" for other in needed)
    return Waiting(
        reading.name(id), reading.words.say("waits for {actions}, which cannot start yet", actions=names)
    )
