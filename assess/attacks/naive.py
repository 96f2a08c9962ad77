"""The control: a survey as it is usually built. An attack that does not succeed on this proves nothing."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from assess.attacks.held import Answers
from assess.attacks.planting import Moment

TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = OFF;
CREATE TABLE codes (hash BLOB PRIMARY KEY);
CREATE TABLE took_part (name TEXT);
CREATE TABLE answers (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT, answers TEXT);
"""
START = datetime(2026, 9, 7, 8, tzinfo=UTC)


class Naive:
    """Row numbers, times, who took part in the same transaction, a write-ahead log, live results."""

    def __init__(self, folder: Path, people: int) -> None:
        self.folder = folder
        self.codes = [sha256(f"code of {person}".encode()).digest() for person in range(people)]
        self.marks: Sequence[bytes] = [
            f"employee-{person:04}@example.org".encode() for person in range(people)
        ]
        self._connection = sqlite3.connect(folder / "naive.db", isolation_level=None)
        self._connection.executescript(TABLES)
        self._connection.executemany("INSERT INTO codes VALUES (?)", ((code,) for code in self.codes))
        (folder / "live").mkdir()

    def cast(self, person: int, answers: Answers, at: float, caught: Moment) -> None:  # noqa: ARG002 (the log keeps it)
        """Stores what a person answered, and that they did."""
        text, moment = json.dumps(answers), START + timedelta(seconds=at)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("DELETE FROM codes WHERE hash = ?", (self.codes[person],))
        self._store(self.marks[person].decode(), text, moment)
        self._connection.execute("COMMIT")
        (self.folder / "live" / f"{uuid4()}.json").write_text(text)

    def _store(self, name: str, text: str, moment: datetime) -> None:
        self._connection.execute("INSERT INTO took_part VALUES (?)", (name,))
        self._connection.execute("INSERT INTO answers (at, answers) VALUES (?, ?)", (str(moment), text))

    def close(self) -> list[Answers]:
        """What everybody answered, as it lies there."""
        with closing(self._connection):
            found = self._connection.execute("SELECT answers FROM answers").fetchall()
        return [tuple(json.loads(text)) for (text,) in found]
