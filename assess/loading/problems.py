"""What is wrong in a file, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_PROBLEMS = 2_000
"""How many problems of one file are told: enough for any author, too few to make a hostile file costly."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its place and a way out."""

    file: str
    line: int
    column: int
    what: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}; {self.what_to_do}"

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, both counted from 1."""
        return self.line, self.column


class InvalidQuestionnaires(ValueError):
    """A set of questionnaires has problems; `problems` holds all of them, file by file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of one file from top to bottom, each once; one line says so when there are too many."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: problem.place)
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    last = ordered[MOST_PROBLEMS - 1]
    more = f"there are more than {MOST_PROBLEMS:,} problems"
    return (*ordered[:MOST_PROBLEMS], Problem(last.file, *last.place, more, "mend the ones above first"))
