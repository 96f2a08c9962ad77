"""Plans as teams decide them: each change adds a revision, so that nothing is lost and all can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from assess.core.decided import DecidedPlan
from assess.core.deciding import PlanIsFinal
from assess.store import kept, tables, values
from assess.store.assessments import Assessment
from assess.store.database import db, now

if TYPE_CHECKING:
    from assess.core.report import Report

Did = Mapping[str, str]
"""What was done, in the terms of `core.deciding`: the function under `done`, and what it was given."""
PROPOSED, FINALISED, UNDONE = "propose", "finalise", "undo"
PRINTED = "printed-plan"
"""Under this name a job keeps the number of the revision that it printed; empty for the proposal."""
RULES = ""
"""Nobody: the rules proposed it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to a plan, by whom and when."""

    revision: int
    did: Did
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """A plan as it stood after a change."""

    plan: DecidedPlan
    change: Change

    @property
    def number(self) -> int:
        """Which of the revisions it is, counted from 1."""
        return self.change.revision


class SavedInBetween(Exception):
    """Somebody changed the plan since it was read, so this change was not made."""


class NothingToUndo(Exception):
    """The plan stands as it was proposed."""


def propose(assessment: Assessment, report: Report) -> None:
    """Keeps the proposed plan, which starts on the Monday after the last answers.

    A plan that somebody has changed already stays as it is.
    """
    # Late, so that the pages of a plan do not load all that counts answers.
    from assess.core.proposing import proposed

    found, plan = current(assessment.id), proposed(report, monday_after(assessment.closed_on))
    if found is None:
        _add(assessment.id, 1, plan, {"done": PROPOSED}, RULES)
    elif found.number == 1:
        db.session.get_one(tables.Plan, (assessment.id, 1)).content = _content(plan)


def monday_after(day: Date) -> Date:
    """The first Monday after a day."""
    return day + timedelta(7 - day.weekday())


def current(assessment_id: str) -> Revision | None:
    """The plan as it stands; None before it was proposed."""
    return _one(select(tables.Plan).filter_by(assessment_id=assessment_id))


def revision(assessment_id: str, number: int) -> Revision | None:
    """The plan as it stood at a revision."""
    return _one(select(tables.Plan).filter_by(assessment_id=assessment_id, revision=number))


def save(assessment_id: str, expected: int, plan: DecidedPlan, did: Did, by: str) -> int:
    """Keeps a changed plan; gives its revision.

    Raises SavedInBetween unless the plan still stands at the expected revision.
    """
    _expect(assessment_id, expected)
    _add(assessment_id, expected + 1, plan, did, by)
    return expected + 1


def undo(assessment_id: str, expected: int, by: str) -> int:
    """Puts back the plan as it was before the last change; undoing that does the change again.

    Raises PlanIsFinal, NothingToUndo, or SavedInBetween.
    """
    standing = _expect(assessment_id, expected)
    before = revision(assessment_id, expected - 1)
    if standing.plan.final is not None:
        raise PlanIsFinal
    if before is None:
        raise NothingToUndo
    last = standing.change.did
    undone = {"done": UNDONE, "of": json.dumps(dict(last))}
    told = json.loads(last["of"]) if last["done"] == UNDONE else undone
    _add(assessment_id, expected + 1, before.plan, told, by)
    return expected + 1


def history(assessment_id: str) -> list[Change]:
    """All that was done to a plan, newest first."""
    columns = (tables.Plan.revision, tables.Plan.change, tables.Plan.by, tables.Plan.at)
    rows = select(*columns).filter_by(assessment_id=assessment_id).order_by(tables.Plan.revision.desc())
    return [Change(*row) for row in db.session.execute(rows)]


def finals(assessment_id: str) -> dict[int, Revision]:
    """Each version as it was decided."""
    numbers = [c.revision for c in history(assessment_id) if c.did["done"] == FINALISED]
    found = [revision(assessment_id, number) for number in reversed(numbers)]
    return {one.plan.version: one for one in found if one is not None}


def to_print(assessment_id: str) -> Revision | None:
    """The plan that a PDF shows; None while nobody has changed what the rules propose."""
    found, first = current(assessment_id), revision(assessment_id, 1)
    return None if found is None or first is None or found.plan == first.plan else found


def printed(home: Path, assessment_id: str) -> Revision | None:
    """The plan that the PDF shows, as the job that printed it noted; None when it shows the proposal."""
    file = kept.file(home, assessment_id, PRINTED)
    return None if file is None else revision(assessment_id, int(file.read_text() or 0))


def _expect(assessment_id: str, expected: int) -> Revision:
    standing = current(assessment_id)
    if standing is None or standing.number != expected:
        raise SavedInBetween
    return standing


def _one(rows: Select[tables.Plan]) -> Revision | None:
    row = db.session.scalars(rows.order_by(tables.Plan.revision.desc()).limit(1)).first()
    if row is None:
        return None
    change = Change(row.revision, row.change, row.by, row.at)
    return Revision(values.of(DecidedPlan, row.content), change)


def _add(assessment_id: str, number: int, plan: DecidedPlan, did: Did, by: str) -> None:
    row = tables.Plan(assessment_id=assessment_id, revision=number, content=_content(plan))
    row.change, row.by, row.at = dict(did), by, now()
    db.session.add(row)
    db.session.flush()


def _content(plan: DecidedPlan) -> str:
    return values.text(plan)
