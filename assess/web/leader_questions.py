"""The fields of a part in the shape in which a page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Field, Form, RadioField

from assess.core.gathering import EXAMPLE, GUESS, KNOWN_BY
from assess.core.questionnaire import Topic
from assess.store.assessments import Assessment
from assess.web.frame import say, words
from assess.web.leader_parts import Part

NEITHER = ("dk", "na")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One item with its fields; `points` and `neither` are empty where text is asked."""

    id: str
    kicker: str
    field: Field
    topic: bool
    points: tuple[Choice, ...] = ()
    neither: tuple[Choice, ...] = ()
    known: Field | None = None
    known_choices: tuple[Choice, ...] = ()
    example: Field | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """One guess: the sentence as that audience reads it, and the field for the share."""

    id: str
    quoted: str
    field: Field


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a page asks."""

    topics: tuple[Question, ...]
    statements: tuple[Question, ...]
    guesses: tuple[Guess, ...]
    agreeing: str
    """The answers to the headline that count as agreeing."""


def asked(part: Part, form: Form, assessment: Assessment) -> Asked:
    """A part as its page shows it."""
    found = list(_questions(part, form))
    return Asked(
        topics=tuple(question for question in found if question.topic),
        statements=tuple(question for question in found if not question.topic),
        guesses=tuple(_guesses(part, form, assessment.organisation)),
        agreeing=_agreeing(assessment) if part.guesses else "",
    )


def _agreeing(assessment: Assessment) -> str:
    headline = assessment.set.with_role("headline")
    scale = headline.scale if headline else None
    if scale is None or scale.agrees_from is None:
        return ""
    numbers = range(scale.agrees_from, scale.highest + 1)
    labels = scale.labels[-len(numbers) :] if len(scale.labels) == scale.points else ()
    return words().listing([words().of(label) for label in labels] or map(str, numbers))


def _questions(part: Part, form: Form) -> Iterator[Question]:
    """The items of a part, each with its fields."""
    topics = [item for item in part.items if isinstance(item, Topic)]
    for item in part.items:
        field = form[item.id]
        found = choices(field)
        scale = tuple(choice for choice in found if choice.value not in NEITHER)
        neither = tuple(choice for choice in found if choice.value in NEITHER)
        if not isinstance(item, Topic):
            yield Question(item.id, "", field, False, scale, neither)
            continue
        place = say("Topic {n} of {all}", n=topics.index(item) + 1, all=len(topics))
        known, example = form[item.id + KNOWN_BY], form[item.id + EXAMPLE]
        kicker = f"{place} · {words().of(item.title)}"
        yield Question(item.id, kicker, field, True, scale, neither, known, choices(known), example)


def _guesses(part: Part, form: Form, organisation: str) -> Iterator[Guess]:
    """The guesses of a part."""
    for audience, text in part.guesses.items():
        quoted = words().of(text).replace("{organisation}", organisation)
        yield Guess(GUESS + audience, quoted, form[GUESS + audience])


def choices(field: Field) -> tuple[Choice, ...]:
    """What there is to choose; nothing where text is asked."""
    if not isinstance(field, RadioField):
        return ()
    return tuple(Choice(c.value, str(c.label), c.value == field.data) for c in field.choices)


def shown(field: Field, value: str) -> str:
    """An answer as a reader reads it."""
    if field.name.startswith(GUESS):
        return f"{value}%"
    return next((choice.text for choice in choices(field) if choice.value == value), value)


def problems(form: Form) -> bool:
    """Whether something cannot be stored; what is no choice is told in the words of this page."""
    good = form.validate()
    for field in form:
        if field.errors and isinstance(field, RadioField):
            field.errors = [str(say("This is none of the choices. Choose again."))]
    return not good
