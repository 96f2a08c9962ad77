"""Fills a database with the example: one assessment that is closed, and one that is open."""

import secrets
from datetime import date as Date
from datetime import timedelta
from pathlib import Path

from assess.ballots import box, codes
from assess.cli.demo.people import EXAMPLES, ORGANISATION, people
from assess.cli.demo.people import LEADERS as NAMES
from assess.core.gathering import EXAMPLE, GUESS, KNOWN_BY, Row
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, QuestionnaireSet
from assess.core.smallest import SmallestGroup
from assess.store import assessments, customer_answers, leader_answers, leaders, organisations, sources
from assess.store.asked import AskedSet

ASKED = {"Billing": 34, "Customer service": 52, "Field engineers": 45, "IT": 21, "Legal": 4, "Sales": 32}
"""Head counts of the teams."""
FROM, TO = Date(2026, 9, 7), Date(2026, 10, 2)
HOW = sources.Asking(
    "A link under the September bill, and after a contact by telephone", "September 2026", 2400
)
HOW_CARDS = sources.Asking("A QR code on the note that an engineer leaves behind", "September 2026", 310)
GUESSES = "guesses"
"""The part of a leader's pages that holds what belongs to no theme."""


def closed(home: Path, organisation_id: str, questions: AskedSet) -> str:
    """An assessment that everybody has answered and that waits to be closed; gives its id."""
    id = _opened(home, organisation_id, questions, "2026", (FROM, TO))
    for name, row in zip(NAMES, people()[LEADERS], strict=True):
        examples = {topic + EXAMPLE: text for topic, text in EXAMPLES.get(name, {}).items()}
        _lead(leaders.invite(id, name), questions.set, {**row, **examples})
    _vote(home, id)
    sources.describe(sources.used(id, "page"), HOW)
    sources.describe(sources.used(id, "card"), HOW_CARDS)
    for row in people()[CUSTOMERS]:
        customer_answers.add_response(id, secrets.token_urlsafe(16), row)
    for green, sentence in CARDS:
        customer_answers.add_card(id, secrets.token_urlsafe(16), green=green, sentence=sentence)
    return id


CARDS = (
    (True, "The engineer called before he came."),
    (True, "Meteen iemand aan de lijn die het begreep."),
    (True, "Clear bill this time."),
    (True, "Verhuizing in één gesprek geregeld."),
    (True, ""),
    (True, "Friendly and quick."),
    (False, "Third time that I tell the same story."),
    (False, "Nooit meer iets gehoord over mijn klacht."),
    (False, "Transferred four times."),
    (False, "Nieuwe klanten krijgen een betere prijs dan ik."),
    (False, ""),
    (False, "The site says something else than the phone."),
)


def opened(home: Path, organisation_id: str, questions: AskedSet, today: Date) -> str:
    """An assessment that can be answered now; gives its id."""
    return _opened(home, organisation_id, questions, "2027", (today, today + timedelta(days=21)))


def _opened(
    home: Path, organisation_id: str, questions: AskedSet, name: str, period: tuple[Date, Date]
) -> str:
    setup = assessments.Setup(
        name=name,
        opens_on=period[0],
        closes_on=period[1],
        languages=("nl", "en"),
        audiences=AUDIENCES,
        teams=ASKED,
        smallest=SmallestGroup(),
    )
    id = assessments.make(organisation_id, setup, questions)
    assessments.set_box_key(id, box.make(home, id))
    assessments.move(id, ["draft"], "open")
    return id


def _lead(leader_id: str, questions: QuestionnaireSet, row: Row) -> None:
    """Everything that one leader answered, part by part, sent in."""
    parts = {
        q.id: [*(t.id for t in q.topics), *(s.id for s in q.statements)] for q in questions.questionnaires
    }
    known = {id: part for part, ids in parts.items() for id in ids}
    answers: dict[str, dict[str, str]] = {part: {} for part in (*parts, GUESSES)}
    asked = {item.id for item in questions.items()} | {GUESS + audience for audience in AUDIENCES}
    for name, cell in row.items():
        item = name.removesuffix(KNOWN_BY).removesuffix(EXAMPLE)
        if item in asked:
            answers[known.get(item, GUESSES)][name] = cell
    for part, given in answers.items():
        leader_answers.save(leader_id, part, 0, given)
    leaders.submit(leader_id)


def _vote(home: Path, id: str) -> None:
    """A sealed ballot of each employee, cast with a code as everybody's is."""
    assessment = assessments.find(id)
    assert assessment is not None
    rows = people()[EMPLOYEES]
    made = codes.make(id, len(rows))
    box.add_codes(home, id, [code.hash for code in made])
    assessments.count_codes(id, len(rows))
    for code, row in zip(made, rows, strict=True):
        box.cast(home, assessment, code.hash, row)


def organisation() -> str:
    """The organisation of the example, led by every account there is; gives its id."""
    return organisations.make_for_everybody(ORGANISATION)
