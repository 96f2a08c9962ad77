"""All answers of an assessment, as the core counts them; who answered never stands beside what."""

from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import func, select

from assess.core.gathering import EXAMPLE, Row, columns, packed
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.core.responses import Answers, Responses
from assess.core.stacking import gathered, together
from assess.core.voices import Voices
from assess.store import customer_answers, leader_answers, opened, tables
from assess.store.assessments import Assessment
from assess.store.database import db

SourceKind = Literal["page", "card", "import"]


def responses(assessment: Assessment) -> Responses:
    """What counts of what was answered: leaders who submitted, opened ballots, customers of all sources."""
    employees = opened.answers(assessment.id)
    audiences = {
        LEADERS: _of_rows(assessment, LEADERS, leader_answers.rows(assessment.id)),
        EMPLOYEES: employees or Answers(),
        CUSTOMERS: _customers(assessment),
    }
    # Of fewer ballots than may be shown nothing is kept: that is something else than nobody.
    kept_nothing = EMPLOYEES in assessment.audiences and employees is None
    withheld = frozenset({EMPLOYEES}) if kept_nothing else frozenset()
    return Responses(audiences, head_counts(assessment), withheld)


def _customers(assessment: Assessment) -> Answers:
    """The page's answers and those of every import."""
    page = _of_rows(assessment, CUSTOMERS, customer_answers.rows(assessment.id))
    return together([page, *customer_answers.imported(assessment.id)])


def _of_rows(assessment: Assessment, audience: Audience, rows: Iterable[Row]) -> Answers:
    names = columns(assessment.set, audience)
    return gathered(names, [packed(names, row) for row in rows])


def head_counts(assessment: Assessment) -> dict[Audience, int]:
    """How many people were asked, by audience, where that is known."""
    leaders = select(func.count()).where(
        tables.Leader.assessment_id == assessment.id, tables.Leader.dropped_at.is_(None)
    )
    found: dict[Audience, Any] = {
        LEADERS: db.session.scalar(leaders),
        EMPLOYEES: assessment.head_count,
        CUSTOMERS: _customers_asked(assessment.id),
    }
    return {audience: count for audience, count in found.items() if count}


def _customers_asked(assessment_id: str) -> int | None:
    """All customers who were asked; None unless it is known of every source that gave answers."""
    answering = select(tables.CustomerResponse.source_id).distinct()
    asked = list(
        db.session.scalars(
            select(tables.Source.asked)
            .filter_by(assessment_id=assessment_id)
            .where(tables.Source.imported.is_not(None) | tables.Source.id.in_(answering))
        )
    )
    known = [count for count in asked if count is not None]
    return sum(known) if asked and len(known) == len(asked) else None


def ways_asked(assessment_id: str) -> list[tuple[SourceKind, str, str, int | None]]:
    """Of each source that gave answers: its kind, how customers were asked, when, and how many."""
    gave = (
        tables.Source.imported.is_not(None)
        | tables.Source.id.in_(select(tables.CustomerResponse.source_id))
        | tables.Source.id.in_(select(tables.Card.source_id))
    )
    rows = db.session.scalars(
        select(tables.Source)
        .filter_by(assessment_id=assessment_id)
        .where(gave)
        .order_by(tables.Source.created_at)
    )
    return [(row.kind, row.how, row.period, row.asked) for row in rows]  # type: ignore[misc]


def voices(assessment: Assessment) -> Voices:
    """What customers wrote, and leaders' examples; to be shown only by `publish_voices`."""
    cards, question = customer_answers.cards(assessment.id), assessment.set.with_role("open")
    rows = customer_answers.rows(assessment.id)
    written = [row.get(question.id, "") for row in rows] if question else []
    return Voices(
        green=sum(green for green, _ in cards),
        red=sum(not green for green, _ in cards),
        green_texts=_sorted(sentence for green, sentence in cards if green),
        red_texts=_sorted(sentence for green, sentence in cards if not green),
        open_texts=_sorted(written),
        sheets=len(written),
        examples=_examples(assessment),
        comments={item: _sorted(texts) for item, texts in opened.comments(assessment.id).items()},
    )


def _examples(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """By topic what leaders wrote; topics without an example are left out."""
    rows = leader_answers.rows(assessment.id)
    ids = [topic.id for topic in assessment.set.topics()]
    found = {id: _sorted(row.get(id + EXAMPLE, "") for row in rows) for id in ids}
    return {id: texts for id, texts in found.items() if texts}


def _sorted(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, texts), key=str.casefold))
