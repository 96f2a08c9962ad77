"""What the operator sets in the environment, read once."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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
    host: str = "127.0.0.1"
    """The address of this machine on which `assess serve` listens."""
    port: int = 5000
    address: str = ""
    """Where people reach the product, such as https://assess.example.org; every link begins with it."""
    other_names: str = ""
    """Names besides those of `host` and `address` under which people may reach it; with commas between."""
    threads: int = 8
    """How many requests are answered at once."""

    @property
    def reached_at(self) -> str:
        """The address every link begins with, without a slash at its end."""
        return self.address.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether people come over https."""
        return self.reached_at.startswith("https:")

    @property
    def names(self) -> frozenset[str]:
        """Every name under which it answers, in lower case; this machine itself always may."""
        asked = f"{self.host},{urlsplit(self.reached_at).hostname},{self.other_names}"
        return THIS_MACHINE | {name.strip() for name in asked.lower().split(",") if name.strip()}


PREFIX = "ASSESS_"
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
NAMES = tuple(PREFIX + field.upper() for field in Settings.__dataclass_fields__)
# Fewer would show what a person answered, so the first two can only be raised.
NUMBERS = {
    "smallest_group": (Settings().smallest_group, 10**9),
    "smallest_leaders": (Settings().smallest_leaders, 10**9),
    "port": (1, 65_535),
    "threads": (2, 64),
}
TEXTS = {
    "host": (re.compile(r"[0-9A-Za-z.-]+"), "write the name or number of this machine, such as 127.0.0.1"),
    "address": (
        re.compile(r"https?://[0-9A-Za-z.-]+(:[0-9]+)?/?"),
        "write where people reach it, such as https://assess.example.org",
    ),
    "other_names": (
        re.compile(r"[0-9A-Za-z.-]+(, ?[0-9A-Za-z.-]+)*"),
        "write names with commas between, such as assess.local,192.168.1.20",
    ),
}


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
        read[field] = int(value) if field in NUMBERS else value if field in TEXTS else Path(value)
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
    if field in NUMBERS:
        lowest, highest = NUMBERS[field]
        good = value.isascii() and value.isdigit() and len(value) < 10 and lowest <= int(value) <= highest
        range = f"{lowest} or higher" if highest == 10**9 else f"from {lowest} to {highest}"
        return None if good else f"cannot be used; write a whole number, {range}"
    if field in TEXTS:
        shape, way_out = TEXTS[field]
        return None if shape.fullmatch(value) else f"cannot be used; {way_out}"
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
