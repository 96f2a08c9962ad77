"""One code is one ballot, and a box tells nothing but how many there are, about."""

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from assess.ballots import box, boxes, casting, keys
from assess.ballots.opening import opened
from assess.ballots.paper import NotOnPaper
from tests.ballots.conftest import ID, a_row, files, quick_code, row_of, some_codes


def contents(home, asked):
    """What the box holds when it is opened, and how many ballots were damaged."""
    with box.held(home, ID) as held:
        found = opened(held, keys.opener(home, ID), asked, lambda *_: None)
    return sorted(found.rows), found.damaged


def raw(home, statement, *values):
    connection = sqlite3.connect(boxes.file_of(home, ID), isolation_level=None)
    try:
        return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def test_what_was_cast_is_in_the_box(home, asked, a_paper):
    for code, point in zip(some_codes(home, 5), range(1, 6), strict=True):
        assert box.cast(home, asked, code.hash, a_row(point))

    rows, damaged = contents(home, a_paper)

    assert rows == sorted(row_of(a_paper, a_row(point)) for point in range(1, 6))
    assert damaged == 0


def test_making_a_box_again_keeps_key_and_ballots(home, asked):
    [code] = some_codes(home, 1)
    box.cast(home, asked, code.hash, a_row())

    assert box.make(home, ID) == asked.box_key
    assert boxes.count(home, ID) == 1


def test_a_code_works_once(home, asked):
    [code] = some_codes(home, 1)

    assert [box.cast(home, asked, code.hash, a_row()) for _ in range(2)] == [True, False]
    assert boxes.count(home, ID) == 1


def test_fifty_at_once_with_one_code_are_one_ballot(home, asked):
    [code] = some_codes(home, 1)
    with ThreadPoolExecutor(50) as threads:
        outcomes = list(threads.map(lambda _: box.cast(home, asked, code.hash, a_row()), range(50)))

    assert outcomes.count(True) == boxes.count(home, ID) == 1


def test_fifty_at_once_with_a_code_each_are_fifty_ballots(home, asked):
    made = some_codes(home, 50)
    with ThreadPoolExecutor(50) as threads:
        assert all(threads.map(lambda code: box.cast(home, asked, code.hash, a_row()), made))

    assert boxes.count(home, ID) == 50


def test_another_kind_of_pass_lets_one_cast_too(home, asked):
    """What a blind-signed pass needs: casting asks the pass, in the transaction of the ballot."""

    class Once:
        def take(self, connection):
            connection.execute("CREATE TABLE IF NOT EXISTS passes (pass BLOB PRIMARY KEY) WITHOUT ROWID")
            taken = connection.execute("INSERT OR IGNORE INTO passes VALUES (x'01')")
            return bool(taken.rowcount)

    assert [box.cast(home, asked, Once(), a_row()) for _ in range(2)] == [True, False]
    assert boxes.count(home, ID) == 1


def test_an_unknown_code_stores_nothing(home, asked):
    assert not box.cast(home, asked, quick_code().hash, a_row())
    assert boxes.count(home, ID) == 0


def test_a_ballot_that_comes_too_late_keeps_its_code(home, asked):
    [code] = some_codes(home, 1)

    assert casting.put(home, ID, code.hash, b"sealed", lambda: False) == "closed"
    assert box.cast(home, asked, code.hash, a_row())


