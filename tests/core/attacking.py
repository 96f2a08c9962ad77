"""An attacker who knows everybody's team and attributes and every published figure; no code of the gate.

`recovered` works exactly, by row reduction over a finite field; `room_for` by linear programming with an
unknown for each person.
"""

from collections import defaultdict
from itertools import combinations

import numpy as np
from scipy.optimize import linprog

PRIME = 2**61 - 1


class Staff:
    """What the attacker knows of who answered a theme: each one's choices, by trait."""

    def __init__(self, people):
        self.people = people
        self.atoms = sorted(set(map(self._key, people)))
        self.sizes = [sum(self._key(person) == atom for person in people) for atom in self.atoms]

    @staticmethod
    def _key(person):
        return tuple(sorted(person.items()))

    def members(self, choices):
        return [all(person[name] == choice for name, choice in choices) for person in self.people]

    def row(self, choices):
        """Which atoms the people who made these choices are made of."""
        return [int(all(dict(atom)[name] == choice for name, choice in choices)) for atom in self.atoms]

    def groups(self):
        """Everybody, and everything that one or two choices name but who would rather not say."""
        named = (choices for choices in self.nameable() if len(choices) < 3)
        return {(), *(choices for choices in named if all(choice for _, choice in choices))}

    def nameable(self):
        """Everything that one or two choices name, and every atom; as lists of choices."""
        traits = sorted(self.people[0]) if self.people else []
        for size in (1, 2):
            for some in combinations(traits, size):
                yield from {tuple((name, person[name]) for name in some) for person in self.people}
        yield from self.atoms


def figures_of(published, theme):
    """Every figure on a theme that is published of employees, by the choices that name its group."""
    employees = published.audiences["employees"]
    named = {(): employees.themes}
    named |= {(("team", name),): team.themes for name, team in employees.teams.items()}
    named |= {choices: group.themes for choices, group in employees.groups.items()}
    return {choices: own[theme] for choices, own in named.items() if own.get(theme)}


def recovered(staff, known, fewest):
    """Groups of fewer than `fewest` people, of at most four atoms, whose sum follows from what is known."""
    left = _left_over([staff.row(choices) for choices in known], len(staff.atoms))
    small = [place for place, size in enumerate(staff.sizes) if size < fewest]
    parts = defaultdict(list)
    for count in (0, 1, 2):
        for places in combinations(small, count):
            total = tuple(sum(column) % PRIME for column in zip(*(left[p] for p in places), strict=True))
            parts[total or (0,) * len(staff.atoms)].append(places)
    for total, found in parts.items():
        opposite = tuple(-value % PRIME for value in total)
        for one in found:
            for other in parts.get(opposite, ()):
                places = set(one) | set(other)
                apart = len(places) == len(one) + len(other)
                if places and apart and sum(staff.sizes[place] for place in places) < fewest:
                    yield [staff.atoms[place] for place in sorted(places)]


def _left_over(rows, width):
    """Each atom's unit vector minus what follows from the rows: all zeros when the atom itself does."""
    pivots = {}
    for row in rows:
        reduced = _reduced([value % PRIME for value in row], pivots)
        pivot = next((place for place, value in enumerate(reduced) if value), None)
        if pivot is not None:
            inverse = pow(reduced[pivot], -1, PRIME)
            unit = [value * inverse % PRIME for value in reduced]
            for place, other in pivots.items():
                if other[pivot]:
                    pivots[place] = _minus(other, unit, other[pivot])
            pivots[pivot] = unit
    return [_reduced([int(place == atom) for place in range(width)], pivots) for atom in range(width)]


def _reduced(row, pivots):
    for place, unit in pivots.items():
        if row[place]:
            row = _minus(row, unit, row[place])
    return row


def _minus(row, unit, times):
    return [(value - times * one) % PRIME for value, one in zip(row, unit, strict=True)]


def room_for(staff, figures, point, fewest):
    """How far apart the mean of each small named group, and each person's score, can be told to lie."""
    count = len(staff.people)
    aims = {choices: staff.members(choices) for choices in staff.nameable()}
    aims = {choices: who for choices, who in aims.items() if sum(who) < fewest}
    aims |= {f"person {place}": [place == other for other in range(count)] for place in range(count)}
    equal, below = _equations(staff, figures, point)
    for name, who in aims.items():
        aim = np.array(who) / sum(who)
        ends = [linprog(sign * aim, *below, *equal, bounds=(0, 100)) for sign in (1, -1)]
        yield name, -ends[1].fun - ends[0].fun


def _equations(staff, figures, point):
    equal, below = ([], []), ([], [])
    for choices, figure in figures.items():
        who = np.array(staff.members(choices), float)
        assert who.sum() == figure.n
        if figure.capped == "at_least":
            below[0].append(-who)
            below[1].append(point - 100 * figure.n)
        elif figure.capped == "at_most":
            below[0].append(who)
            below[1].append(point)
        else:
            equal[0].append(who)
            equal[1].append(figure.n * figure.score)
    return tuple((np.array(rows), np.array(sums)) if rows else (None, None) for rows, sums in (equal, below))
