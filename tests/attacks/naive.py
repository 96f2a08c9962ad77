"""Builds that are deliberately naive, each in one way more: what an attack must succeed on."""

import json
from hashlib import sha256

from assess.attacks.naive import Naive


class ByCode(Naive):
    """No row numbers and no times, but answers under the name they belong to: in the order of the list."""

    def __init__(self, folder, people):
        super().__init__(folder, people)
        self._connection.execute("CREATE TABLE by_code (name TEXT PRIMARY KEY, answers TEXT) WITHOUT ROWID")

    def _store(self, name, text, moment):
        self._connection.execute("INSERT INTO by_code VALUES (?, ?)", (name, text))

    def close(self):
        found = self._connection.execute("SELECT answers FROM by_code").fetchall()
        self._connection.close()
        return [tuple(json.loads(text)) for (text,) in found]


class NotPadded(Naive):
    """Sealed, and shuffled at the end, but each ballot as long as what is in it."""

    def __init__(self, folder, people):
        super().__init__(folder, people)
        self._connection.execute("CREATE TABLE sealed (id INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB)")
        self._stored = []

    def cast(self, person, answers, at, caught):
        text = json.dumps(answers)
        self._stored.append(answers)
        sealed = sha256(text.encode()).digest() * (len(text) // 32 + 1)
        self._connection.execute("INSERT INTO sealed (blob) VALUES (?)", (sealed[: len(text)],))

    def close(self):
        self._connection.close()
        return sorted(self._stored)
