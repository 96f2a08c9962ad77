"""What is held against what, and whether it holds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median

from benchmarks.gauges import Gauge, Unit, Work, seconds


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of work, and what it is held against."""

    work: Work
    yardstick: Work


@dataclass(frozen=True, slots=True)
class Race:
    """Our work, and the same task done the naive way; both with their yardsticks."""

    ours: Pair
    control: Pair


@dataclass(frozen=True, slots=True)
class Bound:
    """How many times its yardstick our work may cost at most."""

    name: str
    what: str
    control: str
    """What the control does."""
    most: float
    prepare: Callable[[], AbstractContextManager[Race]]
    """Makes everything ready that does not count, and cleans up afterwards."""
    unit: Unit = "CPU"
    """What the bound is about; what else the gauge reads is printed beside it."""
    gauge: Gauge = seconds
    rounds: int = 9


Ratios = dict[Unit, list[float]]
"""The ratio of every round."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A bound with what was measured."""

    bound: Bound
    ours: Ratios
    control: Ratios

    @property
    def verdict(self) -> str:
        """Whether the bound holds, in a word or two."""
        if median(self.control[self.bound.unit]) <= self.bound.most:
            return "CONTROL PASSES"
        return "holds" if median(self.ours[self.bound.unit]) <= self.bound.most else "BROKEN"

    @property
    def holds(self) -> bool:
        """Whether the bound holds and its control breaks it."""
        return self.verdict == "holds"


def measure(bound: Bound) -> Outcome:
    """Both pairs of a bound, warmed up; the control is far off and needs fewer rounds."""
    with bound.prepare() as race:
        bound.gauge(race.ours.yardstick)
        bound.gauge(race.ours.work)
        ours = ratios(race.ours, bound.gauge, bound.rounds)
        return Outcome(bound, ours, ratios(race.control, bound.gauge, max(1, bound.rounds // 3)))


def ratios(pair: Pair, gauge: Gauge, rounds: int) -> Ratios:
    """A B A B …: what the work costs as a ratio to its yardstick, round by round."""
    found: Ratios = {}
    for _ in range(rounds):
        yardstick = gauge(pair.yardstick)
        for unit, cost in gauge(pair.work).items():
            found.setdefault(unit, []).append(cost / yardstick[unit])
    return found
