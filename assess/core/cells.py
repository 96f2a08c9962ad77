"""Groups of employees that figures may be asked of: a team, an attribute, or two of these at once."""

from dataclasses import dataclass
from typing import Literal

TEAM = "team"
"""The name under which teams stand beside the attributes; an attribute of this name is refused."""

MOST_CHOICES_AT_ONCE = 2

Choice = tuple[str, str]
"""An attribute, or `TEAM`, and what somebody chose; the empty text for who would rather not say."""

Group = tuple[Choice, ...]
"""Everybody who made all of these choices, in the order of the attributes; () is everybody."""

Reason = Literal["too_few", "complement", "pinned", "unanimous", "earlier"]
"""Why something is hidden: fewer than the smallest group; to be worked out from what is shown; too narrow
bounds; all said nearly the same, so that only a bound is shown; to be worked out with an earlier wave."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that the gate does not show, and why."""

    group: Group
    theme: str | None
    """None when the group is hidden as a whole, and when it is about an item."""
    reason: Reason
    item: str | None = None
    """Set when only this item's figures are hidden, or told as a bound."""
