"""Small sets and sheets of answers, so that each test names only what matters."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from assess.core.attributes import NO_CHOICE
from assess.core.questionnaire import (
    EVIDENCE,
    Action,
    Audience,
    Questionnaire,
    QuestionnaireSet,
    Scale,
    StandardQuestion,
    Statement,
    Topic,
)
from assess.core.responses import DONT_KNOW, MISSING, NOT_APPLICABLE, Answers, Column, Responses

WORDS = {"en": "words"}
MATURITY = Scale("maturity", 1, 5)
AGREE = Scale("agree", 1, 5, agree_from=4)
TEN = Scale("recommend", 0, 10)
SEVEN = Scale("ease", 1, 7)
CODES = {"dk": DONT_KNOW, "na": NOT_APPLICABLE, ".": MISSING}
WHO: Mapping[str, Audience] = {"l": "leaders", "e": "employees", "c": "customers"}


def a_topic(id: str, scale: Scale = MATURITY, **more: Any) -> Topic:
    return Topic(id, WORDS, WORDS, (WORDS,) * scale.points, scale, **more)


def a_statement(id: str, to: str = "lec", scale: Scale = AGREE, **more: Any) -> Statement:
    """A statement put to the audiences with these initials."""
    return Statement(id, {WHO[initial]: WORDS for initial in to}, scale, **more)


def an_action(id: str, moves: str, from_level: int = 1, **more: Any) -> Action:
    """An action on these topics (parted by spaces): impact 2, effort 1, 30 days unless told otherwise."""
    told = {"impact": 2, "effort": 1, "days": 30, "owner": "board"} | more
    texts = dict.fromkeys(("title", "what", "first_step", "measure"), WORDS)
    return Action(id=id, moves=tuple(moves.split()), from_level=from_level, **told, **texts)


def a_questionnaire(id: str = "service", *parts: Topic | Statement | Action, **more: Any) -> Questionnaire:
    """A questionnaire of these parts; without any, of one topic named `T`."""
    parts = parts or (a_topic("T"),)
    kinds = {"topics": Topic, "statements": Statement, "actions": Action}
    sorted_out = {name: tuple(p for p in parts if isinstance(p, kind)) for name, kind in kinds.items()}
    return Questionnaire(id, 1, WORDS, **sorted_out, **more)


def standard(id: str, role: Any, to: str, scale: Scale) -> StandardQuestion:
    return StandardQuestion(id, role, {WHO[initial]: WORDS for initial in to}, scale)


HEADLINE = standard("HEAD", "headline", "lec", AGREE)
RECOMMEND = standard("NPS", "recommend", "c", TEN)
SATISFACTION = standard("CSAT", "satisfaction", "c", AGREE)
EASE = standard("CES", "ease", "c", SEVEN)


def a_set(*questionnaires: Questionnaire, ask: Sequence[StandardQuestion] = ()) -> QuestionnaireSet:
    items = [item for q in questionnaires for item in (*q.topics, *q.statements)] + list(ask)
    scales = {item.scale.id: item.scale for item in items if item.scale}
    return QuestionnaireSet(questionnaires, scales, standard=tuple(ask))


def column(cells: str) -> Column:
    """A column as text: `4 dk na . 5*3` is four, don't know, not applicable, no answer and three fives."""
    found: list[int] = []
    for cell in cells.split():
        answer, _, times = cell.partition("*")
        found += [CODES[answer] if answer in CODES else int(answer)] * int(times or 1)
    return np.array(found, np.int8)


def sheets(
    items: Mapping[str, str] | None = None,
    *,
    teams: str | None = None,
    guesses: Mapping[Audience, str] | None = None,
    evidence: Mapping[str, str] | None = None,
    attributes: Mapping[str, str] | None = None,
) -> Answers:
    """One audience's answers, column by column; `teams` as `IT*3 Sales*5`, `-` for no team.

    Attributes are written like teams, `-` for who would rather not say.
    """
    columns = {id: column(cells) for id, cells in (items or {}).items()}
    guessed = {audience: column(cells) for audience, cells in (guesses or {}).items()}
    lengths = {len(one) for one in (*columns.values(), *guessed.values())}
    assert len(lengths) <= 1, "the columns are not equally long"
    places, names = _teams(teams) if teams is not None else (None, ())
    known = {id: _evidence(words) for id, words in (evidence or {}).items()}
    told, choices = _attributes(attributes or {})
    return Answers(max(lengths, default=0), columns, known, guessed, places, names, told, choices)


def _attributes(attributes: Mapping[str, str]) -> tuple[dict[str, Column], dict[str, tuple[str, ...]]]:
    told, choices = {}, {}
    for attribute, cells in attributes.items():
        places, names = _teams(cells)
        choices[attribute] = tuple(name for name in names if name)
        new = [choices[attribute].index(name) if name else NO_CHOICE for name in names]
        told[attribute] = np.array(new, np.int8)[places]
    return told, choices


def _evidence(words: str) -> Column:
    return np.array([MISSING if word == "." else EVIDENCE.index(word) for word in words.split()], np.int8)


def _teams(cells: str) -> tuple[Any, tuple[str, ...]]:
    members: list[str] = []
    for cell in cells.split():
        name, _, times = cell.partition("*")
        members += ["" if name == "-" else name] * int(times or 1)
    names = tuple(dict.fromkeys(members))
    return np.array([names.index(name) for name in members], np.int32), names


def responses(
    leaders: Answers | None = None,
    employees: Answers | None = None,
    customers: Answers | None = None,
    asked: Mapping[Audience, int] | None = None,
) -> Responses:
    given = {"leaders": leaders, "employees": employees, "customers": customers}
    return Responses({name: sheet for name, sheet in given.items() if sheet is not None}, asked or {})


def values(thing: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every value inside a report, with the place where it stands."""
    if is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from values(getattr(thing, part.name), f"{place}.{part.name}")
    elif isinstance(thing, Mapping):
        for key, part in thing.items():
            yield from values(part, f"{place}.{key}")
    elif isinstance(thing, list | tuple | set | frozenset):
        for number, part in enumerate(thing):
            yield from values(part, f"{place}[{number}]")
    else:
        yield place, thing


def not_a_number(thing: Any) -> list[str]:
    """The places of every NaN and infinity."""
    return [place for place, value in values(thing) if isinstance(value, float) and not math.isfinite(value)]
