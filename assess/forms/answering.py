"""A form with a field for everything that is asked, made from the questionnaire itself.

The names of the fields are those of the columns of a spreadsheet, so a form gives the same row.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wtforms import Field, Form, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from assess.core.gathering import EXAMPLE, KNOWN_BY
from assess.core.questionnaire import (
    EVIDENCE,
    Audience,
    Item,
    Scale,
    StandardQuestion,
    Topic,
    words,
)

LONGEST_TEXT = 2_000
"""Characters of an open answer."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is said around the questions, in the reader's language."""

    dont_know: str
    not_applicable: str
    evidence: Mapping[str, str]
    """By kind of evidence: the choice as a leader reads it."""
    how_known: str
    example: str
    too_long: str


def form_of(
    items: Iterable[Item | StandardQuestion],
    audience: Audience,
    language: str,
    organisation: str,
    labels: Labels,
) -> type[Form]:
    """A form that puts these items to an audience; every answer may stay open."""
    fields: dict[str, Field] = {}
    for item in items:
        fields |= dict(_fields(item, audience, language, organisation, labels))
    return type("AnswerForm", (Form,), fields)


def answers(form: Form) -> dict[str, str]:
    """What was answered, by name of the column; what stayed open is not there."""
    given = {name: (value or "").strip() for name, value in form.data.items()}
    return {name: value for name, value in given.items() if value}


def _fields(
    item: Item | StandardQuestion, audience: Audience, language: str, organisation: str, labels: Labels
) -> Iterator[tuple[str, Field]]:
    if isinstance(item, Topic):
        choices = [(str(item.scale.lowest + n), words(t, language)) for n, t in enumerate(item.descriptions)]
        yield item.id, _radio(words(item.question, language), [*choices, *_neither(labels)])
        known = [(kind, labels.evidence[kind]) for kind in EVIDENCE]
        yield item.id + KNOWN_BY, _radio(labels.how_known, known)
        yield item.id + EXAMPLE, _text(labels.example, labels)
        return
    said = words(item.texts[audience], language).replace("{organisation}", organisation)
    if item.scale is None:
        yield item.id, _text(said, labels)
    else:
        yield item.id, _radio(said, [*_points(item.scale, language), *_neither(labels)])


def _points(scale: Scale, language: str) -> Iterator[tuple[str, str]]:
    """The points of a scale: with its words where it has one for each, else as numbers."""
    named = len(scale.labels) == scale.points
    for place, point in enumerate(range(scale.lowest, scale.highest + 1)):
        yield str(point), words(scale.labels[place], language) if named else str(point)


def _neither(labels: Labels) -> list[tuple[str, str]]:
    return [("dk", labels.dont_know), ("na", labels.not_applicable)]


def _radio(label: str, choices: Iterable[tuple[str, str]]) -> Field:
    found = [SelectChoice(value=value, label=text) for value, text in choices]
    return RadioField(label, choices=found, validators=[Optional()])


def _text(label: str, labels: Labels) -> Field:
    rules = [Optional(), Length(max=LONGEST_TEXT, message=labels.too_long)]
    return TextAreaField(label, filters=[_lines], validators=rules)


def _lines(text: str | None) -> str | None:
    """A browser sends two characters for the end of a line, which it counted as one."""
    return None if text is None else text.replace("\r\n", "\n")
