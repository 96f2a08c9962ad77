"""The first account: one link, once."""

from datetime import timedelta

import pytest

from assess.store import accounts, database, tables, writing
from assess.store.database import db
from assess.store.migrating import migrate


@pytest.fixture
def store(tmp_path):
    migrate(tmp_path)
    app = database.bare_app(tmp_path)
    with app.app_context():
        yield
        db.engine.dispose()


def make(token):
    with writing():
        return accounts.make_first(token, "Marit", "marit@example.org", "hash")


def test_a_link_makes_the_first_account_once(store):
    token = accounts.first_link()

    assert make(token) == "good"
    assert make(token) == "used"
    assert accounts.first_link() is None


def test_a_new_start_replaces_a_link_that_was_not_used(store):
    before, after = accounts.first_link(), accounts.first_link()

    assert accounts.link_state(before) == "unknown"
    assert accounts.link_state(after) == "good"


def test_the_link_of_the_example_stays_good_when_the_product_starts(store):
    printed = accounts.example_link()
    started = accounts.first_link()

    assert make(printed) == "good"
    assert accounts.link_state(started) == "used"
    assert accounts.example_link() is None


def test_a_link_is_good_for_a_day(store, monkeypatch):
    token = accounts.first_link()
    later = accounts.now() + timedelta(hours=24)
    monkeypatch.setattr(accounts, "now", lambda: later)

    assert make(token) == "expired"
    assert not accounts.exist()


def test_a_link_of_somebodys_own_making_is_unknown(store):
    accounts.first_link()

    assert make("of-my-own-making") == "unknown"


def test_only_the_hash_of_a_link_is_stored(store):
    token = accounts.first_link()

    assert token not in str([vars(row) for row in db.session.query(tables.Link)])
