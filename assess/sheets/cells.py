"""What may stand in a cell, how it is stored, and what to say about all else.

An answer is stored as one byte: a point of its scale or the code for none, don't know or not applicable.
The codes are those of `assess.core.responses`, which is not imported here because it needs numpy.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from assess.core.questionnaire import AUDIENCES, EVIDENCE, Scale
from assess.sheets.problems import quoted

MISSING, DONT_KNOW, NOT_APPLICABLE = 127, 126, 125
UNKNOWN = 124
"""Stands for a cell that is no answer; above the largest answer, so that it is never one."""

BYTE = 0xFF
LONGEST_TEXT = 2_000
LONGEST_NAME = 100
REMEMBERED = 1_000
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,4}")
FORMULA = "is a formula; save its value instead"


class Codes(dict[str, int]):
    """The byte for each way of writing an answer; UNKNOWN for what is no answer."""

    def __init__(
        self, numbers: Iterable[int], words: Iterable[tuple[str, int]], expected: str, what: str
    ) -> None:
        super().__init__({str(number): number & BYTE for number in numbers})
        self.update(words)
        self[""] = MISSING
        self._expected = expected
        self._what = what

    def __missing__(self, cell: str) -> int:
        plain = cell.strip().lower()
        if WHOLE_NUMBER.fullmatch(plain):
            plain = str(int(plain))
        code = self.get(plain, UNKNOWN)
        if code != UNKNOWN and len(self) < REMEMBERED:
            self[cell] = code
        return code

    def why_not(self, cell: str) -> str:
        """Why a cell is no answer, and what to write instead."""
        plain = cell.strip()
        if plain.startswith("="):
            return f"{quoted(cell)} {FORMULA}"
        if re.fullmatch("-?[0-9]+", plain) and len(plain) <= 40:
            return f"{plain} is not {self._what}; write {self._expected}"
        words = [word for word in self if word.isalpha() and word.islower()]
        near = get_close_matches(plain.lower()[:40], words, n=1) if len(plain) > 2 else []
        if near:
            return f"{quoted(cell)} is not {self._what}; did you mean {near[0]!r}?"
        return f"{quoted(cell)} is not {self._what}; write {self._expected}"


def answers_on(scale: Scale) -> Codes:
    """The answers on a scale: a whole number, dk, na or nothing."""
    numbers = range(scale.lowest, scale.highest + 1)
    on = f"{scale.lowest} to {scale.highest}"
    words = [("dk", DONT_KNOW), ("DK", DONT_KNOW), ("na", NOT_APPLICABLE), ("NA", NOT_APPLICABLE)]
    return Codes(numbers, words, f"a whole number from {on}, dk, na or nothing", f"on the scale {on}")


def kinds_of_evidence() -> Codes:
    """How a leader knows: one of four words, or nothing."""
    expected = f"{', '.join(EVIDENCE[:-1])}, {EVIDENCE[-1]} or nothing"
    return Codes((), ((word, place) for place, word in enumerate(EVIDENCE)), expected, "a kind of evidence")


def guesses() -> Codes:
    """A guessed share: a whole number from 0 to 100, or nothing."""
    return Codes(range(101), (), "a whole number from 0 to 100, or nothing", "a share from 0 to 100")


def audience_names() -> Codes:
    """The audience of a row, as its place in `AUDIENCES`; nothing is no audience."""
    names = Codes(
        (),
        ((name, place) for place, name in enumerate(AUDIENCES)),
        "leaders, employees or customers",
        "an audience",
    )
    names[""] = UNKNOWN
    return names


def why_no_text(cell: str) -> str | None:
    """Why a cell is no answer to an open question; None when it is one."""
    if len(cell) > LONGEST_TEXT:
        return f"{len(cell):,} characters; shorten it to {LONGEST_TEXT:,}"
    return f"{quoted(cell)} {FORMULA}" if cell.lstrip().startswith("=") else None


def why_no_name(name: str) -> str | None:
    """Why a cell is no name of a team or respondent; None when it is one."""
    if name.startswith("="):
        return f"{quoted(name)} {FORMULA}"
    if name.startswith(("+", "-", "@")):
        return f"{quoted(name)} starts as a formula does; begin with a letter or a number"
    if len(name) > LONGEST_NAME:
        return f"{len(name):,} characters; shorten it to {LONGEST_NAME}"
    if not name.isprintable():
        return f"{quoted(name)} has invisible characters; type it again"
    return None
