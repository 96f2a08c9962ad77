"""How far respondents agree with each other, and whether statements measure one thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ItemCounts:
    """How often each point of an item's scale was chosen."""

    points: int
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Average deviation (in scale points) and r_wg(J); None with fewer than two answers."""

    ad: float | None
    rwg_j: float | None
    limit: float | None
    """The deviation up to which respondents agree: a sixth of the scale's points."""
    agree: bool | None


def agreement(items: Sequence[ItemCounts]) -> Agreement:
    """Agreement over items: AD (Burke et al. 1999) and r_wg(J) (James, Demaree and Wolf 1984).

    AD decides: r_wg(J) flatters long scales. Items on different scales each count against the sixth
    of their own points; `ad` and `limit` are then means over the items.
    """
    limit = fmean([item.points / 6 for item in items]) if items else None
    used = [item for item in items if sum(item.counts) > 1]
    if not used:
        return Agreement(None, None, limit, None)
    spreads = [_spread(item) for item in used]
    ad = fmean([deviation for deviation, _ in spreads])
    relative = fmean([deviation / (i.points / 6) for (deviation, _), i in zip(spreads, used, strict=True)])
    noise = fmean([variance for _, variance in spreads])
    j = len(used)
    rwg_j = 0.0 if noise >= 1 else j * (1 - noise) / (j * (1 - noise) + noise)
    return Agreement(ad, rwg_j, limit, round(relative, 9) <= 1)


def _spread(item: ItemCounts) -> tuple[float, float]:
    """An item's mean distance from its mean, and its variance as a part of pure chance's."""
    n = sum(item.counts)
    mean = sum(place * count for place, count in enumerate(item.counts)) / n
    absolute = sum(count * abs(place - mean) for place, count in enumerate(item.counts))
    squared = sum(count * (place - mean) ** 2 for place, count in enumerate(item.counts))
    return absolute / n, squared / (n - 1) / ((item.points**2 - 1) / 12)


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha over complete rows with Feldt's interval."""

    n: int
    value: float | None = None
    lo: float | None = None
    hi: float | None = None


def cronbach_alpha(columns: Sequence[NDArray[np.int16]]) -> Alpha:
    """Whether statements go together: one column of whole numbers per statement, all answered.

    None with fewer than two statements or respondents, or when nobody varies (Cronbach 1951; Feldt 1965).
    """
    k, n = len(columns), len(columns[0]) if columns else 0
    if n < 2 or k < 2:
        return Alpha(n)
    total = _variance(np.sum(columns, axis=0, dtype=np.int16))
    if total == 0:
        return Alpha(n)
    from scipy.special import fdtri

    alpha = k / (k - 1) * (1 - sum(map(_variance, columns)) / total)
    freedom = (n - 1, (n - 1) * (k - 1))
    lo, hi = (1 - (1 - alpha) * float(fdtri(*freedom, p)) for p in (0.975, 0.025))
    return Alpha(n, alpha, lo, hi)


def _variance(column: NDArray[np.int16]) -> float:
    """The variance (n-1) of whole numbers in a narrow range, from how often each occurs."""
    counts = np.bincount(column - column.min()).tolist()
    n = len(column)
    mean = sum(place * count for place, count in enumerate(counts)) / n
    return float(sum(count * (place - mean) ** 2 for place, count in enumerate(counts)) / (n - 1))
