"""Opening: the ballots of a box, unsealed, taken apart and shuffled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from secrets import SystemRandom

from assess.ballots.box import Held
from assess.ballots.keys import KeyMissing
from assess.ballots.paper import Paper
from assess.ballots.sealing import Damaged, Opener

STEP = 1_000
"""Ballots between two words on how far it is."""


@dataclass(frozen=True, slots=True)
class Shuffled:
    """What was in a box. Answers, receipts and comments lie apart: no order leads from one to another."""

    rows: list[bytes]
    """Answers, in an order by chance."""
    receipts: list[bytes]
    """In alphabetical order."""
    comments: Mapping[str, list[str]]
    """By open question: what was written, each question in an order by chance of its own."""
    damaged: int
    """Ballots that could not be opened: they are left out."""


def opened(box: Held, opener: Opener, asked: Paper, progress: Callable[[int, int], None]) -> Shuffled:
    """Unseals and shuffles all ballots of a box. Raises KeyMissing when the key opens none of them."""
    total, damaged, length = box.count(), 0, asked.length
    found = Shuffled([], [], {question.id: [] for question in asked.open}, 0)
    for place, sealed in enumerate(box.ballots()):
        if place % STEP == 0:
            # In hundredths: how many ballots there are is told nowhere before the results are there.
            progress(place * 100 // total, 100)
        try:
            plain = opener.open(sealed)
        except Damaged:
            plain = b""
        if len(plain) == length:
            _add(found, asked, plain)
        else:
            damaged += 1
    if damaged and not found.rows:
        raise KeyMissing
    return _shuffled(found, damaged)


def _add(found: Shuffled, asked: Paper, plain: bytes) -> None:
    row, receipt, comments = asked.apart(plain)
    found.rows.append(row)
    found.receipts.append(receipt)
    for pool, comment in zip(found.comments.values(), comments, strict=True):
        # Only what was written is kept: of many ballots the empty room would fill the memory.
        if comment:
            pool.append(comment)


def _shuffled(found: Shuffled, damaged: int) -> Shuffled:
    chance = SystemRandom()
    chance.shuffle(found.rows)
    for pool in found.comments.values():
        chance.shuffle(pool)
    return Shuffled(found.rows, sorted(found.receipts), found.comments, damaged)
