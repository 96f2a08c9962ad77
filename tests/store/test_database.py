"""One transaction at a time, and nobody waits for who only reads."""

import sqlite3

import pytest

from assess.store import database, organisations, writing


def test_who_has_read_and_goes_on_thinking_makes_no_writer_wait(store, tmp_path):
    assert organisations.named("Voorbeeld") is None
    elsewhere = sqlite3.connect(tmp_path / database.FILE, timeout=0)
    with elsewhere:
        elsewhere.execute("INSERT INTO organisations VALUES ('a', 'Voorbeeld', '2026-01-01')")

    assert organisations.named("Voorbeeld") == "a"


def begins_another(_):
    organisations.make_for_everybody("Voorbeeld")
    with writing():
        organisations.make_for_everybody("Voorbeeld")


def breaks(_):
    organisations.make_for_everybody("Voorbeeld")
    raise AssertionError


@pytest.mark.parametrize("does", [begins_another, breaks], ids=["begins another", "breaks"])
def test_of_a_transaction_that_fails_nothing_is_kept(store, does):
    with pytest.raises(AssertionError), writing():
        does(store)

    assert organisations.named("Voorbeeld") is None
