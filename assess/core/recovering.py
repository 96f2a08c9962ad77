"""Which groups smaller than the smallest could be worked out exactly from what is published.

Facts cannot part the people of one atom, so a group that follows from them is a union of whole atoms, and
one of fewer people than the smallest group is a union of few small atoms. All unions of up to four atoms
are tried, which is every group of up to four people: with the smallest group of five the test is complete.
With a larger one, of unions of five or more tiny atoms only those are tried that remain of a group when all
its parts that are shown are taken off.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assess.core.cells import Group
from assess.core.crowd import Mask
from assess.core.facts import DUST, Facts, RowSpace, again, least_missed, row_space
from assess.core.statistics import Floats


def to_hide(facts: Facts, fewest: int, secret: Sequence[Mask] = ()) -> set[Group]:
    """The groups to hide so that no group of fewer than `fewest` people follows, nor one of `secret`.

    Hidden first is what is missed least; what turns out to do no harm is shown again, largest first.
    """
    hidden: set[Group] = set()
    left = facts
    while found := _least_missed(left, fewest, secret):
        hidden |= found
        left = facts.without(hidden)
    for group in again(hidden, facts):
        if not any(_given_away(facts.without(hidden - {group}), fewest, secret)):
            hidden.discard(group)
    return hidden


def _least_missed(facts: Facts, fewest: int, secret: Sequence[Mask]) -> set[Group]:
    """For each small group that follows, one that it takes; a second one of the same need not go at once."""
    found: set[Group] = set()
    for atoms, weights in _given_away(facts, fewest, secret):
        taken = {facts.groups[place] for place in np.flatnonzero(np.abs(weights) > DUST)}
        group = least_missed(facts, weights, atoms)
        if group is not None and not taken & found:
            found.add(group)
    return found


def _given_away(facts: Facts, fewest: int, secret: Sequence[Mask]) -> Iterator[tuple[Mask, Floats]]:
    """The groups that follow though they must not, each with how often every fact is taken."""
    if not facts.groups or not ((facts.n < fewest).any() or secret):
        return
    space = row_space(facts.masks)
    for atoms in (
        *small_groups(space, facts.n, fewest),
        *_remainders(facts, fewest),
        *_followed(space, secret),
    ):
        yield atoms, space.parts(atoms.astype(np.float64))


def _remainders(facts: Facts, fewest: int) -> Iterator[Mask]:
    """What few people are left of a group without all its parts by one more choice of the same kind."""
    shown = {group: place for place, group in enumerate(facts.groups)}
    left: dict[tuple[Group, str], Mask] = {}
    for group, place in shown.items():
        for choice in group:
            whole = tuple(other for other in group if other != choice)
            if whole in shown:
                rest = left.get((whole, choice[0]), facts.masks[shown[whole]])
                left[whole, choice[0]] = rest & ~facts.masks[place]
    for rest in left.values():
        if 0 < facts.n[rest].sum() < fewest:
            yield rest


def _followed(space: RowSpace, secret: Iterable[Mask]) -> Iterator[Mask]:
    for atoms in secret:
        if atoms.any() and np.abs(space.beyond(atoms[None].astype(np.float64))).max() < DUST:
            yield atoms


def small_groups(space: RowSpace, n: Floats, fewest: int) -> list[Mask]:
    """The groups of fewer than `fewest` people that follow; of unions only those of fewest atoms."""
    small = np.flatnonzero(n < fewest)
    beyond = space.beyond(np.eye(len(n))[small])
    for sets in (_single(beyond), _pairs(beyond, n[small], fewest), _fours(beyond, n[small], fewest)):
        found = [one for one in sets if np.abs(beyond[list(one)].sum(axis=0)).max() < DUST]
        if found:
            return [np.isin(np.arange(len(n)), small[list(one)]) for one in found]
    return []


Places = tuple[int, ...]


def _single(beyond: Floats) -> list[Places]:
    return [(int(place),) for place in np.flatnonzero(np.abs(beyond).max(axis=1, initial=0) < DUST)]


def _pairs(beyond: Floats, n: Floats, fewest: int) -> Iterator[Places]:
    """Pairs that together leave nothing; `_mark` finds them without adding up each pair."""
    mark = _mark(beyond)
    yield from _opposites(mark, [(place,) for place in range(len(n))], n, fewest)


def _fours(beyond: Floats, n: Floats, fewest: int) -> Iterator[Places]:
    """Three or four atoms that together leave nothing: a pair and an atom, or two pairs."""
    first, second = np.triu_indices(len(n), 1)
    few = n[first] + n[second] < fewest
    pairs = list(zip(first[few].tolist(), second[few].tolist(), strict=True))
    parts: list[Places] = [*((place,) for place in range(len(n))), *pairs]
    one = _mark(beyond)
    marks = np.concatenate([one, one[first[few]] + one[second[few]]])
    yield from _opposites(marks, parts, n, fewest)


def _mark(beyond: Floats) -> Floats:
    """A number for each row, such that rows which cancel out have numbers which do."""
    mark: Floats = beyond @ np.sin(1 + np.arange(beyond.shape[1], dtype=np.float64) ** 2)
    return mark


def _opposites(marks: Floats, parts: Sequence[Places], n: Floats, fewest: int) -> Iterator[Places]:
    """Two parts whose marks cancel out, without an atom in common and with few people together."""
    order = np.argsort(marks)
    ranked = marks[order]
    starts: NDArray[np.intp] = np.searchsorted(ranked, -marks - DUST)
    ends: NDArray[np.intp] = np.searchsorted(ranked, -marks + DUST)
    for one in np.flatnonzero(ends > starts).tolist():
        for other in order[starts[one] : ends[one]].tolist():
            places = tuple(sorted((*parts[one], *parts[other])))
            distinct = len(set(places)) == len(places)
            if one < other and distinct and n[list(places)].sum() < fewest:
                yield places
