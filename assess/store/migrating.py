"""Brings a database to the shape this version works with."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from assess import paths
from assess.store.database import CONNECT_ARGS, FILE, prepare


class NewerDatabase(Exception):
    """The database was made by a later version than this one."""


def config() -> Config:
    """Where the steps are; written out here, so that no file needs to travel with the wheel."""
    found = Config()
    found.set_main_option("script_location", str(paths.HERE / "migrations"))
    return found


def migrate(home: Path) -> None:
    """Makes the folder and the database when they are not there, and takes the steps that are lacking.

    Raises NewerDatabase rather than touching what it does not know.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{home / FILE}", connect_args=CONNECT_ARGS)
    prepare(engine)
    try:
        with engine.connect() as connection:
            _upgrade(connection)
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    steps = ScriptDirectory.from_config(config())
    known = {step.revision for step in steps.walk_revisions()}
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise NewerDatabase(current)
    if current == steps.get_current_head():
        return
    taken = config()
    taken.attributes["connection"] = connection
    command.upgrade(taken, "head")
    connection.commit()
