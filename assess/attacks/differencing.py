"""Differencing: subtracting published figures from each other until somebody's own is left.

The attacker knows everything but the answers: who answered, to which team and attributes each belongs, and
who has a score on a theme. Waves may be held against each other, as if people answered the same again.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from assess.attacks.elimination import followed

TEAM = "team"
EVERYBODY = "employees"


@dataclass(frozen=True, slots=True)
class Cell:
    """One published mean: of everybody with these choices, on one theme."""

    choices: frozenset[tuple[str, str]]
    theme: str
    n: int
    score: float


@dataclass(frozen=True, slots=True)
class Person:
    """What everybody may know of one employee, who is `same` in each wave."""

    same: Hashable
    choices: frozenset[tuple[str, str]]
    themes: frozenset[str]
    """On which there is a score."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The mean of a few people, worked out."""

    theme: str
    people: frozenset[Hashable]
    score: float


Wave = tuple[Sequence[Cell], Sequence[Person]]


def published(report: str) -> list[Cell]:
    """All means of employees in a report as JSON, of everybody, each team and each other group."""
    employees = json.loads(report)["audiences"][EVERYBODY]
    teams = ((((TEAM, name),), group) for name, group in employees.get("teams", {}).items())
    groups = ((tuple(group["choices"].items()), group) for group in employees.get("groups", []))
    found = [((), employees), *teams, *groups]
    return [cell for choices, group in found for cell in _cells(choices, group)]


def _cells(choices: tuple[tuple[str, str], ...], group: Mapping[str, Any]) -> Iterator[Cell]:
    for theme, figures in group.get("themes", {}).items():
        # A bound is no sum: nothing can be subtracted from it.
        if figures and figures["score"] is not None and not figures.get("capped"):
            yield Cell(frozenset(choices), theme, figures["n"], figures["score"])


def members(cell: Cell, people: Sequence[Person]) -> frozenset[Hashable]:
    """Whom a mean is of."""
    return frozenset(one.same for one in people if cell.choices <= one.choices and cell.theme in one.themes)


def recovered(waves: Sequence[Wave], fewest: int) -> list[Recovered]:
    """The means of groups smaller than the smallest that follow from all that was published."""
    sums: dict[str, dict[frozenset[Hashable], float]] = defaultdict(dict)
    for cells, people in waves:
        for cell in cells:
            group = members(cell, people)
            if len(group) == cell.n:
                sums[cell.theme][group] = cell.n * cell.score
    return [found for theme, known in sums.items() for found in _recovered(theme, known, fewest)]


def _recovered(theme: str, known: Mapping[frozenset[Hashable], float], fewest: int) -> Iterator[Recovered]:
    groups = list(known)
    atoms = _atoms(groups)
    matrix = np.array([[atom[0] in group for atom in atoms] for group in groups], np.int64)
    sizes = [len(atom) for atom in atoms]
    for columns in followed(matrix, sizes, fewest, Random(len(groups))):
        wanted = np.zeros(len(atoms))
        wanted[list(columns)] = 1
        weights = np.linalg.lstsq(matrix.T.astype(float), wanted, rcond=None)[0]
        people = [person for column in columns for person in atoms[column]]
        total = float(weights @ np.array([known[group] for group in groups]))
        yield Recovered(theme, frozenset(people), total / len(people))


def _atoms(groups: Sequence[frozenset[Hashable]]) -> list[list[Hashable]]:
    """People whom no published group tells from each other, together."""
    where: dict[Hashable, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for person in group:
            where[person].append(place)
    together: dict[tuple[int, ...], list[Hashable]] = defaultdict(list)
    for person, places in where.items():
        together[tuple(places)].append(person)
    return list(together.values())
