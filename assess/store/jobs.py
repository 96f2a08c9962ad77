"""Jobs: work that takes longer than a page may. The row is the truth; a queue only wakes the worker."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Select, select, update

from assess.store import tables
from assess.store.database import db, now
from assess.store.ids import new_id

Kind = Literal["close", "report", "pdf"]
State = Literal["waiting", "running", "done", "failed"]

CALLED_OFF = "called off"
"""The error of a job that did not break: somebody thought better of it before it began."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work and how far it is."""

    id: str
    kind: Kind
    assessment_id: str
    state: State
    doing: str
    """What it does now: a message of the catalogue."""
    done: int
    total: int
    """0 while nobody knows."""
    error: str

    @property
    def at_work(self) -> bool:
        """Whether it is being done, or will be by itself."""
        return self.state in ("waiting", "running")


def add(kind: Kind, assessment_id: str) -> str:
    """The id of a job to do: of the one that waits already, so that a double click is one job.

    One that runs may have read what has changed since, so it does not count.
    """
    waiting = select(tables.Job.id).filter_by(kind=kind, assessment_id=assessment_id, state="waiting")
    found = db.session.scalar(waiting)
    if found is not None:
        return found
    moment, id = now(), new_id()
    db.session.add(
        tables.Job(
            id=id,
            kind=kind,
            assessment_id=assessment_id,
            state="waiting",
            created_at=moment,
            beat_at=moment,
        )
    )
    return id


def take(id: str) -> Job | None:
    """A waiting job, running from now on; None when there is nothing to do for it."""
    taken = db.session.execute(
        update(tables.Job)
        .where(tables.Job.id == id, tables.Job.state == "waiting")
        .values(state="running", beat_at=now(), attempts=tables.Job.attempts + 1)
    )
    return find(id) if taken.rowcount else None  # type: ignore[attr-defined]


def beat(id: str, doing: str, done: int, total: int) -> None:
    """Notes how far a job is."""
    row = db.session.get_one(tables.Job, id)
    row.doing, row.done, row.total, row.beat_at = doing, done, total, now()


def finish(id: str) -> None:
    """Notes that a job is done."""
    row = db.session.get_one(tables.Job, id)
    row.state, row.beat_at, row.error = "done", now(), ""


def fail(id: str, error: str) -> None:
    """Notes that a job went wrong, and the class and line of the error."""
    row = db.session.get_one(tables.Job, id)
    row.state, row.beat_at, row.error = "failed", now(), error[:300]


def call_off(assessment_id: str, kind: Kind) -> bool:
    """Calls off what has not begun; false when it is being done now."""
    job = latest(assessment_id, kind)
    if job is not None and job.state == "waiting":
        fail(job.id, CALLED_OFF)
    return job is None or job.state != "running"


def give_back(most_attempts: int) -> list[str]:
    """Jobs that a worker left behind when it died wait again, or fail when they did so too often.

    Gives the ids of all that wait. Only for a worker that starts and is the only one.
    """
    waits = {(row.assessment_id, row.kind) for row in db.session.scalars(_in_state("waiting"))}
    for row in db.session.scalars(_in_state("running")).all():
        if (row.assessment_id, row.kind) in waits:
            # The same was asked for once more meanwhile: that job does it.
            row.state = "done"
        elif row.attempts < most_attempts:
            row.state = "waiting"
        else:
            row.state, row.error = "failed", "the worker died"
    return waiting()


def _in_state(state: State) -> Select[tables.Job]:
    return select(tables.Job).filter_by(state=state)


def waiting() -> list[str]:
    """The ids of the jobs that wait, oldest first."""
    rows = select(tables.Job.id).filter_by(state="waiting").order_by(tables.Job.created_at)
    return list(db.session.scalars(rows))


def find(id: str) -> Job | None:
    """The job with this id."""
    row = db.session.get(tables.Job, id)
    return None if row is None else _value(row)


def latest(assessment_id: str, *kinds: Kind) -> Job | None:
    """The newest job of these kinds for an assessment."""
    rows = (
        select(tables.Job)
        .where(tables.Job.assessment_id == assessment_id, tables.Job.kind.in_(kinds))
        .order_by(tables.Job.created_at.desc())
    )
    row = db.session.scalars(rows.limit(1)).first()
    return None if row is None else _value(row)


def _value(row: tables.Job) -> Job:
    kind: Kind = row.kind  # type: ignore[assignment]
    state: State = row.state  # type: ignore[assignment]
    return Job(row.id, kind, row.assessment_id, state, row.doing, row.done, row.total, row.error)
