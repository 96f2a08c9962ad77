"""What an attacker holds: copies of the folder, a log, a list of who was invited, and the results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Answers = tuple[int, ...]
"""What one person answered."""


@dataclass(frozen=True, slots=True)
class Copy:
    """All files of a folder as they were at one moment, by their path below it."""

    files: Mapping[str, bytes]
    times: Mapping[str, float]
    """When each was last written."""


@dataclass(frozen=True, slots=True)
class Held:
    """Everything an operator could have put aside who never had the key."""

    copies: Sequence[Copy]
    """One before anybody answered, one an hour, and the last one before closing."""
    caught: Sequence[Copy]
    """One inside each transaction, with its journal."""
    visits: Sequence[tuple[float, int]]
    """When whom the access log saw sending answers: moments and persons, in this order."""
    marks: Sequence[bytes]
    """By person: what the invitation list tells of a code, as the database would hold it."""
    rows: Sequence[Answers]
    """The results, as they lie there."""

    @property
    def people(self) -> list[int]:
        """Persons in the order in which they answered."""
        return [person for _, person in self.visits]


def copy_of(folder: Path, without: Sequence[str] = ("keys",)) -> Copy:
    """A copy of a folder and all below it, some folders left out."""
    found = {
        str(path.relative_to(folder)): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in without
    }
    return Copy(
        {name: path.read_bytes() for name, path in found.items()},
        {name: path.stat().st_mtime_ns / 1e9 for name, path in found.items()},
    )
