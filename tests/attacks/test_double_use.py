"""One code is one ballot, also for fifty who use it at the same moment in several processes."""

import multiprocessing
import os
import sqlite3
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from assess.ballots import boxes, casting
from assess.store import db
from tests.web.building import home_of
from tests.web.employing import LINK, an_open_box, some_codes

PROCESSES, THREADS, ROUNDS = 5, 10, 20
PAUSE = 0.4
"""Seconds between two rounds, by the clock that all processes share."""
ROW = {"HOS-M1": "4"}


def race(app, id, made):
    """How often each code was taken, when all processes and threads send it at the same moment."""
    app.test_client().post(f"/e/{id}", data=ROW | {LINK: "x" * 22})  # so that no process draws a page first
    with app.app_context():
        db.engine.dispose()
    boxes._boxes.clear()
    start, taken = time.monotonic() + 1, multiprocessing.SimpleQueue()
    children = [fork(app, id, made, start, taken) for _ in range(PROCESSES)]
    found = Counter()
    for _ in range(PROCESSES * THREADS):
        found.update(taken.get())
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * PROCESSES
    return found


def fork(app, id, made, start, taken):
    child = os.fork()
    if child:
        return child
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(lambda _: taken.put(send_all(app, id, made, start)), range(THREADS)))
    except BaseException as error:
        taken.put([f"{type(error).__name__} {error}"])
        os._exit(1)
    os._exit(0)


def send_all(app, id, made, start):
    client, stored = app.test_client(), []
    for place, code in enumerate(made):
        time.sleep(max(0, start + place * PAUSE - time.monotonic()))
        answer = client.post(f"/e/{id}", data=ROW | {LINK: code})
        assert answer.status_code in (303, 409, 503), answer.status
        stored += [code] * (answer.status_code == 303)
    return stored


@pytest.mark.attack
def test_a_code_that_fifty_use_at_once_is_one_ballot(app, quick_pages, measured):
    id = an_open_box(app)
    made = some_codes(app, id, ROUNDS)
    found = race(app, id, made)
    measured(f"double use: {sum(n > 1 for n in found.values())} of {ROUNDS} codes taken twice by 50 at once")

    assert found == dict.fromkeys(made, 1)
    assert boxes.count(home_of(app), id) == ROUNDS


@pytest.mark.attack
def test_without_its_transaction_a_code_is_taken_twice(app, quick_pages, monkeypatch, measured):
    id = an_open_box(app)
    made = some_codes(app, id, ROUNDS)
    monkeypatch.setattr(casting, "put", without_transaction)
    found = race(app, id, made)
    doubled = sum(found[code] > 1 for code in made)
    measured(f"double use without the transaction: {doubled} of {ROUNDS} codes taken twice")

    assert doubled >= 0.95 * ROUNDS


def without_transaction(home, id, code, sealed, is_open):
    """Looks first, and stores afterwards."""
    file = boxes.file_of(home, id)
    with closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as connection:
        if not connection.execute("SELECT 1 FROM codes WHERE hash = ?", (code,)).fetchone():
            return "unknown"
        time.sleep(0.02)  # whatever else a page does between looking and storing
        connection.execute("INSERT INTO sealed VALUES (randomblob(16), ?)", (sealed,))
        connection.execute("DELETE FROM codes WHERE hash = ?", (code,))
    return "stored"
