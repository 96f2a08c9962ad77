"""The plan as the team decides it: the proposed actions and its own, with names, days and judgements.

A value that is never changed: what the team does gives a new one (`deciding`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import timedelta
from functools import cached_property
from typing import Literal

from assess.core.priority import Factors, Flag, Situation
from assess.core.questionnaire import Action, Audience
from assess.core.scheduling import Candidate, effective_priorities, rank

Place = Literal["days_0_30", "days_31_60", "days_61_90", "later"]
"""When an action starts: in one of three times thirty days, or later."""
LATER: Place = "later"
THIRTIES: tuple[Place, ...] = ("days_0_30", "days_31_60", "days_61_90")
PLACES: tuple[Place, ...] = (*THIRTIES, LATER)
BLOCK_DAYS = 30

Part = Literal["title", "what", "first_step", "measure"]
PARTS: tuple[Part, ...] = ("title", "what", "first_step", "measure")
"""The texts of an action."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The clear gap that raised an action's priority: who sees it differently, by how many points."""

    audience: Audience
    points: float
    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why an action was proposed: all that made its priority, as it stood at the time."""

    theme: str
    topic: str
    """The weakest topic it moves."""
    current: float
    """The mean of that topic, in levels."""
    target: float
    n: int
    """How many leaders' answers that mean is of."""
    need: float
    confidence: float
    gap_factor: float
    impact: int
    """The makers' judgement, as is `effort`; what counts is the action's own."""
    effort: int
    days: int
    tags: tuple[str, ...] = ()
    doubts: tuple[Flag, ...] = ()
    gap: Raised | None = None
    requires: tuple[str, ...] = ()
    """What has to be done before it, as far as that is not done yet."""
    out_of_reach: tuple[str, ...] = ()
    """Those of them that cannot start yet."""


@dataclass(frozen=True, slots=True)
class DecidedAction:
    """One line of the plan. Without grounds it is the team's own."""

    id: str
    place: Place
    grounds: Grounds | None = None
    texts: Mapping[Part, str] = field(default_factory=dict)
    """What the team wrote; where it wrote nothing, the words of the questionnaire stand."""
    role: str = ""
    """The proposed owner: a key of the set's owners."""
    owner: str = ""
    ready_on: Date | None = None
    """The day the team chose; None for the proposed one."""
    impact: int | None = None
    effort: int | None = None
    dropped: bool = False

    @property
    def own(self) -> bool:
        """Whether the team added it."""
        return self.grounds is None

    @property
    def rejudged(self) -> bool:
        """Whether the team judges impact or effort otherwise than the makers of the questionnaires."""
        why = self.grounds
        return why is not None and (self.impact, self.effort) != (why.impact, why.effort)


@dataclass(frozen=True, slots=True)
class Final:
    """Who decided the plan, and on which day."""

    by: str
    on: Date


@dataclass(frozen=True)
class DecidedPlan:
    """All that is decided about ninety days."""

    start: Date
    themes: tuple[str, ...]
    """In the order of the set, which decides between equals."""
    actions: tuple[DecidedAction, ...] = ()
    version: int = 1
    final: Final | None = None

    def action(self, id: str) -> DecidedAction | None:
        """The action with this id, whether dropped or not."""
        return next((action for action in self.actions if action.id == id), None)

    def at(self, place: Place) -> list[DecidedAction]:
        """What starts then: by priority, and after that what the team added, in the order it came."""
        here = {a.id: a for a in self.actions if a.place == place and not a.dropped}
        ranked = [id for id in self.ranking if id in here]
        return [here[id] for id in (*ranked, *(id for id in here if id not in ranked))]

    @property
    def starting(self) -> list[DecidedAction]:
        """What starts within the ninety days, in that order."""
        return [action for block in THIRTIES for action in self.at(block)]

    @property
    def dropped(self) -> list[DecidedAction]:
        """What the team took out."""
        return [action for action in self.actions if action.dropped]

    @property
    def without_owner(self) -> list[DecidedAction]:
        """What starts, and nobody's name stands at it yet."""
        return [action for action in self.starting if not action.owner]

    def days(self, place: Place) -> tuple[Date, Date]:
        """The first and the last day of a block; of `later`, those of the ninety days."""
        if place == LATER:
            return self.start, self.days(THIRTIES[-1])[1]
        first = self.start + timedelta(BLOCK_DAYS * THIRTIES.index(place))
        return first, first + timedelta(BLOCK_DAYS - 1)

    def ready_on(self, action: DecidedAction) -> Date | None:
        """The day an action is ready: as chosen, else as proposed; None for what starts later."""
        if action.ready_on is not None or action.place == LATER:
            return action.ready_on
        first, last = self.days(action.place)
        return last if action.grounds is None else first + timedelta(action.grounds.days - 1)

    def waits_for(self, action: DecidedAction) -> list[str]:
        """What has to be done first and does not start in an earlier block."""
        why = action.grounds
        if why is None or action.place == LATER:
            return [] if why is None else list(why.out_of_reach)
        earlier = {a.id for block in THIRTIES[: THIRTIES.index(action.place)] for a in self.at(block)}
        return [id for id in why.requires if id not in earlier]

    def own_priority(self, action: DecidedAction) -> float | None:
        """What an action's factors multiply to; None for what the team added."""
        why = _factors(action)
        return None if why is None else why.priority

    def priority(self, action: DecidedAction) -> float | None:
        """What an action ranks by: its own priority, or that of an action that waits for it."""
        return self._effective.get(action.id, self.own_priority(action))

    @cached_property
    def ranking(self) -> list[str]:
        """The ids of the proposed actions that may start, highest priority first, by the rule of the plan."""
        return rank(self.candidates, self.themes, self._effective)

    @cached_property
    def _effective(self) -> dict[str, float]:
        return effective_priorities(self.candidates)

    @cached_property
    def candidates(self) -> dict[str, Candidate]:
        """What the rule ranks: neither dropped nor, unless taken up all the same, out of reach."""
        found = {}
        for action in self.actions:
            why, factors = action.grounds, _factors(action)
            reached = why is not None and (not why.out_of_reach or action.place != LATER)
            if why is not None and factors is not None and reached and not action.dropped:
                found[action.id] = Candidate(
                    _bare(action, why), _situation(why), why.topic, why.current, factors
                )
        return found


def _factors(action: DecidedAction) -> Factors | None:
    why = action.grounds
    if why is None or action.impact is None or action.effort is None:
        return None
    return Factors(why.need, action.impact, why.confidence, why.gap_factor, action.effort)


def _situation(why: Grounds) -> Situation:
    gap = None if why.gap is None else why.gap.points
    return Situation(why.theme, {why.topic: why.current}, why.doubts, gap, why.target)


def _bare(action: DecidedAction, why: Grounds) -> Action:
    """What the rule has to know of an action: all but its words."""
    return Action(
        id=action.id,
        moves=(why.topic,),
        from_level=0,
        impact=action.impact or why.impact,
        effort=action.effort or why.effort,
        days=why.days,
        owner=action.role,
        title={},
        what={},
        first_step={},
        measure={},
        requires=why.requires,
    )
