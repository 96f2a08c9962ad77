"""What jobs made: pages, figures and PDFs, each in a file named after the hash of its content."""

import hashlib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import delete, select

from assess.store import tables
from assess.store.database import db

FOLDER = "kept"


def keep(home: Path, assessment_id: str, contents: Mapping[str, bytes]) -> None:
    """Keeps these contents under their names; what stood under such a name before is no longer found."""
    for name, content in contents.items():
        sha256 = hashlib.sha256(content).hexdigest()
        _write(home / FOLDER / sha256, content)
        db.session.merge(tables.Kept(assessment_id=assessment_id, name=name, sha256=sha256))


def _write(file: Path, content: bytes) -> None:
    if file.exists():
        return
    file.parent.mkdir(mode=0o700, exist_ok=True)
    temporary = file.with_name(f".{secrets.token_hex(8)}")
    with temporary.open("wb") as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
    temporary.replace(file)


def file(home: Path, assessment_id: str, name: str) -> Path | None:
    """The file kept under a name; None while there is none."""
    row = db.session.get(tables.Kept, (assessment_id, name))
    return None if row is None else home / FOLDER / row.sha256


def names(assessment_id: str) -> set[str]:
    """All names under which something is kept."""
    return set(db.session.scalars(select(tables.Kept.name).filter_by(assessment_id=assessment_id)))


def forget(assessment_id: str) -> None:
    """Nothing of an assessment is found any more, for when it is reopened."""
    db.session.execute(delete(tables.Kept).filter_by(assessment_id=assessment_id))
