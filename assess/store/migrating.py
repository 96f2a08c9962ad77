"""Brings a database to the shape this version works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, inspect, text

from assess import paths
from assess.store.database import CONNECT_ARGS, FILE, prepare, transactions

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0002"
"""The last step, known here so that a start with nothing to do need not load Alembic."""
VERSION = "alembic_version"
"""The table in which Alembic keeps which step was the last."""


class NewerDatabase(Exception):
    """The database was made by a later version than this one."""


def config() -> Config:
    """Where the steps are; written out here, so that no file needs to travel with the wheel."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(paths.HERE / "migrations"))
    return found


def is_newest(home: Path) -> bool:
    """Whether the database has the shape this version works with, so that `migrate` has nothing to do."""
    if not (home / FILE).exists():
        return False
    with _connected(home) as connection:
        if not inspect(connection).has_table(VERSION):
            return False
        return bool(connection.scalar(text(f"SELECT version_num FROM {VERSION}")) == NEWEST)


def migrate(home: Path) -> None:
    """Makes the folder and the database when they are not there, and takes the steps that are lacking.

    Raises NewerDatabase rather than touching what it does not know.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not is_newest(home):
        # Made here, since SQLite would let everybody on this machine read what leaders and customers answer.
        (home / FILE).touch(mode=0o600)
        with _connected(home) as connection:
            _upgrade(connection)


@contextmanager
def _connected(home: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{home / FILE}", connect_args=CONNECT_ARGS)
    prepare(engine)
    try:
        with transactions(), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory.from_config(config())
    known = {step.revision for step in steps.walk_revisions()}
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise NewerDatabase(current)
    taken = config()
    taken.attributes["connection"] = connection
    command.upgrade(taken, "head")
    connection.commit()
