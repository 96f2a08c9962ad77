"""Reading copies of databases: their rows, and what their journals keep of each transaction."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from assess.attacks.held import Answers, Copy

SQLITE = b"SQLite format 3\0"
NEEDLE = 64
"""Bytes by which a record is found again in a file; SQLite keeps so many of it together."""
WAL_HEADER, FRAME_HEADER = 32, 24


@dataclass(frozen=True, slots=True)
class Record:
    """One row that came into a table while people answered."""

    file: str
    cells: tuple[object, ...]
    """Its row number first, where the table has one."""

    @property
    def needle(self) -> bytes:
        """What it can be found by in a file: the beginning of its longest cell."""
        return max(map(_bytes, self.cells), key=len)[:NEEDLE]

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return sum(map(len, map(_bytes, self.cells)))

    @property
    def answers(self) -> Answers | None:
        """What it says, where anybody can read it."""
        for cell in self.cells:
            if isinstance(cell, str) and cell.startswith("["):
                return tuple(json.loads(cell))
        return None


def _bytes(cell: object) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()


def tables(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each table of a database, in the order in which it gives them."""
    # Numbers 18 and 19 say that there is a write-ahead log, which a copy of one file has not.
    content = content[:18] + b"\1\1" + content[20:]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: _rows(connection, name) for name in names if not name.startswith("sqlite_")}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    try:
        return connection.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid').fetchall()
    except sqlite3.OperationalError:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def records(before: Copy, after: Copy, count: int) -> list[Record]:
    """The rows of a table that got just so many more, and says most; none where there is no such table."""
    found: list[list[Record]] = [[]]
    for file, content in after.files.items():
        if content.startswith(SQLITE):
            old = _all_tables(before, file) if before.files.get(file) else {}
            for table, rows in _all_tables(after, file).items():
                known = set(old.get(table, ()))
                found.append([Record(file, row) for row in rows if row not in known])
    return max((rows for rows in found if len(rows) in (0, count)), key=_telling)


def _telling(rows: Sequence[Record]) -> tuple[bool, int]:
    return any(row.answers is not None for row in rows), sum(row.size for row in rows)


def _all_tables(copy: Copy, file: str) -> dict[str, list[tuple[object, ...]]]:
    return tables(database(copy, file))


def database(copy: Copy, file: str) -> bytes:
    """A database with all that waits in its write-ahead log."""
    content, log = copy.files[file], copy.files.get(f"{file}-wal", b"")
    pages = bytearray(content)
    size = int.from_bytes(content[16:18], "big")
    for number, page in _frames(log, size):
        start = (number - 1) * size
        pages.extend(bytes(max(0, start + size - len(pages))))
        pages[start : start + size] = page
    return bytes(pages)


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    for start in range(WAL_HEADER, len(log), FRAME_HEADER + size):
        number = int.from_bytes(log[start : start + 4], "big")
        yield number, log[start + FRAME_HEADER : start + FRAME_HEADER + size]


def states(copies: Sequence[Copy], file: str) -> list[bytes]:
    """All that can be read of a database and its journals, one state after the other.

    A write-ahead log holds each transaction by itself, so it gives as many states as it has of these.
    """
    found = []
    for copy in copies:
        content, log = whole(copy, file), copy.files.get(f"{file}-wal", b"")
        before = len(content) - len(log)
        found += [content[: before + end] for end in _commits(log)] or [content]
    return found


def whole(copy: Copy, file: str) -> bytes:
    """A database and its journals as one."""
    return b"".join(copy.files.get(file + journal, b"") for journal in ("", "-journal", "-wal"))


def _commits(log: bytes) -> list[int]:
    """Where in a write-ahead log each transaction ends."""
    size = int.from_bytes(log[8:12], "big")
    ends = range(WAL_HEADER + FRAME_HEADER + size, len(log) + 1, FRAME_HEADER + size) if log else range(0)
    return [end for end in ends if any(log[end - size - FRAME_HEADER + 4 : end - size - FRAME_HEADER + 8])]
