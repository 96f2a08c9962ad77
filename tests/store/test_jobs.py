"""What a worker that died left behind."""

import pytest

from assess.store import jobs, writing
from tests.web import building

ATTEMPTS = 3


@pytest.fixture
def id(account):
    return building.an_assessment(account)


def begun(id):
    with writing():
        job = jobs.add("pdf", id)
    with writing():
        jobs.take(job)
    return job


def given_back():
    with writing():
        return jobs.give_back(ATTEMPTS)


def test_a_job_that_was_begun_waits_again(id):
    job = begun(id)

    assert given_back() == [job]


def test_a_job_that_was_asked_for_once_more_meanwhile_is_done_by_the_one_that_waits(id):
    left = begun(id)
    with writing():
        waits = jobs.add("pdf", id)

    assert given_back() == [waits]
    assert jobs.find(left).state == "done"


def test_a_job_that_takes_every_worker_with_it_is_given_up(id):
    job = begun(id)
    for _ in range(ATTEMPTS - 1):
        given_back()
        with writing():
            jobs.take(job)

    assert given_back() == []
    assert jobs.find(job).error == "the worker died"
