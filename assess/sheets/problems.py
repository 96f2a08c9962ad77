"""Problems in a spreadsheet: where, what, and what to do about it."""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One problem: the line where its record starts, the place and name of its column, what and a way out."""

    line: int
    place: int
    column: str
    what: str


NO_COLUMN = "-"


def problem_of_record(line: int, what: str) -> Problem:
    """A problem of a record, or of the whole file, rather than of one column."""
    return Problem(line, -1, NO_COLUMN, what)


class InvalidResponses(Exception):
    """A spreadsheet that cannot be used; `problems` are the lines to print, `more` how many were left out."""

    def __init__(self, problems: tuple[str, ...], more: int = 0) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
        self.more = more


class Problems:
    """The problems of one file in the order of its lines; keeps the first `most`, counts the others."""

    def __init__(self, path: str, most: int | None) -> None:
        self.path = path
        self.most = most
        self.count = 0
        self.told: list[str] = []

    def add(self, found: Iterable[Problem]) -> None:
        """Adds the problems of the next lines, sorted by line and column."""
        for problem in sorted(found):
            self.count += 1
            if self.most is None or self.count <= self.most:
                self.told.append(f"{self.path}:{problem.line}:{plain(problem.column)}: {problem.what}")

    def stop_if_any(self) -> None:
        """Raises InvalidResponses when there is at least one."""
        if self.count:
            raise InvalidResponses(tuple(self.told), self.count - len(self.told))


def quoted(cell: str) -> str:
    """A cell as a reader may see it: between quotes, short, on one line, nothing invisible."""
    cell = cell.strip()
    return repr(cell if len(cell) <= 40 else cell[:39] + "…")


def plain(name: str) -> str:
    """A column's name on one line, with nothing invisible."""
    return "".join(c if c.isprintable() else "�" for c in name[:60]) or NO_COLUMN
