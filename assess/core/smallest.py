"""Of how few respondents anything may be shown."""

from dataclasses import dataclass

from assess.core.questionnaire import LEADERS, Audience

FEWEST_LEADERS = 3
FEWEST_OTHERS = 5
FEWEST_FOR_TEXTS = 10
"""Customers; of fewer nobody reads what they wrote, since words tell more than a figure who wrote them."""


@dataclass(frozen=True, slots=True)
class SmallestGroup:
    """The fewest respondents that may be shown; settings can only raise it."""

    leaders: int = FEWEST_LEADERS
    others: int = FEWEST_OTHERS

    def __post_init__(self) -> None:
        """Refuse a smaller group than the product promises."""
        if self.leaders < FEWEST_LEADERS or self.others < FEWEST_OTHERS:
            raise ValueError(f"never fewer than {FEWEST_LEADERS} leaders or {FEWEST_OTHERS} others")

    def of(self, audience: Audience) -> int:
        """The smallest group of an audience."""
        return self.leaders if audience == LEADERS else self.others

    @property
    def for_texts(self) -> int:
        """The fewest customers of whom anybody reads what they wrote."""
        return max(FEWEST_FOR_TEXTS, self.others)
