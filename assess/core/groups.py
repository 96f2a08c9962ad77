"""Who of the employees belongs to which group: by team, by attribute, or by two of these at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from assess.core.attributes import NO_CHOICE
from assess.core.cells import MOST_CHOICES_AT_ONCE, TEAM, Choice, Group
from assess.core.responses import Answers

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Trait:
    """The team or an attribute, with what each employee chose of it."""

    name: str
    choices: tuple[str, ...]
    places: NDArray[np.int32]
    """Each employee's place in `choices`, or `NO_CHOICE`."""


def traits(answers: Answers) -> tuple[Trait, ...]:
    """The team, when somebody named one, then the attributes in their order."""
    found = []
    if answers.teams is not None:
        found.append(_teams(answers.teams, answers.team_names))
    for name, column in answers.attributes.items():
        found.append(Trait(name, answers.choices[name], column.astype(np.int32)))
    return tuple(trait for trait in found if (trait.places != NO_CHOICE).any())


def _teams(places: NDArray[np.int32], names: Sequence[str]) -> Trait:
    """Teams in alphabetical order; who belongs to none made no choice."""
    order = sorted(name for name in names if name)
    new = [order.index(name) if name else NO_CHOICE for name in names]
    return Trait(TEAM, tuple(order), np.array([*new, NO_CHOICE], np.int32)[places])


def rows_of_groups(found: Sequence[Trait]) -> Iterator[tuple[Group, Rows]]:
    """Everybody in each group of one or two choices but a team alone; nobody who made no choice."""
    for size in range(1, MOST_CHOICES_AT_ONCE + 1):
        for some in combinations(found, size):
            if [trait.name for trait in some] != [TEAM]:
                yield from _rows_of(some)


def _rows_of(some: Sequence[Trait]) -> Iterator[tuple[Group, Rows]]:
    places = np.column_stack([trait.places for trait in some])
    for chosen in product(*(range(len(trait.choices)) for trait in some)):
        rows = np.flatnonzero((places == chosen).all(axis=1))
        if len(rows):
            yield tuple(_choice(trait, place) for trait, place in zip(some, chosen, strict=True)), rows


def _choice(trait: Trait, place: int) -> Choice:
    return trait.name, trait.choices[place] if place != NO_CHOICE else ""
