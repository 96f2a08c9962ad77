"""A product to attack, and what an attacker puts aside meanwhile."""

import os
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

from assess.store import db
from assess.store.migrating import migrate
from assess.web import ballot_pages
from tests.web.product import product

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("empty")
    migrate(home)
    return home


@pytest.fixture
def app(tmp_path, empty_home):
    with an_app(tmp_path / "home", empty_home) as app:
        yield app


@pytest.fixture
def quick_app(tmp_path, empty_home):
    """A product whose disk is memory, if there is such a place: that outlives a process too."""
    place = MEMORY / f"attacked-{secrets.token_hex(8)}" if os.access(MEMORY, os.W_OK) else tmp_path / "home"
    try:
        with an_app(place, empty_home) as app:
            yield app
    finally:
        shutil.rmtree(place)


@contextmanager
def an_app(home, empty_home):
    """A product of one's own."""
    home.mkdir(mode=0o700)
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def quick_pages(monkeypatch):
    """A refused page is drawn once for all that it is drawn from: drawing takes nearly all of its time."""
    drawn, draw = {}, ballot_pages.filled

    def filled(page, given):
        key = repr(given)
        if key not in drawn:
            drawn[key] = draw(page, given)
        return drawn[key]

    monkeypatch.setattr(ballot_pages, "filled", filled)
