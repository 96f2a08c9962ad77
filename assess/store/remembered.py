"""What every visit asks of the database: read once, and again only after something changed.

A statement costs more than all the rest of a respondent's visit, and than sending a file that exists.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from assess.store import assessments
from assess.store.assessments import Assessment
from assess.store.database import db

SETTLED = 3 * 10**9
"""Nanoseconds after which two changes of a file cannot bear the same time any more, on any disk."""

MOST_KEPT = 1_000

Stamp = tuple[int, int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Read:
    stamp: Stamp
    found: Any


_kept: dict[tuple[Hashable, ...], _Read] = {}


def read(what: Callable[..., T], *of: Hashable) -> T:
    """What a function of the store gives for these, as it is now: a value, which nobody changes."""
    file = db.engine.url.database or ""
    stamp, key = _stamp(file), (file, what, *of)
    last = _kept.get(key)
    if last is not None and last.stamp == stamp:
        found: T = last.found
        return found
    found = what(*of)
    _kept.pop(key, None)
    if found is not None and time.time_ns() - stamp[0] > SETTLED:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = _Read(stamp, found)
    return found


def find(id: str) -> Assessment | None:
    """The assessment with this id as it is now; for respondents, who change nothing in this database.

    What the session held is let go.
    """
    return read(_find, id)


def _find(id: str) -> Assessment | None:
    found = assessments.find(id)
    if found is not None:
        _ = found.asked
    # A transaction left open would make every writer wait for somebody who fills in a page.
    db.session.rollback()
    return found


@lru_cache
def _path(file: str) -> Path:
    return Path(file)


def _stamp(file: str) -> Stamp:
    """Changes whenever the database does: without a WAL, each change is written into this file."""
    told = _path(file).stat()
    return told.st_mtime_ns, told.st_size, told.st_ino
