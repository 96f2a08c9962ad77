"""What employees answered, once the box was opened: columns in an order by chance, nothing of any person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from assess.store import packing, tables
from assess.store.database import db

if TYPE_CHECKING:
    from assess.core.responses import Answers


def keep(assessment_id: str, answers: Answers, damaged: int, receipts: bytes) -> None:
    """Stores what was in the box, how many ballots could not be opened, and all receipts, sorted."""
    row = tables.Opened(assessment_id=assessment_id, n=answers.n, damaged=damaged)
    row.answers, row.receipts = packing.pack(answers), receipts
    db.session.add(row)


def keep_comments(assessment_id: str, comments: Mapping[str, Sequence[str]]) -> None:
    """Stores what was written, by open question, in an order that says nothing."""
    for item, texts in comments.items():
        if texts:
            db.session.add(tables.Comments(assessment_id=assessment_id, item=item, texts=list(texts)))


def comments(assessment_id: str) -> dict[str, tuple[str, ...]]:
    """What was written, by open question, in the order by chance in which it is kept.

    Nothing before the box is opened, and when too few answered to keep words. To be shown only by the gate.
    """
    rows = db.session.scalars(select(tables.Comments).filter_by(assessment_id=assessment_id))
    return {row.item: tuple(row.texts) for row in rows}


def receipts(assessment_id: str) -> bytes | None:
    """The receipts of all ballots that were counted, sorted and in one piece; None where none was opened."""
    row = db.session.get(tables.Opened, assessment_id)
    return None if row is None else row.receipts


def answers(assessment_id: str) -> Answers | None:
    """What employees answered; None before the box is opened, and when too few answered to keep anything."""
    row = db.session.get(tables.Opened, assessment_id)
    return None if row is None else packing.unpack(row.answers)


def damaged(assessment_id: str) -> int:
    """How many ballots could not be opened and are left out."""
    row = db.session.get(tables.Opened, assessment_id)
    return 0 if row is None else row.damaged
