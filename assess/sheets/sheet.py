"""The rows of one audience as columns."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, Audience
from assess.core.responses import Answers
from assess.core.responses import Column as Stored
from assess.sheets.columns import CodedColumn, Column, RespondentColumn, TeamColumn, empty_column, text_column
from assess.sheets.header import AUDIENCE, GUESS, KNOWN_BY, RESPONDENT, TEAM, Header, Kind
from assess.sheets.problems import Problem, What


class Sheet:
    """What one audience answered, growing as its rows come in."""

    def __init__(self, header: Header, audience: Audience) -> None:
        self.n = 0
        self._names = header.names
        self._columns = list(_columns(header, audience))

    def take(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> Iterator[Problem]:
        """Keeps rows of equal length; gives the cells that are wrong."""
        self.n += len(rows)
        cells = list(zip(*rows, strict=True))
        for place, column in self._columns:
            for line, what in column.take(cells[place], lines):
                yield Problem(line, place, self._names[place], what)

    def answers(self) -> Answers:
        """All rows taken, as the core reads them."""
        coded = {self._names[place]: _stored(c) for place, c in self._columns if isinstance(c, CodedColumn)}
        guesses = {GUESS + audience: audience for audience in (EMPLOYEES, CUSTOMERS)}
        teams, names = _teams([column for _, column in self._columns])
        return Answers(
            n=self.n,
            items={
                name: c for name, c in coded.items() if not name.endswith(KNOWN_BY) and name not in guesses
            },
            evidence={name.removesuffix(KNOWN_BY): c for name, c in coded.items() if name.endswith(KNOWN_BY)},
            guesses={audience: coded[name] for name, audience in guesses.items() if name in coded},
            teams=teams,
            team_names=names,
        )


def _columns(header: Header, audience: Audience) -> Iterator[tuple[int, Column]]:
    for place, kind in enumerate(header.kinds):
        if kind is None:
            if not header.names[place]:
                yield place, empty_column(_without_name)
        elif kind.name != AUDIENCE:
            yield place, _column(kind, audience)


def _column(kind: Kind, audience: Audience) -> Column:
    if audience not in kind.audiences:
        return empty_column(lambda cell: _of_others(cell, kind.audiences))
    if kind.codes is not None:
        return CodedColumn(kind.codes)
    if kind.name == TEAM:
        return TeamColumn()
    return RespondentColumn() if kind.name == RESPONDENT else text_column()


def _without_name(cell: str) -> What:
    return What(
        "{cell} stands in a column without a name; name that column in line 1, or empty it", cell=cell
    )


def _of_others(cell: str, audiences: Sequence[Audience]) -> What:
    whose = (
        audiences[0]
        if len(audiences) == 1
        else What("{one} and {other}", one=audiences[0], other=audiences[1])
    )
    return What("{cell} stands in a column for {audiences} only; leave it empty", cell=cell, audiences=whose)


def _stored(column: CodedColumn) -> Stored:
    return np.frombuffer(column.bytes, np.int8)


def _teams(columns: Sequence[Column]) -> tuple[NDArray[np.int32] | None, tuple[str, ...]]:
    """Each row's place among the names in alphabetical order; None when no row has a team."""
    team = next((column for column in columns if isinstance(column, TeamColumn)), None)
    if team is None or not any(team.names):
        return None, ()
    order = sorted(range(len(team.names)), key=team.names.__getitem__)
    new_place = np.empty(len(order), np.int32)
    new_place[order] = np.arange(len(order), dtype=np.int32)
    return new_place[np.frombuffer(team.places, np.int32)], tuple(team.names[i] for i in order)
