"""Two windows of one leader: nothing is overwritten that its window did not show."""

from itertools import combinations
from threading import Barrier, Thread

import pytest

from assess.store import leader_answers, writing
from assess.store.leader_answers import ChangedElsewhere
from tests.web import leading
from tests.web.conftest import app, empty_home  # noqa: F401 (fixtures)

ORDERS = [set(first) for first in combinations(range(4), 2)]
"""Which two of four edits the first window makes."""


@pytest.fixture
def leader_id(app):  # noqa: F811
    return leading.a_leader(app, leading.an_assessment(app))


class Window:
    """A page that was read once, and knows its version from what it saved since."""

    def __init__(self, leader_id, name):
        self.leader_id, self.name, self.version, self.told = leader_id, name, 0, []

    def edit(self, turn):
        answers = {"T": f"{self.name} {turn}"}
        try:
            with writing():
                self.version = leader_answers.save(self.leader_id, "part", self.version, answers).version
        except ChangedElsewhere as changed:
            self.told.append(changed.stored.answers["T"])
            return None
        return answers["T"]


@pytest.mark.parametrize("first", ORDERS, ids=str)
def test_in_every_order_of_edits_no_window_overwrites_what_it_did_not_see(app, leader_id, first):  # noqa: F811
    with app.test_request_context():
        windows = {True: Window(leader_id, "first"), False: Window(leader_id, "second")}
        stored = None
        for turn in range(4):
            window = windows[turn in first]
            seen = stored is None or stored.startswith(window.name)
            done = window.edit(turn)
            assert (done is not None) == seen
            if done is None:
                assert window.told[-1] == stored
            stored = done or stored
        assert leader_answers.sections(leader_id)["part"].answers == {"T": stored}


def test_of_two_that_save_at_the_same_moment_one_is_told(app, leader_id):  # noqa: F811
    together, done = Barrier(2), []

    def save(name):
        with app.test_request_context():
            together.wait()
            done.append(Window(leader_id, name).edit(0))

    threads = [Thread(target=save, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert done.count(None) == 1


def test_the_same_again_is_no_change_whatever_the_version(app, leader_id):  # noqa: F811
    with app.test_request_context():
        with writing():
            first = leader_answers.save(leader_id, "part", 0, {"T": "1"})
        with writing():
            again = leader_answers.save(leader_id, "part", 0, {"T": "1"})

    assert again == first
    assert again.version == 1


def test_nothing_answered_makes_no_row(app, leader_id):  # noqa: F811
    with app.test_request_context(), writing():
        assert leader_answers.save(leader_id, "part", 0, {}).version == 0
        assert leader_answers.sections(leader_id) == {}
