"""`assess serve`: pages and a worker beside them, until it is told to stop."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from assess.jobs import ask
from assess.store import db, jobs, writing
from assess.store.migrating import migrate
from tests.browser.serving import free_port
from tests.web import building
from tests.web.conftest import add_account
from tests.web.product import product

ASSESS = Path(sys.executable).with_name("assess")
PATIENCE = 60


def until(found):
    """What is found, as soon as it is there."""
    end = time.monotonic() + PATIENCE
    while not (what := found()):
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return what


class Served:
    """A server at work in a home."""

    def __init__(self, home):
        self.environment = os.environ | {"ASSESS_HOME": str(home), "ASSESS_PORT": str(free_port())}
        self.process = self.start()
        self.address = self.process.stdout.readline().split()[-1]

    def start(self, **environment):
        return subprocess.Popen(
            [ASSESS, "serve"],
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def worker(self):
        """The process that does jobs, if there is one now."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        for pid in " ".join(thread.read_text() for thread in threads).split():
            command = Path(f"/proc/{pid}/cmdline")
            if command.exists() and b"jobs.worker" in command.read_bytes():
                return int(pid)
        return None

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def home(tmp_path):
    found = tmp_path / "home"
    migrate(found)
    return found


@pytest.fixture
def served(home):
    server = Served(home)
    yield server
    server.process.kill()
    server.process.communicate()


@pytest.fixture
def left_behind(home):
    """A job that a worker before this one died of."""
    app = product(home)
    add_account(app, "lead@example.org", "Lea de Lead")
    id = building.a_closed_assessment(app, building.Group(1, 0, 0))
    with app.app_context():
        job = ask(home, "report", id)
        with writing():
            jobs.take(job)
        db.session.rollback()
    return app, job


def test_the_first_start_prints_a_link_that_works_once_and_stops_when_told(served):
    link = re.search(r"http://\S+/set-up/\S+", served.process.stdout.readline())[0]
    until(served.worker)
    with urlopen(link) as answer:
        assert answer.status == 200
    worker = served.worker()
    _, errors = served.end()

    assert served.process.returncode == 0
    assert errors == ""
    assert not Path(f"/proc/{worker}").exists()


def test_a_second_server_leaves_a_home_alone(served):
    second = served.start(ASSESS_PORT=str(free_port()))
    _, errors = second.communicate(timeout=PATIENCE)

    assert second.returncode == 1
    assert "a server is at work in it; stop that one first" in errors


def test_a_job_of_a_worker_that_died_is_done_by_the_next(left_behind, request):
    app, job = left_behind
    served = request.getfixturevalue("served")
    first = until(served.worker)
    os.kill(first, signal.SIGKILL)
    until(lambda: served.worker() not in (None, first))

    def state():
        with app.app_context():
            return jobs.find(job).state

    assert until(lambda: state() if state() in ("done", "failed") else "") == "done"
    with app.app_context():
        db.engine.dispose()
