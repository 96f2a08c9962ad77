"""How many answered, told while people still answer: in steps, so that nobody sees one answer come in."""

FEWEST, STEP = 5, 10


def at_least(count: int) -> int | None:
    """A number of answers down to a step; None for fewer than five, whether or not there are any."""
    return None if count < FEWEST else max(FEWEST, count // STEP * STEP)


def at_most(told: int | None) -> int:
    """The most answers that a told number can stand for."""
    return FEWEST - 1 if told is None else told // STEP * STEP + STEP - 1
