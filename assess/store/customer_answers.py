"""What customers answered: on the short page, on cards, and in research of the organisation's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVarTuple

from sqlalchemy import Select, select
from sqlalchemy.dialects.sqlite import insert

from assess.store import packing, sources, tables
from assess.store.database import db

if TYPE_CHECKING:
    from assess.core.gathering import Row
    from assess.core.responses import Answers


Columns = TypeVarTuple("Columns")


def add_response(assessment_id: str, id: str, answers: Mapping[str, str]) -> bool:
    """Stores a customer's answers once; false when other answers are stored under this id already."""
    source = sources.used(assessment_id, "page")
    values = {"id": id, "source_id": source, "answers": dict(answers)}
    db.session.execute(insert(tables.CustomerResponse).values(values).on_conflict_do_nothing())
    row = db.session.get_one(tables.CustomerResponse, id)
    return row.source_id == source and row.answers == answers


def add_card(assessment_id: str, id: str, *, green: bool, sentence: str) -> bool:
    """Stores a card once; false when another card is stored under this id already."""
    source = sources.used(assessment_id, "card")
    values = {"id": id, "source_id": source, "green": green, "sentence": sentence}
    db.session.execute(insert(tables.Card).values(values).on_conflict_do_nothing())
    row = db.session.get_one(tables.Card, id)
    return (row.source_id, row.green, row.sentence) == (source, green, sentence)


def rows(assessment_id: str) -> Iterable[Row]:
    """What each customer answered on the page; in the order of ids made by chance, which says nothing."""
    found = _of(assessment_id, select(tables.CustomerResponse.answers).join(tables.Source))
    return db.session.scalars(found.order_by(tables.CustomerResponse.id))


def imported(assessment_id: str) -> list[Answers]:
    """The answers of each import, oldest first."""
    packs = select(tables.Source.imported).where(tables.Source.imported.is_not(None))
    found = db.session.scalars(_of(assessment_id, packs).order_by(tables.Source.created_at))
    return [packing.unpack(pack) for pack in found if pack is not None]


def cards(assessment_id: str) -> list[tuple[bool, str]]:
    """Of each card whether it is green, and its sentence."""
    found = select(tables.Card.green, tables.Card.sentence).join(tables.Source)
    return [(card.green, card.sentence) for card in db.session.execute(_of(assessment_id, found))]


def _of(assessment_id: str, found: Select[*Columns]) -> Select[*Columns]:
    return found.where(tables.Source.assessment_id == assessment_id)
