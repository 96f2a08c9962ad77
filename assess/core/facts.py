"""What is published about employees at once, as equations: each group's n and n times its mean are known."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assess.core.cells import TEAM, Group
from assess.core.crowd import Crowd, Mask
from assess.core.statistics import Floats

DUST = 1e-7
"""What is smaller comes from rounding."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The groups shown, each with its atoms; an equation each in as many unknowns as there are atoms."""

    groups: tuple[Group, ...]
    masks: NDArray[np.bool_]
    """A row for each group, a column for each atom."""
    n: Floats
    """How many people each atom has; never none."""

    @property
    def sizes(self) -> Floats:
        """How many people each group has."""
        sizes: Floats = self.masks @ self.n
        return sizes

    def without(self, hidden: Collection[Group]) -> "Facts":
        """The same when these groups are not shown."""
        keep = [place for place, group in enumerate(self.groups) if group not in hidden]
        return Facts(tuple(self.groups[place] for place in keep), self.masks[keep], self.n)


def facts(crowd: Crowd, shown: Sequence[Group], n: Floats) -> Facts:
    """What showing these groups tells when `n` people of each atom count."""
    masks = np.array([crowd.members(group) for group in shown], bool).reshape(len(shown), len(n))
    return Facts(tuple(shown), masks[:, n > 0], n[n > 0])


@dataclass(frozen=True, slots=True)
class RowSpace:
    """All that follows from facts by adding and subtracting them."""

    left: Floats
    length: Floats
    basis: Floats

    def beyond(self, wanted: Floats) -> Floats:
        """What is left of each row of `wanted` that does not follow; all zeros when all of it does."""
        left: Floats = wanted - wanted @ self.basis.T @ self.basis
        return left

    def parts(self, wanted: Floats) -> Floats:
        """How often each fact is taken to arrive at one row that follows."""
        parts: Floats = self.left @ ((self.basis @ wanted) / self.length)
        return parts

    def nearest(self, sums: Floats) -> Floats:
        """The smallest values of which the rows are these sums."""
        values: Floats = self.basis.T @ ((self.left.T @ sums) / self.length)
        return values


def row_space(rows: NDArray[np.bool_] | Floats) -> RowSpace:
    """What follows from these rows."""
    if not rows.size:
        return RowSpace(np.zeros((len(rows), 0)), np.zeros(0), np.zeros((0, rows.shape[1])))
    left, length, basis = np.linalg.svd(rows.astype(np.float64), full_matrices=False)
    rank = int((length > DUST * max(rows.shape)).sum())
    return RowSpace(left[:, :rank], length[:rank], basis[:rank])


def least_missed(facts: Facts, weights: Floats, about: Mask) -> Group | None:
    """Of the groups that take part in giving something away the one whose loss is smallest.

    Two choices at once go before one, attributes before teams, those concerned before others, small
    before large; the figure of everybody goes last.
    """
    strong = np.abs(weights) >= max(DUST, 0.5 * float(np.abs(weights).max(initial=0)))
    touches: Mask = np.any(facts.masks & about, axis=1)
    sizes = facts.sizes
    return min(
        (facts.groups[place] for place in np.flatnonzero(strong)),
        key=lambda group: _loss(group, facts, touches, sizes),
        default=None,
    )


def _loss(group: Group, facts: Facts, touches: Mask, sizes: Floats) -> tuple[int, bool, bool, float, Group]:
    place = facts.groups.index(group)
    alone = [name for name, _ in group] == [TEAM]
    return -len(group), alone, not touches[place], float(sizes[place]), group


def again(hidden: Collection[Group], facts: Facts) -> list[Group]:
    """In which order hidden groups are tried once more: those of fewest choices first, then the largest."""
    sizes = dict(zip(facts.groups, facts.sizes.tolist(), strict=True))
    return sorted(hidden, key=lambda group: (len(group), -sizes[group], group))
