"""What we believed beside what they said: gaps on mirrored statements, and guesses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from assess.core.disclosure import Published
from assess.core.figures import Capped
from assess.core.questionnaire import (
    CUSTOMERS,
    EMPLOYEES,
    LEADERS,
    Audience,
    QuestionnaireSet,
    StandardQuestion,
    Statement,
)
from assess.core.responses import LARGEST_ANSWER, Answers
from assess.core.smallest import SmallestGroup
from assess.core.statistics import newcombe, wilson

Verdict = Literal["too_few", "clear_gap", "small_gap", "reverse_gap", "aligned", "unclear"]

PAIRS: tuple[tuple[Audience, Audience], ...] = (
    (LEADERS, CUSTOMERS),
    (LEADERS, EMPLOYEES),
    (EMPLOYEES, CUSTOMERS),
)
MATERIAL = 10.0
"""Points from which a gap matters."""
BAND = 20.0
"""Points within which an interval must lie to call two audiences aligned: well under half the smallest
published overall gap."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How many points more of audience `a` than of audience `b` agree with one statement."""

    statement: str
    theme: str | None
    """None for the headline, which belongs to no theme."""
    a: Audience
    b: Audience
    verdict: Verdict
    k_a: int | None = None
    n_a: int | None = None
    k_b: int | None = None
    n_b: int | None = None
    gap_pp: float | None = None
    lo_pp: float | None = None
    hi_pp: float | None = None
    capped_a: Capped | None = None
    """Set when of `k_a` only a bound is told, and so of the gap."""
    capped_b: Capped | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """The share the leaders expected to agree with the headline, beside the share that does (0-100)."""

    n: int
    mean: float
    smallest: float
    largest: float
    actual: float | None
    """None where it may not be shown; so are `lo`, `hi` and `off_by`."""
    lo: float | None
    hi: float | None
    off_by: float | None
    """Mean guess minus actual share, in points."""


@dataclass(frozen=True, slots=True)
class Perception:
    """The difference between two shares that agree, in points, and what to call it."""

    verdict: Verdict
    gap_pp: float | None
    lo_pp: float | None = None
    hi_pp: float | None = None


def perception_gap(
    k_a: int,
    n_a: int,
    k_b: int,
    n_b: int,
    fewest: tuple[int, int],
    material: float = MATERIAL,
    band: float = BAND,
) -> Perception:
    """The gap between `k_a` of `n_a` and `k_b` of `n_b` with Newcombe's interval and its verdict."""
    found = newcombe(wilson(k_a, n_a), wilson(k_b, n_b))
    if found.value is None or found.lo is None or found.hi is None:
        return Perception("too_few", None)
    gap, lo, hi = (100 * value for value in (found.value, found.lo, found.hi))
    if n_a < fewest[0] or n_b < fewest[1]:
        return Perception("too_few", gap)
    return Perception(_verdict(gap, lo, hi, material, band), gap, lo, hi)


def _verdict(gap: float, lo: float, hi: float, material: float, band: float) -> Verdict:
    gap, lo, hi = (round(value, 9) for value in (gap, lo, hi))  # 60% - 50% is ten points, not a hair less
    if lo > 0 or hi < 0:
        if abs(gap) < material:
            return "small_gap"
        return "clear_gap" if gap > 0 else "reverse_gap"
    return "aligned" if -band <= lo and hi <= band else "unclear"


def gaps(questionnaires: QuestionnaireSet, published: Published, smallest: SmallestGroup) -> tuple[Gap, ...]:
    """Every pair of audiences on every mirrored statement, then on the headline."""
    return tuple(
        _gap(statement, theme, pair, published, smallest)
        for theme, statement in mirrored(questionnaires)
        for pair in PAIRS
        if all(statement.put_to(audience) for audience in pair)
    )


def mirrored(questionnaires: QuestionnaireSet) -> Iterator[tuple[str | None, Statement | StandardQuestion]]:
    """The statements that more than one audience is asked, each with its theme; the headline last."""
    for questionnaire in questionnaires.questionnaires:
        for statement in questionnaire.statements:
            if statement.mirrored:
                yield questionnaire.id, statement
    headline = questionnaires.with_role("headline")
    if headline is not None:
        yield None, headline


def _gap(
    statement: Statement | StandardQuestion,
    theme: str | None,
    pair: tuple[Audience, Audience],
    published: Published,
    smallest: SmallestGroup,
) -> Gap:
    a, b = (published.item(audience, statement.id) for audience in pair)
    if a is None or b is None or a.agreed is None or b.agreed is None:
        return Gap(statement.id, theme, *pair, "too_few")
    fewest = (smallest.of(pair[0]), smallest.of(pair[1]))
    found = perception_gap(a.agreed, a.n, b.agreed, b.n, fewest)
    if found.verdict == "too_few":
        return Gap(statement.id, theme, *pair, "too_few")
    counts = (a.agreed, a.n, b.agreed, b.n)
    figures = (found.gap_pp, found.lo_pp, found.hi_pp)
    return Gap(statement.id, theme, *pair, found.verdict, *counts, *figures, a.capped, b.capped)


def guesses(
    questionnaires: QuestionnaireSet, leaders: Answers, published: Published, smallest: SmallestGroup
) -> Mapping[Audience, Guess | None]:
    """What the leaders expected of employees and of customers; None where too few leaders guessed."""
    headline = questionnaires.with_role("headline")
    return {
        audience: _guess(headline, leaders, audience, published, smallest.leaders)
        for audience in (EMPLOYEES, CUSTOMERS)
    }


def _guess(
    headline: StandardQuestion | None, leaders: Answers, audience: Audience, published: Published, fewest: int
) -> Guess | None:
    column = leaders.guesses.get(audience)
    given = [] if column is None else column[column <= LARGEST_ANSWER].tolist()
    if headline is None or len(given) < fewest:
        return None
    mean = sum(given) / len(given)
    low, high = float(min(given)), float(max(given))
    item = published.item(audience, headline.id)
    if item is None or item.agree_share is None or item.lo is None or item.hi is None:
        return Guess(len(given), mean, low, high, None, None, None, None)
    actual = 100 * item.agree_share
    return Guess(len(given), mean, low, high, actual, 100 * item.lo, 100 * item.hi, mean - actual)
