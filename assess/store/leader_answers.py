"""What leaders answer, section by section; a version guards each section against a second window."""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from assess.core.gathering import Row
from assess.store import tables
from assess.store.database import db, now


@dataclass(frozen=True, slots=True)
class Section:
    """One section as it is stored; version 0 while nothing is."""

    version: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)
    saved_at: datetime | None = None


class ChangedElsewhere(Exception):
    """The section was changed since it was read; `stored` is how it stands now."""

    def __init__(self, stored: Section) -> None:
        super().__init__("changed since it was read")
        self.stored = stored


def sections(leader_id: str) -> dict[str, Section]:
    """All that a leader has answered so far, by section."""
    rows = db.session.scalars(select(tables.LeaderSection).filter_by(leader_id=leader_id))
    return {row.section: _value(row) for row in rows}


def save(leader_id: str, name: str, version: int, answers: Row) -> Section:
    """Stores a section that was read in this version; raises ChangedElsewhere when it has another by now.

    The same answers once more are no change, whatever the version: a double click, or a second try after
    the connection broke.
    """
    row = db.session.get(tables.LeaderSection, (leader_id, name))
    stored = Section() if row is None else _value(row)
    if stored.answers == answers:
        return stored
    if stored.version != version:
        raise ChangedElsewhere(stored)
    if row is None:
        row = tables.LeaderSection(leader_id=leader_id, section=name)
        db.session.add(row)
    row.version, row.answers, row.saved_at = version + 1, dict(answers), now()
    db.session.flush()
    return _value(row)


def rows(assessment_id: str) -> list[Row]:
    """The answers of each leader who submitted and did not drop out, all sections together."""
    found = db.session.execute(
        select(tables.LeaderSection.leader_id, tables.LeaderSection.answers)
        .join(tables.Leader, tables.Leader.id == tables.LeaderSection.leader_id)
        .where(
            tables.Leader.assessment_id == assessment_id,
            tables.Leader.submitted_at.is_not(None),
            tables.Leader.dropped_at.is_(None),
        )
        .order_by(tables.LeaderSection.leader_id, tables.LeaderSection.section)
    )
    sheets: dict[str, list[dict[str, str]]] = {}
    for leader_id, answers in found:
        sheets.setdefault(leader_id, []).append(answers)
    return [ChainMap(*parts) for parts in sheets.values()]


def _value(row: tables.LeaderSection) -> Section:
    return Section(row.version, dict(row.answers), row.saved_at)
