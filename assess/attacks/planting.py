"""A rehearsal: made-up people answer, while an attacker puts aside all that an operator could."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol

from assess.attacks.held import Answers, Copy, Held, copy_of

PEOPLE = 60
HOUR = 3600.0

Moment = Callable[[], None]
"""Called inside a transaction, just before it ends."""


class Build(Protocol):
    """A survey that can be answered and closed."""

    @property
    def folder(self) -> Path:
        """All that it keeps."""

    @property
    def marks(self) -> Sequence[bytes]:
        """By person what the invitation list tells."""

    def cast(self, person: int, answers: Answers, at: float, caught: Moment) -> None:
        """A person answers at this moment, in seconds after the opening."""

    def close(self) -> Sequence[Answers]:
        """The results, as they lie there."""


def rush(people: int, rng: Random) -> list[float]:
    """Nearly everybody within two hours after the mail."""
    return sorted(rng.uniform(0, 2 * HOUR) for _ in range(people))


def one_an_hour(people: int, rng: Random) -> list[float]:
    """Each in an hour alone: the worst case for whoever answers."""
    return [HOUR * (hour + rng.random()) for hour in range(people)]


def reminders(people: int, rng: Random) -> list[float]:
    """Three waves, each after a reminder, a week apart."""
    return sorted(
        168 * HOUR * rng.choice((0, 0, 0, 1, 1, 2)) + rng.expovariate(1 / HOUR) for _ in range(people)
    )


TRAFFIC: tuple[Callable[[int, Random], list[float]], ...] = (rush, one_an_hour, reminders)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the attacker holds, and who really answered what."""

    held: Held
    truth: Sequence[Answers]


def rehearse(build: Build, moments: Sequence[float], truth: Sequence[Answers], rng: Random) -> Rehearsed:
    """Everybody answers once, in an order by chance."""
    people = rng.sample(range(len(truth)), len(truth))
    copies, caught = [copy_of(build.folder)], list[Copy]()
    hour = 0.0
    for at, person in zip(moments, people, strict=True):
        if at // HOUR > hour:
            hour = at // HOUR
            copies.append(copy_of(build.folder))
        build.cast(person, truth[person], at, lambda: caught.append(copy_of(build.folder)))
    copies.append(copy_of(build.folder))
    visits = list(zip(moments, people, strict=True))
    marks = build.marks
    return Rehearsed(Held(copies, caught, visits, marks, build.close()), truth)


def different_answers(items: int, people: int, rng: Random) -> list[Answers]:
    """Made-up answers on 1 to 5, no two persons alike."""
    found: dict[Answers, None] = {}
    while len(found) < people:
        found[tuple(rng.randint(1, 5) for _ in range(items))] = None
    return list(found)
