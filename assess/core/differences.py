"""What a version of a plan has that the one before it had not."""

from dataclasses import dataclass
from typing import Literal

from assess.core.decided import DecidedAction, DecidedPlan

Kind = Literal["added", "dropped", "restored", "moved", "owner", "ready", "words", "judged"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was, at one action."""

    kind: Kind
    action: DecidedAction
    before: DecidedAction | None


def differences(before: DecidedPlan, after: DecidedPlan) -> list[Difference]:
    """Action by action, in the order of the plan as it is now."""
    order = [*after.starting, *(action for action in after.actions if action not in after.starting)]
    return [
        Difference(kind, action, before.action(action.id))
        for action in order
        for kind in _kinds(before, action)
    ]


def _kinds(before: DecidedPlan, action: DecidedAction) -> list[Kind]:
    old = before.action(action.id)
    if old is None:
        return [] if action.dropped else ["added"]
    if action.dropped != old.dropped:
        return ["dropped" if action.dropped else "restored"]
    if action.dropped:
        return []
    found: dict[Kind, bool] = {
        "moved": action.place != old.place,
        "owner": action.owner != old.owner,
        "ready": action.ready_on != old.ready_on and action.place == old.place,
        "words": action.texts != old.texts,
        "judged": (action.impact, action.effort) != (old.impact, old.effort),
    }
    return [kind for kind, differs in found.items() if differs]
