"""What employees answered, once the box was opened: columns in an order by chance, nothing of any person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.store import packing, tables
from assess.store.database import db

if TYPE_CHECKING:
    from assess.core.responses import Answers


def keep(assessment_id: str, answers: Answers, damaged: int) -> None:
    """Stores what was in the box, and how many ballots could not be opened."""
    packed = packing.pack(answers)
    db.session.add(tables.Opened(assessment_id=assessment_id, n=answers.n, damaged=damaged, answers=packed))


def answers(assessment_id: str) -> Answers | None:
    """What employees answered; None before the box is opened, and when too few answered to keep anything."""
    row = db.session.get(tables.Opened, assessment_id)
    return None if row is None else packing.unpack(row.answers)


def damaged(assessment_id: str) -> int:
    """How many ballots could not be opened and are left out."""
    row = db.session.get(tables.Opened, assessment_id)
    return 0 if row is None else row.damaged
