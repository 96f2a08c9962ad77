"""How far scores can differ while everything published of them stays true: linear equations within bounds."""

from dataclasses import dataclass

import numpy as np

from assess.core.facts import DUST, RowSpace
from assess.core.statistics import Floats

MARGINS = (0.2, 0.05, 0.01)
"""How far from the bounds a starting point is sought, widest first, as a part of the room."""
TRIES = 40


@dataclass(frozen=True, slots=True)
class Room:
    """All values between 0 and 1 with `rows` times the values equal to `sums`."""

    rows: Floats
    sums: Floats
    space: RowSpace

    def inside(self) -> Floats:
        """Values that fit, as far from 0 and 1 as can easily be found."""
        for margin in MARGINS:
            values = np.full(self.rows.shape[1], 0.5)
            for _ in range(TRIES):
                values = np.clip(values, margin, 1 - margin)
                values -= self.space.nearest(self.rows @ values - self.sums)
            if values.min() > margin / 2 and values.max() < 1 - margin / 2:
                return values
        return self._middle()

    def _middle(self) -> Floats:
        """The values whose nearest bound is farthest."""
        from scipy.optimize import linprog  # 0.2 s to import: only where few people are nearly pinned

        count = self.rows.shape[1]
        wall = np.ones((count, 1))
        found = linprog(
            np.append(np.zeros(count), -1.0),
            A_ub=np.block([[-np.eye(count), wall], [np.eye(count), wall]]),
            b_ub=np.append(np.zeros(count), np.ones(count)),
            A_eq=np.column_stack([self.rows, np.zeros(len(self.rows))]),
            b_eq=self.sums,
            bounds=(0, 1),
        )
        return np.full(count, np.nan) if found.x is None else np.asarray(found.x[:-1])

    def surely(self, aims: Floats, start: Floats) -> tuple[Floats, Floats]:
        """What each aim (a row of weights) can fall and rise to at least, by the straightest way."""
        ways = self.space.beyond(aims)
        with np.errstate(divide="ignore", invalid="ignore"):
            to_top, to_bottom = (1 - start) / np.abs(ways), start / np.abs(ways)
        moves = np.abs(ways) > DUST
        rise = np.where(moves, np.where(ways > 0, to_top, to_bottom), np.inf).min(axis=1)
        fall = np.where(moves, np.where(ways > 0, to_bottom, to_top), np.inf).min(axis=1)
        gain, here = (aims * ways).sum(axis=1), aims @ start
        free = moves.any(axis=1)
        return here - gain * np.where(free, fall, 0.0), here + gain * np.where(free, rise, 0.0)

    def furthest(self, aim: Floats) -> tuple[Floats, Floats] | None:
        """Values that fit where the aim is least, and what each row has to do with it; None without any."""
        from scipy.optimize import linprog

        found = linprog(aim, A_eq=self.rows, b_eq=self.sums, bounds=(0, 1))
        if found.x is None:
            return None
        return np.asarray(found.x), np.asarray(found.eqlin.marginals)
