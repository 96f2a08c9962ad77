"""What stands on a strip: marks, the frame they share, and how each kind of mark looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

LookName = Literal["leaders", "employees", "customers", "guess", "weakest"]

INK, MUTED, LINE, ACCENT, PAPER = "#1b1f24", "#5b6470", "#e3e0d8", "#b93a0a", "#fbfaf7"

# Curves, not arcs: in the PDF the half-circle arcs of the engine's own circle come out as polygons.
CIRCLE = "M1,0C1,.552,.552,1,0,1C-.552,1,-1,.552,-1,0C-1,-.552,-.552,-1,0,-1C.552,-1,1,-.552,1,0Z"
STROKE = "M-.2,-1.5L.2,-1.5L.2,1.5L-.2,1.5Z"
TICK = 4.0
"""How far a tick rises from the foot of a strip, in px."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of mark is drawn: the shape says who speaks, so that black and white loses nothing."""

    shape: str
    colour: str
    fill: str
    area: float
    dash: tuple[float, ...] = ()


LOOKS: Mapping[LookName, Look] = {
    "leaders": Look(CIRCLE, INK, INK, 44),
    "employees": Look("diamond", MUTED, PAPER, 52),
    "customers": Look("square", ACCENT, ACCENT, 40),
    # Dotted: from the lowest to the highest guess, which is not an interval.
    "guess": Look(CIRCLE, INK, PAPER, 44, (1.5, 2.5)),
    "weakest": Look(STROKE, INK, INK, 28),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on a strip, with the line of its interval where it has one."""

    look: LookName
    lane: float
    """How far below the top of the strip it stands, in px."""
    x: float
    """The figure itself, like `lo` and `hi` in the units of the frame's domain."""
    lo: float | None = None
    hi: float | None = None
    label: str = ""
    """The mark in words, such as "leaders 78%, 45 to 94"."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The marks of one row, and the same in words for who cannot see them."""

    marks: Sequence[Mark] = ()
    description: str = ""
    """The alternative text; when empty, the labels of the marks."""

    @property
    def alternative(self) -> str:
        """What a screen reader says instead of the strip."""
        return self.description or "; ".join(mark.label for mark in self.marks if mark.label)


@dataclass(frozen=True, slots=True)
class Frame:
    """The axis that all strips of a table share: its size in px, and the figures it runs along."""

    width: float
    height: float
    domain: tuple[float, float] = (0, 100)
    ticks: tuple[float, ...] = (0, 25, 50, 75, 100)
    inset: float = 5
    """Room at both ends in px, so that a mark at the end of the axis is not cut."""
    size: float = 1.0
    """How much larger than usual the marks are."""

    @property
    def per_px(self) -> float:
        """How much of the domain one px is."""
        return (self.domain[1] - self.domain[0]) / (self.width - 2 * self.inset)

    def holds(self, x: float) -> bool:
        """Whether a figure falls on the strip; the room at its ends is for marks that share a figure."""
        room = self.inset * self.per_px
        return isfinite(x) and self.domain[0] - room <= x <= self.domain[1] + room

    def clip(self, x: float) -> float:
        """The nearest figure on this axis: an interval may run past its ends, a line may not."""
        return min(max(x, self.domain[0]), self.domain[1])


def cluster(
    counts: Sequence[int], frame: Frame, look: LookName = "leaders", lane: float | None = None
) -> tuple[Mark, ...]:
    """One mark per person, gathered at the answer each gave: people are counted, not turned into a bar.

    `counts` has one number per point of the scale, lowest first; the points are spread evenly over the
    frame's domain. Up to fifteen people on one point fit in 44 px.
    """
    breadth, gap = 8.0 * frame.size**0.5, 10.0 * frame.size**0.5
    low, high = frame.domain
    step = (high - low) / max(1, len(counts) - 1)
    across = max(1, min(3, int(step / (gap * frame.per_px))))
    middle = lane if lane is not None else (frame.height - TICK) / 2
    rows = max(1, -(-max(counts, default=0) // across))
    down = min(gap, (frame.height - TICK - breadth) / max(1, rows - 1))
    return tuple(
        Mark(look, middle + down * row, low + step * point + gap * column * frame.per_px)
        for point, count in enumerate(counts)
        for row, column in _seats(count, across)
    )


def _seats(count: int, across: int) -> list[tuple[float, float]]:
    """Where each of `count` marks sits in rows of `across`, counted from the middle."""
    rows = [min(across, count - seated) for seated in range(0, count, across)]
    return [
        (row - (len(rows) - 1) / 2, column - (wide - 1) / 2)
        for row, wide in enumerate(rows)
        for column in range(wide)
    ]
