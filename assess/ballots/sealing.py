"""Sealing: whoever has the public key of an assessment can close a ballot, only its private key opens it.

A ballot is closed with a key pair of its own (X25519), of which the private half is forgotten at once.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES, TAG_BYTES = 32, 16
ADDED = KEY_BYTES + TAG_BYTES
"""Bytes that sealing adds to a ballot."""

PURPOSE = b"assess ballot 1"
# Every ballot has a key of its own, so a nonce that is always the same is used once with each.
NONCE = bytes(12)


class Damaged(Exception):
    """A ballot that this key cannot open, or that was changed after it was sealed."""


def new_keys() -> tuple[bytes, bytes]:
    """A private key and its public key."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(public: bytes, assessment_id: str, plain: bytes) -> bytes:
    """A ballot as it lies in the box: for one length of ballots always one length."""
    once = X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return mine + _cipher(shared, mine, public).encrypt(NONCE, plain, assessment_id.encode())


class Opener:
    """Opens the ballots of one assessment."""

    def __init__(self, private: bytes, assessment_id: str) -> None:
        self._private = X25519PrivateKey.from_private_bytes(private)
        self._public = self._private.public_key().public_bytes_raw()
        self._assessment = assessment_id.encode()

    def open(self, sealed: bytes) -> bytes:
        """What was sealed. Raises Damaged."""
        theirs, closed = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
        try:
            shared = self._private.exchange(X25519PublicKey.from_public_bytes(theirs))
            return _cipher(shared, theirs, self._public).decrypt(NONCE, closed, self._assessment)
        except (InvalidTag, ValueError):
            raise Damaged from None


def _cipher(shared: bytes, once: bytes, public: bytes) -> ChaCha20Poly1305:
    key = HKDF(SHA256(), KEY_BYTES, salt=None, info=PURPOSE + once + public).derive(shared)
    return ChaCha20Poly1305(key)
