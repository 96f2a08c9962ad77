"""The last run of the attacks on an assessment: when, what was tried, and whether all failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assess.store import tables
from assess.store.database import db, now


@dataclass(frozen=True, slots=True)
class Proof:
    """How the attacks went."""

    at: datetime
    passed: bool
    """Whether none of them found anybody."""
    attacks: tuple[dict[str, Any], ...]
    """Each with its name and what it found."""


def keep(assessment_id: str, attacks: Sequence[dict[str, Any]], *, passed: bool) -> None:
    """Keeps a run that ended now, in the place of the one before."""
    row = tables.Proof(assessment_id=assessment_id, at=now(), passed=passed, attacks=list(attacks))
    db.session.merge(row)


def latest(assessment_id: str) -> Proof | None:
    """The last run; None while there was none."""
    row = db.session.get(tables.Proof, assessment_id)
    return None if row is None else Proof(row.at, row.passed, tuple(row.attacks))
