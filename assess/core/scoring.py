"""Answers to scores and levels: one respondent, one audience, one theme, the whole."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import floor

import numpy as np
from numpy.typing import NDArray

from assess.core.figures import Completeness
from assess.core.questionnaire import Item, Scale
from assess.core.responses import DONT_KNOW, LARGEST_ANSWER, MISSING, NOT_APPLICABLE, Answers, Column
from assess.core.statistics import Floats

COVERAGE = Fraction(2, 3)
"""The part of the applicable items a respondent must have answered for a score.

Stricter than the usual half: topics are different jobs, not repeated measures of one trait.
"""

STATUSES = ("ok", "provisional", "insufficient", "not_applicable")
"""How far a respondent's score on a theme can be trusted: fully, with a required item open, not at all."""


def item_score(answer: float, scale: Scale, reverse: bool = False) -> float:
    """An answer on 0-100: percent of the maximum possible (Cohen et al. 1999)."""
    score = 100 * (answer - scale.lowest) / (scale.highest - scale.lowest)
    return 100 - score if reverse else score


def weighed_scores(column: Column, item: Item) -> Floats:
    """A column on 0-100 times the item's weight, reversed where it is; 0 where nothing is to score."""
    table = np.zeros(256)
    for answer in range(item.scale.lowest, item.scale.highest + 1):
        table[answer & 255] = item.weight * item_score(answer, item.scale, item.reverse)
    return table[column.view(np.uint8)]


@dataclass(frozen=True, slots=True)
class Respondents:
    """One theme as each respondent sees it: a place per respondent in every array."""

    score: Floats
    """0-100; meaningless where `counts` is false."""
    answered: NDArray[np.int16]
    applicable: NDArray[np.int16]
    enough: NDArray[np.bool_]
    """Answered at least two thirds of what applies."""
    required_open: Mapping[str, NDArray[np.bool_]]
    """By required item: missing or don't know."""

    @property
    def provisional(self) -> NDArray[np.bool_]:
        """Whose score counts though a required item is open."""
        is_open = np.zeros_like(self.enough)
        for column in self.required_open.values():
            is_open |= column
        return self.enough & is_open

    def status(self) -> NDArray[np.int8]:
        """Each respondent's place in `STATUSES`."""
        status = np.where(self.enough, STATUSES.index("ok"), STATUSES.index("insufficient"))
        status[self.provisional] = STATUSES.index("provisional")
        status[self.applicable == 0] = STATUSES.index("not_applicable")
        return status.astype(np.int8)

    @property
    def scores(self) -> Floats:
        """The scores that count."""
        return self.score.compress(self.enough)

    def of(self, rows: NDArray[np.intp]) -> "Respondents":
        """The same of some respondents only."""
        return Respondents(
            self.score[rows],
            self.answered[rows],
            self.applicable[rows],
            self.enough[rows],
            {id: column[rows] for id, column in self.required_open.items()},
        )


def respondents(items: Sequence[Item], answers: Answers, coverage: Fraction = COVERAGE) -> Respondents:
    """Each respondent's score on a theme.

    The weighted mean over answered items. `na` leaves the base, `dk` and missing do not.
    """
    total, weight = np.zeros(answers.n), np.zeros(answers.n)
    answered, applicable = np.zeros(answers.n, np.int16), np.zeros(answers.n, np.int16)
    required_open = {}
    for item in items:
        column = answers.item(item.id)
        given = column <= LARGEST_ANSWER
        total += weighed_scores(column, item)
        weight += item.weight * given
        answered += given
        applicable += column != NOT_APPLICABLE
        if item.required:
            required_open[item.id] = (column == MISSING) | (column == DONT_KNOW)
    wanted = coverage.numerator * applicable.astype(np.int32)
    enough = (answered > 0) & (coverage.denominator * answered.astype(np.int32) >= wanted)
    score = np.divide(total, weight, out=np.zeros(answers.n), where=weight > 0)
    return Respondents(score, answered, applicable, enough, required_open)


def evidenced_scores(items: Sequence[Item], answers: Answers) -> Floats:
    """Each respondent's score when only what is measured or can be shown counts, 0-100.

    The base stays all that was answered: all assumed gives 0, all shown the claim itself.
    """
    total, weight = np.zeros(answers.n), np.zeros(answers.n)
    for item in items:
        column = answers.item(item.id)
        total += weighed_scores(column, item) * (answers.evidence_of(item.id) >= 2)
        weight += item.weight * (column <= LARGEST_ANSWER)
    return np.divide(total, weight, out=np.zeros(answers.n), where=weight > 0)


def raw_mean(score: float, scale: Scale) -> float:
    """A score of 0-100 back on its scale: 1 to 5 for levels."""
    return scale.lowest + score / 100 * (scale.highest - scale.lowest)


def level(raw: float) -> int:
    """The nearest description; halves go up, and binary dust below a half does not count."""
    return floor(round(raw, 9) + 0.5)


@dataclass(frozen=True, slots=True)
class CappedLevel:
    """A level that its weakest required part may hold back."""

    level: int | None
    uncapped: int | None
    held_by: tuple[str, ...] = ()

    @property
    def capped(self) -> bool:
        """Whether the level is lower than the mean alone would give."""
        return self.level != self.uncapped


def capped_level(raw: float | None, parts: Mapping[str, float]) -> CappedLevel:
    """The level of a mean, at most one above the lowest required part (own rule; compare staged models)."""
    if raw is None:
        return CappedLevel(None, None)
    uncapped = level(raw)
    if not parts:
        return CappedLevel(uncapped, uncapped)
    lowest = min(level(part) for part in parts.values())
    if lowest + 1 >= uncapped:
        return CappedLevel(uncapped, uncapped)
    return CappedLevel(lowest + 1, uncapped, tuple(id for id, part in parts.items() if level(part) == lowest))


def blind_spot(dont_know: int, valid: int) -> bool:
    """Whether at least one in five of three or more does not know."""
    asked = dont_know + valid
    return asked >= 3 and 5 * dont_know >= asked


def split(counts: Sequence[int]) -> bool:
    """Two camps: of five or more, at least 30% in the two highest and in the two lowest answers."""
    n, ends = sum(counts), min(2, len(counts) // 2)
    if n < 5 or ends == 0:
        return False
    return 10 * sum(counts[:ends]) >= 3 * n and 10 * sum(counts[-ends:]) >= 3 * n


def median(lowest: int, counts: Sequence[int]) -> float | None:
    """The middle answer; halfway when two share the middle."""
    n = sum(counts)
    if n == 0:
        return None
    reached = list(accumulate(counts))
    middle = [lowest + bisect_right(reached, place) for place in ((n - 1) // 2, n // 2)]
    return sum(middle) / 2


@dataclass(frozen=True, slots=True)
class Whole:
    """The weighted mean of themes; partial while one has no score."""

    score: float | None
    status: Completeness
    missing: tuple[str, ...]


def overall(scores: Mapping[str, float | None], weights: Mapping[str, float]) -> Whole:
    """The score of the whole from its themes' scores (0-100)."""
    present = {id: score for id, score in scores.items() if score is not None}
    missing = tuple(sorted(set(scores) - set(present)))
    if not present:
        return Whole(None, "none", missing)
    total = sum(weights[id] for id in present)
    score = sum(weights[id] * value for id, value in present.items()) / total
    return Whole(score, "partial" if missing else "complete", missing)
