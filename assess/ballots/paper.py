"""The ballot paper: what an employee is asked, as a table, so that a ballot is checked in no time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assess.ballots import receipts
from assess.core.attributes import Attribute
from assess.core.gathering import (
    TEAM,
    TEAM_BYTES,
    Row,
    attribute_names,
    columns,
    open_questions,
    packed,
)
from assess.core.questionnaire import EMPLOYEES, Item, QuestionnaireSet, StandardQuestion

NEITHER = frozenset(("dk", "na"))
"""Don't know and not applicable are answers too."""

LONGEST_COMMENT = 500
"""Characters."""
COMMENT_BYTES = 4 * LONGEST_COMMENT
"""What the longest comment takes in any script: every ballot has this room, written in or not."""


class NotOnPaper(Exception):
    """An answer that was not to choose from, or a comment that is too long for a ballot."""


class Asked(Protocol):
    """What a paper is made of: an assessment."""

    @property
    def set(self) -> QuestionnaireSet:
        """What is asked."""

    @property
    def teams(self) -> Mapping[str, int | None]:
        """The teams to choose from."""

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """What else may be told."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a ballot of one assessment may hold."""

    items: tuple[Item | StandardQuestion, ...]
    cells: Mapping[str, frozenset[str]]
    """By item: the answers to choose from."""
    teams: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    open: tuple[StandardQuestion, ...]
    """The questions that take a comment."""

    @property
    def names(self) -> tuple[str, ...]:
        """The items, in the order in which they lie in a ballot."""
        return tuple(self.cells)

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """By name of the field: what else may be chosen, a team and of each attribute."""
        told = zip(attribute_names(self.attributes), self.attributes, strict=True)
        return {TEAM: self.teams} | {name: attribute.choices for name, attribute in told}

    def row(self, fields: Mapping[str, str]) -> dict[str, str]:
        """The answers among these fields, an empty one left out; comments as long as they are.

        Raises NotOnPaper.
        """
        allowed = {**self.cells, **self.choices}
        row = {name: fields[name] for name in allowed if fields.get(name)}
        if any(cell not in allowed[name] for name, cell in row.items()):
            raise NotOnPaper
        return row | {question.id: fields[question.id] for question in self.open if fields.get(question.id)}

    def too_long(self, row: Row) -> list[str]:
        """The open questions whose comment does not fit into a ballot."""
        return [question.id for question in self.open if len(row.get(question.id, "")) > LONGEST_COMMENT]

    def plain(self, row: Row, receipt: bytes) -> bytes:
        """A row as the bytes that are sealed: one length for everybody. Raises NotOnPaper."""
        if self.too_long(row):
            raise NotOnPaper
        comments = (row.get(question.id, "").encode() for question in self.open)
        padded = b"".join(comment.ljust(COMMENT_BYTES, b"\0") for comment in comments)
        return packed(self.names, row, self.teams, self.attributes) + receipt + padded

    def apart(self, plain: bytes) -> tuple[bytes, bytes, list[str]]:
        """What lies in a ballot, taken apart: the row, the receipt, and a comment for each open question."""
        row = len(self.cells) + TEAM_BYTES + len(self.attributes)
        end = row + receipts.BYTES
        rooms = (plain[start : start + COMMENT_BYTES] for start in range(end, len(plain), COMMENT_BYTES))
        return (
            plain[:row],
            plain[row:end],
            [room.partition(b"\0")[0].decode("utf-8", "replace") for room in rooms],
        )

    @property
    def length(self) -> int:
        """How many bytes are sealed."""
        told = len(self.cells) + TEAM_BYTES + len(self.attributes)
        return told + receipts.BYTES + COMMENT_BYTES * len(self.open)


def paper(asked: Asked) -> Paper:
    """The paper of an assessment."""
    put = {item.id: item for item in asked.set.items()}
    items = tuple(put[name] for name in columns(asked.set, EMPLOYEES))
    named = set(open_questions(asked.set, EMPLOYEES))
    return Paper(
        items,
        {item.id: _cells(item) for item in items},
        # Where there is one team there is nothing to choose.
        tuple(sorted(asked.teams)) if len(asked.teams) > 1 else (),
        tuple(asked.attributes),
        tuple(question for question in asked.set.standard if question.id in named),
    )


def _cells(item: Item | StandardQuestion) -> frozenset[str]:
    scale = item.scale
    assert scale is not None
    return NEITHER | {str(point) for point in range(scale.lowest, scale.highest + 1)}
