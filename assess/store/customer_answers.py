"""What customers answered: on the short page, on cards, and in research of the organisation's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import SystemRandom
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from assess.core.responses import Answers
from assess.store import assessments, packing, sources, tables
from assess.store.database import db

FEWEST_FOR_TEXTS = 10
"""Respondents; of fewer nobody reads what they wrote."""


@dataclass(frozen=True, slots=True)
class Cards:
    """How many green and red cards were given, and what was written on them, in no order."""

    green: int = 0
    red: int = 0
    green_texts: tuple[str, ...] = ()
    red_texts: tuple[str, ...] = ()


def add_response(assessment_id: str, id: str, answers: Mapping[str, str]) -> bool:
    """Stores a customer's answers once; false when other answers are stored under this id already."""
    source = sources.used(assessment_id, "page")
    values = {"id": id, "source_id": source, "answers": dict(answers)}
    db.session.execute(insert(tables.CustomerResponse).values(values).on_conflict_do_nothing())
    row = db.session.get_one(tables.CustomerResponse, id)
    return row.source_id == source and row.answers == answers


def add_card(assessment_id: str, id: str, *, green: bool, sentence: str) -> bool:
    """Stores a card once; false when another card is stored under this id already."""
    source = sources.used(assessment_id, "card")
    values = {"id": id, "source_id": source, "green": green, "sentence": sentence}
    db.session.execute(insert(tables.Card).values(values).on_conflict_do_nothing())
    row = db.session.get_one(tables.Card, id)
    return (row.source_id, row.green, row.sentence) == (source, green, sentence)


def rows(assessment_id: str) -> list[dict[str, str]]:
    """What each customer answered on the page, by name of the column."""
    found = select(tables.CustomerResponse.answers).join(
        tables.Source, tables.Source.id == tables.CustomerResponse.source_id
    )
    # Ids are made by chance, so their order says nothing.
    return list(db.session.scalars(_of(assessment_id, found).order_by(tables.CustomerResponse.id)))


def imported(assessment_id: str) -> list[Answers]:
    """The answers of each import, oldest first."""
    packs = select(tables.Source.imported).where(tables.Source.imported.is_not(None))
    found = db.session.scalars(_of(assessment_id, packs).order_by(tables.Source.created_at))
    return [packing.unpack(pack) for pack in found if pack is not None]


def texts(assessment_id: str) -> list[str]:
    """What customers wrote to the open question, in no order; nothing before closing, or of too few."""
    assessment = assessments.find(assessment_id)
    if assessment is None or assessment.state != "closed":
        return []
    question, answered = assessment.set.with_role("open"), rows(assessment_id)
    if question is None or len(answered) < _fewest_for_texts(assessment):
        return []
    return _shuffled(row.get(question.id, "") for row in answered)


def cards(assessment_id: str) -> Cards:
    """How many green and red cards; nothing before closing or of too few, and sentences of ten or more."""
    assessment = assessments.find(assessment_id)
    given = select(tables.Card.green, tables.Card.sentence).join(
        tables.Source, tables.Source.id == tables.Card.source_id
    )
    found = [(bool(was), str(text)) for was, text in db.session.execute(_of(assessment_id, given))]
    if assessment is None or assessment.state != "closed" or len(found) < assessment.smallest.others:
        return Cards()
    green, red = ([text for was, text in found if was is colour] for colour in (True, False))
    if len(found) < _fewest_for_texts(assessment):
        return Cards(len(green), len(red))
    return Cards(len(green), len(red), tuple(_shuffled(green)), tuple(_shuffled(red)))


def _fewest_for_texts(assessment: assessments.Assessment) -> int:
    return max(FEWEST_FOR_TEXTS, assessment.smallest.others)


def _of(assessment_id: str, found: Any) -> Any:
    return found.where(tables.Source.assessment_id == assessment_id)


def _shuffled(found: Iterable[str]) -> list[str]:
    told = [text for text in found if text]
    SystemRandom().shuffle(told)
    return told
