"""Patience with wrong passwords: a few at once, then one a minute, whether or not the account exists."""

import hashlib
from collections.abc import Callable
from threading import Lock
from time import monotonic

AT_ONCE = 10
SECONDS_EACH = 60.0
MOST_KEPT = 10_000


class Patience:
    """Counts attempts by name, in the memory of this process: a restart forgets them."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._full_until: dict[bytes, float] = {}

    def takes(self, name: str) -> bool:
        """Whether one more attempt on this name is taken; it counts until `forget`.

        An attempt that is not taken does not count, so that waiting always helps.
        """
        with self._lock:
            moment, key = self._clock(), _key(name)
            until = max(self._full_until.pop(key, moment), moment) + SECONDS_EACH
            taken = until - moment <= AT_ONCE * SECONDS_EACH
            self._full_until[key] = until if taken else until - SECONDS_EACH
            if len(self._full_until) > MOST_KEPT:
                self._drop_oldest(moment)
            return taken

    def forget(self, name: str) -> None:
        """Who signs in starts afresh."""
        with self._lock:
            self._full_until.pop(_key(name), None)

    def _drop_oldest(self, moment: float) -> None:
        over = [key for key, until in self._full_until.items() if until <= moment]
        for key in over or [next(iter(self._full_until))]:
            del self._full_until[key]


def _key(name: str) -> bytes:
    # A hash takes the same little room however long the name, and is no list of addresses.
    return hashlib.blake2b(name.strip().casefold().encode(), digest_size=16).digest()
