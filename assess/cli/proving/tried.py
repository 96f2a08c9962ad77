"""What came of one attack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """One attack: its score here and on the control."""

    name: str
    hits: int
    of: int
    chance: tuple[int, int] | None
    """Between what numbers hits are worth nothing; None where each one is one too many."""
    control: int | None
    """Hits on a naive build, on which the attack has to succeed; None where there is nothing to compare."""
    control_of: int
    seconds: float
    found: tuple[str, ...] = ()
    """What was found, in words."""

    @property
    def passed(self) -> bool:
        """Whether the attack is worth something, and found nothing here."""
        least, most = self.chance or (0, 0)
        return least <= self.hits <= most and self.control_fell

    @property
    def control_fell(self) -> bool:
        """Whether the attack succeeds where it must."""
        return self.control is None or self.control >= 0.95 * self.control_of
