"""How many customers answered so far, and whether a box was opened: counts, never answers."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select

from assess.store import tables
from assess.store.database import db


@dataclass(frozen=True, slots=True)
class Customers:
    """What came in from customers so far."""

    pages: int
    cards: int
    imports: int
    """How many files were imported, not how many customers are in them."""

    @property
    def any(self) -> bool:
        """Whether anything came in."""
        return bool(self.pages or self.cards or self.imports)


def customers(assessment_id: str) -> Customers:
    """What customers of an assessment sent in so far."""
    imported = select(tables.Source.id).filter_by(assessment_id=assessment_id)
    return Customers(
        pages=_of_sources(tables.CustomerResponse, assessment_id),
        cards=_of_sources(tables.Card, assessment_id),
        imports=_count(imported.where(tables.Source.imported.is_not(None))),
    )


def imported_customers(assessment_id: str) -> int:
    """How many customers are in imported files; who imports one knows that already."""
    imported = select(func.coalesce(func.sum(tables.Source.customers), 0)).filter_by(
        assessment_id=assessment_id
    )
    return db.session.scalar(imported.where(tables.Source.imported.is_not(None))) or 0


def opened(assessment_id: str) -> bool:
    """Whether the box of ballots has been opened: from then on nothing can be sealed in it."""
    return db.session.get(tables.Opened, assessment_id) is not None


def _of_sources(table: type[tables.CustomerResponse | tables.Card], assessment_id: str) -> int:
    joined = select(table.id).join(tables.Source, tables.Source.id == table.source_id)
    return _count(joined.where(tables.Source.assessment_id == assessment_id))


def _count(ids: Select[str]) -> int:
    return db.session.scalar(select(func.count()).select_from(ids.subquery())) or 0
