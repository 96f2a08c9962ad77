"""How long it takes to read a large CSV file, and how much memory."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assess.core.responses import Responses
from assess.sheets.cells import WHOLE_NUMBER
from assess.sheets.reading import read
from benchmarks import answers
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import Work, memory, weight

MANY, FEW = 100_000, 10_000
Read = Callable[[str], object]


def bounds() -> tuple[Bound, ...]:
    """The bounds on reading a CSV file."""
    return (*_time(), *_memory())


def _time() -> Iterator[Bound]:
    bare = f"CSV of {MANY:,} rows of 31 items read : one bare pass of csv.reader"
    yield Bound("csv", bare, "a checked dictionary a row", 8, _cost)
    growth = f"CSV of {MANY:,} rows read : of {FEW:,}"
    yield Bound("csv-linear", growth, "a column that is copied for every row", 15, _linear)


def _memory() -> Iterator[Bound]:
    weighed = partial(Bound, unit="memory", gauge=memory, rounds=3)
    size = f"memory for a CSV of {MANY:,} rows of 31 items : the size of the file"
    yield weighed("csv-memory", size, "all rows kept as lists", 2, _size)
    growth = f"memory for a CSV of {2 * MANY:,} rows : of {MANY // 2:,}"
    pairs = "every twentieth row beside every other in a matrix"
    yield weighed("csv-memory-linear", growth, pairs, 5, _proportion)


@contextmanager
def _cost() -> Iterator[Race]:
    with answers.spreadsheets(MANY) as [path]:
        bare = partial(passed, path)
        yield Race(Pair(partial(ours, path), bare), Pair(partial(dictionaries, path), bare))


@contextmanager
def _size() -> Iterator[Race]:
    with answers.spreadsheets(MANY) as [path]:
        size = Path(path).stat().st_size
        yield Race(Pair(_weighed(ours, path), lambda: size), Pair(_weighed(lists, path), lambda: size))


@contextmanager
def _linear() -> Iterator[Race]:
    with answers.spreadsheets(MANY, FEW) as [many, few]:
        yield Race(
            Pair(partial(ours, many), partial(ours, few)),
            Pair(partial(copied, many), partial(copied, few)),
        )


@contextmanager
def _proportion() -> Iterator[Race]:
    # Far above one batch of rows: what that takes is the same for any file.
    with answers.spreadsheets(2 * MANY, MANY // 2) as [many, few]:
        yield Race(
            Pair(_weighed(ours, many), _weighed(ours, few)),
            Pair(_weighed(matrix, many), _weighed(matrix, few)),
        )


def _weighed(read: Read, path: str) -> Work:
    return partial(weight, f"{__name__}:{read.__name__}", path)


def ours(path: str) -> Responses:
    """The file read by the product."""
    return read(path, answers.questionnaires(), lambda _: None)


def passed(path: str) -> int:
    """The file read by the library, and nothing kept."""
    with Path(path).open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def dictionaries(path: str) -> list[dict[str, int | str]]:
    """The file as one dictionary a row, each cell looked at by itself."""
    with Path(path).open(newline="", encoding="utf-8") as file:
        return [{key: _checked(cell) for key, cell in row.items()} for row in csv.DictReader(file)]


def _checked(cell: str) -> int | str:
    return int(cell) if WHOLE_NUMBER.fullmatch(cell.strip()) else cell


def lists(path: str) -> list[list[str]]:
    """The file as the library gives it."""
    with Path(path).open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def copied(path: str) -> bytes:
    """A column that grows by being copied for every row."""
    column = b""
    with Path(path).open("rb") as file:
        for line in file:
            column = column + line[:1]
    return column


def matrix(path: str) -> NDArray[np.int8]:
    """A cell for every pair of every twentieth row."""
    n = passed(path) // 20
    return np.ones((n, n), np.int8)
