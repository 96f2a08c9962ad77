"""The private key of each box: a file that only its owner may read, destroyed when the box was opened."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from assess.ballots import sealing

FOLDER = "keys"


class KeyMissing(Exception):
    """There are sealed ballots and no key to open them with."""


def _file(home: Path, assessment_id: str) -> Path:
    return home / FOLDER / f"{assessment_id}.key"


def make(home: Path, assessment_id: str) -> bytes:
    """The public key of a box; its private key is made when there is none yet."""
    file = _file(home, assessment_id)
    if not file.exists():
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_once(file, sealing.new_keys()[0])
    return sealing.public_of(file.read_bytes())


def exists(home: Path, assessment_id: str) -> bool:
    """Whether there is a key."""
    return _file(home, assessment_id).exists()


def opener(home: Path, assessment_id: str) -> sealing.Opener:
    """What opens the ballots of a box. Raises KeyMissing."""
    try:
        private = _file(home, assessment_id).read_bytes()
    except FileNotFoundError:
        raise KeyMissing from None
    return sealing.Opener(private, assessment_id)


def destroy(home: Path, assessment_id: str) -> None:
    """The key is gone: overwritten first, so that its bytes do not stay behind on the disk."""
    file = _file(home, assessment_id)
    with suppress(FileNotFoundError), file.open("r+b") as old:
        old.write(secrets.token_bytes(sealing.KEY_BYTES))
        old.flush()
        os.fsync(old.fileno())
        file.unlink()
        sync_folder(file.parent)


def write_once(file: Path, content: bytes) -> None:
    """Writes a file that only its owner may read, unless it is there already: all of it or nothing."""
    temporary = file.with_name(f".{secrets.token_hex(8)}")
    write_private(temporary, content)
    # A link is made whole or not at all, and never over what is there already.
    with suppress(FileExistsError):
        os.link(temporary, file)
    temporary.unlink()
    sync_folder(file.parent)


def write_private(file: Path, content: bytes) -> None:
    """Writes a new file that only its owner may read, onto the disk."""
    with open(file, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the disk know which files a folder has."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
