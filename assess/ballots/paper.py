"""The ballot paper: what an employee is asked, as a table, so that a ballot is checked in no time."""

from collections.abc import Mapping
from dataclasses import dataclass

from assess.core.gathering import TEAM, Row, columns, packed
from assess.core.questionnaire import EMPLOYEES, Item, QuestionnaireSet, StandardQuestion

NEITHER = frozenset(("dk", "na"))
"""Don't know and not applicable are answers too."""


class NotOnPaper(Exception):
    """An answer that was not to choose from."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a ballot of one assessment may hold."""

    items: tuple[Item | StandardQuestion, ...]
    cells: Mapping[str, frozenset[str]]
    """By item: the answers to choose from."""
    teams: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The items, in the order in which they lie in a ballot."""
        return tuple(self.cells)

    def row(self, fields: Mapping[str, str]) -> dict[str, str]:
        """The answers among these fields, an empty one left out. Raises NotOnPaper."""
        row = {name: fields[name] for name in self.cells if fields.get(name)}
        if any(cell not in self.cells[name] for name, cell in row.items()):
            raise NotOnPaper
        team = fields.get(TEAM)
        if team and team not in self.teams:
            raise NotOnPaper
        return row | ({TEAM: team} if team else {})

    def plain(self, row: Row) -> bytes:
        """A row as the bytes that are sealed: one length for everybody."""
        return packed(self.names, row, self.teams)

    @property
    def length(self) -> int:
        """How many bytes that are."""
        return len(self.cells) + 2


def paper(questions: QuestionnaireSet, teams: Mapping[str, int | None]) -> Paper:
    """The paper for these questions and teams."""
    put = {item.id: item for item in questions.items()}
    items = tuple(put[name] for name in columns(questions, EMPLOYEES))
    return Paper(items, {item.id: _cells(item) for item in items}, tuple(sorted(teams)))


def _cells(item: Item | StandardQuestion) -> frozenset[str]:
    scale = item.scale
    assert scale is not None
    return NEITHER | {str(point) for point in range(scale.lowest, scale.highest + 1)}
