"""Teams too small to be shown: with which others they become one team before anybody is asked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

LONGEST = 100
"""Characters of a team's name."""
JOINT = " + "
"""Between the names of a merged team: it reads the same in every language."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Teams that become one."""

    name: str
    """Empty when they are not asked as a team at all: there was none to merge them with."""
    teams: Mapping[str, int]
    """The head counts of its parts, in alphabetical order."""


@dataclass(frozen=True, slots=True, order=True)
class _Group:
    people: int
    names: tuple[str, ...]


def merging(teams: Mapping[str, int | None], smallest: int) -> tuple[Merged, ...]:
    """Which teams of fewer than `smallest` people become one: the smallest with the next smallest, and so on.

    A team of unknown size is never merged. Where no team of known size is left to merge with, and others are
    asked, a small team is not asked for.
    """
    known = {name: people for name, people in teams.items() if people is not None}
    groups = _grouped(known, smallest)
    taken = {name.casefold() for name in teams}
    found = []
    for group in groups:
        parts = {name: known[name] for name in group.names}
        if group.people < smallest and len(known) < len(teams):
            found.append(Merged("", parts))
        elif len(group.names) > 1:
            name = _name(group.names, taken)
            taken.add(name.casefold())
            found.append(Merged(name, parts))
    return tuple(found)


def after(teams: Mapping[str, int | None], merged: Sequence[Merged]) -> dict[str, int | None]:
    """The teams that are left, with their head counts."""
    gone = {name for each in merged for name in each.teams}
    kept = {name: people for name, people in teams.items() if name not in gone}
    return kept | {each.name: sum(each.teams.values()) for each in merged if each.name}


def _grouped(known: Mapping[str, int], smallest: int) -> list[_Group]:
    groups = sorted(_Group(people, (name,)) for name, people in known.items())
    while len(groups) > 1 and groups[0].people < smallest:
        first, second, *others = groups
        names = tuple(sorted(first.names + second.names, key=lambda name: (name.casefold(), name)))
        groups = sorted([_Group(first.people + second.people, names), *others])
    return groups


def _name(names: Sequence[str], taken: Collection[str]) -> str:
    """A name that fits and that no other team has: as many of the names as fit, and how many more."""
    return next(name for name in _names(names) if len(name) <= LONGEST and name.casefold() not in taken)


def _names(names: Sequence[str]) -> Iterator[str]:
    for shown in range(len(names), 0, -1):
        more = len(names) - shown
        yield JOINT.join([*names[:shown], *([str(more)] if more else [])])
    for number in count(len(names) - 1):
        end = f"{JOINT}{number}"
        yield names[0][: LONGEST - len(end)].rstrip() + end
