"""What figures of two waves together tell about those who joined or left between them.

Ballots of two waves are different unknowns, and nobody can tell which two belong to one person. But who
attacks may take colleagues who stayed to have barely changed their minds. The model: of a group that had
n people in one wave and m in the other, the smaller number are the same people, and the mean of those
moved by at most a quarter of a scale point (`MOVE`). Of what is left, the people who joined or left, no
mean may be pinned narrower than a scale point when they are fewer than the smallest group, nor may one
person's score. Looked at are groups shown in both waves, and what remains of a group when one that lies
in it is taken off. A score that changed more than the model allows refutes the model and pins nothing.

Not covered: groups that changed their name between waves (team "A" then, "A and B" now), people who moved
from one group to another, and combinations of more than two groups of each wave.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assess.core.cells import Group
from assess.core.figures import AudienceFigures, ThemeFigures

MOVE = 0.25
"""How many scale points the mean of the same people is taken to move between two waves at most."""
MOST = 100.0
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was published of the employees in an earlier wave of the same organisation."""

    employees: AudienceFigures

    def of(self, theme: str) -> dict[Group, ThemeFigures]:
        """The figures of each group on one theme."""
        named = self.employees.by_group()
        return {group: found for group, own in named.items() if (found := own.themes.get(theme))}


@dataclass(frozen=True, slots=True)
class Total:
    """How many people there are, and between what the sum of their scores lies."""

    n: int
    low: float
    high: float

    def minus(self, part: "Total") -> "Total":
        """The others."""
        n = self.n - part.n
        return Total(n, max(0.0, self.low - part.high), min(MOST * n, self.high - part.low))

    def moved(self, n: int, by: float) -> "Total":
        """What the same `n` people may add up to in another wave."""
        return Total(n, max(0.0, self.low - by * n), min(MOST * n, self.high + by * n))

    def pins(self, point: float) -> bool:
        """Whether the mean or one person's score is known within less than a scale point."""
        room = self.high - self.low
        one = min(MOST, self.high) - max(0.0, self.low - MOST * (self.n - 1))
        return room > -ROUNDING and min(room / self.n, one) < point - ROUNDING


def pinned(
    earlier: Sequence[Earlier],
    theme: str,
    now: Mapping[Group, ThemeFigures],
    point: float,
    fewest: int,
) -> set[Group]:
    """The groups whose figures on a theme would tell too much beside those of an earlier wave."""
    found: set[Group] = set()
    after = dict(_totals(now))
    for wave in earlier:
        before = dict(_totals(wave.of(theme)))
        for views in after.keys() & before.keys():
            if _tells(before[views], after[views], point, fewest):
                found.add(views[-1])
    return found


Views = tuple[Group, ...]
"""A group, or a group and one within it that is taken off."""


def _totals(figures: Mapping[Group, ThemeFigures]) -> Iterator[tuple[Views, Total]]:
    totals = {group: _total(theme) for group, theme in figures.items() if theme.score is not None}
    for group, total in totals.items():
        yield (group,), total
        for part, inner in totals.items():
            if set(group) < set(part) and inner.n < total.n:
                yield (group, part), total.minus(inner)


def _total(theme: ThemeFigures) -> Total:
    total = theme.n * (theme.score or 0.0)
    if theme.capped == "at_least":
        return Total(theme.n, total, MOST * theme.n)
    return Total(theme.n, 0.0 if theme.capped else total, total)


def _tells(before: Total, after: Total, point: float, fewest: int) -> bool:
    """Whether those who joined or left are few, and pinned."""
    if not 0 < abs(after.n - before.n) < fewest:
        return False
    more, fewer = (after, before) if after.n > before.n else (before, after)
    return more.minus(fewer.moved(fewer.n, MOVE * point)).pins(point)
