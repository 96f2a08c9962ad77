"""Employees in atoms: who made the same choices in everything, so that no published group parts them.

Whoever attacks is taken to know of each employee the team and the attributes, and whether they answered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from assess.core.cells import MOST_CHOICES_AT_ONCE, Group
from assess.core.groups import Trait
from assess.core.scoring import Respondents
from assess.core.statistics import Floats

Mask = NDArray[np.bool_]
"""A place per atom: whether it belongs."""


@dataclass(frozen=True, slots=True)
class Sums:
    """By atom: how many have a score on a theme, the sum of their scores, and that of the squares."""

    n: Floats
    total: Floats
    squares: Floats


@dataclass(frozen=True, slots=True)
class Crowd:
    """All employees who answered, by atom."""

    traits: tuple[str, ...] = ()
    atoms: tuple[tuple[str, ...], ...] = ()
    """Of each atom what its people chose, in the order of `traits`; the empty text for no choice."""
    n: Floats = field(default_factory=lambda: np.zeros(0))
    themes: Mapping[str, Sums] = field(default_factory=dict)

    def members(self, group: Group) -> Mask:
        """The atoms of a group."""
        belongs = np.ones(len(self.atoms), bool)
        for name, choice in group:
            place = self.traits.index(name)
            belongs &= np.array([atom[place] == choice for atom in self.atoms], bool)
        return belongs

    def nameable(self) -> Iterator[Mask]:
        """Every group of one or two choices, of who made no choice as well, and every atom."""
        for size in range(1, MOST_CHOICES_AT_ONCE + 1):
            for places in combinations(range(len(self.traits)), size):
                for chosen in sorted({tuple(atom[place] for place in places) for atom in self.atoms}):
                    yield self.members(
                        tuple((self.traits[place], one) for place, one in zip(places, chosen, strict=True))
                    )
        yield from np.eye(len(self.atoms), dtype=bool)


def crowd(traits: Sequence[Trait], n: int, seen: Mapping[str, Respondents]) -> Crowd:
    """The `n` employees by atom, with what they say of each theme."""
    places = np.zeros(n, np.int64)
    for trait in traits:
        places = places * (len(trait.choices) + 1) + trait.places + 1
    # Counting is ten times as fast as sorting, and there are few places.
    present = np.flatnonzero(np.bincount(places))
    rank = np.zeros(int(places.max(initial=0)) + 1, np.int64)
    rank[present] = np.arange(len(present))
    atom = rank[places]
    atoms = tuple(_choices(traits, int(place)) for place in present)
    themes = {id: _sums(people, atom, len(atoms)) for id, people in seen.items()}
    count = np.bincount(atom, minlength=len(atoms)).astype(np.float64)
    return Crowd(tuple(trait.name for trait in traits), atoms, count, themes)


def _choices(traits: Sequence[Trait], place: int) -> tuple[str, ...]:
    """What the people at a place chose, of each trait; the reverse of how `crowd` numbers places."""
    chosen = []
    for trait in reversed(traits):
        place, one = divmod(place, len(trait.choices) + 1)
        chosen.append(trait.choices[one - 1] if one else "")
    return tuple(reversed(chosen))


def _sums(people: Respondents, atom: NDArray[np.intp], atoms: int) -> Sums:
    # Who has no score goes to one place more, which is left out.
    places, most = np.where(people.enough, atom, atoms), atoms + 1
    n = np.bincount(places, minlength=most)[:atoms].astype(np.float64)
    total, squares = (
        np.bincount(places, part, most)[:atoms].astype(np.float64)
        for part in (people.score, np.square(people.score))
    )
    return Sums(n, total, squares)
