"""Jobs are done in the end: whatever dies, and however busy or full the store is meanwhile."""

import pytest

from assess.jobs import asking, doing, reporting, worker
from assess.store import QueueFailed, StoreFailed, jobs, writing
from tests.web.building import home_of
from tests.web.employing import an_open_box


def busy(*_):
    raise StoreFailed("", {}, Exception("database is locked"))


def first_busy(act):
    """Finds the store busy twice before it does something."""
    times = [busy, busy, act]
    return lambda *values: times.pop(0)(*values)


@pytest.fixture
def job(app):
    """A report to make, of which the worker was not told."""
    id = an_open_box(app)
    with app.app_context(), writing():
        return jobs.add("report", id)


def state(app, job):
    with app.app_context():
        return jobs.find(job).state


@pytest.fixture
def nothing_to_do(monkeypatch):
    monkeypatch.setattr(reporting, "run", lambda *_: None)
    monkeypatch.setattr(doing, "BEAT", 0)


def test_what_is_asked_for_is_known_from_the_start(app):
    worker._take_up(home_of(app))

    assert worker.queue(home_of(app))._registry._registry


def test_a_busy_store_does_not_end_the_worker(app, job, monkeypatch):
    monkeypatch.setattr(jobs, "waiting", busy)
    assert not worker._reached(worker._wake, home_of(app))
    monkeypatch.undo()

    assert worker._reached(worker._wake, home_of(app))
    assert worker.queue(home_of(app)).pending_count() == 1


def test_a_job_that_cannot_be_begun_yet_still_waits(app, job, monkeypatch):
    monkeypatch.setattr(jobs, "take", busy)
    doing.do(home_of(app), job)

    assert state(app, job) == "waiting"


@pytest.mark.usefixtures("nothing_to_do")
def test_how_a_job_ended_is_told_once_the_store_can_be_written(app, job, monkeypatch):
    monkeypatch.setattr(jobs, "finish", first_busy(jobs.finish))
    doing.do(home_of(app), job)

    assert state(app, job) == "done"


def test_how_far_a_job_is_need_not_be_stored(app, job, monkeypatch):
    monkeypatch.setattr(reporting, "run", lambda _, __, progress: progress("Drawing the pages", 1, 2))
    monkeypatch.setattr(jobs, "beat", busy)
    doing.do(home_of(app), job)

    assert state(app, job) == "done"


def test_a_queue_that_is_full_loses_no_job(app, monkeypatch):
    def full(_):
        def wake(_):
            raise QueueFailed("database or disk is full")

        return wake

    monkeypatch.setattr(asking, "task", full)
    with app.test_request_context():
        job = asking.ask(home_of(app), "report", an_open_box(app))

    assert state(app, job) == "waiting"
