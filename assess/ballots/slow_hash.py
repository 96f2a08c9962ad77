"""The slow hash of what people type: it makes guessing dear, and takes memory for as long as it lasts."""

from os import cpu_count
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw

WORKERS = cpu_count() or 2
_at_once = BoundedSemaphore(WORKERS)
# More of them at once than there are processors would only take memory.


def slow_hash(typed: str, salt: bytes, *, rounds: int, kibibytes: int, length: int) -> bytes:
    """So many bytes that only the same text with the same salt gives again."""
    with _at_once:
        return hash_secret_raw(typed.encode(), salt, rounds, kibibytes, 1, length, Type.ID)
