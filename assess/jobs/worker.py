"""`python -m assess.jobs.worker HOME SERVER`: does the jobs of an installation, one at a time.

SERVER is the id of the process that started it; a worker that outlives its server ends by itself.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

from assess.jobs.queue import queue, task
from assess.jobs.tidying import tidy
from assess.store import QueueFailed, StoreFailed, database, jobs, writing

MOST_ATTEMPTS = 3
"""So often a job is begun that takes its worker with it."""
PATIENCE = 20
"""Seconds that a job gets to end when the worker is told to stop; else it is begun anew later."""
LOOK = 2.0
"""Seconds between two looks: for jobs that wait without having woken anybody, and for who is gone."""


def main(home: Path, server: int) -> int:
    """Works until it is told to stop, or until its server is gone."""
    stop = Event()
    _listen(stop)
    while not _over(stop, server) and not _reached(_take_up, home):
        stop.wait(LOOK)
    consumer = queue(home).create_consumer(
        workers=1, periodic=False, max_delay=0.5, shutdown_timeout=PATIENCE
    )
    consumer.start()
    # Once more: starting it puts these signals to its own use.
    _listen(stop)
    while not _over(stop, server):
        stop.wait(LOOK)
        _reached(_wake, home)
        _reached(_tidy, home)
    consumer.stop(graceful=True)
    return 0


def _listen(stop: Event) -> None:
    """Sets `stop` as soon as this process is told to."""
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: stop.set())


def _over(stop: Event, parent: int) -> bool:
    return stop.is_set() or os.getppid() != parent


def _reached(act: Callable[[Path], None], home: Path) -> bool:
    """Does something with the store and the queue; false when they are busy or full, and it has to wait."""
    try:
        act(home)
    except (StoreFailed, QueueFailed):
        return False
    return True


def _take_up(home: Path) -> None:
    """What a worker before this one left behind waits again."""
    queue(home).flush()
    do = task(home)  # From here on the queue knows what is asked for, also when nothing waits yet.
    with database.bare_app(home).app_context():
        with writing():
            waiting = jobs.give_back(MOST_ATTEMPTS)
        for id in waiting:
            do(id)


def _wake(home: Path) -> None:
    """Asks for jobs that were stored by somebody who could not ask any more."""
    if queue(home).pending_count():
        return
    with database.bare_app(home).app_context():
        for id in jobs.waiting():
            task(home)(id)


def _tidy(home: Path) -> None:
    with database.bare_app(home).app_context():
        tidy(home)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
