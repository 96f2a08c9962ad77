"""Why an action stands where it does: every factor of its priority, each with where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.decided import DecidedAction, DecidedPlan, Grounds
from assess.core.deciding import JUDGEMENTS
from assess.core.priority import Flag
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES
from assess.document.naming import Naming
from assess.document.words import Words, later, later_n


@dataclass(frozen=True, slots=True)
class Reason:
    """One factor."""

    name: Markup
    because: Markup
    value: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """All factors and what they come to."""

    factors: list[Reason]
    priority: str
    raised: Markup
    """What else raised it; empty where it stands by itself."""


DOUBTS: dict[Flag, str] = {
    "disagreement": later("leaders disagree"),
    "dont_know": later("leaders do not know"),
    "small_n": later("few leaders answered"),
    "low_response": later("few employees answered"),
}
BETWEEN = {
    CUSTOMERS: later("{points} points ({lo} to {hi}) between leaders and customers"),
    EMPLOYEES: later("{points} points ({lo} to {hi}) between leaders and employees"),
}
LISTEN = {
    CUSTOMERS: later("Customers see it differently by {points} points"),
    EMPLOYEES: later("Employees see it differently by {points} points"),
}
TALK = {
    CUSTOMERS: later("talk with five customers before you start."),
    EMPLOYEES: later("talk with five employees before you start."),
}
STANDS = later_n("now {mean} ({count} leader)", "now {mean} ({count} leaders)")


def reasons(words: Words, plan: DecidedPlan, action: DecidedAction) -> Reasons | None:
    """The factors of a proposed action; None for what the team added."""
    why, own, priority = action.grounds, plan.own_priority(action), plan.priority(action)
    if why is None or own is None or priority is None:
        return None
    raised = Markup()
    if priority > own:
        raised = words.say(
            "It ranks by {priority}, the priority of an action that waits for it.",
            priority=words.whole(priority),
        )
    return Reasons(list(_factors(words, action, why)), words.whole(own), raised)


def _factors(words: Words, action: DecidedAction, why: Grounds) -> Iterator[Reason]:
    say = words.say
    stands = {"current": words.decimal(why.current), "target": words.factor(why.target)}
    yield Reason(
        say("Need"), say("from {current} to the target of {target}", **stands), words.decimal(why.need, 2)
    )
    impact, effort = action.impact or why.impact, action.effort or why.effort
    yield Reason(
        say("Impact"), _judgement(words, impact, why.impact), words.decimal(impact / JUDGEMENTS[-1], 2)
    )
    yield Reason(say("Certainty"), _doubts(words, why), words.decimal(why.confidence, 2))
    yield Reason(say("Gap"), _gap(words, why), words.decimal(why.gap_factor, 2))
    yield Reason(say("Effort"), _judgement(words, effort, why.effort), f"÷ {effort}")


def _judgement(words: Words, ours: int, theirs: int) -> Markup:
    most = JUDGEMENTS[-1]
    if ours == theirs:
        return words.say("{n} of {most}, the makers’ judgement", n=ours, most=most)
    return words.say(
        "{n} of {most} as you judge it; the makers say {theirs}", n=ours, most=most, theirs=theirs
    )


def _doubts(words: Words, why: Grounds) -> Markup:
    if not why.doubts:
        return words.say("nothing to doubt it by")
    return words.listing(words.say(DOUBTS[doubt]) for doubt in why.doubts)


def _gap(words: Words, why: Grounds) -> Markup:
    if why.gap is None:
        return words.say("no clear gap")
    figures = {name: words.whole(getattr(why.gap, name)) for name in ("points", "lo", "hi")}
    return words.say(BETWEEN[why.gap.audience], **figures)


def listen(words: Words, action: DecidedAction) -> tuple[Markup, Markup, bool] | None:
    """Whom to listen to first and why, and whether those are customers; None where nobody stands out."""
    why = action.grounds
    if why is None or why.gap is None or "listen_first" not in why.tags:
        return None
    audience = why.gap.audience
    told = words.say(LISTEN[audience], points=words.whole(why.gap.points))
    return told, words.say(TALK[audience]), audience == CUSTOMERS


def moves(naming: Naming, action: DecidedAction) -> Markup:
    """The topics it moves, the weakest with where it stands."""
    why, asked = action.grounds, naming.actions.get(action.id)
    if why is None or asked is None:
        return Markup()
    words = naming.words
    stands = words.say_n(*STANDS, why.n, mean=words.decimal(why.current))
    weakest = words.say("{topic}, {stands}", topic=naming.name(why.topic), stands=stands)
    others = [naming.name(id) for id in asked.moves if id != why.topic]
    return words.say(
        "{theme}: {topics}", theme=naming.name(why.theme), topics=Markup("; ").join([weakest, *others])
    )
