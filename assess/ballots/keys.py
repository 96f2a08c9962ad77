"""The private key of a box, where it lies on the disk: a file that only its owner may read.

It lies there while no trustee holds it, and while a box is opened that a trustee unlocked; then it is
destroyed.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from assess.ballots import sealing

FOLDER = "keys"
NO_BACKUP = "CACHEDIR.TAG"
"""By this file programs that make backups know a folder that they may leave out (bford.info/cachedir)."""
NO_BACKUP_SAYS = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n# Keys of boxes: they do not belong in a backup.\n"
)


class KeyMissing(Exception):
    """There are sealed ballots and no key to open them with."""


def _file(home: Path, assessment_id: str) -> Path:
    return home / FOLDER / f"{assessment_id}.key"


def make(home: Path, assessment_id: str) -> bytes:
    """The public key of a box; its private key is made when there is none yet."""
    put(home, assessment_id, sealing.new_keys()[0])
    return sealing.public_of(read(home, assessment_id))


def put(home: Path, assessment_id: str, private: bytes) -> None:
    """Lays a private key down, unless there is one."""
    file = _file(home, assessment_id)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    for path, content in ((file.with_name(NO_BACKUP), NO_BACKUP_SAYS), (file, private)):
        if not path.exists():
            write_once(path, content)


def exists(home: Path, assessment_id: str) -> bool:
    """Whether there is a key."""
    return _file(home, assessment_id).exists()


def lying(home: Path) -> list[str]:
    """The ids of the assessments whose key lies on the disk."""
    return [file.stem for file in (home / FOLDER).glob("*.key")]


def read(home: Path, assessment_id: str) -> bytes:
    """The private key of a box. Raises KeyMissing."""
    try:
        return _file(home, assessment_id).read_bytes()
    except FileNotFoundError:
        raise KeyMissing from None


def opener(home: Path, assessment_id: str) -> sealing.Opener:
    """What opens the ballots of a box. Raises KeyMissing."""
    return sealing.Opener(read(home, assessment_id), assessment_id)


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
