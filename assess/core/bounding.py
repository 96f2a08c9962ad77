"""How narrowly figures pin what few people said, though nothing follows exactly.

Everybody's score lies between 0 and 100, so a mean near an end of the scale, or one group's mean beside
another's, leaves little room for a small group in it. Tested is every small group that can be named by one
or two choices, every small atom, and each single person of any atom: the least and the most that their
mean can be, given all that is published of the theme, must lie a scale point apart.

Most groups are cleared without linear programming: two sets of scores that both fit what is published,
in which the group's mean lies a point apart, are proof enough.

Not covered: that a figure is hidden here tells whoever knows this rule that it lies near an end of the
scale, or far from another one; and colleagues who put their own answers together know more than all
others do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assess.core.cells import Group
from assess.core.crowd import Mask
from assess.core.facts import DUST, Facts, again, least_missed, row_space
from assess.core.figures import Capped
from assess.core.room import Room
from assess.core.statistics import Floats

MOST = 100.0
"""The highest score of one person."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What is published of one theme: facts with their figures."""

    facts: Facts
    total: Mapping[Group, float]
    """n times the mean."""
    capped: Mapping[Group, Capped]
    """Groups of which only is told that the mean lies at most `point` / n from an end of the scale."""
    point: float
    """One point of the scale, of 100."""


SLACK = 1e-4
"""Of 100: what linear programming may be off."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What is tested: the mean of each candidate, and each person of every atom of two or more."""

    atoms: Floats
    """A row for each aim: the atoms whose scores it adds up."""
    people: Floats
    """How many people these have."""
    single: Mask
    """Whether one person of the atom is meant, instead of all."""

    def widths(self, low: Floats, high: Floats) -> Floats:
        """How far apart the means can lie when sums lie between `low` and `high`."""
        one = np.minimum(MOST, high) - np.maximum(0.0, low - MOST * (self.people - 1))
        widths: Floats = np.where(self.single, one, (high - low) / self.people)
        return widths


def aims(facts: Facts, candidates: Sequence[Mask], fewest: int) -> Aims:
    """The small ones of these candidates, each once, and every person."""
    small = {mask.tobytes(): mask for mask in candidates if 0 < facts.n[mask].sum() < fewest}
    groups = np.array(list(small.values()), bool).reshape(len(small), len(facts.n))
    atoms = np.vstack([groups, np.eye(len(facts.n), dtype=bool)[facts.n > 1]]).astype(np.float64)
    return Aims(atoms, atoms @ facts.n, np.arange(len(atoms)) >= len(small))


def to_hide(scores: Scores, candidates: Sequence[Mask], fewest: int) -> set[Group]:
    """The groups to hide so that no candidate of fewer than `fewest` people, nor one person, is pinned."""
    tested = aims(scores.facts, candidates, fewest)
    hidden: set[Group] = set()
    while found := _least_missed(scores, scores.facts.without(hidden), tested):
        hidden |= found
    for group in again(hidden, scores.facts):
        if not any(_pinned(scores, scores.facts.without(hidden - {group}), tested)):
            hidden.discard(group)
    return hidden


def _least_missed(scores: Scores, left: Facts, tested: Aims) -> set[Group]:
    """For each that is pinned one group that does it; a second one of the same need not go at once."""
    found: set[Group] = set()
    if not left.groups:
        return found
    for atoms, weights in _pinned(scores, left, tested):
        taken = {left.groups[place] for place in np.flatnonzero(np.abs(weights) > DUST)}
        group = least_missed(left, weights, atoms)
        if group is not None and not taken & found:
            found.add(group)
    return found


def _pinned(scores: Scores, left: Facts, tested: Aims) -> Iterator[tuple[Mask, Floats]]:
    """What is pinned narrower than a point, each with whether every fact has to do with it."""
    unknown = _unknown(scores, left)
    if not unknown.atoms.any():
        return
    aims = tested.atoms[:, unknown.atoms] * MOST * left.n[unknown.atoms]
    aims = np.column_stack([aims, np.zeros((len(aims), unknown.room.rows.shape[1] - aims.shape[1]))])
    low, high = unknown.room.surely(aims, unknown.room.inside())
    for place in np.flatnonzero(aims.any(axis=1)):
        if tested.widths(low, high)[place] >= scores.point - SLACK:
            continue
        weights = np.zeros(len(unknown.facts))
        for sign in (1, -1):
            reached = unknown.room.furthest(sign * aims[place])
            if reached is not None:
                at = aims @ reached[0]
                low, high = np.fmin(low, at), np.fmax(high, at)
                weights = np.maximum(weights, np.abs(reached[1]) > SLACK * np.abs(reached[1]).max())
        if not tested.widths(low, high)[place] >= scores.point - SLACK:
            atoms = tested.atoms[place] > 0
            yield atoms, unknown.taking_part(left, weights > 0, atoms)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is left to find out when atoms that have a figure of their own are taken off."""

    room: Room
    """Each atom's sum as a part of the most it can be, then the unknowns of capped figures."""
    atoms: Mask
    facts: NDArray[np.intp]
    """Which facts still say something."""

    def taking_part(self, left: Facts, weights: Mask, about: Mask) -> Floats:
        """Which facts pin some atoms: of the room's those with weight, and what was taken off them."""
        chosen = self.facts[weights] if weights.any() else np.flatnonzero((left.masks & about).any(axis=1))
        known = left.masks[chosen].any(axis=0) & ~self.atoms
        taking: Mask = np.any(left.masks & known, axis=1) & (left.masks.sum(axis=1) == 1)
        taking[chosen] = True
        return taking.astype(np.float64)


def _unknown(scores: Scores, left: Facts) -> Unknown:
    """The room that facts leave; a capped one tells how far its sum lies from the end at most."""
    exact = np.array([group not in scores.capped for group in left.groups])
    total = np.array([scores.total[group] for group in left.groups])
    alone = exact & (left.masks.sum(axis=1) == 1)
    atoms = ~left.masks[alone].any(axis=0)
    known = np.zeros(len(left.n))
    for place in np.flatnonzero(alone):
        known[left.masks[place]] = total[place]
    told = np.flatnonzero((left.masks & atoms).any(axis=1))
    slack = _slack(scores, left, [place for place in told.tolist() if not exact[place]])
    total = np.where(exact, total, np.where(slack.sum(axis=1) > 0, MOST * left.sizes, 0.0))
    rows = np.column_stack([left.masks[:, atoms] * MOST * left.n[atoms], slack])[told]
    weight = np.linalg.norm(rows, axis=1)
    rows, sums = rows / weight[:, None], (total - left.masks @ known)[told] / weight
    return Unknown(Room(rows, sums, row_space(rows)), atoms, told)


def _slack(scores: Scores, left: Facts, capped: Sequence[int]) -> Floats:
    """One more unknown for each capped figure makes an equation of it."""
    slack = np.zeros((len(left.groups), len(capped)))
    for column, place in enumerate(capped):
        above = scores.capped[left.groups[place]] == "at_least"
        slack[place, column] = scores.point if above else -scores.point
    return slack
