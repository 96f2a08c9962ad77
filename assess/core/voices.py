"""What people said in their own words, apart from the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Voices:
    """Cards and open answers of customers, and leaders' examples.

    Texts stand in alphabetical order, which says nothing of who wrote.
    """

    green: int = 0
    red: int = 0
    green_texts: tuple[str, ...] = ()
    red_texts: tuple[str, ...] = ()
    open_texts: tuple[str, ...] = ()
    sheets: int = 0
    """How many customers filled in the page with the open question."""
    few_cards: bool = False
    """Whether cards were given, but too few to show."""
    few_texts: bool = False
    """Whether customers wrote something that is not shown, since too few did."""
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By open question: what employees wrote; tied to no team, group or rating."""
    few_comments: bool = False
    """Whether employees wrote something that is not shown, since too few answered."""
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By topic: what leaders gave as an example of how it goes."""

    @property
    def cards(self) -> int:
        """How many cards were given."""
        return self.green + self.red
