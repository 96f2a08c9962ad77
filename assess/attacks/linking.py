"""Linkage: who answered what? Each way gives, by person, a place in the results, or has nothing to go by.

A way goes in two steps. Whose record is it: by order, number, time or transaction. Which results does a
record hold: what it says where that can be read, else by its size, else by where it lies.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from assess.attacks.held import Answers, Copy, Held
from assess.attacks.reading import Record, database, records, states, whole

Guess = Mapping[int, int]
"""By person the place in the results that is taken for theirs."""


def hits(held: Held, guess: Guess, truth: Sequence[Answers]) -> int:
    """How many persons are given their own answers; by chance alone it is one, however many there are."""
    return sum(held.rows[place] == truth[person] for person, place in guess.items())


def as_they_lie(held: Held) -> Guess:
    """The results in their order, people in the order in which they came."""
    return dict(zip(held.people, range(len(held.rows)), strict=True))


def by_list(held: Held) -> Guess:
    """The results in their order, people in the order of their codes in the database."""
    people = sorted(held.people, key=lambda person: held.marks[person])
    return dict(zip(people, range(len(held.rows)), strict=True))


def by_number(held: Held) -> Guess | None:
    """Records in the order of their row numbers or ids."""
    return _linked(held, sorted(_records(held), key=lambda record: _sortable(record.cells[0])))


def _sortable(cell: object) -> tuple[bool, object]:
    return isinstance(cell, bytes), cell


def by_time(held: Held) -> Guess | None:
    """Records in the order of a time that they hold."""
    found = _records(held)
    moments = [_moment(record) for record in found]
    if not found or None in moments:
        return None
    return _linked(held, sorted(found, key=lambda record: _moment(record) or 0.0))


def _moment(record: Record) -> float | None:
    for cell in record.cells:
        with suppress(ValueError):
            if isinstance(cell, str):
                return datetime.fromisoformat(cell).timestamp()
    return None


def by_copies(held: Held) -> Guess | None:
    """Records by the hourly copy in which they first lie, people by the hour in which they came."""
    return _by_first_seen(held, held.copies)


def by_transaction(held: Held) -> Guess | None:
    """Records by the transaction that brought them, people by the one that changed their mark."""
    found, caught = _records(held), [*held.caught, held.copies[-1]]
    if not found:
        return None
    seen = states(caught, found[0].file)
    came = [_first(seen, record.needle, there=True) for record in found]
    went = {person: _changed(seen, held.marks[person]) for person in held.people}
    people = sorted(held.people, key=lambda person: went[person])
    order = sorted(range(len(found)), key=lambda place: came[place])
    return _linked(held, [found[place] for place in order], people)


def by_place(held: Held) -> Guess | None:
    """Records by where their bytes lie in the file: pages fill from their end."""
    found = _records(held)
    if not found:
        return None
    content = database(held.copies[-1], found[0].file)
    size = int.from_bytes(content[16:18], "big") or 65_536
    places = {record: content.rfind(record.needle) for record in found}
    return _linked(held, sorted(found, key=lambda record: (places[record] // size, -places[record])))


def by_file_time(held: Held) -> Guess | None:
    """Files that hold one person's answers each, by when they were written."""
    last = held.copies[-1]
    new = [name for name in last.files if name not in held.copies[0].files and name.endswith(".json")]
    if len(new) != len(held.rows):
        return None
    found = [Record(name, (last.files[name].decode(),)) for name in sorted(new, key=last.times.__getitem__)]
    return _linked(held, found)


WAYS: Mapping[str, Callable[[Held], Guess | None]] = {
    "order of the results": as_they_lie,
    "order of the codes": by_list,
    "row numbers and ids": by_number,
    "times in the rows": by_time,
    "hourly copies": by_copies,
    "transactions and journals": by_transaction,
    "place in the file, free pages": by_place,
    "file times": by_file_time,
}


def _records(held: Held) -> list[Record]:
    return records(held.copies[0], held.copies[-1], len(held.visits))


def _by_first_seen(held: Held, copies: Sequence[Copy]) -> Guess | None:
    found = _records(held)
    if not found:
        return None
    contents = [whole(copy, found[0].file) for copy in copies]
    return _linked(held, sorted(found, key=lambda record: _first(contents, record.needle, there=True)))


def _first(seen: Sequence[bytes], needle: bytes, *, there: bool) -> int:
    """The first state in which something is there, or is there no more."""
    return bisect_left(seen, True, key=lambda content: (needle in content) == there)


def _changed(seen: Sequence[bytes], mark: bytes) -> int:
    return _first(seen, mark, there=mark not in seen[0])


def _linked(held: Held, found: Sequence[Record], people: Sequence[int] | None = None) -> Guess | None:
    """People in their order take records in theirs, and with each its results; None without records."""
    if not found:
        return None
    rows = _rows_of(held, found)
    return {person: rows[record] for person, record in zip(people or held.people, found, strict=True)}


def _rows_of(held: Held, found: Sequence[Record]) -> dict[Record, int]:
    """By record the results that it holds."""
    if all(record.answers is not None for record in found):
        places = {row: place for place, row in enumerate(held.rows)}
        return {record: places[record.answers or ()] for record in found}
    lying = sorted(found, key=lambda record: _sortable(record.cells[0]))
    if len({record.size for record in found}) == 1:
        return {record: place for place, record in enumerate(lying)}
    sizes = sorted(range(len(held.rows)), key=lambda place: len(str(held.rows[place])))
    return dict(zip(sorted(lying, key=lambda record: record.size), sizes, strict=True))
