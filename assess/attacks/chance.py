"""How many hits chance alone gives."""

from math import exp

SURE = 0.999
"""So often chance alone stays within the bounds, all ways of an attack taken together."""


def bounds(expected: float, ways: int = 1) -> tuple[int, int]:
    """Between what numbers hits stay that are worth nothing, when so many are to be expected."""
    tail = (1 - SURE) / 2 / ways
    probability, sum_below, count = exp(-expected), 0.0, 0
    least: int | None = None
    while True:
        if least is None and sum_below + probability > tail:
            least = count
        sum_below += probability
        if sum_below >= 1 - tail:
            return least or 0, count
        count += 1
        probability *= expected / count
