"""A file between reading and use: what is left of it, where everything stood, and what is wrong so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from assess.loading.expected import expected
from assess.loading.parts import BenchmarkPart, QuestionnairePart, ScalePart, SharedFilePart
from assess.loading.problems import Problem
from assess.loading.reading import read_tree
from assess.loading.schema import Kind
from assess.loading.structure import structured
from assess.loading.text import Unreadable, read_text
from assess.loading.tree import HOLE, Path, Place, Row, Table, place_of, value_at
from assess.loading.writings import Written, writings

NOTHING_SHARED: Mapping[str, object] = {
    "scales": {},
    "levels": [],
    "owners": {},
    "standard": [],
    "warning_signs": [],
}

PARTS: Mapping[Kind, Mapping[str, str]] = {
    "questionnaire": {"topics": "topic", "statements": "statement", "actions": "action"},
    "shared": {
        "scales": "scale",
        "levels": "level",
        "owners": "owner",
        "standard": "standard question",
        "warning_signs": "warning sign",
    },
    "benchmarks": {},
}
"""The keys of each kind of file that hold several of something, and what one of them is called."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a file gives to something, also where that something has other problems."""

    noun: str
    name: str
    place: Place


@dataclass(slots=True)
class Draft:
    """One file on its way to a value."""

    file: str
    kind: Kind
    problems: list[Problem] = field(default_factory=list)
    tree: object = HOLE
    content: Any = None
    """What is left of the file, in the form that `parts` defines for its kind; None when nothing is."""
    named: tuple[Named, ...] = ()
    writings: tuple[tuple[Path, Written], ...] = ()
    """Every text that is left, with its path."""

    def knows(self, key: str) -> bool:
        """Whether everything is known that the file names under a key."""
        return self.content is not None and self.lacks((), key)

    def problem(self, path: Path, what: str, what_to_do: str, *, key: bool = False) -> Problem:
        """A problem at the place of a value (or its key) in this file."""
        return Problem(self.file, *place_of(self.tree, path, key=key), what, what_to_do)

    def lacks(self, path: Path, *keys: str) -> bool:
        """Whether keys are truly lacking at a path: neither refused, nor perhaps meant by one that was."""
        group = value_at(self.tree, path)
        if isinstance(group, Table):
            return group.refused <= set(expected(self.kind, path).keys) - set(keys)
        return not (isinstance(group, Row) and group.refused)

    def names(self, noun: str) -> tuple[str, ...]:
        """The names this file gives to things of one kind."""
        return tuple(named.name for named in self.named if named.noun == noun)


def draft(file: str, kind: Kind) -> Draft:
    """A file after the first two passes: strict YAML, then structure."""
    try:
        text, problems = read_text(file)
    except Unreadable as unreadable:
        return Draft(file, kind, [unreadable.problem])
    tree, refused = read_tree(file, text)
    named = tuple(_named(kind, tree))
    content, misfits = structured(kind, file, tree)
    told = [*problems, *refused, *misfits]
    return Draft(file, kind, told, tree, content, named, writings(kind, content))


def actions_in(file: str) -> tuple[str, ...]:
    """The actions that a questionnaire names, whatever else is wrong with it."""
    try:
        tree, _ = read_tree(file, read_text(file)[0])
    except Unreadable:
        return ()
    return tuple(named.name for named in _named("questionnaire", tree) if named.noun == "action")


def _named(kind: Kind, tree: object) -> Iterator[Named]:
    if isinstance(tree, Row):
        yield from _ids("benchmark", tree)
    if not isinstance(tree, Table):
        return
    if kind == "questionnaire" and isinstance(own := tree.get("id"), str):
        yield Named(kind, own, tree.value_places["id"])
    for key, noun in PARTS[kind].items():
        parts = tree.get(key)
        if isinstance(parts, Table):
            yield from (Named(noun, str(name), parts.key_places[name]) for name in parts)
        elif isinstance(parts, Row):
            yield from _ids(noun, parts)


def _ids(noun: str, parts: Row) -> Iterator[Named]:
    for part in parts:
        if isinstance(part, Table) and isinstance(part.get("id"), str):
            yield Named(noun, str(part["id"]), part.value_places["id"])


@dataclass(frozen=True, slots=True)
class Drafts:
    """The files of one set, as far as they could be read."""

    shared: Draft
    questionnaires: tuple[Draft, ...] = ()
    benchmarks: Draft | None = None
    borrowed: bool = False
    """Whether `shared` is the one that comes with the product, which the author cannot change."""
    elsewhere: frozenset[str] = frozenset()
    """The actions of the files beside the only one that is checked: its own may require them."""

    def all(self) -> Iterator[Draft]:
        """Every file that is judged, what is shared first."""
        yield self.shared
        yield from self.questionnaires
        if self.benchmarks:
            yield self.benchmarks

    def themes(self) -> Iterator[tuple[Draft, QuestionnairePart]]:
        """The questionnaires of which something is left."""
        for one in self.questionnaires:
            if one.content is not None:
                yield one, cast("QuestionnairePart", one.content)

    def common(self) -> SharedFilePart:
        """What is left of the shared file."""
        content = {} if self.shared.content is None else self.shared.content
        return cast("SharedFilePart", {**NOTHING_SHARED, **content})

    def scales(self) -> Mapping[str, ScalePart]:
        """The scales that are left, by name."""
        return self.common()["scales"]

    def figures(self) -> Sequence[BenchmarkPart]:
        """What is left of the benchmarks."""
        content = self.benchmarks.content if self.benchmarks else None
        return cast("Sequence[BenchmarkPart]", content or ())

    def names(self, noun: str) -> tuple[str, ...]:
        """All names of one kind in the set."""
        return tuple(name for one in self.all() for name in one.names(noun))
