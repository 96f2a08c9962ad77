"""CSV to responses: all of them, or every problem with its line and column."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from assess.core.questionnaire import AUDIENCES, Audience, QuestionnaireSet
from assess.core.responses import Responses
from assess.sheets.cells import UNKNOWN, audience_names
from assess.sheets.header import AUDIENCE, Header, header_of, kinds_for
from assess.sheets.lines import Lines
from assess.sheets.problems import InvalidResponses, Problem, Problems, What, either, problem_of_record
from assess.sheets.records import records
from assess.sheets.sheet import Sheet

Progress = Callable[[int], None]
"""Told now and then how many rows have been read."""

BATCH_CELLS, BATCH_BYTES = 50_000, 2_000_000
"""Rows are taken in batches: large enough to be fast, small enough not to matter in memory."""


def read(
    path: str, questionnaires: QuestionnaireSet, progress: Progress, most: int | None = None
) -> Responses:
    """All answers in a CSV file; raises InvalidResponses with every problem, of which `most` in full."""
    try:
        with Path(path).open("rb") as file:
            return read_file(file, questionnaires, progress, most, name=path)
    except OSError as error:
        found = problem_of_record(1, _why_not_read(error))
        raise InvalidResponses(path, (found,)) from None


def read_file(
    file: BinaryIO,
    questionnaires: QuestionnaireSet,
    progress: Progress,
    most: int | None = None,
    *,
    name: str,
    only: Audience | None = None,
) -> Responses:
    """The same of a file that is open, which is called `name` where a problem is told.

    Where a file may hold `only` one audience, its rows need not say so, and may not say otherwise.
    """
    problems = Problems(name, most)
    sheets: dict[int, Sheet] = {}
    for found in _read(Lines(file), questionnaires, sheets, progress, only):
        problems.add(found)
    problems.stop_if_any()
    return Responses({AUDIENCES[place]: sheet.answers() for place, sheet in sheets.items() if sheet.n})


def _why_not_read(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check its name"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name a CSV file in it"
    if isinstance(error, PermissionError):
        return "this file may not be read; give yourself permission"
    return f"this file cannot be read ({error.strerror or error}); check it, or take a copy"


def _read(
    lines: Lines,
    questionnaires: QuestionnaireSet,
    sheets: dict[int, Sheet],
    progress: Progress,
    only: Audience | None,
) -> Iterator[list[Problem]]:
    """Fills a sheet for each audience, by its place in `AUDIENCES`; gives the problems batch by batch."""
    rest = records(lines)
    first = next(rest)
    if isinstance(first, Problem):
        yield [first]
        return
    header = header_of(first, lines.start, kinds_for(questionnaires), only)
    yield list(header.problems)
    if not any(header.kinds) or (header.audience is None and only is None):
        return
    sheets |= {place: Sheet(header, audience) for place, audience in enumerate(AUDIENCES)}
    batch, rows = Batch(header, only), 0
    for record in rest:
        batch.add(record, lines)
        if batch.full:
            rows += batch.rows
            yield batch.move_to(sheets)
            progress(rows)
    yield batch.move_to(sheets)


class Batch:
    """Some rows sorted by audience, on their way to the sheets."""

    def __init__(self, header: Header, only: Audience | None = None) -> None:
        self._width = len(header.kinds)
        self._audience = header.audience
        self._only = only and AUDIENCES.index(only)
        self._codes = audience_names()
        self._clear()

    def _clear(self) -> None:
        self._found: list[Problem] = []
        self._rows: list[list[list[str]]] = [[] for _ in AUDIENCES]
        self._lines: list[list[int]] = [[] for _ in AUDIENCES]
        self.rows = self._bytes = 0

    @property
    def full(self) -> bool:
        """Whether it is time to move the rows."""
        return self.rows * self._width >= BATCH_CELLS or self._bytes >= BATCH_BYTES

    def add(self, record: list[str] | Problem, lines: Lines) -> None:
        """Takes one record, or notes what is wrong with it; comments and blank rows are skipped."""
        self._bytes += lines.size
        if isinstance(record, Problem):
            self._found.append(record)
            return
        if not record:
            return
        if self._is_comment(record) or (len(record) != self._width and not self._fits(record, lines.start)):
            return
        whose = self._whose(record)
        if whose != UNKNOWN and self._only in (None, whose):
            self.rows += 1
            self._rows[whose].append(record)
            self._lines[whose].append(lines.start)
        elif any(map(str.strip, record)):
            self._no_audience(record, whose, lines.start)

    def _whose(self, record: list[str]) -> int:
        """Whose row it is, as a place in `AUDIENCES`; a row that says nothing at all is nobody's."""
        if self._audience is not None:
            return self._codes[record[self._audience]]
        return self._only if self._only is not None and any(map(str.strip, record)) else UNKNOWN

    def _is_comment(self, record: list[str]) -> bool:
        """Whether a spreadsheet program put a line that begins with # in quotes; it is nobody's row."""
        if not record[0].startswith("#"):
            return False
        if self._audience is None:
            return not any(map(str.strip, record[1:]))
        return self._codes["".join(record[self._audience : self._audience + 1])] == UNKNOWN

    def _fits(self, record: list[str], line: int) -> bool:
        """Makes the record as long as the header; false when there is something in the cells beyond."""
        if any(map(str.strip, record[self._width :])):
            what = What(
                "{n} cells, but line 1 names {width} columns; "
                "put a text that holds a comma or semicolon between quotes",
                n=len(record),
                width=self._width,
            )
            self._found.append(problem_of_record(line, what))
            return False
        record[self._width :] = [""] * (self._width - len(record))
        return True

    def _no_audience(self, record: list[str], whose: int, line: int) -> None:
        place = self._audience or 0
        wanted = either(AUDIENCES if self._only is None else AUDIENCES[self._only :][:1])
        if whose != UNKNOWN:
            other = {"audience": AUDIENCES[whose], "only": wanted}
            what: str = What("this row is of {audience}; keep the rows of {only} only", **other)
        elif record[place].strip():
            what = self._codes.why_not(record[place])
        else:
            what = What("no audience; write {audiences}", audiences=wanted)
        self._found.append(Problem(line, place, AUDIENCE, what))

    def move_to(self, sheets: dict[int, Sheet]) -> list[Problem]:
        """Empties the batch into the sheets; gives the problems of its rows."""
        found = self._found
        for place, rows in enumerate(self._rows):
            if rows:
                found += sheets[place].take(rows, self._lines[place])
        self._clear()
        return found
