"""What employees who nearly all said the same would give away: a figure near an end becomes a bound.

"At least 95" of five people leaves each of them a whole scale point; "100" would tell what everybody said.
A figure that is exactly the bound is shown as a bound too, or the plain ones would say that it was not
reached.
"""

from collections.abc import Sequence
from dataclasses import replace

from assess.core.figures import Capped, ItemFigures, ThemeFigures
from assess.core.questionnaire import Item, Scale
from assess.core.statistics import wilson

HALF = 50.0
ROUNDING = 1e-9


def point_of(items: Sequence[Item]) -> float:
    """One point of the coarsest scale among these, of 100; of a scale of two points half of it."""
    return min(HALF, max(100 / (item.scale.highest - item.scale.lowest) for item in items))


def capped_at(mean: float, n: int, lowest: float, highest: float, point: float) -> Capped | None:
    """Whether a mean lies so near an end that it leaves nobody a scale point."""
    if mean >= highest - point / n - ROUNDING:
        return "at_least"
    return "at_most" if mean <= lowest + point / n + ROUNDING else None


def capped_theme(theme: ThemeFigures, point: float) -> ThemeFigures:
    """The score, or the bound that is shown instead, without what tells how far answers lie apart."""
    capped = None if theme.score is None else capped_at(theme.score, theme.n, 0, 100, point)
    if capped is None:
        return theme
    score = 100 - point / theme.n if capped == "at_least" else point / theme.n
    return replace(without_spread(theme), score=score, capped=capped)


def without_spread(theme: ThemeFigures) -> ThemeFigures:
    """The score alone: its interval, AD and alpha tell how far the answers lie apart."""
    return ThemeFigures(theme.n, theme.score, None, None, None, None, maturity=theme.maturity)


def capped_item(item: ItemFigures, scale: Scale, fewest: int) -> ItemFigures:
    """An item's figures; how its answers are spread only when nothing is capped and `fewest` answered.

    Were the spread of nearly unanimous answers told, its absence would tell that they are unanimous.
    """
    shown = _capped_share(_capped_mean(item, scale))
    if item.n >= fewest and not shown.capped and not shown.mean_capped:
        return shown
    return replace(shown, counts=None, dont_know=None, not_applicable=None, median=None, split=None)


def _capped_mean(item: ItemFigures, scale: Scale) -> ItemFigures:
    if item.mean is None:
        return item
    lowest, highest = scale.lowest, scale.highest
    point = min(1.0, (highest - lowest) / 2)
    capped = capped_at(item.mean, item.n, lowest, highest, point)
    if capped is None:
        return item
    mean = highest - point / item.n if capped == "at_least" else lowest + point / item.n
    return replace(item, mean=mean, mean_capped=capped)


def _capped_share(item: ItemFigures) -> ItemFigures:
    """All, or all but one, is "at least all but one"; one or none is "at most one"."""
    if item.agreed is None or 1 < item.agreed < item.n - 1:
        return item
    capped: Capped = "at_least" if item.agreed >= item.n - 1 else "at_most"
    agreed = item.n - 1 if capped == "at_least" else 1
    share = wilson(agreed, item.n)
    return replace(item, agreed=agreed, agree_share=share.value, lo=share.lo, hi=share.hi, capped=capped)
