"""Columns that grow as a spreadsheet is read: each takes its cells, and says what is wrong with them."""

import unicodedata
from array import array
from collections.abc import Callable, Sequence

from assess.sheets.cells import UNKNOWN, Codes, why_no_name, why_no_text
from assess.sheets.problems import What, quoted

Wrong = list[tuple[int, str]]
"""The line of each cell that is wrong, and what to say about it."""


class CodedColumn:
    """Answers as one byte each."""

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        self.bytes = bytearray()

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> Wrong:
        """Keeps the cells; gives the wrong ones."""
        taken = bytes(map(self.codes.__getitem__, cells))
        self.bytes += taken
        if UNKNOWN not in taken:
            return []
        return [(lines[i], self.codes.why_not(cells[i])) for i, code in enumerate(taken) if code == UNKNOWN]


class TeamColumn(dict[str, int]):
    """The team of each employee as a place among the names; "" is the team of those without one."""

    def __init__(self) -> None:
        super().__init__()
        self.places = array("i")
        self.names: list[str] = []

    def __missing__(self, cell: str) -> int:
        name = name_of(cell)
        if why_no_name(name):
            return -1
        if name not in self:
            self[name] = len(self.names)
            self.names.append(name)
        self[cell] = self[name]
        return self[name]

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> Wrong:
        """Keeps the cells; gives the wrong ones."""
        taken = array("i", map(self.__getitem__, cells))
        self.places += taken
        if -1 not in taken:
            return []
        return [
            (lines[i], why_no_name(name_of(cells[i])) or "") for i, place in enumerate(taken) if place == -1
        ]


class RespondentColumn:
    """Who each leader is: checked to be one row each, and kept nowhere else."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> Wrong:
        """Gives the cells that are wrong."""
        return [
            (line, what)
            for cell, line in zip(cells, lines, strict=True)
            if (what := self._why_not(cell, line))
        ]

    def _why_not(self, cell: str, line: int) -> str | None:
        name = name_of(cell)
        if name and self.lines.setdefault(name, line) != line:
            twice = {"cell": quoted(name), "line": self.lines[name]}
            return What("{cell} stands in line {line} too; give each leader one row", **twice)
        return why_no_name(name)


class CheckedColumn:
    """Cells that are looked at and not kept: an open question, or a column that must be empty."""

    def __init__(self, why_not: Callable[[str], str | None]) -> None:
        self.why_not = why_not

    def take(self, cells: Sequence[str], lines: Sequence[int]) -> Wrong:
        """Gives the cells that are wrong."""
        if not any(cells):
            return []
        checked = ((line, self.why_not(cell)) for cell, line in zip(cells, lines, strict=True) if cell)
        return [(line, what) for line, what in checked if what]


Column = CodedColumn | TeamColumn | RespondentColumn | CheckedColumn


def text_column() -> CheckedColumn:
    """Answers to an open question: no figure is made of them."""
    return CheckedColumn(why_no_text)


def empty_column(why: Callable[[str], What]) -> CheckedColumn:
    """A column that must be empty, and what to say of a cell that is not, as it is quoted."""
    return CheckedColumn(lambda cell: why(quoted(cell)) if cell.strip() else None)


def name_of(cell: str) -> str:
    """A name as it is compared: without spaces around, in the composed form of Unicode."""
    name = cell.strip()
    return name if name.isascii() else unicodedata.normalize("NFC", name.replace("\u00a0", " "))
