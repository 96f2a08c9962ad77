"""The database: one SQLite file in `ASSESS_HOME`, how it is opened, and one transaction at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

FILE = "assess.db"
CONNECT_ARGS = {"timeout": 10, "isolation_level": None}
"""The library waits ten seconds for another writer, and leaves beginning a transaction to `prepare`."""

SETTINGS = ("journal_mode = TRUNCATE", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
"""No WAL, in which older versions of SQLite can damage a database; what is deleted is gone from the file."""

# Alembic can only change a constraint on SQLite when it has a name.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base)

StoreFailed = OperationalError
"""The file is locked by somebody else, cannot be written, or the disk is full."""

QueueFailed = sqlite3.OperationalError
"""The same of the file of the queue, which is none of ours."""

_writing = ContextVar("_writing", default=False)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets the time zone, so it is put back."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """The moment without its zone, after a move to UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, _: Dialect) -> datetime | None:
        """The moment with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


def open_store(app: Flask, home: Path) -> None:
    """Ties the database in `home` to a Flask application; nothing is created or changed yet."""
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{(home / FILE).resolve()}"
    # An error that is told somewhere tells no answers with it.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"connect_args": CONNECT_ARGS, "hide_parameters": True}
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)


@lru_cache(maxsize=8)
def bare_app(home: Path) -> Flask:
    """An application that has the database and nothing else: for jobs, migrations and the command line."""
    app = Flask("assess")
    open_store(app, home)
    return app


def prepare(engine: Engine) -> None:
    """Makes each connection durable and strict, and lets `writing` decide how a transaction begins."""

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        for pragma in SETTINGS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begins(connection: Any) -> None:
        # Reading begins none: as long as one is open every writer waits for whoever read and then thinks.
        if _writing.get():
            # At once: two transactions that read first and write later would lock each other out.
            connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def transactions() -> Iterator[None]:
    """In here a connection begins a transaction, which nobody else can write during."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that may write: all of it is kept, or nothing when an error leaves it."""
    assert not _writing.get(), "one at a time: a second one inside would throw away the first"
    db.session.rollback()
    with transactions():
        try:
            db.session.connection()
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
