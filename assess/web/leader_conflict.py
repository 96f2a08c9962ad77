"""Two windows changed the same part: what each says, so that the leader can choose."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Field, Form

from assess.core.gathering import EXAMPLE, KNOWN_BY, Row
from assess.web.frame import say
from assess.web.leader_questions import shown


@dataclass(frozen=True, slots=True)
class Side:
    """One of two answers."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer that is stored otherwise than it was sent."""

    name: str
    question: str
    about: str
    """Which of a topic's fields it is; empty for the answer itself."""
    sent: Side
    stored: Side


def differences(form: Form, sent: Row, stored: Row) -> Iterator[Difference]:
    """The fields in which the two differ; an answer is proposed before none, and what was sent first."""
    for field in form:
        mine, theirs = sent.get(field.name, ""), stored.get(field.name, "")
        if mine == theirs:
            continue
        about = str(field.label.text) if field.name.endswith((KNOWN_BY, EXAMPLE)) else ""
        yield Difference(
            name=field.name,
            question=str(form[field.name.partition(":")[0]].label.text),
            about=about,
            sent=_side(field, mine, chosen=bool(mine)),
            stored=_side(field, theirs, chosen=not mine),
        )


def same(sent: Row, stored: Row) -> dict[str, str]:
    """The answers in which the two agree."""
    return {name: value for name, value in sent.items() if stored.get(name) == value}


def _side(field: Field, value: str, *, chosen: bool) -> Side:
    return Side(value, shown(field, value) if value else str(say("No answer")), chosen)
