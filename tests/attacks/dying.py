"""Processes that are killed at any moment."""

import gc
import os
import signal
import time
from contextlib import contextmanager

from assess.ballots import boxes, casting
from assess.store import db


@contextmanager
def forked(app, work):
    """A child that does some work, writing on the pipe it is given; killed in the end, whatever it does."""
    reading, writing = os.pipe()
    alone(app)
    gc.freeze()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(0)
    os.close(writing)
    try:
        yield reading
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def killed(app, work, delay, words=0):
    """What a child wrote until it was killed: so many seconds after it began and said so many words."""
    with forked(app, work) as reading:
        said = b""
        while not said or said.count(b"\n") < words:
            said += os.read(reading, 4096) or b"\n" * words
        assert said.startswith(b"!"), "it has begun"
        time.sleep(delay)
    with os.fdopen(reading, "rb") as rest:
        return said[1:] + rest.read()


def alone(app):
    """Lets go of every database, so that a fork shares none."""
    for box in boxes._boxes.values():
        box.close()
    boxes._boxes.clear()
    casting._lines.clear()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
