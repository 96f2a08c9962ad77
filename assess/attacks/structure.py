"""What may lie in a box and beside it, and nothing else: every fault of a box as it lies on the disk."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

COLUMNS = {("codes", "hash"), ("sealed", "id"), ("sealed", "blob")}
"""All columns of a box. None for a time, a person or an order."""


CHECKED = ("columns", "row numbers", "sizes", "journals", "free pages", "rights of files", "key")
"""What is looked at."""


def faults(box: Path, copy: Path, *, held_by_trustees: bool) -> Iterator[str]:
    """What is wrong with a box, in words; `copy` is a copy of its file, which is read instead."""
    yield from _of_files(box)
    yield from _of_rows(copy)
    yield from _of_pages(copy.read_bytes())
    key = box.parent.parent / "keys" / f"{box.stem}.key"
    if key.exists() and held_by_trustees:
        yield f"{key.name}: the key lies in the open, though a trustee holds it"
    for path, mode in ((box.parent, 0o700), (box, 0o600), (key.parent, 0o700), (key, 0o600)):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) != mode:
            yield f"{path.name}: others than its owner may read it"


def _of_files(box: Path) -> Iterator[str]:
    for journal in ("-wal", "-shm"):
        if box.with_name(box.name + journal).exists():
            yield f"{box.name}{journal}: a log that keeps ballots apart in their order"


def _of_rows(copy: Path) -> Iterator[str]:
    with closing(sqlite3.connect(copy)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        found = {(name, column[1]) for name in names for column in _columns(connection, name)}
        yield from (f"{table}.{column}: no such column belongs in a box" for table, column in found - COLUMNS)
        yield from (f"{name}: its rows are numbered" for name in names if _is_numbered(connection, name))
        sizes = connection.execute("SELECT count(DISTINCT length(blob)) FROM sealed").fetchone()[0]
        if sizes > 1:
            yield f"sealed: ballots have {sizes} sizes"


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f'PRAGMA table_info("{table}")').fetchall()


def _is_numbered(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f'SELECT rowid FROM "{table}" LIMIT 1')
    except sqlite3.OperationalError:
        return False
    return True


def _of_pages(content: bytes) -> Iterator[str]:
    """A write-ahead log is not used, and pages that are free hold nothing any more."""
    if content[18:20] != b"\1\1":
        yield "the file asks for a write-ahead log"
    size = int.from_bytes(content[16:18], "big") or 65_536
    trunk = int.from_bytes(content[32:36], "big")
    while trunk:
        page = content[(trunk - 1) * size : trunk * size]
        count = int.from_bytes(page[4:8], "big")
        leaves = [int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(count)]
        if any(page[8 + 4 * count :]) or any(any(content[(n - 1) * size : n * size]) for n in leaves):
            yield "what was deleted can still be read in a free page"
            return
        trunk = int.from_bytes(page[:4], "big")
