"""A database of one's own for each test."""

import pytest

from assess.store import database, db, tables, writing
from assess.store.migrating import migrate


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """A database with its tables and nothing in it, to copy."""
    home = tmp_path_factory.mktemp("empty")
    migrate(home)
    return (home / database.FILE).read_bytes()


@pytest.fixture
def store(tmp_path, empty_database):
    """An application that has the database and nothing else."""
    (tmp_path / database.FILE).write_bytes(empty_database)
    app = database.bare_app(tmp_path)
    with app.app_context():
        yield app
        database.db.engine.dispose()


@pytest.fixture
def account(store):
    """A database with somebody who leads assessments."""
    with writing():
        user = tables.User(email="lead@example.org", name="Lea", active=True, password="-")
        user.fs_uniquifier = "lea"
        db.session.add(user)
    return store
