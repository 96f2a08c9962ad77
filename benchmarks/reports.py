"""How long `report()` takes on many rows."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import numpy as np

from assess.core.questionnaire import EMPLOYEES
from assess.core.report import Report, report
from assess.core.responses import Responses
from benchmarks.answers import employees, questionnaires
from benchmarks.bounds import Bound, Pair, Race

MANY, FEW = 100_000, 10_000


def bounds() -> tuple[Bound, ...]:
    """The bounds on the report."""
    return (
        Bound(
            "report",
            f"report() on {MANY:,} employees in ten teams, 31 items : numpy.bincount of each column",
            "the same cells counted in plain Python, nothing else",
            25,
            _cost,
        ),
        Bound(
            "report-linear",
            f"report() on {MANY:,} employees : on {FEW:,}",
            "every tenth employee's team counted anew",
            12,
            _growth,
        ),
    )


@contextmanager
def _cost() -> Iterator[Race]:
    answers = employees(MANY)
    counting = partial(_counted, answers)
    yield Race(Pair(partial(_ours, answers), counting), Pair(partial(_naive, answers), counting))


@contextmanager
def _growth() -> Iterator[Race]:
    many, few = employees(MANY), employees(FEW)
    yield Race(
        Pair(partial(_ours, many), partial(_ours, few)),
        Pair(partial(_quadratic, many), partial(_quadratic, few)),
    )


def _ours(responses: Responses) -> Report:
    return report(questionnaires(), responses)


def _counted(responses: Responses) -> None:
    for column in responses.of(EMPLOYEES).items.values():
        np.bincount(column.view(np.uint8), minlength=256)


def _naive(responses: Responses) -> None:
    for column in responses.of(EMPLOYEES).items.values():
        Counter(map(int, column))


def _quadratic(responses: Responses) -> None:
    teams = responses.of(EMPLOYEES).teams
    assert teams is not None
    for team in teams[::10]:
        np.count_nonzero(teams == team)
