"""Opening: the ballots of a box, unsealed and shuffled."""

from collections.abc import Callable
from dataclasses import dataclass
from secrets import SystemRandom

from assess.ballots.box import Held
from assess.ballots.keys import KeyMissing
from assess.ballots.sealing import Damaged, Opener

STEP = 1_000
"""Ballots between two words on how far it is."""


@dataclass(frozen=True, slots=True)
class Shuffled:
    """What was in a box, in an order by chance."""

    rows: list[bytes]
    damaged: int
    """Ballots that could not be opened: they are left out."""


def opened(box: Held, opener: Opener, length: int, progress: Callable[[int, int], None]) -> Shuffled:
    """Unseals and shuffles all ballots of a box. Raises KeyMissing when the key opens none of them."""
    total, rows, damaged = box.count(), [], 0
    for place, sealed in enumerate(box.ballots()):
        if place % STEP == 0:
            progress(place, total)
        try:
            plain = opener.open(sealed)
        except Damaged:
            plain = b""
        if len(plain) == length:
            rows.append(plain)
        else:
            damaged += 1
    if damaged and not rows:
        raise KeyMissing
    SystemRandom().shuffle(rows)
    return Shuffled(rows, damaged)
