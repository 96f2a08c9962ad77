"""Carving: what was deleted, and can still be read in some file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from assess.attacks.held import copy_of

SPELLINGS = ("utf-8", "utf-16-le", "utf-16-be")


def carved(folder: Path, canaries: Iterable[bytes]) -> dict[bytes, list[str]]:
    """By canary that can be read: in which files, whatever these are."""
    files = copy_of(folder, without=()).files
    found = {canary: [name for name, content in files.items() if canary in content] for canary in canaries}
    return {canary: names for canary, names in found.items() if names}


def spelled(texts: Mapping[str, str]) -> dict[bytes, str]:
    """The bytes as which texts may lie in a file, with the name of each."""
    return {
        written: name
        for name, text in texts.items()
        for spelling in SPELLINGS
        for written in (text.encode(spelling), text.encode(spelling).hex().encode())
    }
