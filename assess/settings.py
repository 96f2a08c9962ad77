"""What the operator sets in the environment, read once."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assess import paths


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the names are those of the variables, in lower case after `ASSESS_`."""

    home: Path = Path("instance")
    """Holds everything that must be backed up."""
    questionnaires: Path = paths.QUESTIONNAIRES
    smallest_group: int = 5
    """Fewest employees or customers of whom anything is shown."""
    smallest_leaders: int = 3
    """Fewest leaders of whom more than a score and a level is shown."""


PREFIX = "ASSESS_"
NAMES = tuple(PREFIX + field.upper() for field in Settings.__dataclass_fields__)
# Fewer would show what a person answered, so these two can only be raised.
LOWEST = {"smallest_group": Settings().smallest_group, "smallest_leaders": Settings().smallest_leaders}


class InvalidSettings(Exception):
    """Settings that cannot be used: one line for each in `problems`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment; raises InvalidSettings with every problem at once."""
    ours = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    problems = (*_unknown(ours), *_bad_values(ours))
    if problems:
        raise InvalidSettings(problems)
    read: dict[str, Any] = {}
    for name, value in ours.items():
        field = name.removeprefix(PREFIX).lower()
        read[field] = int(value) if field in LOWEST else Path(value)
    return replace(Settings(), **read)


def _unknown(ours: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(ours.keys() - set(NAMES)):
        near = get_close_matches(name.upper(), NAMES, n=1, cutoff=0.7)
        way_out = f"did you mean {near[0]}?" if near else f"there are {', '.join(NAMES)}"
        yield f"{name}: no such setting; {way_out}"


def _bad_values(ours: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(ours.keys() & set(NAMES)):
        problem = _problem(name.removeprefix(PREFIX).lower(), ours[name])
        if problem:
            yield f"{name}: {ours[name]!r} {problem}"


def _problem(field: str, value: str) -> str | None:
    if field in LOWEST:
        lowest = LOWEST[field]
        good = value.isascii() and value.isdigit() and len(value) < 10 and int(value) >= lowest
        return None if good else f"cannot be used; write a whole number, {lowest} or higher"
    if not value.strip():
        return "is no folder; write the path of one"
    if field == "home":
        free = _is_folder(value) or not os.path.lexists(value)
        return None if free else "is a file; write the path of a folder"
    return None if _is_folder(value) else "is no folder; write the path of one that exists"


def _is_folder(value: str) -> bool:
    try:
        return Path(value).is_dir()
    except OSError:
        return False
