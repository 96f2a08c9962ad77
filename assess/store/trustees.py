"""Trustees: who can open the box of an assessment, each with a passphrase of which nothing is kept here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from assess.store import tables
from assess.store.database import db, now
from assess.store.ids import new_id

MOST = 2
"""Each can open the box alone, so the second is there for when the first loses the passphrase."""


@dataclass(frozen=True, slots=True)
class Trustee:
    """Somebody who does not see the results alone, and without whom the box stays shut."""

    id: str
    assessment_id: str
    name: str
    salt: bytes | None
    public_key: bytes | None
    """All that is kept of the passphrase; None until it is set."""
    wrapped: bytes | None
    """The key of the box, sealed to this trustee."""
    opened_at: datetime | None
    """When the box was opened with this passphrase."""

    @property
    def ready(self) -> bool:
        """Whether a passphrase is set."""
        return self.public_key is not None

    @property
    def holds(self) -> bool:
        """Whether the key of the box is sealed to this trustee."""
        return self.wrapped is not None


def holding(found: Sequence[Trustee]) -> list[Trustee]:
    """Those without whom the box cannot be opened; nobody when its key lies on the server."""
    return [trustee for trustee in found if trustee.holds]


def awaited(found: Sequence[Trustee]) -> list[Trustee]:
    """Those who have not set a passphrase."""
    return [trustee for trustee in found if not trustee.ready]


def of_assessment(assessment_id: str) -> tuple[Trustee, ...]:
    """The trustees of an assessment, by name."""
    rows = select(tables.Trustee).filter_by(assessment_id=assessment_id).order_by(tables.Trustee.name)
    return tuple(map(_value, db.session.scalars(rows)))


def find(id: str) -> Trustee | None:
    """The trustee with this id."""
    row = db.session.get(tables.Trustee, id)
    return None if row is None else _value(row)


def add(assessment_id: str, name: str) -> str:
    """A new trustee, who still has to set a passphrase; gives the id."""
    id = new_id()
    db.session.add(tables.Trustee(id=id, assessment_id=assessment_id, name=name))
    db.session.flush()
    return id


def remove(id: str) -> None:
    """Takes a trustee out; the personal link leads nowhere from then on."""
    db.session.delete(db.session.get_one(tables.Trustee, id))
    db.session.flush()


def set_lock(id: str, salt: bytes, public_key: bytes) -> None:
    """Keeps what a new passphrase leaves behind; what was sealed to the one before is gone."""
    row = db.session.get_one(tables.Trustee, id)
    row.salt, row.public_key, row.wrapped = salt, public_key, None
    db.session.flush()


def set_wrapped(id: str, wrapped: bytes) -> None:
    """Keeps the key of the box, sealed to this trustee."""
    db.session.get_one(tables.Trustee, id).wrapped = wrapped


def forget_wrapped(assessment_id: str) -> None:
    """No passphrase opens anything any more."""
    db.session.execute(update(tables.Trustee).filter_by(assessment_id=assessment_id).values(wrapped=None))


def note_opening(id: str) -> None:
    """Remembers that the box was opened with this trustee's passphrase, and when."""
    db.session.get_one(tables.Trustee, id).opened_at = now()


def leave_unread(assessment_id: str) -> None:
    """Nobody can open the box: closing goes on without it."""
    db.session.get_one(tables.Assessment, assessment_id).unread = True


def _value(row: tables.Trustee) -> Trustee:
    return Trustee(row.id, row.assessment_id, row.name, row.salt, row.public_key, row.wrapped, row.opened_at)
