"""Figures that the gate turned into a bound, since nearly everybody said the same."""

from assess.core.figures import Capped, ItemFigures, ThemeFigures
from assess.document.words import Words, later

BOUNDS: dict[Capped, str] = {"at_least": later("at least {figure}"), "at_most": later("at most {figure}")}
SIGNS: dict[Capped, str] = {"at_least": "≥", "at_most": "≤"}


def bounded(words: Words, figure: str, capped: Capped | None) -> str:
    """A figure as it is read: a bound says that it is one."""
    return str(words.say(BOUNDS[capped], figure=figure)) if capped else figure


def told_share(words: Words, item: ItemFigures) -> str:
    """The share that agrees, in percents."""
    return bounded(words, words.percent(item.agree_share or 0), item.capped)


def short_share(words: Words, item: ItemFigures) -> str:
    """The share that agrees where a column has no room for words: a bound has its sign."""
    return (SIGNS[item.capped] if item.capped else "") + words.percent(item.agree_share or 0)


def told_score(words: Words, theme: ThemeFigures) -> str:
    """A score of 100."""
    return bounded(words, words.whole(theme.score or 0), theme.capped)


def told_mean(words: Words, item: ItemFigures) -> str:
    """A mean answer."""
    return bounded(words, words.decimal(item.mean or 0), item.mean_capped)
