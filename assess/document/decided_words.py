"""What a decided plan says of itself, on the page, in the PDF and to employees."""

from datetime import date as Date

from babel.dates import format_date
from markupsafe import Markup

from assess.core.decided import THIRTIES, DecidedAction, DecidedPlan, Part, Place
from assess.document.fragments import joined
from assess.document.naming import Naming
from assess.document.words import Words, later, later_n, sentence

STARTING = later_n("{count} action starts within ninety days.", "{count} actions start within ninety days.")
OWNERLESS = later_n("{count} still needs an owner.", "{count} still need an owner.")
BLOCK_NAMES: dict[Place, str] = {
    "days_0_30": later("Day 1 to 30"),
    "days_31_60": later("Day 31 to 60"),
    "days_61_90": later("Day 61 to 90"),
}


def starting(words: Words, plan: DecidedPlan) -> Markup:
    """How many actions start."""
    count = len(plan.starting)
    if not count:
        return words.say("Nothing starts within ninety days.")
    return sentence(words.say_n(*STARTING, count))


def ownerless(words: Words, plan: DecidedPlan) -> Markup:
    """How many of them still need an owner; empty when nothing starts."""
    if not plan.starting:
        return Markup()
    count = len(plan.without_owner)
    if count == len(plan.starting) > 1:
        return words.say("None has an owner yet.")
    if count:
        return sentence(words.say_n(*OWNERLESS, count))
    if len(plan.starting) == 1:
        return words.say("It has an owner.")
    return words.say("Each has an owner.")


def decided_by(words: Words, plan: DecidedPlan) -> Markup:
    """Which version it is, and who decided it."""
    version = words.whole(plan.version)
    if plan.final is None:
        return words.say("Draft of version {version}: not decided yet.", version=version)
    return words.say(
        "Version {version}, decided by {who} on {day}.",
        version=version,
        who=plan.final.by,
        day=words.day(plan.final.on),
    )


def block_span(words: Words, plan: DecidedPlan, place: Place) -> Markup:
    """From which day to which a block is."""
    first, last = plan.days(place)
    return words.say("{first} to {last}", first=in_month(words, first), last=in_month(words, last))


def in_month(words: Words, day: Date) -> str:
    """A day without its year, the month in full."""
    return format_date(day, "d MMMM", locale=words.language)


def short_day(words: Words, day: Date) -> str:
    """A day without its year, as short as it can be read."""
    return format_date(day, "d MMM", locale=words.language)


def part(naming: Naming, action: DecidedAction, name: Part) -> str:
    """A text of an action: as the team wrote it, else as the questionnaire says it."""
    written = action.texts.get(name)
    if written is not None or action.own or action.id not in naming.actions:
        return written or ""
    return naming.text(getattr(naming.actions[action.id], name))


def title(naming: Naming, action: DecidedAction) -> str:
    """What an action is called."""
    return part(naming, action, "title")


def role(naming: Naming, action: DecidedAction) -> str:
    """The owner that is proposed: a role, no name."""
    return naming.words.of(naming.set.owners.get(action.role, {naming.words.language: ""}))


def judged(words: Words, action: DecidedAction) -> Markup:
    """Where the team judges otherwise than the makers of the questionnaires; empty where it does not."""
    why = action.grounds
    if why is None or not action.rejudged:
        return Markup()
    told = []
    if action.impact != why.impact:
        told.append(words.say("impact {ours}, was {theirs}", ours=action.impact, theirs=why.impact))
    if action.effort != why.effort:
        told.append(words.say("effort {ours}, was {theirs}", ours=action.effort, theirs=why.effort))
    return words.say("judged by the team: {what}", what=joined(told, "; "))


def waits(naming: Naming, plan: DecidedPlan, action: DecidedAction) -> Markup:
    """What should be done first and is not planned before it; empty where nothing is."""
    needed = [_called(naming, plan, id) for id in plan.waits_for(action)]
    if not needed:
        return Markup()
    return naming.words.say(
        "waits for {actions}, which does not start before it", actions=naming.words.listing(needed)
    )


def _called(naming: Naming, plan: DecidedPlan, id: str) -> str:
    action = plan.action(id)
    return f"“{title(naming, action) if action else naming.name(id)}”"


def places(words: Words) -> list[tuple[Place, Markup]]:
    """The three blocks by name."""
    return [(place, words.say(BLOCK_NAMES[place])) for place in THIRTIES]
