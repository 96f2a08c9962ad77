"""All answers of an assessment as columns: one array per item, one place per respondent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assess.core.codes import DONT_KNOW, LARGEST_ANSWER, MISSING, NOT_APPLICABLE
from assess.core.questionnaire import AUDIENCES, EVIDENCE, Audience

__all__ = [
    "DONT_KNOW",
    "LARGEST_ANSWER",
    "MISSING",
    "NOT_APPLICABLE",
    "Answers",
    "Column",
    "Responses",
    "valid",
]

Column = NDArray[np.int8]
"""One item's answers: a point of its scale, or one of the three codes."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What one audience answered: `n` respondents, each at the same place in every column."""

    n: int = 0
    items: Mapping[str, Column] = field(default_factory=dict)
    evidence: Mapping[str, Column] = field(default_factory=dict)
    """By topic: the place of a leader's answer in `EVIDENCE`; `MISSING` where nothing was said."""
    guesses: Mapping[Audience, Column] = field(default_factory=dict)
    """By audience guessed about: the share (0-100) a leader expects to agree, or `MISSING`."""
    teams: NDArray[np.int32] | None = None
    """Each employee's place in `team_names`; None when nobody named a team."""
    team_names: tuple[str, ...] = ()
    attributes: Mapping[str, Column] = field(default_factory=dict)
    """By attribute: the place of each employee's answer in its `choices`, or `NO_CHOICE`."""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def item(self, id: str) -> Column:
        """The column of an item; all missing where nobody answered it."""
        column = self.items.get(id)
        return np.full(self.n, MISSING, np.int8) if column is None else column

    def evidence_of(self, topic_id: str) -> Column:
        """How each leader knows a topic's answer, as a place in `EVIDENCE`; nothing said is 0, assumed."""
        column = self.evidence.get(topic_id)
        if column is None:
            return np.zeros(self.n, np.int8)
        return np.where(column < len(EVIDENCE), column, 0).astype(np.int8)


@dataclass(frozen=True, slots=True)
class Responses:
    """All answers of an assessment, by audience, and how many people were asked where that is known."""

    audiences: Mapping[Audience, Answers] = field(default_factory=dict)
    head_counts: Mapping[Audience, int] = field(default_factory=dict)
    withheld: frozenset[Audience] = frozenset()
    """Audiences of which so few answered that nothing of it was kept, not even how many."""

    def of(self, audience: Audience) -> Answers:
        """What this audience answered; an empty sheet when nobody of it did."""
        return self.audiences.get(audience) or Answers()

    @property
    def n(self) -> int:
        """How many people answered, all audiences together."""
        return sum(self.of(audience).n for audience in AUDIENCES)


def valid(column: Column) -> NDArray[np.bool_]:
    """Where a column holds a point of the scale."""
    return column <= LARGEST_ANSWER
