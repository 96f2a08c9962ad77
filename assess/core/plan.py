"""Rules to ranked, scheduled actions, each with every factor that made its priority."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assess.core.priority import Situation, factors
from assess.core.questionnaire import Action
from assess.core.scheduling import BLOCKS, Candidate, Limits, effective_priorities, rank, schedule
from assess.core.scoring import level

WEAKEST_TOPICS = 5
"""For so many of the weakest topics the plan says so when it has no action."""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of the plan: where it ranks and every factor of why."""

    action: str
    theme: str
    priority: float
    """What it ranks by: its own, or that of an action that waits for it."""
    own: float
    need: float
    impact: int
    confidence: float
    gap_factor: float
    effort: int
    current: float
    """The mean of the weakest topic it moves, in levels."""
    topic: str
    """The weakest topic it moves."""
    gap_pp: float | None
    """The clear gap that raised it, in points; None where there is none."""
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do in ninety days, what can wait, and what is not covered."""

    ranking: tuple[PlannedAction, ...] = ()
    blocks: Mapping[str, tuple[PlannedAction, ...]] = field(default_factory=lambda: dict.fromkeys(BLOCKS, ()))
    later: tuple[PlannedAction, ...] = ()
    blocked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By action: the prerequisites out of reach that it waits for."""
    without_action: tuple[str, ...] = ()
    """The topics among the five weakest for which the plan has nothing."""


def make_plan(
    situations: Sequence[Situation], actions: Sequence[tuple[str, Action]], limits: Limits | None = None
) -> Plan:
    """The plan for these themes from their actions, each given with its theme's id."""
    standing = standings(situations, actions)
    ready = {id: c for id, c in standing.items() if _starts(c)}
    blocked = _blocked(ready, standing)
    candidates = {id: c for id, c in ready.items() if id not in blocked}
    effective = effective_priorities(candidates)
    ranking = rank(candidates, [situation.theme for situation in situations], effective)
    blocks, later = schedule(candidates, ranking, limits or Limits())
    needed = {id for candidate in candidates.values() for id in candidate.action.requires}
    entries = {id: _entry(c, effective[id], id in needed) for id, c in candidates.items()}
    return Plan(
        ranking=tuple(entries[id] for id in ranking),
        blocks={name: tuple(entries[id] for id in ids) for name, ids in blocks.items()},
        later=tuple(entries[id] for id in later),
        blocked=blocked,
        without_action=_uncovered(situations, list(candidates.values())),
    )


def standings(situations: Sequence[Situation], actions: Sequence[tuple[str, Action]]) -> dict[str, Candidate]:
    """Every action of which a topic is known, at the weakest topic that it moves."""
    by_theme = {situation.theme: situation for situation in situations}
    standing = {}
    for theme, action in actions:
        situation = by_theme.get(theme)
        if situation is None:
            continue
        known = [(mean, id) for id in action.moves if (mean := situation.topics.get(id)) is not None]
        if known:
            current, topic = min(known, key=lambda pair: pair[0])
            why = factors(current, action.impact, action.effort, situation)
            standing[action.id] = Candidate(action, situation, topic, current, why)
    return standing


def _starts(candidate: Candidate) -> bool:
    return (
        level(candidate.current) == candidate.action.from_level
        and candidate.current < candidate.situation.target
    )


def _blocked(ready: Mapping[str, Candidate], standing: Mapping[str, Candidate]) -> dict[str, tuple[str, ...]]:
    """Actions that wait for a prerequisite out of reach, whether their own or one further down."""
    blocked: dict[str, tuple[str, ...]] = {}

    def out_of_reach(id: str) -> bool:
        if id in ready:
            return id in blocked
        return id not in standing or level(standing[id].current) < standing[id].action.from_level

    for _ in ready:
        for id in sorted(ready):
            waits = tuple(needed for needed in ready[id].action.requires if out_of_reach(needed))
            if waits:
                blocked[id] = waits
    return blocked


def _uncovered(situations: Sequence[Situation], candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The topics below target, among the five weakest of all, that no action in the plan moves."""
    topics = [
        (mean, id, mean < situation.target)
        for situation in situations
        for id, mean in situation.topics.items()
        if mean is not None
    ]
    weakest = sorted(topics, key=lambda topic: topic[0])[:WEAKEST_TOPICS]
    moved = {id for candidate in candidates for id in candidate.action.moves}
    return tuple(id for _, id, below in weakest if below and id not in moved)


def _entry(candidate: Candidate, priority: float, foundation: bool) -> PlannedAction:
    why, situation = candidate.factors, candidate.situation
    return PlannedAction(
        action=candidate.action.id,
        theme=situation.theme,
        priority=priority,
        own=why.priority,
        need=why.need,
        impact=why.impact,
        confidence=why.confidence,
        gap_factor=why.gap_factor,
        effort=why.effort,
        current=candidate.current,
        topic=candidate.topic,
        gap_pp=situation.gap_pp,
        tags=_tags(candidate, foundation),
    )


def _tags(candidate: Candidate, foundation: bool) -> tuple[str, ...]:
    action = candidate.action
    tags = {
        "foundation": foundation,
        "quick_win": action.effort == 1 and action.impact >= 2 and action.days <= 30,
        "big_step": action.effort == 3,
        "discuss_first": candidate.situation.discuss_first,
        "listen_first": candidate.situation.listen_first,
    }
    return tuple(tag for tag, applies in tags.items() if applies)
