"""The figures of one item: how often each answer was given, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from assess.core.figures import Ease, ItemFigures, Recommend, Satisfaction
from assess.core.questionnaire import QuestionnaireSet, Role, Scale
from assess.core.responses import DONT_KNOW, NOT_APPLICABLE, Column
from assess.core.scoring import median, split
from assess.core.statistics import recommend_score, wilson

FEWEST_FOR_RECOMMEND = 10
"""Customers; with fewer the recommend score lies outside its own interval too easily."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each point of an item's scale was chosen, and how often none of them."""

    counts: tuple[int, ...]
    scale: Scale
    dont_know: int = 0
    not_applicable: int = 0

    @property
    def n(self) -> int:
        """How many chose a point of the scale."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean answer; None when nobody answered, which is not a low score."""
        total = sum(answer * count for answer, count in enumerate(self.counts, self.scale.lowest))
        return total / self.n if self.n else None


class Standard(TypedDict):
    """The figures of the standard customer questions; None for a question the set does not have."""

    recommend: Recommend | None
    satisfaction: Satisfaction | None
    ease: Ease | None


def count(column: Column, scale: Scale) -> Counted:
    """How often each answer was given."""
    every = np.bincount(column.view(np.uint8), minlength=256).tolist()
    counts = tuple(every[answer & 255] for answer in range(scale.lowest, scale.highest + 1))
    return Counted(counts, scale, every[DONT_KNOW], every[NOT_APPLICABLE])


def item_figures(counted: Counted, *, topic: bool) -> ItemFigures:
    """The figures of everyone who answered an item, as answered; topics have no agreeing."""
    scale, counts, n = counted.scale, counted.counts, counted.n
    agrees_from = None if topic else scale.agrees_from
    agreed = None if agrees_from is None else sum(counts[agrees_from - scale.lowest :])
    share = wilson(agreed or 0, 0 if agreed is None else n)
    return ItemFigures(
        n=n,
        counts=counts,
        dont_know=counted.dont_know,
        not_applicable=counted.not_applicable,
        mean=counted.mean,
        median=median(scale.lowest, counts),
        split=split(counts),
        agreed=agreed,
        agree_share=share.value,
        lo=share.lo,
        hi=share.hi,
    )


def recommend(counts: Sequence[int]) -> Recommend:
    """The recommend score from the counts of 0 to 10; none below ten customers."""
    score = recommend_score(counts)
    if score.n < FEWEST_FOR_RECOMMEND:
        return Recommend(score.n, None, None, None)
    return Recommend(score.n, score.nps, score.lo, score.hi)


def satisfaction(counts: Sequence[int], scale: Scale) -> Satisfaction:
    """The share that is satisfied: from where the scale says so, else its two highest answers."""
    start = scale.agrees_from if scale.agrees_from is not None else scale.highest - 1
    share = wilson(sum(counts[start - scale.lowest :]), sum(counts))
    return Satisfaction(share.n, share.value, share.lo, share.hi)


def ease(counts: Sequence[int], scale: Scale) -> Ease:
    """The mean, and the share above the middle of the scale: 5 to 7 on 1-7 (CES 2.0)."""
    n = sum(counts)
    answers = range(scale.lowest, scale.highest + 1)
    easy = sum(
        count
        for answer, count in zip(answers, counts, strict=True)
        if 2 * answer > scale.lowest + scale.highest
    )
    share = wilson(easy, n)
    mean = sum(a * count for a, count in zip(answers, counts, strict=True)) / n if n else None
    return Ease(n, mean, share.value, share.lo, share.hi)


def standard(questionnaires: QuestionnaireSet, counts: Mapping[str, Counted]) -> Standard:
    """The standard customer questions, from the counts of their items."""

    def asked(role: Role) -> tuple[Sequence[int], Scale] | None:
        question = questionnaires.with_role(role)
        if question is None or question.scale is None or question.id not in counts:
            return None
        return counts[question.id].counts, question.scale

    recommended, satisfied, easy = asked("recommend"), asked("satisfaction"), asked("ease")
    return Standard(
        recommend=recommend(recommended[0]) if recommended else None,
        satisfaction=satisfaction(*satisfied) if satisfied else None,
        ease=ease(*easy) if easy else None,
    )
