"""Answers by the hundred thousand, as values and as files."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assess.core.questionnaire import QuestionnaireSet
from assess.core.responses import Responses
from assess.loading import load
from benchmarks.gauges import ROOT
from tests import people

TEAMS = 10


@cache
def questionnaires() -> QuestionnaireSet:
    """The set that is shipped: employees are asked 31 items of it."""
    return load(ROOT / "questionnaires").set


def employees(rows: int) -> Responses:
    """What so many employees in ten teams answered."""
    return people.many(questionnaires(), rows, teams=TEAMS)


@contextmanager
def spreadsheets(*sizes: int) -> Iterator[list[str]]:
    """Employees' answers as CSV files of so many rows, for as long as they are needed."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{rows}.csv") for rows in sizes]
        for path, rows in zip(paths, sizes, strict=True):
            path.write_text("".join(people.many_lines(questionnaires(), rows)), encoding="utf-8")
        yield [str(path) for path in paths]
