"""The door for YAML: text to a tree, event by event, so that a hostile file is refused before it is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from assess.loading.problems import MOST_PROBLEMS, Problem
from assess.loading.scalars import scalar
from assess.loading.syntax import syntax_problem
from assess.loading.text import LOST, UNSEEN, unseen_character
from assess.loading.tree import ANY_KEY, HOLE, Place, Row, Table
from assess.loading.wording import shown

DEEPEST = 12
MOST_NODES = 20_000
STANDARD_TAG = "tag:yaml.org,2002:"

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Stop(Exception):
    """Enough is known about a file to refuse it."""


@dataclass(slots=True)
class Level:
    """One list or mapping that is still being read."""

    container: Any
    at_key: bool = False
    """Whether a key comes next."""
    key: str | int | None = None
    """The key of the value that comes next; None when that value is to be dropped."""
    key_place: Place = (1, 1)


def read_tree(file: str, text: str) -> tuple[object, list[Problem]]:
    """What the text holds (a hole when it cannot be known), and what is wrong with it as strict YAML."""
    reader = Reader(file, may_hide="\\" in text or LOST in text)
    try:
        for event in yaml.parse(text, Loader=Parser):
            reader.take(event)
    except Stop:
        return HOLE, reader.problems
    except yaml.YAMLError as error:
        return HOLE, [*reader.problems, syntax_problem(file, text, error)]
    if not reader.root:
        reader.tell((1, 1), "there is nothing in this file", "write a questionnaire in it or take it away")
        return HOLE, reader.problems
    return reader.root[0], reader.problems


class Reader:
    """Builds the tree of the one document in a file and gathers what strict YAML does not allow."""

    def __init__(self, file: str, *, may_hide: bool) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root = Row((1, 1))
        self._may_hide = may_hide
        """Whether words can hold characters that nobody sees, by an escape or lost already."""
        self._levels = [Level(self.root)]
        self._nodes = 0
        self._takes: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: yaml.Event) -> None:
        """Adds one event to the tree. Raises Stop when the file is beyond its limits."""
        taking = self._takes.get(type(event))
        if taking:
            taking(event)

    def tell(self, place: Place, what: str, what_to_do: str) -> None:
        """Notes a problem. Raises Stop when there are more than anyone reads."""
        self.problems.append(Problem(self.file, *place, what, what_to_do))
        if len(self.problems) > MOST_PROBLEMS:
            raise Stop

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        place = _place(event)
        if self.root:
            self.tell(place, "a second document begins here", "put it in a file of its own")
            raise Stop
        if event.version not in (None, (1, 2)):
            self.tell(place, "questionnaires are YAML 1.2", "write %YAML 1.2 or leave the line out")
        if event.tags:
            self.tell(place, "tags are not read", "leave the %TAG line out")

    def _scalar(self, event: Any) -> None:
        place, word, plain = self._node(event), event.value, event.implicit[0]
        value: object = scalar(word) if plain else word
        if event.tag is not None or (self._may_hide and self._hides(word, place)):
            value = HOLE
        level = self._levels[-1]
        if level.at_key:
            self._key(level, value, place, plain=plain)
        elif plain and not word and isinstance(level.container, Table):
            # Nothing stands at the place of an empty value: its key is where the author looks.
            self._attach(level, None, level.key_place)
        else:
            self._attach(level, value, place)

    def _hides(self, word: str, place: Place) -> bool:
        found = UNSEEN.search(word)
        if found and found.group() != LOST:
            self.tell(place, f"{unseen_character(found.group())} in these words", "remove it")
        return bool(found)

    def _key(self, level: Level, key: object, place: Place, *, plain: bool) -> None:
        level.at_key, level.key, level.key_place = False, None, place
        table = level.container
        if not isinstance(key, str | int) or isinstance(key, bool):
            table.refused.add(ANY_KEY)
            if key is not HOLE:
                self.tell(place, f"a key cannot be {shown(key)}", "use a word, in quotes if needed")
        elif plain and key == "<<":
            table.refused.add(ANY_KEY)
            self.tell(place, "merge keys ('<<') are not read", "write the keys out")
        elif key in table.key_places:
            line, column = table.key_places[key]
            advice = f"keep this one or the one at {line}:{column}"
            self.tell(place, f"{shown(key)} is here a second time", advice)
        else:
            table.key_places[key] = place
            level.key = key

    def _mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open(Table(self._node(event)), at_key=True)

    def _sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._open(Row(self._node(event)), at_key=False)

    def _open(self, container: Table | Row, *, at_key: bool) -> None:
        if len(self._levels) > DEEPEST:
            self.tell(container.place, f"this is nested more than {DEEPEST} deep", "write it flatter")
            raise Stop
        self._place_in(self._levels[-1], container, container.place)
        self._levels.append(Level(container, at_key))

    def _end(self, _event: yaml.Event) -> None:
        self._levels.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = self._node(event)
        self._place_in(self._levels[-1], HOLE, place)

    def _place_in(self, level: Level, value: object, place: Place) -> None:
        """Attaches what can be a value and cannot be a key."""
        if not level.at_key:
            self._attach(level, value, place)
            return
        level.at_key, level.key = False, None
        if value is not HOLE:
            advice = "use a word; words that begin with { or [ need quotes"
            self.tell(place, "a list or a group of keys cannot be a key", advice)

    def _attach(self, level: Level, value: object, place: Place) -> None:
        container = level.container
        if isinstance(container, Row):
            container.append(value)
            container.value_places.append(place)
            return
        level.at_key = True
        if level.key is not None:
            container[level.key] = value
            container.value_places[level.key] = place

    def _node(self, event: Any) -> Place:
        """The place of a list, mapping, word or alias, which are counted; tells of anchors and tags."""
        place = _place(event)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            what = f"there are more than {MOST_NODES:,} values in this file"
            self.tell(place, what, "split it into several questionnaires")
            raise Stop
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._refuse(event, place)
        return place

    def _refuse(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.tell(place, f"aliases ({shown(f'*{event.anchor}')}) are not read", "write the value out")
            return
        if event.anchor is not None:
            self.tell(place, f"anchors ({shown(f'&{event.anchor}')}) are not read", "leave it out")
        if event.tag is not None:
            advice = "leave it out, and put what must stay words in quotes"
            self.tell(place, f"tags ({shown(event.tag.replace(STANDARD_TAG, '!!'))}) are not read", advice)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
