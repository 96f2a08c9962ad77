"""Doing a job: only the worker imports this."""

import logging
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep

from assess.store import StoreFailed, database, jobs, writing
from assess.store.jobs import Job, Kind

Progress = Callable[[str, int, int], None]
"""Told what is being done (a message), how much of it is done, and how much there is."""

BODIES: dict[Kind, str] = {
    "close": "assess.jobs.closing",
    "report": "assess.jobs.reporting",
    "pdf": "assess.jobs.printing",
}
"""Where each kind stands: a module with `run(home, assessment_id, progress)`, which may be repeated."""

BEAT = 0.5
"""Seconds between two notes of how far a job is."""


def do(home: Path, job_id: str) -> None:
    """Does one job, in an application of its own; does nothing when it is done or at work already."""
    with database.bare_app(home).app_context():
        try:
            with writing():
                job = jobs.take(job_id)
        except StoreFailed:
            return  # It waits still, and is asked for again.
        if job is not None:
            _do(home, job)


def _do(home: Path, job: Job) -> None:
    try:
        import_module(BODIES[job.kind]).run(home, job.assessment_id, _progress(job))
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        # The class and the line, never the message: it may hold what somebody answered.
        told = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
        logging.getLogger("assess").error("job %s failed: %s", job.kind, told)
        _note(lambda: jobs.fail(job.id, told))
    else:
        _note(lambda: jobs.finish(job.id))


def _note(end: Callable[[], None]) -> None:
    """Stores how a job ended, however long that takes: else it would seem to be at work for ever."""
    while True:
        try:
            with writing():
                end()
            return
        except StoreFailed:
            sleep(BEAT)


def _progress(job: Job) -> Progress:
    told = ("", 0.0)

    def tell(doing: str, done: int = 0, total: int = 0) -> None:
        nonlocal told
        if doing == told[0] and monotonic() - told[1] < BEAT:
            return
        told = (doing, monotonic())
        # How far it is, is worth no failure.
        with suppress(StoreFailed), writing():
            jobs.beat(job.id, doing, done, total)

    return tell


def do_waiting(home: Path) -> bool:
    """Does all that waits, one after the other; false when nothing did. What is done may ask for more."""
    with database.bare_app(home).app_context():
        waiting = jobs.waiting()
    for id in waiting:
        do(home, id)
    return bool(waiting)
