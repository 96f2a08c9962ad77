"""Why an action ranks where it does: the factors of its priority."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Flag = Literal["disagreement", "dont_know", "small_n", "low_response"]

LISTEN_FROM = 20.0
"""Points of a clear gap from which the first step is talking with that audience."""


@dataclass(frozen=True, slots=True)
class Situation:
    """How a theme stands: the means of its topics (in levels), what is doubtful, and its clear gap."""

    theme: str
    topics: Mapping[str, float | None]
    flags: Collection[Flag] = ()
    gap_pp: float | None = None
    """The largest clear gap, in points; None when no gap is clear."""
    target: float = 4
    span: float = 4
    """How many levels lie between the lowest and the highest."""

    @property
    def discuss_first(self) -> bool:
        """Whether leaders should talk before anything heavy starts."""
        return "disagreement" in self.flags or "dont_know" in self.flags

    @property
    def listen_first(self) -> bool:
        """Whether the first step is talking with five people who see it differently."""
        return self.gap_pp is not None and round(self.gap_pp, 9) >= LISTEN_FROM


@dataclass(frozen=True, slots=True)
class Factors:
    """What multiplies to a priority: 100 · need · impact/3 · confidence · gap factor / effort."""

    need: float
    """0-1: how far the weakest topic stands below the target."""
    impact: int
    confidence: float
    """0.5-1: a quarter less for each doubt, two at most."""
    gap_factor: float
    """1-1.5: more where customers or employees clearly see it differently."""
    effort: int

    @property
    def priority(self) -> float:
        """0-150: how much good an action does for its effort."""
        return 100 * self.need * self.impact / 3 * self.confidence * self.gap_factor / self.effort


def factors(current: float, impact: int, effort: int, situation: Situation) -> Factors:
    """The factors of an action whose weakest topic stands at `current` (in levels)."""
    gap = max(0.0, situation.gap_pp or 0.0)
    return Factors(
        need=max(0.0, (situation.target - current) / situation.span),
        impact=impact,
        confidence=1 - 0.25 * min(2, len(set(situation.flags))),
        gap_factor=1 + 0.5 * min(1.0, gap / 50),
        effort=effort,
    )
