"""What may stand in a cell, how it is stored, and what to say about all else.

An answer is stored as one byte: a point of its scale or the code for none, don't know or not applicable.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from assess.core.codes import DONT_KNOW, MISSING, NOT_APPLICABLE
from assess.core.questionnaire import AUDIENCES, EVIDENCE, Scale
from assess.sheets.problems import What, either, quoted

UNKNOWN = 124
"""Stands for a cell that is no answer; above the largest answer, so that it is never one."""

BYTE = 0xFF
LONGEST_TEXT = 2_000
LONGEST_NAME = 100
REMEMBERED = 1_000
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,4}")


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
            return _formula(cell)
        number = re.fullmatch("-?[0-9]+", plain) and len(plain) <= 40
        words = [word for word in self if word.isalpha() and word.islower()]
        near = get_close_matches(plain.lower()[:40], words, n=1) if len(plain) > 2 else []
        if near:
            return What(
                "{cell} is not {what}; did you mean {near}?",
                cell=quoted(cell),
                what=self._what,
                near=repr(near[0]),
            )
        shown = plain if number else quoted(cell)
        return What(
            "{cell} is not {what}; write {expected}", cell=shown, what=self._what, expected=self._expected
        )


def _formula(cell: str) -> What:
    return What("{cell} is a formula; save its value instead", cell=quoted(cell))


def _too_long(text: str, most: int) -> What:
    return What("{n} characters; shorten it to {most}", n=len(text), most=most)


def answers_on(scale: Scale) -> Codes:
    """The answers on a scale: a whole number, dk, na or nothing."""
    numbers = range(scale.lowest, scale.highest + 1)
    ends = {"lowest": scale.lowest, "highest": scale.highest}
    expected = What("a whole number from {lowest} to {highest}, dk, na or nothing", **ends)
    words = [("dk", DONT_KNOW), ("DK", DONT_KNOW), ("na", NOT_APPLICABLE), ("NA", NOT_APPLICABLE)]
    return Codes(numbers, words, expected, What("on the scale {lowest} to {highest}", **ends))


def kinds_of_evidence() -> Codes:
    """How a leader knows: one of four words, or nothing."""
    expected = What("{words} or nothing", words=", ".join(EVIDENCE))
    coded = ((word, place) for place, word in enumerate(EVIDENCE))
    return Codes((), coded, expected, What("a kind of evidence"))


def guesses() -> Codes:
    """A guessed share: a whole number from 0 to 100, or nothing."""
    expected = What("a whole number from 0 to 100, or nothing")
    return Codes(range(101), (), expected, What("a share from 0 to 100"))


def audience_names() -> Codes:
    """The audience of a row, as its place in `AUDIENCES`; nothing is no audience."""
    names = Codes(
        (),
        ((name, place) for place, name in enumerate(AUDIENCES)),
        either(AUDIENCES),
        What("an audience"),
    )
    names[""] = UNKNOWN
    return names


def why_no_text(cell: str) -> str | None:
    """Why a cell is no answer to an open question; None when it is one."""
    if len(cell) > LONGEST_TEXT:
        return _too_long(cell, LONGEST_TEXT)
    return _formula(cell) if cell.lstrip().startswith("=") else None


def why_no_name(name: str) -> str | None:
    """Why a cell is no name of a team or respondent; None when it is one."""
    if name.startswith("="):
        return _formula(name)
    if name.startswith(("+", "-", "@")):
        return What("{cell} starts as a formula does; begin with a letter or a number", cell=quoted(name))
    if len(name) > LONGEST_NAME:
        return _too_long(name, LONGEST_NAME)
    if not name.isprintable():
        return What("{cell} has invisible characters; type it again", cell=quoted(name))
    return None
