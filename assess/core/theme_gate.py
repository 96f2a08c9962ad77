"""What may be shown of employees on one theme: its groups, their caps, and whose answers' spread."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assess.core import bounding, recovering
from assess.core.capping import capped_theme, without_spread
from assess.core.cells import TEAM, Group, Reason
from assess.core.complement import hidden_groups
from assess.core.crowd import Crowd, Mask, Sums
from assess.core.earlier import Earlier, pinned
from assess.core.facts import facts
from assess.core.figures import ThemeFigures

EVERYBODY: Group = ()

Figures = Mapping[Group, ThemeFigures]


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme as employees see it, before the gate."""

    id: str
    point: float
    """A point of its statements' scale, of 100."""
    figures: Figures
    """Of every group that is not hidden as a whole."""
    hidden_teams: Collection[str]


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """What passed, and why the rest did not."""

    figures: Figures
    closed: Mapping[Group, Reason]


@dataclass(frozen=True, slots=True)
class Keeper:
    """What the gate knows when it decides on a theme."""

    crowd: Crowd
    fewest: int
    earlier: Sequence[Earlier] = ()

    def decide(self, theme: Theme) -> ThemeShown:
        """The figures that may be shown together."""
        capped = {group: capped_theme(own, theme.point) for group, own in theme.figures.items()}
        closed: dict[Group, Reason] = {}
        for reason, groups in self._steps(theme, capped, closed):
            closed |= {group: reason for group in groups if group not in closed}
        shown = {group: own for group, own in capped.items() if group not in closed}
        return ThemeShown(self._spread(theme, shown), closed)

    def _steps(
        self, theme: Theme, capped: Figures, closed: Mapping[Group, Reason]
    ) -> Iterator[tuple[Reason, Collection[Group]]]:
        """What each rule hides, of what those before it left."""
        sums, fewest = self.crowd.themes[theme.id], self.fewest
        yield "too_few", [group for group, own in capped.items() if own.n < fewest]
        yield "complement", self._teams(theme, sums)

        def left() -> list[Group]:
            return [group for group in capped if group not in closed]

        late = pinned(self.earlier, theme.id, {group: capped[group] for group in left()}, theme.point, fewest)
        yield "earlier", late
        secret = [self.crowd.members(group)[sums.n > 0] for group in late]
        told = facts(self.crowd, left(), sums.n)
        yield "complement", recovering.to_hide(told, fewest, secret)
        told = facts(self.crowd, left(), sums.n)
        total = {group: own.n * (own.score or 0.0) for group, own in capped.items()}
        caps = {group: own.capped for group, own in capped.items() if own.capped}
        small = [mask[sums.n > 0] for mask in self.crowd.nameable()]
        yield "pinned", bounding.to_hide(bounding.Scores(told, total, caps, theme.point), small, fewest)

    def _teams(self, theme: Theme, sums: Sums) -> list[Group]:
        teams = [group[0][1] for group in theme.figures if [name for name, _ in group] == [TEAM]]
        sizes = {
            name: int(sums.n[self.crowd.members(((TEAM, name),))].sum())
            for name in (*teams, *theme.hidden_teams)
        }
        return [((TEAM, name),) for name in hidden_groups(sizes, self.fewest, theme.hidden_teams)]

    def _spread(self, theme: Theme, shown: Figures) -> Figures:
        """Figures with an interval only where how far answers lie apart pins nobody.

        Intervals of everybody and of teams rest on their own standard deviation, those of other groups on
        everybody's.
        """
        sums, told = self.crowd.themes[theme.id], dict(shown)
        masks = {group: self.crowd.members(group) for group in shown}
        small = [mask for mask in self.crowd.nameable() if 0 < sums.n[mask].sum() < self.fewest]
        while (narrow := self._narrow(told, masks, sums, small, theme.point)) is not None:
            told[narrow] = without_spread(told[narrow])
        if EVERYBODY in told and told[EVERYBODY].lo is None:
            told |= {group: without_spread(own) for group, own in told.items() if not _own(group)}
        return told

    def _narrow(
        self, told: Figures, masks: Mapping[Group, Mask], sums: Sums, small: Sequence[Mask], point: float
    ) -> Group | None:
        """A group whose spread must not be told; of a narrow remainder the smallest team shown."""
        own = [group for group, figures in told.items() if _own(group) and figures.lo is not None]
        for group in own:
            if _narrow(masks[group], sums, small, point):
                return group
        teams = sorted((group for group in own if group != EVERYBODY), key=lambda group: told[group].n)
        if EVERYBODY not in own or not teams:
            return None
        rest = ~np.logical_or.reduce([masks[group] for group in teams])
        return teams[0] if _narrow(rest, sums, small, point) else None


def _own(group: Group) -> bool:
    """Whether a group's interval rests on its own answers: everybody's and a team's."""
    return [name for name, _ in group] in ([], [TEAM])


def _narrow(atoms: Mask, sums: Sums, small: Sequence[Mask], point: float) -> bool:
    """Whether mean and standard deviation pin a small part of these people, or one person.

    Of n people with standard deviation s any m have a mean within s · √((n - m) / m) of the mean of all.
    """
    n = float(sums.n[atoms].sum())
    if n == 0:
        return False
    mean = float(sums.total[atoms].sum()) / n
    variance = max(0.0, float(sums.squares[atoms].sum()) / n - mean * mean)
    within = (float(sums.n[part].sum()) for part in small if not (part & ~atoms & (sums.n > 0)).any())
    most = max((m for m in within if m < n), default=1.0)
    return bool(2 * np.sqrt(variance * (n - most) / most) < point)
