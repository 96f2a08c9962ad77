"""One example and one Chromium for all tests of pages."""

import pytest

from assess.store import db
from tests.browser.chromium import chromium as launched
from tests.browser.example import example as made
from tests.browser.serving import served
from tests.web.conftest import empty_home  # noqa: F401 (a fixture)


@pytest.fixture(scope="session")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def example(tmp_path_factory, empty_home):  # noqa: F811
    found = made(tmp_path_factory.mktemp("example"), empty_home)
    yield found
    for app in (found.app, found.empty):
        with app.app_context():
            db.engine.dispose()


@pytest.fixture(scope="session")
def addresses(example):
    """Where the example, and the installation without accounts, can be reached."""
    with served(example.app) as full, served(example.empty) as empty:
        yield full, empty
