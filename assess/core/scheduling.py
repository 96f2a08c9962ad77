"""Ranked actions into three blocks of thirty days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assess.core.priority import Factors, Situation
from assess.core.questionnaire import Action

BLOCKS = ("days_0_30", "days_31_60", "days_61_90")
POINTS = {1: 1, 2: 2, 3: 4}
"""What an action of each effort takes of a block's capacity."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action that could start now, with the weakest topic it moves and why it ranks."""

    action: Action
    situation: Situation
    topic: str
    current: float
    """The mean of that topic, in levels."""
    factors: Factors


@dataclass(frozen=True, slots=True)
class Limits:
    """How much fits: effort points a block, actions per theme and block, actions in all."""

    capacity: int = 5
    per_theme: int = 2
    most: int = 9


def effective_priorities(candidates: Mapping[str, Candidate]) -> dict[str, float]:
    """Each action's own priority, or the higher one of an action that waits for it."""
    effective = {id: candidate.factors.priority for id, candidate in candidates.items()}
    for _ in candidates:
        before = dict(effective)
        for id, candidate in candidates.items():
            for needed in candidate.action.requires:
                if needed in effective:
                    effective[needed] = max(effective[needed], effective[id])
        if effective == before:
            break
    return effective


def rank(
    candidates: Mapping[str, Candidate], themes: Sequence[str], effective: Mapping[str, float]
) -> list[str]:
    """Priority, prerequisites first, lighter, shorter, the set's order of themes, id."""

    def depth(id: str) -> int:
        waits = [depth(needed) for needed in candidates[id].action.requires if needed in candidates]
        return 1 + max(waits) if waits else 0

    def key(id: str) -> tuple[float, int, int, int, int, str]:
        action = candidates[id].action
        place = themes.index(candidates[id].situation.theme)
        return -round(effective[id], 9), depth(id), action.effort, action.days, place, id

    return sorted(candidates, key=key)


def schedule(
    candidates: Mapping[str, Candidate], ranking: Sequence[str], limits: Limits
) -> tuple[dict[str, list[str]], list[str]]:
    """Each action in the earliest block with room, after its prerequisites; the rest is for later."""
    blocks: list[list[str]] = [[] for _ in BLOCKS]
    later = []
    for id in ranking:
        place = _place(id, candidates, blocks, limits)
        if place is None or sum(map(len, blocks)) >= limits.most:
            later.append(id)
        else:
            blocks[place].append(id)
    return dict(zip(BLOCKS, blocks, strict=True)), later


def _place(
    id: str, candidates: Mapping[str, Candidate], blocks: list[list[str]], limits: Limits
) -> int | None:
    """The first block an action fits in; None when there is none."""
    candidate = candidates[id]
    action, theme = candidate.action, candidate.situation.theme
    first = 1 if candidate.situation.discuss_first and action.effort >= 2 else 0
    for needed in action.requires:
        if needed in candidates:
            done = next((place for place, ids in enumerate(blocks) if needed in ids), len(blocks))
            first = max(first, done + 1)
    for place in range(first, len(blocks)):
        others = [candidates[other] for other in blocks[place]]
        points = sum(POINTS[other.action.effort] for other in others) + POINTS[action.effort]
        same = sum(other.situation.theme == theme for other in others)
        if points <= limits.capacity and same < limits.per_theme:
            return place
    return None
