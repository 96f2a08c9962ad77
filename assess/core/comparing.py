"""Groups of employees side by side: by team or attribute, of all or of who made one choice of another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assess.core.attributes import Attribute
from assess.core.cells import TEAM, Choice, Group


@dataclass(frozen=True, slots=True)
class Comparison:
    """All choices of a team or attribute side by side."""

    by: Attribute
    within: Choice | None = None
    """Of whom; None for all employees."""

    @property
    def base(self) -> Group:
        """Everybody who is divided here."""
        return (self.within,) if self.within else ()

    @property
    def groups(self) -> list[Group]:
        """The groups that stand side by side, in the order of the choices."""
        return [(*self.base, (self.by.name, choice)) for choice in self.by.choices]


def traits(teams: Iterable[str], attributes: Sequence[Attribute]) -> dict[str, Attribute]:
    """What employees could tell of themselves, by the key it has in an address."""
    names = tuple(sorted(teams))
    found = {"team": Attribute(TEAM, names)} if names else {}
    return found | {f"attribute-{place}": each for place, each in enumerate(attributes, start=1)}


def choices(found: Mapping[str, Attribute]) -> dict[str, Choice]:
    """Every single choice by its key: that of its team or attribute, and its place."""
    return {
        f"{key}.{place}": (trait.name, choice)
        for key, trait in found.items()
        for place, choice in enumerate(trait.choices, start=1)
    }


def comparisons(found: Mapping[str, Attribute]) -> Iterator[tuple[tuple[str, ...], Comparison]]:
    """All that can be asked for, each with its keys."""
    for key, trait in found.items():
        yield (key,), Comparison(trait)
        for other, choice in choices(found).items():
            if choice[0] != trait.name:
                yield (key, other), Comparison(trait, choice)


def page_name(keys: Iterable[str]) -> str:
    """Under what name the page of a comparison is kept."""
    return "-".join(("groups", *keys))
