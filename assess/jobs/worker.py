"""`python -m assess.jobs.worker HOME`: the process that does the jobs of an installation, one at a time."""

import os
import signal
import sys
from pathlib import Path
from threading import Event

from assess.jobs.queue import queue, task
from assess.store import database, jobs, writing

MOST_ATTEMPTS = 3
"""So often a job is begun that takes its worker with it."""
PATIENCE = 20
"""Seconds that a job gets to end when the worker is told to stop; else it is begun anew later."""
LOOK = 2.0
"""Seconds between two looks for jobs that wait without having woken anybody."""


def main(home: Path) -> int:
    """Works until it is told to stop, or until the process that started it is gone."""
    stop, parent = Event(), os.getppid()
    _take_up(home)
    consumer = queue(home).create_consumer(
        workers=1, periodic=False, max_delay=0.5, shutdown_timeout=PATIENCE
    )
    consumer.start()
    # Starting it puts these signals to its own use.
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())
    while not stop.wait(LOOK) and os.getppid() == parent:
        _wake(home)
    consumer.stop(graceful=True)
    return 0


def _take_up(home: Path) -> None:
    """What a worker before this one left behind waits again."""
    queue(home).flush()
    with database.bare_app(home).app_context():
        with writing():
            waiting = jobs.give_back(MOST_ATTEMPTS)
        for id in waiting:
            task(home)(id)


def _wake(home: Path) -> None:
    """Asks for jobs that were stored by somebody who could not ask any more."""
    if queue(home).pending_count():
        return
    with database.bare_app(home).app_context():
        for id in jobs.waiting():
            task(home)(id)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
