"""One organisation beside others: only over a pool do believers and achievers count firms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assess.core.statistics import Share, wilson

SMALLEST_POOL = 10
"""Organisations a pool needs before anyone's place in it may be told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether at least half of an organisation's leaders, and of its customers, agree with the headline."""

    believer: bool
    achiever: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """How many organisations believe, and how many achieve, in the eyes of their customers."""

    standings: Mapping[str, Standing]
    believers: Share
    achievers: Share


def believers(pool: Mapping[str, tuple[Share, Share]]) -> Pool:
    """Shares of organisations, like for like with 80% and 8%: (leaders, customers) by organisation.

    Bain's own rule for "achiever" was never published; here it is half of the customers.
    """
    standings = {id: Standing(*(2 * share.k >= share.n > 0 for share in pair)) for id, pair in pool.items()}
    n = len(standings)
    return Pool(
        standings,
        wilson(sum(s.believer for s in standings.values()), n),
        wilson(sum(s.achiever for s in standings.values()), n),
    )


def percentile(score: float, pool: Sequence[float], smallest: int = SMALLEST_POOL) -> float | None:
    """The place of a score among other organisations', 0-100, ties half; None in too small a pool."""
    if len(pool) < smallest:
        return None
    below, equal = sum(other < score for other in pool), sum(other == score for other in pool)
    return 100 * (below + equal / 2) / len(pool)
