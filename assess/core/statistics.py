"""Intervals and shares: small functions, each with its source. None is "no value", never NaN."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@cache
def z_value(confidence: float = 0.95) -> float:
    """How many standard deviations a two-sided normal interval of this confidence reaches."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def t_value(freedom: float, confidence: float = 0.95) -> float:
    """The same for Student's t with these degrees of freedom."""
    from scipy.special import stdtrit  # 0.3 s to import: only when an interval of means is asked

    return float(stdtrit(freedom, (1 + confidence) / 2))


@dataclass(frozen=True, slots=True)
class Share:
    """`k` of `n`, with its interval; shares are 0-1 and None when nobody answered."""

    k: int
    n: int
    value: float | None
    lo: float | None
    hi: float | None


def wilson(k: int, n: int, confidence: float = 0.95) -> Share:
    """The share k/n with Wilson's score interval (Wilson 1927)."""
    if n == 0:
        return Share(k, n, None, None, None)
    z, p = z_value(confidence), k / n
    middle = p + z * z / (2 * n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    lo = 0.0 if k == 0 else (middle - half) / scale
    hi = 1.0 if k == n else (middle + half) / scale
    return Share(k, n, p, lo, hi)


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure minus another, with its interval."""

    value: float | None
    lo: float | None
    hi: float | None


def newcombe(a: Share, b: Share) -> Difference:
    """The share of `a` minus that of `b`, -1 to 1 (Newcombe 1998, method 10, from Wilson intervals)."""
    if a.value is None or a.lo is None or a.hi is None or b.value is None or b.lo is None or b.hi is None:
        return Difference(None, None, None)
    d = a.value - b.value
    lo = d - sqrt((a.value - a.lo) ** 2 + (b.hi - b.value) ** 2)
    hi = d + sqrt((a.hi - a.value) ** 2 + (b.value - b.lo) ** 2)
    return Difference(d, lo, hi)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of scores (0-100) with its t interval, cut to 0-100."""

    n: int
    value: float | None = None
    sd: float | None = None
    lo: float | None = None
    hi: float | None = None

    @property
    def shows_interval(self) -> bool:
        """From three scores that differ: one or two, or all the same, would look like certainty."""
        return self.n >= 3 and self.sd is not None and round(self.sd, 9) > 0


def mean_interval(scores: Sequence[float] | Floats) -> Mean:
    """The mean of scores on 0-100 with its 95% t interval (n-1 degrees of freedom)."""
    # Sorted, since the last digit of a sum depends on the order, and who answered first may change nothing.
    values = np.sort(np.asarray(scores, np.float64))
    n = len(values)
    if n == 0:
        return Mean(0)
    mean = float(values.mean())
    if n == 1:
        return Mean(1, mean)
    distance = values - mean
    sd = sqrt(float(np.square(distance).sum()) / (n - 1))
    half = t_value(n - 1) * sd / sqrt(n)
    return Mean(n, mean, sd, max(0.0, mean - half), min(100.0, mean + half))


@dataclass(frozen=True, slots=True)
class TeamScores:
    """The scores (0-100) of a team's respondents, and how many people the team has."""

    headcount: int
    scores: Sequence[float]


@dataclass(frozen=True, slots=True)
class WeightedMean:
    """A mean in which each team weighs as many people as it has, beside the plain mean."""

    n: int
    unweighted: float | None
    weighted: float | None
    se: float | None
    n_eff: float | None
    """Kish's effective number of respondents."""
    headcount_covered: float
    response_rate: float


def weighted_mean(teams: Sequence[TeamScores]) -> WeightedMean:
    """The mean by head count over the teams that answered, with its stratified standard error."""
    present = [team for team in teams if team.scores]
    people, asked = sum(team.headcount for team in present), sum(team.headcount for team in teams)
    n = sum(len(team.scores) for team in present)
    rate = n / asked if asked else 0.0
    if n == 0 or people == 0:
        return WeightedMean(n, None, None, None, None, 0.0, rate)
    shares = [team.headcount / people for team in present]
    plain = sum(sum(team.scores) for team in present) / n
    weighted = sum(w * float(np.mean(team.scores)) for w, team in zip(shares, present, strict=True))
    squares = sum(w * w / len(team.scores) for w, team in zip(shares, present, strict=True))
    se = None
    if all(len(team.scores) > 1 for team in present):
        pairs = zip(shares, present, strict=True)
        se = sqrt(sum(w * w * float(np.var(team.scores, ddof=1)) / len(team.scores) for w, team in pairs))
    return WeightedMean(n, plain, weighted, se, 1 / squares, people / asked, rate)


@dataclass(frozen=True, slots=True)
class RecommendScore:
    """Promoters minus detractors, -100 to 100, with an adjusted Wald interval."""

    n: int
    promoters: int
    passives: int
    detractors: int
    nps: float | None
    lo: float | None
    hi: float | None
    margin: float | None


def recommend_score(counts: Sequence[int]) -> RecommendScore:
    """The recommend score (NPS) from the counts of 0 to 10.

    The interval adds 3/4 to promoters and to detractors and 3 to n (Rocks 2016); it is cut to
    -100 and 100. With one respondent the score lies outside its interval: show it from ten.
    """
    detractors, passives, promoters = sum(counts[:7]), sum(counts[7:9]), sum(counts[9:])
    n = detractors + passives + promoters
    if n == 0:
        return RecommendScore(0, 0, 0, 0, None, None, None, None)
    up, down = (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    centre = up - down
    margin = 100 * z_value() * sqrt((up + down - centre**2) / (n + 3))
    lo, hi = max(-100.0, 100 * centre - margin), min(100.0, 100 * centre + margin)
    return RecommendScore(
        n, promoters, passives, detractors, 100 * (promoters - detractors) / n, lo, hi, margin
    )
