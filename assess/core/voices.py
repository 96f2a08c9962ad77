"""What customers said in their own words, apart from the figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voices:
    """Cards and open answers of customers; texts in alphabetical order, which says nothing of who wrote."""

    green: int = 0
    red: int = 0
    green_texts: tuple[str, ...] = ()
    red_texts: tuple[str, ...] = ()
    open_texts: tuple[str, ...] = ()
    few_cards: bool = False
    """Whether cards were given, but too few to show."""

    @property
    def cards(self) -> int:
        """How many cards were given."""
        return self.green + self.red
