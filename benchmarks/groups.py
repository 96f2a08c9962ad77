"""How long the gate takes to decide on everything that is published of an organisation at once."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import combinations
from random import Random

import numpy as np
from scipy.optimize import linprog

from assess.core.disclosure import Published, publish
from assess.core.questionnaire import EMPLOYEES
from assess.core.responses import Responses
from assess.core.smallest import SmallestGroup
from assess.core.statistics import Floats
from benchmarks.answers import questionnaires
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import Unit, Work
from tests import people

STAFF, TEAMS, CHOICES = 500, 10, 4
THEMES = 6
MOST_SECONDS = 15.0
FEW = 20
ATOMS = TEAMS * CHOICES * CHOICES


def bounds() -> tuple[Bound, ...]:
    """The bounds on the audit of everything together: against a yardstick, and plainly in seconds."""
    return (
        Bound(
            "gate-seconds",
            f"publish() of {STAFF} employees, {TEAMS} teams, two attributes : one second",
            "the least and the most of each atom by linear programming, before and after hiding",
            MOST_SECONDS,
            _plainly,
            unit="wall",
            gauge=clock,
            rounds=3,
        ),
        Bound(
            "gate",
            f"publish() of {STAFF} employees, {TEAMS} teams, two attributes of {CHOICES} choices : "
            f"the least and the most of {FEW} atoms by linear programming",
            "the same of every atom for each theme, no hiding",
            12,
            _together,
            rounds=5,
        ),
    )


def organisation(staff: int = STAFF) -> Responses:
    """Employees who told a team and two attributes; one in twenty would rather not say."""
    rng = Random(people.SEED)
    answers = people.many(questionnaires(), staff, teams=TEAMS).of(EMPLOYEES)
    places = {name: [rng.choice([*range(CHOICES)] * 5 + [-1]) for _ in range(staff)] for name in "ab"}
    told = {name: np.array(column, np.int8) for name, column in places.items()}
    choices = {name: tuple(f"{name}{place}" for place in range(CHOICES)) for name in "ab"}
    return Responses({EMPLOYEES: replace(answers, attributes=told, choices=choices)})


@contextmanager
def _together() -> Iterator[Race]:
    given = organisation()
    equations = _equations()
    yardstick = partial(_bounded, equations, FEW)
    yield Race(Pair(partial(_published, given), yardstick), Pair(partial(_every_theme, equations), yardstick))


@contextmanager
def _plainly() -> Iterator[Race]:
    given, equations = organisation(), _equations()

    def exhaustive() -> None:
        _every_theme(equations)
        _every_theme(equations)

    def second() -> float:
        return 1.0

    yield Race(
        Pair(partial(_timed, partial(_published, given)), second), Pair(partial(_timed, exhaustive), second)
    )


def clock(work: Work) -> Mapping[Unit, float]:
    """What work that times itself says it took."""
    return {"wall": float(work())}


def _timed(work: Work) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def _published(given: Responses) -> Published:
    return publish(questionnaires(), given, SmallestGroup())


def _equations() -> Floats:
    """Which atoms each team, each choice and each pair of these is made of."""
    team, one, other = np.unravel_index(np.arange(ATOMS), (TEAMS, CHOICES, CHOICES))
    traits = [(team, TEAMS), (one, CHOICES), (other, CHOICES)]
    singles = [trait == place for trait, count in traits for place in range(count)]
    pairs = [one & other for one, other in combinations(singles, 2) if (one & other).any()]
    return np.array([*singles, *pairs], np.float64)


def _every_theme(equations: Floats) -> None:
    for _ in range(THEMES):
        _bounded(equations)


def _bounded(equations: Floats, atoms: int = ATOMS) -> None:
    sums = equations @ np.full(equations.shape[1], 0.5)
    for aim in np.eye(equations.shape[1])[:atoms]:
        for sign in (1, -1):
            linprog(sign * aim, A_eq=equations, b_eq=sums, bounds=(0, 1))
