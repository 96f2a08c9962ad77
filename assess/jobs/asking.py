"""Asking for work."""

from pathlib import Path

from assess.jobs.queue import task
from assess.store import jobs, writing
from assess.store.jobs import Kind


def ask(home: Path, kind: Kind, assessment_id: str) -> str:
    """The id of the job that will do this; its row is stored before the worker is woken."""
    with writing():
        id = jobs.add(kind, assessment_id)
    task(home)(id)
    return id
