"""Codes: an employee types or scans one to answer once. Of a code nothing is kept but the hash of its key.

What is typed is short, so its key takes a slow hash to find; a link holds the key itself.
"""

import secrets
from base64 import b32encode, urlsafe_b64decode, urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from sqlite3 import Connection

from assess.ballots.slow_hash import WORKERS, slow_hash

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter that looks like a digit, and no U."""
LENGTH, GROUP = 16, 4
"""Characters of a typed code (five bits each), and how many stand together."""
KEY_BYTES = 16
ROUNDS, KIBIBYTES = 2, 19 * 1024
"""What one guess at a typed code costs."""

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_MADE = str.maketrans(_STANDARD, CROCKFORD)
_MEANT = str.maketrans("OIL", "011", " -\t\r\n\u00a0–—")
"""What people type when they mean something else."""


class CodeHash(bytes):
    """All that a box keeps of a code. Who has the code has this pass (`casting.Pass`)."""

    def take(self, box: Connection) -> bool:
        """Takes the code out of the box; false for one that is unknown or used."""
        return bool(box.execute("DELETE FROM codes WHERE hash = ?", (self,)).rowcount)


@dataclass(frozen=True, slots=True)
class Code:
    """One code as it is handed out: to be typed, or inside a link. Both are the same code."""

    typed: str
    in_link: str
    """What the link ends with, after `#`, where no server's log sees it."""

    @property
    def hash(self) -> CodeHash:
        """What the box keeps of it."""
        found = hash_of(self.in_link, "", "")
        assert found is not None
        return found


def make(assessment_id: str, count: int) -> list[Code]:
    """New codes, by chance alone."""
    with ThreadPoolExecutor(WORKERS) as threads:
        return list(threads.map(lambda _: _make(assessment_id), range(count)))


def _make(assessment_id: str) -> Code:
    typed = b32encode(secrets.token_bytes(LENGTH * 5 // 8)).decode().translate(_MADE)
    key = _key(typed, assessment_id)
    groups = [typed[place : place + GROUP] for place in range(0, LENGTH, GROUP)]
    return Code("-".join(groups), urlsafe_b64encode(key).rstrip(b"=").decode())


def _key(typed: str, assessment_id: str) -> bytes:
    salt = sha256(assessment_id.encode()).digest()
    return slow_hash(typed, salt, rounds=ROUNDS, kibibytes=KIBIBYTES, length=KEY_BYTES)


def hash_of(in_link: str, typed: str, assessment_id: str) -> CodeHash | None:
    """The hash by which a box knows a code, from a link or else as typed; None for what is no code."""
    key = _from_link(in_link.strip()) or _from_typed(typed, assessment_id)
    return None if key is None else CodeHash(sha256(key).digest())


def _from_link(text: str) -> bytes | None:
    if len(text) != KEY_BYTES * 4 // 3 + 1 or not text.isascii():
        return None
    try:
        return urlsafe_b64decode(text + "==")
    except ValueError:
        return None


def _from_typed(text: str, assessment_id: str) -> bytes | None:
    meant = text.upper().translate(_MEANT)
    if len(meant) != LENGTH or not set(meant) <= set(CROCKFORD):
        return None
    return _key(meant, assessment_id)
