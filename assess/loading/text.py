"""From a file's bytes to text: its size, its encoding, and no character that cannot be seen."""

import re
import stat
import unicodedata
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from assess.loading.problems import MOST_PROBLEMS, Problem

LARGEST = 256 * 1024
LOST = "\N{REPLACEMENT CHARACTER}"

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"  # invisible, or lost before
)
LINE_END = re.compile("\r\n|\r|\n")


class Unreadable(Exception):
    """A file cannot be read as text at all; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_text(file: str) -> tuple[str, list[Problem]]:
    """A file's text, and a problem for each character in it that nobody can see.

    Such characters are replaced, so that the rest of the file can be judged. Raises Unreadable.
    """
    text = _decoded(file, _bytes(file))
    if not UNSEEN.search(text):
        return text, []
    return UNSEEN.sub(LOST, text), list(islice(_unseen(file, text), MOST_PROBLEMS + 1))


def _bytes(file: str) -> bytes:
    try:
        path = Path(file)
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            raise Unreadable(Problem(file, 1, 1, f"this is {kind}", "put a text file in its place"))
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(Problem(file, 1, 1, "this file does not exist", "check its name")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(
            Problem(file, 1, 1, f"cannot be read: {reason}", "check the file's name and rights")
        ) from None
    if len(content) > LARGEST:
        raise Unreadable(
            Problem(file, 1, 1, "the file is larger than 256 kB", "split it into several questionnaires")
        )
    return content


def _decoded(file: str, content: bytes) -> str:
    if _looks_like_utf16(content[:64]):
        raise Unreadable(_wrong_encoding(file, 1, 1, "it looks like UTF-16"))
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        guess = f"the byte 0x{content[error.start]:02X} looks like Windows-1252 or Latin-1"
        raise Unreadable(_wrong_encoding(file, *Lines(before).place(len(before)), guess)) from None


def _looks_like_utf16(start: bytes) -> bool:
    even, odd = start[::2].count(0), start[1::2].count(0)
    every_other_is_nul = max(even, odd) > 1 and abs(even - odd) * 3 > len(start)
    return start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or every_other_is_nul


def _wrong_encoding(file: str, line: int, column: int, guess: str) -> Problem:
    return Problem(file, line, column, f"the file is not UTF-8: {guess}", "save it as UTF-8")


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, counted from 1, of a character of the text."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def _unseen(file: str, text: str) -> Iterator[Problem]:
    lines = Lines(text)
    for found in UNSEEN.finditer(text):
        yield Problem(file, *lines.place(found.start()), unseen_character(found.group()), "remove it")


def unseen_character(character: str) -> str:
    """What is wrong with a character that cannot be seen."""
    code = f"U+{ord(character):04X}"
    if character == LOST:
        return f"a character was lost here when the file was converted ({code})"
    name = unicodedata.name(
        character, "control character" if ord(character) < 0xA0 else "no character"
    ).lower()
    return f"an invisible character ({code}, {name})"