def test_a_ballot_waits_for_another_process_that_writes(home, asked, monkeypatch):
    [code] = some_codes(home, 1)
    other = sqlite3.connect(boxes.file_of(home, ID), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(boxes, "sleep", lambda _: other.in_transaction and other.execute("COMMIT"))

    assert box.cast(home, asked, code.hash, a_row())
    other.close()


def test_a_box_that_stays_locked_fails_and_changes_nothing(home, asked, monkeypatch):
    [code] = some_codes(home, 1)
    other = sqlite3.connect(boxes.file_of(home, ID), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(boxes.BoxFailed), boxes.changing(home, ID, patience=0.01):
        pass
    other.close()

    assert box.cast(home, asked, code.hash, a_row())


def test_a_full_disk_takes_no_code(home, asked):
    [code] = some_codes(home, 1)
    connection = boxes._box(boxes.file_of(home, ID)).ready()
    [(pages,)] = connection.execute("PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    large = b"x" * 100_000
    with pytest.raises(boxes.BoxFailed):
        casting.put(home, ID, code.hash, large, lambda: True)
    connection.execute("PRAGMA max_page_count = 1000000")

    assert casting.put(home, ID, code.hash, large, lambda: True) == "stored"


@pytest.mark.parametrize(("cast", "told"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10), (29, 20)])
def test_how_many_answered_is_told_in_steps(home, asked, cast, told):
    for code in some_codes(home, cast):
        casting.put(home, ID, code.hash, b"", lambda: True)

    assert box.told_count(home, ID) == told


def test_there_is_nothing_to_count_without_a_box(home):
    assert box.told_count(home, ID) is None


def test_no_file_holds_a_code_or_an_answer(home, asked, a_paper):
    made = some_codes(home, 20)
    for code in made:
        box.cast(home, asked, code.hash, a_row())
    whole = b"".join(files(home).values())

    assert whole
    for code in made:
        assert code.in_link.encode() not in whole
        assert code.hash not in whole, "a code that was used can still be read"
    assert row_of(a_paper, a_row()) not in whole


def test_a_code_that_is_not_used_is_only_there_as_its_hash(home, asked):
    [code] = some_codes(home, 1)
    whole = b"".join(files(home).values())

    assert code.hash in whole
    assert code.in_link.encode() not in whole


def test_a_box_has_no_column_for_time_person_or_order(home, asked):
    columns = {
        (table, column)
        for (table,) in raw(home, "SELECT name FROM sqlite_master WHERE type = 'table'")
        for _, column, *_ in raw(home, f"PRAGMA table_info({table})")
    }

    assert columns == {("codes", "hash"), ("sealed", "id"), ("sealed", "blob")}
    for table in ("codes", "sealed"):
        with pytest.raises(sqlite3.OperationalError):
            raw(home, f"SELECT rowid FROM {table}")


def test_all_ballots_have_one_size(home, asked):
    for code, row in zip(some_codes(home, 3), ({}, {"HOS-M1": "dk"}, a_row()), strict=True):
        box.cast(home, asked, code.hash, row)

    assert len({len(blob) for (blob,) in raw(home, "SELECT blob FROM sealed")}) == 1


def test_the_order_of_the_ballots_says_nothing(home, asked):
    """Kendall's tau of the order in which they came and in which they lie, 20 boxes together."""
    agree = total = 0
    for _ in range(20):
        sizes = list(range(12))
        for code, size in zip(some_codes(home, 12), sizes, strict=True):
            casting.put(home, ID, code.hash, bytes(size), lambda: True)
        lying = [len(blob) for (blob,) in raw(home, "SELECT blob FROM sealed")]
        pairs = [(a, b) for place, a in enumerate(lying) for b in lying[place + 1 :]]
        agree, total = agree + sum(a < b for a, b in pairs), total + len(pairs)
        with box.held(home, ID) as held:
            held.empty()

    assert abs(2 * agree / total - 1) < 0.25


def test_only_the_owner_may_read_key_and_box(home, asked):
    for path in (home / "keys", home / "boxes", *(home / "keys").iterdir(), *(home / "boxes").iterdir()):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.parametrize("make", [box.make, box.make_for_trustees])
def test_ballots_without_their_key_get_no_new_one(home, asked, make):
    [code] = some_codes(home, 1)
    box.cast(home, asked, code.hash, a_row())
    keys.destroy(home, ID)
    with pytest.raises(keys.KeyMissing):
        make(home, ID)


def test_an_empty_box_without_a_key_gets_another_one(home, asked):
    keys.destroy(home, ID)

    assert box.make(home, ID) != asked.box_key


def test_a_key_for_trustees_is_not_written_and_takes_the_place_of_one_that_was(home, asked):
    private, public = box.make_for_trustees(home, ID)
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())

    assert public != asked.box_key
    assert private not in kept
    assert not keys.exists(home, ID)


def test_programs_that_make_backups_are_told_to_leave_the_keys_out(home, asked):
    tag = (home / "keys" / "CACHEDIR.TAG").read_bytes()

    assert tag.startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


def test_damaged_ballots_are_counted_and_left_out(home, asked, a_paper):
    for code in some_codes(home, 3):
        box.cast(home, asked, code.hash, a_row())
    for code in some_codes(home, 2):
        casting.put(home, ID, code.hash, os.urandom(81), lambda: True)

    rows, damaged = contents(home, a_paper)

    assert (len(rows), damaged) == (3, 2)


def test_a_key_that_opens_nothing_is_the_wrong_key(home, asked, a_paper):
    [code] = some_codes(home, 1)
    casting.put(home, ID, code.hash, os.urandom(81), lambda: True)
    with pytest.raises(keys.KeyMissing):
        contents(home, a_paper)


def test_answers_receipts_and_comments_come_out_in_orders_that_do_not_match(home, asked, a_paper):
    """Forty people each wrote their own number: neither order is that of casting, nor of one another."""
    numbers = [str(number) for number in range(40)]
    for code, number in zip(some_codes(home, 40), numbers, strict=True):
        point = str(int(number) % 5 + 1)
        box.cast(home, asked, code.hash, {"HOS-M1": point, "CUS-OPEN": number})
    with box.held(home, ID) as held:
        found = opened(held, keys.opener(home, ID), a_paper, lambda *_: None)
    comments = found.comments["CUS-OPEN"]
    answers = [str(row[a_paper.names.index("HOS-M1")]) for row in found.rows]

    assert sorted(comments, key=int) == numbers
    assert comments != numbers
    assert answers != [str(int(number) % 5 + 1) for number in comments]
    assert found.receipts == sorted(set(found.receipts))
    assert len(found.receipts) == 40


def test_who_wrote_nothing_is_not_in_the_pool(home, asked, a_paper):
    for code, text in zip(some_codes(home, 3), ("", "Call back.", ""), strict=True):
        box.cast(home, asked, code.hash, a_row() | {"CUS-OPEN": text})
    with box.held(home, ID) as held:
        found = opened(held, keys.opener(home, ID), a_paper, lambda *_: None)

    assert found.comments == {"CUS-OPEN": ["Call back."]}


def test_a_destroyed_box_leaves_nothing(home, asked):
    [code] = some_codes(home, 1)
    box.cast(home, asked, code.hash, a_row())
    for _ in range(2):
        box.destroy(home, ID)

    assert [path.name for path in home.rglob("*") if path.is_file()] == [keys.NO_BACKUP]
    assert box.told_count(home, ID) is None


@pytest.mark.parametrize("fields", [{"HOS-M1": "6"}, {"HOS-M1": "1.0"}, {"HOS-M1": " 3"}, {"team": "Board"}])
def test_an_answer_that_was_not_to_choose_from_is_refused(a_paper, fields):
    with pytest.raises(NotOnPaper):
        a_paper.row(fields)


def test_what_is_not_asked_or_left_open_is_not_in_a_row(a_paper):
    assert a_paper.row({"HOS-M1": "3", "HOS-M2": "", "team": "", "name": "Anna"}) == {"HOS-M1": "3"}
