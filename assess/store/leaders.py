"""The leaders of an assessment: who is invited, who has submitted, who dropped out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from assess.store import tables
from assess.store.database import db, now
from assess.store.ids import new_id


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who is invited by a personal link."""

    id: str
    assessment_id: str
    name: str
    submitted_at: datetime | None
    dropped_at: datetime | None
    started: bool


def invite(assessment_id: str, name: str) -> str:
    """A new leader; gives the id."""
    id = new_id()
    db.session.add(tables.Leader(id=id, assessment_id=assessment_id, name=name))
    db.session.flush()
    return id


def of_assessment(assessment_id: str) -> list[Leader]:
    """All leaders of an assessment, by name."""
    rows = select(tables.Leader).filter_by(assessment_id=assessment_id).order_by(tables.Leader.name)
    begun = set(
        db.session.scalars(
            select(tables.LeaderSection.leader_id)
            .join(tables.Leader, tables.Leader.id == tables.LeaderSection.leader_id)
            .where(tables.Leader.assessment_id == assessment_id)
        )
    )
    return [_value(row, started=row.id in begun) for row in db.session.scalars(rows)]


def find(id: str) -> Leader | None:
    """The leader with this id."""
    row = db.session.get(tables.Leader, id)
    if row is None:
        return None
    begun = select(tables.LeaderSection.leader_id).filter_by(leader_id=id).limit(1)
    return _value(row, started=db.session.scalar(begun) is not None)


def drop(id: str) -> None:
    """Takes a leader out: the answers stay stored and count no longer."""
    db.session.get_one(tables.Leader, id).dropped_at = now()


def take_back(id: str) -> None:
    """Undoes `drop`."""
    db.session.get_one(tables.Leader, id).dropped_at = None


def submit(id: str) -> None:
    """Locks what a leader answered."""
    db.session.get_one(tables.Leader, id).submitted_at = now()


def _value(row: tables.Leader, *, started: bool) -> Leader:
    return Leader(row.id, row.assessment_id, row.name, row.submitted_at, row.dropped_at, started)
