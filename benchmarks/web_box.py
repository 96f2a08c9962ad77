"""What opening a box of ballots costs, in time and in memory."""

import random
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from assess.ballots import box, boxes, keys, receipts
from assess.ballots.opening import opened
from assess.ballots.paper import Paper, paper
from assess.ballots.sealing import seal
from assess.core.gathering import columns
from assess.core.questionnaire import EMPLOYEES
from assess.jobs import closing
from assess.store import assessments, database, writing
from assess.store.assessments import Assessment
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import memory, weight
from benchmarks.web_home import an_open_assessment, home_of, installation

MANY, SOME, FEW = 100_000, 20_000, 10_000
COMMENT = "Call customers back on the day on which we said we would. " * 3
MOST = 250_000_000
"""Bytes. A gigabyte would be bearable, but even rows of a table keep within that."""


def bounds() -> tuple[Bound, ...]:
    """The bounds on opening."""
    return (
        Bound(
            "box",
            f"closing with a box of {MANY:,} ballots : of {FEW:,}",
            "each ballot put into a list at a place by chance",
            12,
            _growth,
            rounds=2,
        ),
        Bound(
            "box-opening",
            f"{SOME:,} ballots opened, taken apart and shuffled : each only decrypted",
            "the key of the box read and made ready again for each ballot",
            1.5,
            _opening,
        ),
        Bound(
            "box-memory",
            f"closing with a box of {MANY:,} ballots : {MOST:,} bytes",
            "every answer of every ballot kept as a row of a table",
            1,
            _weight,
            "memory",
            memory,
            rounds=1,
        ),
    )


@contextmanager
def _growth() -> Iterator[Race]:
    with _full_box(MANY) as (many, id), _full_box(FEW) as (few, other):
        yield Race(
            Pair(partial(_close, many, id), partial(_close, few, other)),
            Pair(partial(_put_by_chance, MANY), partial(_put_by_chance, FEW)),
        )


@contextmanager
def _opening() -> Iterator[Race]:
    with _full_box(SOME) as (app, id):
        home = home_of(app)
        with app.test_request_context():
            assessment = assessments.find(id)
            assert assessment is not None
            form = paper(assessment)
        with boxes.changing(home, id) as connection:
            assert connection is not None
            sealed = [blob for (blob,) in connection.execute("SELECT blob FROM sealed")]
        bare = partial(_decrypt, home, id, sealed)
        yield Race(
            Pair(partial(_open, home, id, form), bare), Pair(partial(_decrypt_anew, home, id, sealed), bare)
        )


def _open(home: Path, id: str, form: Paper) -> None:
    with box.held(home, id) as held:
        opened(held, keys.opener(home, id), form, lambda *_: None)


def _decrypt(home: Path, id: str, sealed: list[bytes]) -> None:
    opener = keys.opener(home, id)
    for ballot in sealed:
        opener.open(ballot)


def _decrypt_anew(home: Path, id: str, sealed: list[bytes]) -> None:
    for ballot in sealed:
        keys.opener(home, id).open(ballot)


@contextmanager
def _weight() -> Iterator[Race]:
    with _full_box(MANY) as (app, id):
        home = str(home_of(app))
        ours = partial(weight, "benchmarks.web_box:close", home, id)
        naive = partial(weight, "benchmarks.web_box:as_rows", home, id)
        yield Race(Pair(ours, lambda: MOST), Pair(naive, lambda: MOST))


@contextmanager
def _full_box(ballots: int) -> Iterator[tuple[Flask, str]]:
    """An installation with an open assessment in whose box so many ballots lie."""
    with installation() as app:
        id = an_open_assessment(app)
        with app.test_request_context():
            assessment = assessments.find(id)
            assert assessment is not None
            sealed = list(_ballots(assessment, ballots))
        with boxes.changing(home_of(app), id) as connection:
            assert connection is not None
            connection.executemany("INSERT INTO sealed VALUES (?, ?)", sealed)
        yield app, id


def _ballots(assessment: Assessment, count: int) -> Iterator[tuple[bytes, bytes]]:
    assert assessment.box_key is not None
    form: Paper = paper(assessment)
    names = columns(assessment.set, EMPLOYEES)
    for place in range(count):
        row = {name: str(1 + (place + at) % 5) for at, name in enumerate(names)}
        # One in three writes something.
        row |= {question.id: COMMENT for question in form.open if place % 3 == 0}
        plain = form.plain(row, receipts.new())
        yield secrets.token_bytes(16), seal(assessment.box_key, assessment.id, plain)


def _close(app: Flask, id: str) -> None:
    close(str(home_of(app)), id)


def close(home: str, id: str) -> None:
    """Closes an assessment, in a copy of its installation."""
    # Each time another folder: the queue of jobs stays open for those that it knows.
    with TemporaryDirectory() as folder:
        copy = Path(folder, "home")
        shutil.copytree(home, copy)
        with database.bare_app(copy).app_context():
            closing.run(copy, id, lambda *_: None)
            database.db.session.remove()
            database.db.engine.dispose()
        database.bare_app.cache_clear()


def as_rows(home: str, id: str) -> list[dict[str, object]]:
    """All ballots as an object for each answer, as tables of persons and answers would have it."""
    with database.bare_app(Path(home)).app_context(), writing():
        assessment = assessments.find(id)
        assert assessment is not None
        names = columns(assessment.set, EMPLOYEES)
    return [{"ballot": n, "item": name, "answer": "4"} for n in range(MANY) for name in names]


def _put_by_chance(count: int) -> None:
    found: list[int] = []
    for place in range(count):
        found.insert(random.randrange(place + 1), place)
