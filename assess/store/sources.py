"""Where customers' answers come from: the short page, the card, and research of the organisation's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from assess.store import packing, tables
from assess.store.database import db, now
from assess.store.ids import new_id

if TYPE_CHECKING:
    from assess.core.responses import Answers

Kind = Literal["page", "card", "import"]
KINDS: tuple[Kind, ...] = ("page", "card", "import")


@dataclass(frozen=True, slots=True)
class Asking:
    """How customers were asked, when, and how many of them; empty and None for what nobody told."""

    how: str = ""
    period: str = ""
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One source of customers' answers, and how those customers were asked."""

    id: str
    kind: Kind
    how: str
    period: str
    asked: int | None
    file_name: str
    n: int
    """How many customers answered."""


def of_assessment(assessment_id: str) -> list[Source]:
    """The sources that are there: the page, the card, then imports, oldest first; no removed import."""
    rows = db.session.scalars(
        select(tables.Source)
        .filter_by(assessment_id=assessment_id)
        .where((tables.Source.kind != "import") | tables.Source.imported.is_not(None))
        .order_by(tables.Source.created_at, tables.Source.id)
    )
    counts = _counts(assessment_id)
    found = [_value(row, counts) for row in rows]
    return sorted(found, key=lambda source: KINDS.index(source.kind))


def used(assessment_id: str, kind: Literal["page", "card"]) -> str:
    """The id of the page's or the card's source, which is made when it is first used."""
    ids = select(tables.Source.id).filter_by(assessment_id=assessment_id, kind=kind)
    known = db.session.scalar(ids)
    if known is not None:
        return known
    values = {"id": new_id(), "assessment_id": assessment_id, "kind": kind, "created_at": now()}
    values |= {"how": "", "period": "", "file_name": "", "customers": 0}
    db.session.execute(insert(tables.Source).values(values).on_conflict_do_nothing())
    return db.session.scalars(ids).one()


def describe(id: str, asking: Asking) -> None:
    """Notes how the customers of a source were asked."""
    row = db.session.get_one(tables.Source, id)
    row.how, row.period, row.asked = asking.how, asking.period, asking.asked


def add_import(assessment_id: str, id: str, file_name: str, answers: Answers, asking: Asking) -> None:
    """Keeps an organisation's own research; the same id a second time is the same import."""
    values = {
        "id": id,
        "assessment_id": assessment_id,
        "kind": "import",
        "how": asking.how,
        "period": asking.period,
        "asked": asking.asked,
        "file_name": file_name,
        "imported": packing.pack(answers),
        "customers": answers.n,
        "created_at": now(),
    }
    db.session.execute(insert(tables.Source).values(values).on_conflict_do_nothing())


def remove(assessment_id: str, id: str) -> bool:
    """Takes an import out; false when there is none. It can be put back until the next change of imports."""
    gone = removed(assessment_id)
    if gone is not None and gone.id == id:
        return True
    forget_removed(assessment_id)
    return _move(assessment_id, id, {"removed": tables.Source.imported, "imported": None})


def put_back(assessment_id: str, id: str) -> bool:
    """Undoes `remove`; false when it is too late for that."""
    there = {source.id for source in of_assessment(assessment_id) if source.kind == "import"}
    return id in there or _move(assessment_id, id, {"imported": tables.Source.removed, "removed": None})


def _move(assessment_id: str, id: str, values: Mapping[str, object]) -> bool:
    [filled] = [name for name, value in values.items() if value is None]
    moved = db.session.execute(
        update(tables.Source)
        .where(tables.Source.id == id, tables.Source.assessment_id == assessment_id)
        .where(getattr(tables.Source, filled).is_not(None))
        .values(values)
    )
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def forget_removed(assessment_id: str) -> None:
    """Destroys what was removed: from now on it cannot be put back."""
    rows = select(tables.Source).filter_by(assessment_id=assessment_id)
    for row in db.session.scalars(rows.where(tables.Source.removed.is_not(None))):
        db.session.delete(row)
    db.session.flush()


def removed(assessment_id: str) -> Source | None:
    """The import that can be put back; None when there is none."""
    rows = select(tables.Source).filter_by(assessment_id=assessment_id)
    row = db.session.scalars(rows.where(tables.Source.removed.is_not(None))).first()
    return None if row is None else _value(row, {})


def _counts(assessment_id: str) -> dict[str, int]:
    """How many answers each page and card has, by source."""
    found: dict[str, int] = {}
    for table in (tables.CustomerResponse, tables.Card):
        rows = db.session.execute(
            select(table.source_id, func.count())
            .join(tables.Source, tables.Source.id == table.source_id)
            .where(tables.Source.assessment_id == assessment_id)
            .group_by(table.source_id)
        )
        found.update((id, n) for id, n in rows)
    return found


def _value(row: tables.Source, counts: Mapping[str, int]) -> Source:
    kind: Kind = row.kind  # type: ignore[assignment]
    n = row.customers if kind == "import" else counts.get(row.id, 0)
    return Source(row.id, kind, row.how, row.period, row.asked, row.file_name, n)
