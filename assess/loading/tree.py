"""What a YAML file holds as plain lists and mappings that remember where everything stood."""

from typing import Final

Place = tuple[int, int]
"""Line and column, counted from 1."""

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value."""


class Hole:
    """Stands where a value was that has been refused already: it fits nowhere and is not told again."""

    def __repr__(self) -> str:
        return "a refused value"


HOLE: Final = Hole()
ANY_KEY: Final = "<<"
"""Stands among refused keys for a merge, or a word that was refused itself: it may have meant any key."""


class Table(dict[str | int, object]):
    """A mapping with the places of its keys and values."""

    __slots__ = ("key_places", "place", "refused", "value_places")

    def __init__(self, place: Place) -> None:
        self.place = place
        self.key_places: dict[str | int, Place] = {}
        self.value_places: dict[str | int, Place] = {}
        self.refused: set[str | int] = set()
        """Keys that were there and have been refused, so that they cannot be called missing."""


class Row(list[object]):
    """A list with the places of its values."""

    __slots__ = ("place", "refused", "value_places")

    def __init__(self, place: Place) -> None:
        self.place = place
        self.value_places: list[Place] = []
        self.refused = False
        """Whether it had values that have been refused."""


def place_of(tree: object, path: Path, *, key: bool = False) -> Place:
    """Where the value at a path stands (or its key); where it is lacking, what should have held it."""
    place = tree.place if isinstance(tree, Table | Row) else (1, 1)
    for step in path:
        match tree:
            case Table() if step in tree:
                place = tree.key_places[step] if key else tree.value_places[step]
                tree = tree[step]
            case Row() if isinstance(step, int) and step < len(tree):
                place = tree.value_places[step]
                tree = tree[step]
            case _:
                break
    return place


def known_part(tree: object, path: Path) -> Path:
    """The part of a path that leads to something in the tree."""
    for depth, step in enumerate(path):
        match tree:
            case Table() if step in tree:
                tree = tree[step]
            case Row() if isinstance(step, int) and step < len(tree):
                tree = tree[step]
            case _:
                return path[:depth]
    return path


def value_at(tree: object, path: Path) -> object:
    """The value at a path of which every step exists."""
    for step in path:
        match tree:
            case Table():
                tree = tree[step]
            case Row() if isinstance(step, int):
                tree = tree[step]
    return tree


def without(tree: object, path: Path) -> None:
    """Takes the value at a path out of the tree; nothing happens where there is none."""
    if known_part(tree, path) != path or not path:
        return
    match value_at(tree, path[:-1]):
        case Table() as table:
            del table[path[-1]]
            table.refused.add(path[-1])
        case Row() as row if isinstance(path[-1], int):
            del row[path[-1]], row.value_places[path[-1]]
            row.refused = True
