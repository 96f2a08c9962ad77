"""Asking for work."""

from contextlib import suppress
from pathlib import Path

from assess.jobs.queue import task
from assess.store import QueueFailed, jobs, writing
from assess.store.jobs import Kind


def ask(home: Path, kind: Kind, assessment_id: str) -> str:
    """The id of the job that will do this; its row is stored before the worker is woken."""
    with writing():
        id = jobs.add(kind, assessment_id)
    wake(home, id)
    return id


def wake(home: Path, job_id: str) -> None:
    """Wakes the worker for a job whose row is stored."""
    # A worker that cannot be woken looks by itself, a little later.
    with suppress(QueueFailed):
        task(home)(job_id)
