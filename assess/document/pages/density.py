"""How much stands on the board's page, in millimetres of its usual letters: it has to stay one page."""

from collections.abc import Iterable
from math import ceil
from typing import Literal

from markupsafe import Markup

from assess.document.pages.gap_chart import GapChart
from assess.document.pages.highlights import Highlight
from assess.document.verdicts import Verdict

Density = Literal["", "crowded", "packed"]

MOST: dict[Density, float] = {"": 251, "crowded": 286}
"""How high the usual letters may stand before smaller ones are needed; a page holds 252 mm."""
BLANK = 17
"""Letters that a line to write on takes, on the average of names and dates."""


def density(height: float) -> Density:
    """The largest letters with which so much fits."""
    return next((name for name, most in MOST.items() if height <= most), "packed")


def _lines(text: str, letters: int) -> int:
    """On how many lines a text stands when so many letters fit on each."""
    return ceil(len(text) / letters)


def of_verdict(verdict: Verdict) -> float:
    """The one sentence, its largest letters first."""
    letters, height = (42, 9.7) if verdict.long else (35, 11.7)
    sides = sum(_lines(side.striptags(), letters) for side in (verdict.ours, verdict.theirs))
    claim, rest = _lines(verdict.claim, 56), _lines(verdict.rest.striptags(), 66)
    return 6 + height * sides + (8 * claim + 3 if claim else 0) + (6.9 * rest + 3 if rest else 0)


def of_chart(chart: GapChart | None) -> float:
    """A lane for each side, the axis, the size of the gap and how to read it."""
    if chart is None:
        return 0
    return 15 + 5.3 * len(chart.lines) + 3.8 * _lines(chart.note.striptags(), 108)


def of_standing(remark: str) -> float:
    """The level, its axis and what holds it back."""
    return 24 + 3.8 * _lines(remark, 92)


def of_highlights(found: Iterable[Highlight]) -> float:
    """Strengths or priorities, in half a page's width."""
    lines = [_lines(one.title, 42) + _lines(one.reason.striptags(), 45) for one in found]
    return 12 + sum(2.4 + 4.7 * count for count in lines)


def of_decisions(decisions: Iterable[str]) -> float:
    """What is asked for, with its lines to write on, and who answered."""
    filled = [Markup(decision).replace("</span>", BLANK * "_" + "</span>") for decision in decisions]
    lines = [_lines(Markup(told).striptags(), 86) for told in filled]
    return 25 + sum(2 + 5.4 * count for count in lines)
