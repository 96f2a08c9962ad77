"""One filled product for all tests of the doors that leave it as it is."""

import pytest

from assess.store import db
from tests.doors.routes import doors as made
from tests.web.conftest import app, browser, empty_home, lead  # noqa: F401 (fixtures)


@pytest.fixture(scope="session")
def doors(tmp_path_factory, empty_home):  # noqa: F811
    found = made(tmp_path_factory.mktemp("doors"), empty_home)
    yield found
    with found.app.app_context():
        db.engine.dispose()
