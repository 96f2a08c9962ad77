"""Attacks by who holds the files: on a twin of the assessment, made in a copy of the home."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from random import Random, SystemRandom
from time import perf_counter

from assess.attacks.carving import carved
from assess.attacks.chance import bounds
from assess.attacks.held import Held
from assess.attacks.linking import WAYS, hits
from assess.attacks.naive import Naive
from assess.attacks.planting import PEOPLE, TRAFFIC, Build, Moment, Rehearsed, different_answers, rehearse
from assess.attacks.reading import records
from assess.attacks.twin import Twin
from assess.ballots import box, codes
from assess.cli.proving.tried import Tried
from assess.core.questionnaire import EMPLOYEES
from assess.jobs import closing
from assess.store.assessments import Assessment

RUNS = 20
CARVED = 4
"""Of so many of these runs all that was deleted is looked for."""
ITEMS = 31
"""Questions of the naive build."""

Tell = Callable[[str], None]


def on_files(copy: Path, of: Assessment, naive: Path, tell: Tell) -> Iterator[Tried]:
    """Links made-up people to what they answered, then looks for what they left behind.

    `naive` is an empty folder for the control.
    """
    start, rng = perf_counter(), SystemRandom()
    people = max(PEOPLE, of.smallest.of(EMPLOYEES))
    played = []
    tell(f"linking {RUNS} times {people} made-up people to what they answered")
    for _ in range(RUNS):
        twin = Twin(copy, of, people, lambda *told: _cast(copy, *told), lambda id: _close(copy, id))
        rehearsed = _rehearsed(twin, len(twin.names), people, rng)
        played.append((_scores(rehearsed), [*twin.marks, *twin.keys, *_needles(rehearsed.held)]))
    control = Naive(naive, PEOPLE)
    fallen = max(_scores(_rehearsed(control, ITEMS, PEOPLE, rng)).values())
    yield _linked([scores for scores, _ in played], people, fallen, perf_counter() - start)
    tell("looking for what was deleted")
    start, deleted = perf_counter(), [needle for _, needles in played[:CARVED] for needle in needles]
    left, kept = carved(copy, deleted), carved(naive, control.codes)
    where = sorted({file for files in left.values() for file in files})
    seconds = perf_counter() - start
    yield Tried("what was deleted", len(left), len(deleted), None, len(kept), PEOPLE, seconds, tuple(where))


def _cast(home: Path, assessment: Assessment, key: bytes, row: Mapping[str, str], caught: Moment) -> None:
    assert box.cast(home, assessment, codes.CodeHash(sha256(key).digest()), row)
    caught()


def _close(home: Path, assessment_id: str) -> None:
    closing.run(home, assessment_id, lambda *_: None)


def _rehearsed(build: Build, items: int, people: int, rng: Random) -> Rehearsed:
    traffic = rng.choice(TRAFFIC)(people, rng)
    return rehearse(build, traffic, different_answers(items, people, rng), rng)


def _scores(rehearsed: Rehearsed) -> dict[str, int]:
    guesses = {name: way(rehearsed.held) for name, way in WAYS.items()}
    return {
        name: hits(rehearsed.held, guess, rehearsed.truth)
        for name, guess in guesses.items()
        if guess is not None
    }


def _needles(held: Held) -> list[bytes]:
    return [record.needle for record in records(held.copies[0], held.copies[-1], len(held.visits))]


def _linked(runs: list[dict[str, int]], people: int, fallen: int, seconds: float) -> Tried:
    """The way that did best of all, or worst: too few hits would tell something too."""
    sums = {name: sum(scores[name] for scores in runs) for name in runs[0]}
    far = max(sums, key=lambda name: abs(sums[name] - RUNS))
    told = tuple(f"{name}: {count}" for name, count in sums.items())
    chance = bounds(RUNS, len(sums))
    return Tried("who answered what", sums[far], RUNS * people, chance, fallen, PEOPLE, seconds, told)
