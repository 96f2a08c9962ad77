"""The box of an assessment: codes go out of it and sealed ballots go in, until it is opened once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

from assess.ballots import boxes, casting, keys, receipts, sealing
from assess.ballots import paper as papers
from assess.core.gathering import Row
from assess.core.rounded import at_least


class Asked(papers.Asked, Protocol):
    """What casting needs to know of an assessment."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def box_key(self) -> bytes | None:
        """The public key of its box."""


def make(home: Path, assessment_id: str) -> bytes:
    """The public key of a box, which is made with its key where there is none.

    Raises KeyMissing and BoxFailed.
    """
    if not keys.exists(home, assessment_id):
        _be_empty(home, assessment_id)
    key = keys.make(home, assessment_id)
    boxes.create(home, assessment_id)
    return key


def make_for_trustees(home: Path, assessment_id: str) -> tuple[bytes, bytes]:
    """The private and the public key of an empty box; here the private one is written nowhere.

    Raises KeyMissing and BoxFailed.
    """
    _be_empty(home, assessment_id)
    # One of an earlier opening without trustees would be taken for the key of this box.
    keys.destroy(home, assessment_id)
    boxes.create(home, assessment_id)
    return sealing.new_keys()


def _be_empty(home: Path, assessment_id: str) -> None:
    """Ballots that were sealed to another key could never be opened with a new one."""
    if boxes.count(home, assessment_id):
        raise keys.KeyMissing


def add_codes(home: Path, assessment_id: str, hashes: Iterable[bytes]) -> None:
    """Codes that may be used from now on. Raises BoxFailed."""
    with boxes.changing(home, assessment_id) as connection:
        if connection is None:
            raise boxes.BoxFailed
        connection.executemany("INSERT OR IGNORE INTO codes VALUES (?)", ((hash,) for hash in hashes))


def told_count(home: Path, assessment_id: str) -> int | None:
    """About how many ballots lie in the box: at least so many. None for fewer than five."""
    return at_least(boxes.count(home, assessment_id))


def cast(home: Path, assessment: Asked, by: casting.Pass, row: Row) -> bool:
    """Seals a row and puts it in for whoever has this pass; false for a pass that is unknown or used."""
    assert assessment.box_key is not None
    plain = papers.paper(assessment).plain(row, receipts.new())
    sealed = sealing.seal(assessment.box_key, assessment.id, plain)
    return casting.put(home, assessment.id, by, sealed, lambda: True) == "stored"


@dataclass(frozen=True, slots=True)
class Held:
    """A box that nobody can put a ballot into, for as long as it is held."""

    _connection: Connection | None

    def count(self) -> int:
        """How many ballots lie in it."""
        return 0 if self._connection is None else boxes.count_in(self._connection)

    def ballots(self) -> Iterator[bytes]:
        """The sealed ballots, by ids of chance."""
        if self._connection is not None:
            yield from (blob for (blob,) in self._connection.execute("SELECT blob FROM sealed"))

    def empty(self) -> None:
        """Overwrites all that lies in it, codes too."""
        if self._connection is not None:
            self._connection.execute("DELETE FROM codes")
            self._connection.execute("DELETE FROM sealed")


@contextmanager
def held(home: Path, assessment_id: str, patience: float = 60) -> Iterator[Held]:
    """The box, while no ballot can go in. An error, or the end of the process, leaves it as it was."""
    with boxes.changing(home, assessment_id, patience) as connection:
        yield Held(connection)


def destroy(home: Path, assessment_id: str) -> None:
    """Box and key are gone, emptied and overwritten first. May be repeated. Raises BoxFailed."""
    with held(home, assessment_id) as box:
        box.empty()
    boxes.remove(home, assessment_id)
    keys.destroy(home, assessment_id)
