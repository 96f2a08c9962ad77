"""A decided plan as JSON-able values and back: how it is kept."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date as Date
from typing import Any

from assess.core.decided import DecidedAction, DecidedPlan, Final, Grounds, Raised


def as_dict(plan: DecidedPlan) -> dict[str, Any]:
    """The plan in values that JSON knows."""
    found: dict[str, Any] = asdict(plan, dict_factory=_told)
    return found


def _told(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, Date) else value for name, value in fields}


def from_dict(told: Mapping[str, Any]) -> DecidedPlan:
    """What `as_dict` was given."""
    final = told["final"]
    return DecidedPlan(
        start=Date.fromisoformat(told["start"]),
        themes=tuple(told["themes"]),
        actions=tuple(_action(action) for action in told["actions"]),
        version=told["version"],
        final=None if final is None else Final(final["by"], Date.fromisoformat(final["on"])),
    )


def _action(told: Mapping[str, Any]) -> DecidedAction:
    ready, grounds = told["ready_on"], told["grounds"]
    return DecidedAction(
        **{
            **told,
            "ready_on": None if ready is None else Date.fromisoformat(ready),
            "grounds": None if grounds is None else _grounds(grounds),
        }
    )


LISTS = ("tags", "doubts", "requires", "out_of_reach")


def _grounds(told: Mapping[str, Any]) -> Grounds:
    gap = told["gap"]
    lists = {name: tuple(told[name]) for name in LISTS}
    return Grounds(**{**told, **lists, "gap": None if gap is None else Raised(**gap)})
