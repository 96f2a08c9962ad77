"""A product to attack, and what an attacker puts aside meanwhile."""

import pytest

from assess.store import db
from assess.store.migrating import migrate
from tests.web.product import product


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("empty")
    migrate(home)
    return home


@pytest.fixture
def app(tmp_path, empty_home):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def measured(request, capsys):
    """Tells a figure that was measured, above the dots."""

    def tell(line):
        with capsys.disabled():
            print(f"\n  {line}", end="")

    return tell
