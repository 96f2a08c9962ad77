"""The records of a CSV file, one by one."""

import csv
import re
from collections.abc import Iterator
from itertools import chain

from assess.sheets.lines import Lines, Unreadable
from assess.sheets.problems import TEMPLATE_PRINTS, Problem, What, problem_of_record

QUOTES = {
    "end of data": What('a quote (") opens a cell in this row and is not closed; close it'),
    "expected after": What(
        'a quote (") in this row is not closed or stands in a cell; close it or double it'
    ),
}
ENDLESS = What('a cell in this row does not end; look for a quote (") that is not closed')
EMPTY = What("the file is empty; {template} the first lines", template=TEMPLATE_PRINTS)
BROKEN = What("a line break in the middle of a row; remove it")


def records(lines: Lines) -> Iterator[list[str] | Problem]:
    """Each record as its cells, or what is wrong with it; `lines.start` says where it starts."""
    try:
        first = _first(lines)
        reader = csv.reader(chain([first], lines), delimiter=delimiter_of(first), strict=True)
        while True:
            record = _next(reader, lines)
            if record is None:
                return
            yield record
            lines.begin()
    except Unreadable as error:
        yield problem_of_record(error.line, error.what)


def _first(lines: Lines) -> str:
    """The first line that has something on it."""
    for line in lines:
        if line.strip():
            return line
        lines.begin()
    raise Unreadable(1, EMPTY)


def _next(reader: Iterator[list[str]], lines: Lines) -> list[str] | Problem | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        if "field limit" in str(error):
            # What comes after an endless cell may be a billion lines of it: none of them is a row.
            raise Unreadable(lines.start, ENDLESS) from None
        what = (text for sign, text in QUOTES.items() if sign in str(error))
        return problem_of_record(lines.start, next(what, BROKEN))


def delimiter_of(first_line: str) -> str:
    """The character between the cells: the comma or semicolon, whichever it has more of outside quotes."""
    bare = re.sub('"[^"]*"', "", first_line)
    return max(",;", key=bare.count)
