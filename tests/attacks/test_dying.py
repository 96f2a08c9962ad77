"""Nothing that was acknowledged is lost, doubled or half there, whenever a process dies."""

import os
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random
from time import perf_counter

import pytest

from assess.attacks.planting import different_answers
from assess.ballots import box, boxes, casting, keys
from assess.ballots.opening import opened
from assess.ballots.paper import paper
from assess.jobs import closing
from assess.store import assessments
from assess.store import opened as stored
from assess.web import ballot_pages
from tests.attacks.dying import alone, killed
from tests.web.building import home_of
from tests.web.employing import LINK, an_open_box, cast, found, some_codes

KILLS, KILLS_CLOSING, THREADS = 1_000, 200, 2
PAUSE = 0.01
"""Seconds that a process goes on at most before it is killed, once some ballots were acknowledged."""
AT_ONCE = 24
"""Codes that one process gets; more than it can use before it dies."""


def answers_in(app, id):
    """How often each set of answers lies in the box, and how many codes are left."""
    assessment = found(app, id)
    with app.test_request_context(), box.held(home_of(app), id) as held:
        asked = paper(assessment)
        told = opened(held, keys.opener(home_of(app), id), asked, lambda *_: None)
        left = held._connection.execute("SELECT count(*) FROM codes").fetchone()[0]
        assert held._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert told.damaged == 0
    return Counter(row[: len(asked.names)] for row in told.rows), left


def submit(app, id, codes, rows, twice, pipe):
    """Sends everything, twice as in a double click, and says what was acknowledged."""

    def send(place):
        client = app.test_client()
        assert client.post(f"/e/{id}", data=rows[place] | {LINK: codes[place]}).status_code in (303, 409)
        os.write(pipe, f"{place}\n".encode())
        if twice:
            assert client.post(f"/e/{id}", data=rows[place] | {LINK: codes[place]}).status_code == 409

    app.test_client().post(f"/e/{id}", data=rows[0] | {LINK: "x" * 22})  # opens what a process opens once
    os.write(pipe, b"!")
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(send, range(len(codes))))


def die_submitting(app, kills, *, twice=True):
    """Kills so many processes at work; gives what was acknowledged, all answers, and the box."""
    id, rng = an_open_box(app), Random(8)
    assessment = found(app, id)
    with app.test_request_context():
        names = paper(assessment).names
    codes = some_codes(app, id, kills * AT_ONCE)
    answers = different_answers(len(names), len(codes), rng)
    rows = [{name: str(cell) for name, cell in zip(names, row, strict=True)} for row in answers]
    app.test_client().post(f"/e/{id}", data=rows[0] | {LINK: "x" * 22})
    acknowledged, unsent = set(), list(range(len(codes)))
    for _ in range(kills):
        batch = unsent[:AT_ONCE]
        some = [[values[place] for place in batch] for values in (codes, rows)]
        told = killed(
            app,
            lambda pipe, some=some: submit(app, id, *some, twice, pipe),
            rng.uniform(0, PAUSE),
            rng.randint(0, 4),
        )
        done = {batch[int(place)] for place in told.decode().split()}
        acknowledged |= done
        unsent = [place for place in unsent if place not in done][len(batch) // 4 :]
    return id, acknowledged, [bytes(row) for row in answers]


@pytest.fixture
def no_drawing(monkeypatch):
    """What a refused page looks like is no matter here, and drawing it would take nearly all the time."""
    monkeypatch.setattr(ballot_pages, "filled", lambda *_: "Refused")


def check_submitted(app, kills):
    id, acknowledged, answers = die_submitting(app, kills)
    inside, left = answers_in(app, id)
    assert {answers[place] for place in acknowledged} <= inside.keys(), "an acknowledged ballot is lost"
    assert set(inside.values()) <= {1}, "a ballot is doubled"
    assert left + len(inside) == len(answers), "a code without its ballot, or a ballot without its code"
    return len(acknowledged), len(inside)


def test_some_killed_while_submitting_lose_nothing(quick_app, no_drawing):
    assert min(check_submitted(quick_app, 10)) > 0


@pytest.mark.attack
def test_a_thousand_killed_while_submitting_lose_nothing(quick_app, no_drawing, measured):
    acknowledged, inside = check_submitted(quick_app, KILLS)
    measured(f"{KILLS} killed while submitting: {acknowledged} acknowledged, {inside} in the box, 0 lost")

    assert acknowledged > KILLS


@pytest.mark.attack
def test_a_build_that_thanks_before_it_stores_loses_ballots(quick_app, no_drawing, monkeypatch, measured):
    put, line = casting.put, []

    def later(*ballot):
        line.append(ballot)
        while len(line) > 3:
            put(*line.pop(0))
        return "stored"

    monkeypatch.setattr(casting, "put", later)
    id, acknowledged, answers = die_submitting(quick_app, 30, twice=False)
    lost = {answers[place] for place in acknowledged} - answers_in(quick_app, id)[0].keys()
    measured(
        f"thanking before storing: {len(lost)} of {len(acknowledged)} acknowledged ballots lost in 30 kills"
    )

    assert lost


@pytest.mark.attack
def test_two_hundred_killed_while_closing_lose_nothing(quick_app, tmp_path, measured):
    app = quick_app
    id, rng = an_open_box(app), Random(9)
    with app.test_request_context():
        names = paper(assessments.find(id)).names
    answers = different_answers(len(names), 40, rng)
    cast(app, id, [{name: str(cell) for name, cell in zip(names, row, strict=True)} for row in answers])
    alone(app)
    shutil.copytree(home_of(app), tmp_path / "before")
    took, states = time_to_close(app, id), Counter()
    for _ in range(KILLS_CLOSING):
        put_back(app, tmp_path / "before")
        killed(app, lambda pipe: (os.write(pipe, b"!"), close(app, id)), rng.uniform(0, 1.2 * took))
        states[state(app, id)] += 1
        close(app, id)
        assert sorted(results(app, id, names)) == sorted(answers)
        assert state(app, id) == "done"
    measured(f"{KILLS_CLOSING} killed while closing: 0 lost, 0 doubled; they died at {dict(states)}")

    assert len(states) > 2, "they die at different moments"


def time_to_close(app, id):
    start = perf_counter()
    close(app, id)
    return perf_counter() - start


def put_back(app, before):
    """The home as it was before anybody closed."""
    alone(app)
    shutil.rmtree(home_of(app))
    shutil.copytree(before, home_of(app))


def close(app, id):
    with app.test_request_context():
        closing.run(home_of(app), id, lambda *_: None)


def state(app, id):
    """How far closing has come."""
    now, there = found(app, id).state, boxes.file_of(home_of(app), id).exists()
    return "done" if now == "closed" and not there else now


def results(app, id, names):
    with app.test_request_context():
        kept = stored.answers(id)
        return list(zip(*(kept.item(name).tolist() for name in names), strict=True))
