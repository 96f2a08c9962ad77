"""What changed between two waves, and which items may be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np

from assess.core.statistics import t_value

Verdict = Literal["too_few", "improved", "declined", "small_change", "stable", "unclear"]

SMALLEST_CHANGE = 5.0
"""Points on 0-100 below which a change does not matter."""


@dataclass(frozen=True, slots=True)
class Change:
    """After minus before, in points, with its 95% interval."""

    verdict: Verdict
    n: int | None = None
    """How many people answered twice; None when the waves are not paired."""
    diff: float | None = None
    lo: float | None = None
    hi: float | None = None
    df: float | None = None
    p: float | None = None


def _verdict(diff: float, lo: float, hi: float, smallest: float) -> Verdict:
    diff, lo, hi = (round(value, 9) for value in (diff, lo, hi))  # binary dust decides nothing
    if (lo > 0 or hi < 0) and abs(diff) >= smallest:
        return "improved" if diff > 0 else "declined"
    if lo > 0 or hi < 0:
        return "small_change"
    return "stable" if -smallest <= lo and hi <= smallest else "unclear"


def change_of_means(
    before: Sequence[float], after: Sequence[float], fewest: int = 5, smallest: float = SMALLEST_CHANGE
) -> Change:
    """The change between two anonymous waves: Welch's difference and t interval."""
    if min(len(before), len(after)) < fewest:
        return Change("too_few")
    diff = float(np.mean(after) - np.mean(before))
    parts = [float(np.var(wave, ddof=1)) / len(wave) for wave in (before, after)]
    error = sum(parts)
    if error == 0:
        return Change(_verdict(diff, diff, diff, smallest), None, diff, diff, diff)
    from scipy.special import stdtr

    df = error**2 / sum(part**2 / (len(wave) - 1) for part, wave in zip(parts, (before, after), strict=True))
    half = t_value(df) * sqrt(error)
    p = 2 * float(stdtr(df, -abs(diff) / sqrt(error)))
    lo, hi = diff - half, diff + half
    return Change(_verdict(diff, lo, hi, smallest), None, diff, lo, hi, df, p)


def change_of_same_people(
    before: Sequence[float | None],
    after: Sequence[float | None],
    fewest: int = 3,
    smallest: float = SMALLEST_CHANGE,
) -> Change:
    """The change of people who answered twice (the same place is the same person): paired t interval."""
    pairs = zip(before, after, strict=True)
    differences = [late - early for early, late in pairs if early is not None and late is not None]
    n = len(differences)
    diff = float(np.mean(differences)) if n else None
    if diff is None or n < fewest:
        return Change("too_few", n, diff)
    half = t_value(n - 1) * float(np.std(differences, ddof=1)) / sqrt(n) if n > 1 else 0.0
    return Change(_verdict(diff, diff - half, diff + half, smallest), n, diff, diff - half, diff + half)


def adjusted(p_values: Sequence[float]) -> list[float]:
    """p-values corrected for how many were tested (Benjamini and Hochberg 1995), in the order given."""
    n = len(p_values)
    order = sorted(range(n), key=lambda i: p_values[i], reverse=True)
    result, smallest = [0.0] * n, 1.0
    for rank, i in zip(range(n, 0, -1), order, strict=True):
        smallest = min(smallest, p_values[i] * n / rank)
        result[i] = smallest
    return result


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> float | None:
    """How much more often an answer of `a` is above one of `b` than below it, -1 to 1 (Cliff 1993)."""
    if not a or not b:
        return None
    left, right = np.asarray(a, np.float64), np.sort(np.asarray(b, np.float64))
    below = np.searchsorted(right, left, side="left").sum()
    above = (len(right) - np.searchsorted(right, left, side="right")).sum()
    return float(below - above) / (len(left) * len(right))


@dataclass(frozen=True, slots=True)
class Wording:
    """An item's weight and the number of its wording; another number is another meaning."""

    weight: float
    wording: int


@dataclass(frozen=True, slots=True)
class Comparability:
    """Which items two versions share, and whether that is enough to compare scores."""

    common: tuple[str, ...]
    coverage: float
    comparable: bool


def comparability(
    before: Mapping[str, Wording], after: Mapping[str, Wording], enough: float = 0.8
) -> Comparability:
    """Only the same id and wording is the same item; scores need `enough` of the weight in both versions."""
    common = tuple(sorted(id for id in before if id in after and before[id].wording == after[id].wording))
    covered = []
    for version in (before, after):
        total = sum(item.weight for item in version.values())
        covered.append(sum(version[id].weight for id in common) / total if total else 0.0)
    coverage = min(covered)
    return Comparability(common, coverage, bool(common) and round(coverage, 9) >= enough)
