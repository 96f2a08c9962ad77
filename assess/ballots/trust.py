"""A trustee's keys: made of a passphrase each time they are needed. Of the passphrase nothing is kept.

What is kept is a salt and a public key. The private key of a box, sealed to that public key, can be opened
with the passphrase and with nothing else.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from assess.ballots.sealing import KEY_BYTES, Damaged, Opener, public_of, seal
from assess.ballots.slow_hash import slow_hash

ROUNDS, KIBIBYTES = 3, 64 * 1024
"""What one guess at a passphrase costs."""
SALT_BYTES = 16


class WrongPassphrase(Exception):
    """This passphrase does not belong to this lock, or opens nothing."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What is kept of a passphrase."""

    salt: bytes
    public_key: bytes


def same(passphrase: str) -> str:
    """A passphrase in the one form that counts, however a keyboard writes its letters and spaces."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def lock(passphrase: str) -> Lock:
    """A new lock for a passphrase; takes a moment and 64 MB on purpose."""
    salt = secrets.token_bytes(SALT_BYTES)
    return Lock(salt, public_of(_private(passphrase, salt)))


def fits(passphrase: str, lock: Lock) -> bool:
    """Whether a passphrase belongs to a lock."""
    return secrets.compare_digest(public_of(_private(passphrase, lock.salt)), lock.public_key)


def wrap(box_key: bytes, lock: Lock, assessment_id: str) -> bytes:
    """The private key of a box, sealed to a trustee."""
    return seal(lock.public_key, _about(assessment_id), box_key)


def unwrap(wrapped: bytes, passphrase: str, lock: Lock, assessment_id: str) -> bytes:
    """The private key of a box. Raises WrongPassphrase."""
    opener = Opener(_private(passphrase, lock.salt), _about(assessment_id))
    try:
        return opener.open(wrapped)
    except Damaged:
        raise WrongPassphrase from None


def _private(passphrase: str, salt: bytes) -> bytes:
    return slow_hash(same(passphrase), salt, rounds=ROUNDS, kibibytes=KIBIBYTES, length=KEY_BYTES)


def _about(assessment_id: str) -> str:
    # No id has a space in it: what is sealed as a key never passes for a ballot, nor the other way round.
    return f"key of the box {assessment_id}"
