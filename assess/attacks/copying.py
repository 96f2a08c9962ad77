"""A consistent copy of what lies in a home, while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def copied(file: Path, to: Path) -> None:
    """Copies a database as it is at one moment. Raises OSError when it cannot be read."""
    to.parent.mkdir(mode=0o700, exist_ok=True)
    to.touch(mode=0o600)
    try:
        with closing(_opened(file, "rw")) as live, closing(_opened(to, "rw")) as copy:
            live.backup(copy)
    except sqlite3.Error as error:
        raise OSError(f"{file} cannot be copied ({error})") from None


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode={mode}", uri=True, timeout=20)
