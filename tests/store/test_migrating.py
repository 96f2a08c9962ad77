"""A database gets the shape of this version, once."""

import sqlite3

import pytest
from alembic.script import ScriptDirectory

from assess.store import migrating
from assess.store.database import FILE
from assess.store.migrating import NewerDatabase, is_newest, migrate


def test_the_step_that_counts_as_the_last_is_the_last():
    assert ScriptDirectory.from_config(migrating.config()).get_current_head() == migrating.NEWEST


def test_after_the_steps_there_is_nothing_to_do(tmp_path):
    home = tmp_path / "home"
    assert not is_newest(home)
    migrate(home)
    assert is_newest(home)


def test_an_empty_database_takes_all_steps(tmp_path):
    (tmp_path / FILE).touch()
    assert not is_newest(tmp_path)
    migrate(tmp_path)
    assert is_newest(tmp_path)


def test_a_later_version_is_not_touched(tmp_path):
    migrate(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NewerDatabase):
        migrate(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
