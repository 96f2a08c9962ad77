"""Casting: ballots that arrive together go into the box in one transaction, in no order.

One commit for several costs little more than for one, and nobody waits for a line of commits.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from threading import Lock
from typing import Literal, Protocol

from assess.ballots import boxes

Outcome = Literal["stored", "unknown", "closed"]


class Pass(Protocol):
    """What lets somebody cast one ballot: today the hash of a code, of which the box holds a list.

    A blind-signed pass would be another kind: one that the box has never seen, and remembers from then on.
    """

    def take(self, box: Connection) -> bool:
        """Uses it up in the same transaction as its ballot; false for one that is not good, or was used."""


@dataclass(slots=True, eq=False)
class _Ballot:
    by: Pass
    sealed: bytes
    outcome: Outcome | None = None
    """None while nothing is on the disk."""


@dataclass(slots=True)
class _Line:
    """Those who wait for one box: whoever comes first casts for all."""

    turn: Lock = field(default_factory=Lock)
    waiting: list[_Ballot] = field(default_factory=list)


_lines: dict[Path, _Line] = {}
_guard = Lock()


def put(home: Path, assessment_id: str, by: Pass, sealed: bytes, is_open: Callable[[], bool]) -> Outcome:
    """Uses up a valid pass and puts a sealed ballot in: both, on the disk, or neither. Raises BoxFailed.

    Whether the assessment is open is asked while nobody can open the box, so no ballot comes too late unseen.
    """
    mine = _Ballot(by, sealed)
    with _guard:
        line = _lines.setdefault(boxes.file_of(home, assessment_id), _Line())
        line.waiting.append(mine)
    with line.turn:
        # Whoever had the turn before may have cast for this one too.
        if mine in line.waiting:
            with _guard:
                together, line.waiting = line.waiting, []
            outcomes = _cast(home, assessment_id, together, is_open)
            for ballot, outcome in zip(together, outcomes, strict=True):
                ballot.outcome = outcome
    if mine.outcome is None:
        raise boxes.BoxFailed
    return mine.outcome


def _cast(
    home: Path, assessment_id: str, together: Sequence[_Ballot], is_open: Callable[[], bool]
) -> list[Outcome]:
    """What became of each, once it is on the disk."""
    with boxes.changing(home, assessment_id) as connection:
        if not is_open():
            return ["closed"] * len(together)
        if connection is None:
            return ["unknown"] * len(together)
        return [_swap(connection, ballot) for ballot in together]


def _swap(connection: Connection, ballot: _Ballot) -> Outcome:
    if not ballot.by.take(connection):
        return "unknown"
    connection.execute("INSERT INTO sealed VALUES (?, ?)", (secrets.token_bytes(16), ballot.sealed))
    return "stored"
