"""The queue that wakes the worker: huey on its own SQLite file."""

from functools import lru_cache
from pathlib import Path

from huey import SqliteHuey
from huey.api import TaskWrapper

FILE = "queue.db"


@lru_cache
def queue(home: Path) -> SqliteHuey:
    """The queue of an installation."""
    return SqliteHuey(name="assess", filename=str(home / FILE), journal_mode="delete")


@lru_cache
def task(home: Path) -> TaskWrapper:
    """The one task there is: do the job with this id."""

    def do(job_id: str) -> None:
        # Late, so that who only asks for work does not load what the work needs.
        from assess.jobs import doing

        doing.do(home, job_id)

    wrapped: TaskWrapper = queue(home).task(name="do")(do)
    return wrapped
