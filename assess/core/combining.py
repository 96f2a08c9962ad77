"""How far employees would be spread over the combinations of team and attributes, before anybody is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from assess.core.attributes import Attribute

TIMES = 2
"""A combination is likely to be shown from so many times the smallest group: not everybody answers."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Combinations of which probably nothing will be shown."""

    hidden: int
    all: int


def spread(teams: Mapping[str, int | None], attributes: Sequence[Attribute], smallest: int) -> Spread | None:
    """How many combinations will probably stay hidden; None when most will not, or nobody knows.

    It takes every choice for equally common within a team.
    """
    people = [count for count in teams.values() if count is not None]
    if not attributes or not teams or len(people) < len(teams):
        return None
    each = prod(len(attribute.choices) for attribute in attributes)
    combinations = each * len(teams)
    if sum(people) >= TIMES * smallest * combinations:
        return None
    return Spread(sum(each for count in people if count < TIMES * smallest * each), combinations)
