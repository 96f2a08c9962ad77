"""Figures that the gate turned into a bound, since nearly everybody said the same."""

from assess.core.figures import Capped
from assess.document.words import Words, later

BOUNDS: dict[Capped, str] = {"at_least": later("at least {figure}"), "at_most": later("at most {figure}")}


def bounded(words: Words, figure: str, capped: Capped | None) -> str:
    """A figure as it is read: a bound says that it is one."""
    return str(words.say(BOUNDS[capped], figure=figure)) if capped else figure
