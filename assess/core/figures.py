"""The figures of one audience, as measured or, behind the gate, as they may be shown.

None stands for "no value": too few answers, or hidden. It is never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assess.core.cells import TEAM, Group

Status = Literal["none", "insufficient", "provisional", "ok"]
Completeness = Literal["none", "partial", "complete"]
Capped = Literal["at_least", "at_most"]
"""A figure so near the end of its scale that it would tell what everybody said: only a bound is shown."""


@dataclass(frozen=True, slots=True)
class Maturity:
    """What leaders' topics say about a theme beyond its score."""

    status: Status
    level: int | None
    uncapped: int | None
    held_by: tuple[str, ...]
    """The required topics that keep the level below what the score alone would give."""
    blind_spots: tuple[str, ...]
    """Topics on which at least one in five leaders does not know."""
    evidenced: float | None
    """0-100: the score that is left when only what is measured or can be shown counts."""
    evidence: Mapping[str, int] | None
    """How many answers rest on each kind of evidence."""

    @property
    def withheld(self) -> bool:
        """Whether there is a level, but so few leaders that what it rests on is not shown."""
        return self.level is not None and self.evidence is None


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """One audience's view of one theme; `n` counts the respondents whose score counts."""

    n: int
    score: float | None
    """0-100."""
    lo: float | None
    hi: float | None
    ad: float | None
    """Average deviation from the item's mean, in scale points."""
    agree: bool | None
    """Whether the deviation is at most a sixth of the scale's points."""
    alpha: float | None = None
    maturity: Maturity | None = None
    """None where the score rests on statements."""
    capped: Capped | None = None
    """Set when `score` is such a bound."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The answers to one item, as answered (not reversed).

    Of employees how the answers are spread is told only when ten or more answered, and not all nearly
    the same; else `counts`, `dont_know`, `not_applicable`, `median` and `split` are None.
    """

    n: int
    counts: tuple[int, ...] | None
    dont_know: int | None
    not_applicable: int | None
    mean: float | None
    median: float | None
    split: bool | None
    """Two camps: at least 30% at each end."""
    agreed: int | None = None
    """How many agree; None where the scale does not say what agreeing is."""
    agree_share: float | None = None
    lo: float | None = None
    hi: float | None = None
    capped: Capped | None = None
    """Set when `agree_share` (and `agreed`) is a bound."""
    mean_capped: Capped | None = None
    """Set when `mean` is a bound."""

    @property
    def distribution(self) -> tuple[int, ...]:
        """`counts`, or nothing where they are not told."""
        return self.counts or ()


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """The view of one team or other group; a hidden one has no figures and no n."""

    n: int | None
    hidden: bool
    themes: Mapping[str, ThemeFigures | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overall:
    """The leaders' view of the whole."""

    score: float | None
    status: Completeness
    missing: tuple[str, ...]
    level: int | None
    uncapped: int | None
    lo: float | None = None
    hi: float | None = None


@dataclass(frozen=True, slots=True)
class Recommend:
    """Customers' recommend score (NPS), -100 to 100."""

    n: int
    nps: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The share of customers that is satisfied."""

    n: int
    share: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class Ease:
    """How easy customers found it: the mean and the share above the middle of the scale."""

    n: int
    mean: float | None
    share: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, slots=True)
class AudienceFigures:
    """All figures of one audience."""

    n: int | None
    hidden: bool = False
    response_rate: float | None = None
    themes: Mapping[str, ThemeFigures | None] = field(default_factory=dict)
    teams: Mapping[str, TeamFigures] = field(default_factory=dict)
    groups: Mapping[Group, TeamFigures] = field(default_factory=dict)
    """Of one or two choices; those of a team alone stand in `teams`."""
    items: Mapping[str, ItemFigures | None] = field(default_factory=dict)
    overall: Overall | None = None
    recommend: Recommend | None = None
    satisfaction: Satisfaction | None = None
    ease: Ease | None = None

    def by_group(self) -> dict[Group, TeamFigures]:
        """The figures of everybody, of each team and of each other group."""
        teams: dict[Group, TeamFigures] = {((TEAM, name),): team for name, team in self.teams.items()}
        return {(): TeamFigures(self.n, self.hidden, self.themes), **teams, **self.groups}
