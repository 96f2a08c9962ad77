"""A product of one's own for each test, and somebody who is signed in."""

import pytest
from flask_security import hash_password

from assess.ballots import trust
from assess.store import db, tables, writing
from assess.store.migrating import migrate
from tests.web import trusting
from tests.web.browser import Browser
from tests.web.building import an_assessment
from tests.web.product import product

PASSWORD = "a long enough secret"


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory):
    """A database with its tables and nothing in it, to copy."""
    home = tmp_path_factory.mktemp("empty")
    migrate(home)
    return home


@pytest.fixture
def app(tmp_path, empty_home):
    home = tmp_path / "home"
    home.mkdir()
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def browser(app):
    """Somebody without an account."""
    return Browser(app)


@pytest.fixture
def lead(app):
    """Somebody with an account, signed in through the page."""
    add_account(app, "lead@example.org", "Lea de Lead")
    browser = Browser(app)
    sign_in(browser, "lead@example.org")
    return browser


@pytest.fixture
def unopened(app, lead, monkeypatch):
    """The id of a draft whose trustees' passphrases hash quickly; how dear they are, tests/ballots says."""
    monkeypatch.setattr(trust, "KIBIBYTES", 64)
    return an_assessment(app, state="draft")


@pytest.fixture
def sealed(app, lead, unopened):
    """The links of two trustees, by name, who hold the key of what was a draft and is open now."""
    found = trusting.two_trustees(app, unopened)
    trusting.act(lead, unopened, "open")
    return found


def add_account(app, email, name):
    """An account, made as quickly as a test likes."""
    with app.test_request_context(), writing():
        user = tables.User(email=email, name=name, active=True, password=hash_password(PASSWORD))
        user.fs_uniquifier = email
        db.session.add(user)


def sign_in(browser, email):
    page = browser.submit(browser.get("/sign-in"), {"email": email, "password": PASSWORD}, "password")
    assert page.status == 200
    return page
