"""The file of a box: a SQLite database of its own, and one careful way to change it."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import TypeVar

from assess.ballots import keys

FOLDER = "boxes"
PATIENCE = 5.0
"""Seconds that a change waits for another one."""
PAUSE = 0.002
OPEN_AT_ONCE = 8

SETTINGS = ("journal_mode = TRUNCATE", "synchronous = EXTRA", "secure_delete = ON")
"""No WAL, which would keep ballots apart in their order; on the disk before it is told; deleted is gone."""

TABLES = """
CREATE TABLE IF NOT EXISTS codes (hash BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sealed (id BLOB PRIMARY KEY, blob BLOB NOT NULL) WITHOUT ROWID;
"""
"""Keys by chance and no rowid, so that the order of the rows says nothing."""


def columns() -> dict[str, tuple[str, ...]]:
    """By table: every column that a box has, as the SQL above makes it."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(TABLES)
        rows = empty.execute(
            "SELECT made.name, part.name FROM sqlite_master AS made, pragma_table_info(made.name) AS part "
            "WHERE made.type = 'table' ORDER BY made.name, part.cid"
        ).fetchall()
    return {table: tuple(name for of, name in rows if of == table) for table, _ in rows}


T = TypeVar("T")


class BoxFailed(Exception):
    """The box is busy, cannot be written, or the disk is full: nothing was changed."""


class _Box:
    """A box as this process has it open: one connection, used by one thread at a time."""

    def __init__(self, file: Path) -> None:
        self.lock = Lock()
        self._file = file
        self._connection: sqlite3.Connection | None = None
        self._inode = 0

    def ready(self) -> sqlite3.Connection | None:
        """The connection to the file that is there now; None when there is none."""
        try:
            inode = self._file.stat().st_ino
        except FileNotFoundError:
            self.close()
            return None
        if self._connection is None or inode != self._inode:
            self.close()
            self._connection, self._inode = _connect(self._file), inode
        return self._connection

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _connect(file: Path) -> sqlite3.Connection:
    address = f"{file.resolve().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, isolation_level=None, check_same_thread=False, uri=True)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    # From here on `_patiently` waits: SQLite sleeps ever longer between its attempts, and people with it.
    connection.execute("PRAGMA busy_timeout = 0")
    return connection


_boxes: OrderedDict[Path, _Box] = OrderedDict()
_boxes_lock = Lock()


def _box(file: Path) -> _Box:
    with _boxes_lock:
        found = _boxes.setdefault(file, _Box(file))
        _boxes.move_to_end(file)
        spare = _boxes.popitem(last=False)[1] if len(_boxes) > OPEN_AT_ONCE else None
    if spare is not None:
        with spare.lock:
            spare.close()
    return found


@lru_cache(maxsize=256)
def file_of(home: Path, assessment_id: str) -> Path:
    """Where a box lies."""
    return home / FOLDER / f"{assessment_id}.db"


def create(home: Path, assessment_id: str) -> None:
    """An empty box, where there is none."""
    file = file_of(home, assessment_id)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        keys.write_private(file, b"")
    with _used(file, PATIENCE) as connection:
        assert connection is not None
        connection.executescript(TABLES)
    keys.sync_folder(file.parent)


def count(home: Path, assessment_id: str) -> int:
    """How many sealed ballots there are; none where there is no box. Raises BoxFailed."""
    with _used(file_of(home, assessment_id), PATIENCE) as connection:
        return 0 if connection is None else _patiently(lambda: count_in(connection), PATIENCE)


def count_in(connection: sqlite3.Connection) -> int:
    """How many sealed ballots lie in a box."""
    return int(connection.execute("SELECT count(*) FROM sealed").fetchone()[0])


@contextmanager
def changing(
    home: Path, assessment_id: str, patience: float | None = None
) -> Iterator[sqlite3.Connection | None]:
    """One transaction that nobody else can come between; None when there is no box.

    All of it is on the disk, or nothing when an error leaves it. Raises BoxFailed.
    """
    patience = PATIENCE if patience is None else patience
    with _used(file_of(home, assessment_id), patience) as connection:
        if connection is None:
            yield None
            return
        _patiently(lambda: connection.execute("BEGIN IMMEDIATE"), patience)
        try:
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


@contextmanager
def _used(file: Path, patience: float) -> Iterator[sqlite3.Connection | None]:
    box = _box(file)
    if not box.lock.acquire(timeout=patience):
        raise BoxFailed
    try:
        yield box.ready()
    except sqlite3.DatabaseError:
        raise BoxFailed from None
    finally:
        box.lock.release()


def _patiently(ask: Callable[[], T], patience: float) -> T:
    """What is asked of a box, as soon as another process lets go of it."""
    end = monotonic() + patience
    while True:
        try:
            return ask()
        except sqlite3.OperationalError:
            if monotonic() > end:
                raise
        sleep(PAUSE)


def remove(home: Path, assessment_id: str) -> None:
    """The file is gone; what lay in it was deleted before."""
    file = file_of(home, assessment_id)
    box = _box(file)
    with box.lock:
        box.close()
        for each in (file, file.with_name(file.name + "-journal")):
            with suppress(FileNotFoundError):
                each.unlink()
    with suppress(FileNotFoundError):
        keys.sync_folder(file.parent)
    with _boxes_lock:
        _boxes.pop(file, None)
