"""The control of differencing: each figure is shown when enough people stand behind it, whatever else is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

from assess.attacks.differencing import TEAM, Cell, Person

Scored = tuple[Person, Mapping[str, float]]
"""An employee, and the score on each theme."""
MOST_CHOICES = 2


def each_alone(people: Sequence[Scored], fewest: int) -> Iterator[Cell]:
    """Every mean of a group of up to two choices that is large enough by itself."""
    groups: dict[tuple[frozenset[tuple[str, str]], str], list[float]] = defaultdict(list)
    for person, scores in people:
        for size in range(MOST_CHOICES + 1):
            for choices in combinations(sorted(person.choices), size):
                for theme, score in scores.items():
                    groups[frozenset(choices), theme].append(score)
    for (chosen, theme), found in groups.items():
        if len(found) >= fewest:
            yield Cell(chosen, theme, len(found), sum(found) / len(found))


def made_up(count: int, rng: Random) -> list[Scored]:
    """So many employees of four teams, three sites and three lengths of service."""
    return [_person(number, rng) for number in range(count)]


def _person(number: int, rng: Random) -> Scored:
    site, years = (rng.choices("ABC", (6, 3, 1))[0] for _ in range(2))
    choices = frozenset({(TEAM, rng.choice("NESW")), ("site", site), ("years", years)})
    return Person(number, choices, frozenset({"theme"})), {"theme": 25.0 * rng.randint(0, 4)}
