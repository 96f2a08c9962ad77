"""What a team can do to its plan. Each gives a new plan, or says by the name of an error why not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta
from typing import Any

from assess.core.decided import PARTS, PLACES, DecidedAction, DecidedPlan, Final, Part, Place

LONGEST: Mapping[Part, int] = {"title": 120, "what": 600, "first_step": 600, "measure": 600}
LONGEST_NAME = 100
JUDGEMENTS = (1, 2, 3)
MOST_OWN = 30
"""Actions a team may add; nobody does more than that in ninety days."""
FURTHEST = timedelta(days=3 * 366)
"""How long after the start an action may be ready: later is a slip of the pen."""
START_MOVES = timedelta(days=366)


class NotDecided(Exception):
    """The plan stays as it was."""


class PlanIsFinal(NotDecided):
    """A final plan changes in a next version only."""


class PlanIsOpen(NotDecided):
    """Only a final plan gets a next version."""


class NoSuchAction(NotDecided):
    """The plan has no such action, or it is dropped."""


class NoSuchPlace(NotDecided):
    """An action starts in one of three blocks, or later."""


class NothingStarts(NotDecided):
    """A plan without an action is nothing to decide on."""


class TitleMissing(NotDecided):
    """An action has to be called something."""


class NotJudged(NotDecided):
    """Impact and effort are 1, 2 or 3, and judged of proposed actions only."""


class TooMany(NotDecided):
    """No more own actions than anybody could do."""


class TooLong(NotDecided):
    """A text or a name is longer than fits."""

    def __init__(self, part: str, most: int) -> None:
        super().__init__(part)
        self.part, self.most = part, most


class DayOutOfReach(NotDecided):
    """A day outside the period in which it can lie."""

    def __init__(self, first: Date, last: Date) -> None:
        super().__init__(f"{first} to {last}")
        self.first, self.last = first, last


def assign(plan: DecidedPlan, id: str, owner: str, ready_on: Date | None) -> DecidedPlan:
    """Who does it and by when; without a day the proposed one stands."""
    action = _open(plan, id)
    if len(owner) > LONGEST_NAME:
        raise TooLong("owner", LONGEST_NAME)
    if ready_on == plan.ready_on(replace(action, ready_on=None)):
        ready_on = None
    if ready_on is not None:
        first = plan.days(action.place)[0]
        _within(ready_on, first, plan.start + FURTHEST)
    return _with(plan, action, owner=owner, ready_on=ready_on)


def begin(plan: DecidedPlan, start: Date) -> DecidedPlan:
    """Another first day; a chosen day that then comes too early gives way to the proposed one."""
    _changeable(plan)
    _within(start, plan.start - START_MOVES, plan.start + START_MOVES)
    moved = replace(plan, start=start)
    return replace(moved, actions=tuple(_in_time(moved, action) for action in moved.actions))


def edit(plan: DecidedPlan, id: str, texts: Mapping[Part, str]) -> DecidedPlan:
    """Other words; a part that is not given is as the questionnaire says it."""
    action = _open(plan, id)
    return _with(plan, action, texts=_checked(texts, own=action.own))


def move(plan: DecidedPlan, id: str, place: str) -> DecidedPlan:
    """Another time to start; a chosen day that then comes too early gives way to the proposed one."""
    action = replace(_open(plan, id), place=_place(place))
    return _put(plan, _in_time(plan, action))


def drop(plan: DecidedPlan, id: str) -> DecidedPlan:
    """Without this action; it can be restored."""
    return _with(plan, _open(plan, id), dropped=True)


def restore(plan: DecidedPlan, id: str) -> DecidedPlan:
    """With a dropped action again, as it was."""
    _changeable(plan)
    action = plan.action(id)
    if action is None or not action.dropped:
        raise NoSuchAction(id)
    return _with(plan, action, dropped=False)


def add(plan: DecidedPlan, place: str, texts: Mapping[Part, str]) -> DecidedPlan:
    """With an action of the team's own."""
    _changeable(plan)
    own = [action for action in plan.actions if action.own]
    if len(own) >= MOST_OWN:
        raise TooMany
    action = DecidedAction(f"own-{len(own) + 1}", _place(place), texts=_checked(texts, own=True))
    return replace(plan, actions=(*plan.actions, action))


def rejudge(plan: DecidedPlan, id: str, impact: int, effort: int) -> DecidedPlan:
    """With the team's judgement of what an action brings and takes; its priority follows."""
    action = _open(plan, id)
    if action.own or impact not in JUDGEMENTS or effort not in JUDGEMENTS:
        raise NotJudged
    return _with(plan, action, impact=impact, effort=effort)


def finalise(plan: DecidedPlan, by: str, on: Date) -> DecidedPlan:
    """The plan as decided: from now on it changes in a next version only."""
    _changeable(plan)
    if not plan.starting:
        raise NothingStarts
    _within(on, plan.start - START_MOVES, plan.start + FURTHEST)
    if not by or len(by) > LONGEST_NAME:
        raise TooLong("by", LONGEST_NAME)
    return replace(plan, final=Final(by, on))


def reopen(plan: DecidedPlan) -> DecidedPlan:
    """The next version, open for changes; it begins as the one that was decided."""
    if plan.final is None:
        raise PlanIsOpen
    return replace(plan, final=None, version=plan.version + 1)


def _changeable(plan: DecidedPlan) -> None:
    if plan.final is not None:
        raise PlanIsFinal


def _open(plan: DecidedPlan, id: str) -> DecidedAction:
    """An action that may be changed."""
    _changeable(plan)
    action = plan.action(id)
    if action is None or action.dropped:
        raise NoSuchAction(id)
    return action


def _place(place: str) -> Place:
    found = next((known for known in PLACES if known == place), None)
    if found is None:
        raise NoSuchPlace(place)
    return found


def _within(day: Date, first: Date, last: Date) -> None:
    if not first <= day <= last:
        raise DayOutOfReach(first, last)


def _in_time(plan: DecidedPlan, action: DecidedAction) -> DecidedAction:
    early = action.ready_on is not None and action.ready_on < plan.days(action.place)[0]
    return replace(action, ready_on=None) if early else action


def _checked(texts: Mapping[Part, str], *, own: bool) -> Mapping[Part, str]:
    written = {part: text for part in PARTS if (text := texts.get(part, ""))}
    for part, text in written.items():
        if len(text) > LONGEST[part]:
            raise TooLong(part, LONGEST[part])
    if own and "title" not in written:
        raise TitleMissing
    return written


def _with(plan: DecidedPlan, action: DecidedAction, **changed: Any) -> DecidedPlan:
    return _put(plan, replace(action, **changed))


def _put(plan: DecidedPlan, changed: DecidedAction) -> DecidedPlan:
    actions = (changed if action.id == changed.id else action for action in plan.actions)
    return replace(plan, actions=tuple(actions))
