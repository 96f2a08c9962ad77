"""Problems in a spreadsheet: where, what, and what to do about it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class What(str):
    """What is wrong and what to do: English as it stands, and in parts for who reads another language."""

    message: str
    values: Mapping[str, object]
    """Texts and numbers to fill in; a text may be a `What` of its own."""

    def __new__(cls, message: str, **values: object) -> "What":
        """The message with its values; numbers get their commas."""
        told = {name: f"{v:,}" if isinstance(v, int) else v for name, v in values.items()}
        what = super().__new__(cls, message.format(**told))
        what.message, what.values = message, values
        return what


TEMPLATE = What("`assess template`")
TEMPLATE_PRINTS = What("`assess template` prints")
"""Where the names of the columns can be found; a page has them in a file."""


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

    def __init__(self, path: str, found: tuple[Problem, ...], more: int = 0) -> None:
        self.found = found
        self.problems = tuple(f"{path}:{p.line}:{plain(p.column)}: {p.what}" for p in found)
        self.more = more
        super().__init__("\n".join(self.problems))


class Problems:
    """The problems of one file in the order of its lines; keeps the first `most`, counts the others."""

    def __init__(self, path: str, most: int | None) -> None:
        self.path = path
        self.most = most
        self.count = 0
        self.told: list[Problem] = []

    def add(self, found: Iterable[Problem]) -> None:
        """Adds the problems of the next lines, sorted by line and column."""
        for problem in sorted(found):
            self.count += 1
            if self.most is None or self.count <= self.most:
                self.told.append(problem)

    def stop_if_any(self) -> None:
        """Raises InvalidResponses when there is at least one."""
        if self.count:
            raise InvalidResponses(self.path, tuple(self.told), self.count - len(self.told))


def either(words: Sequence[str]) -> str:
    """One of several words."""
    if len(words) < 2:
        return "".join(words)
    return What("{first} or {last}", first=", ".join(words[:-1]), last=words[-1])


def quoted(cell: str) -> str:
    """A cell as a reader may see it: between quotes, short, on one line, nothing invisible."""
    cell = cell.strip()
    return repr(cell if len(cell) <= 40 else cell[:39] + "…")


def plain(name: str) -> str:
    """A column's name on one line, with nothing invisible."""
    return "".join(c if c.isprintable() else "�" for c in name[:60]) or NO_COLUMN
