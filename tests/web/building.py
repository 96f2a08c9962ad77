"""Builds what pages need, straight through the store, with people who answer believably."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from secrets import token_bytes

from sqlalchemy import select

from assess import loading, paths
from assess.core.gathering import columns, packed
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, QuestionnaireSet
from assess.core.smallest import SmallestGroup
from assess.core.stacking import gathered
from assess.jobs import ask
from assess.jobs.doing import do, do_waiting
from assess.store import assessments, db, leaders, opened, organisations, tables, writing
from assess.store.asked import AskedSet
from assess.store.database import now
from assess.store.ids import new_id
from tests import people

OPENED, CLOSES = date(2026, 9, 7), date(2026, 10, 2)
HOW = "By e-mail, after a contact"


@dataclass(frozen=True)
class Group:
    """How many of the believable people answer, by audience."""

    leaders: int = people.LEADER_COUNT
    employees: int = sum(people.TEAMS.values())
    customers: int = people.CUSTOMER_COUNT


def home_of(app):
    """The folder of a product under test."""
    return app.extensions["settings"].home


@lru_cache
def shipped() -> AskedSet:
    """What the product asks, as an assessment keeps it."""
    loaded = loading.load(paths.QUESTIONNAIRES)
    return AskedSet(loaded.set, loaded.benchmarks)


@lru_cache
def believable():
    """Rows of the example by audience, each as a respondent's answers."""
    lines = csv.DictReader(line for line in io.StringIO(people.example()) if not line.startswith("#"))
    found = {audience: [] for audience in AUDIENCES}
    for line in lines:
        found[line.pop("audience")].append({name: cell for name, cell in line.items() if cell})
    return found


def an_assessment(
    app,
    email="lead@example.org",
    *,
    state="open",
    published=True,
    asked=None,
    name="Autumn 2026",
    **setup,
):
    """An assessment of an organisation that this account leads, published if it is closed; gives its id."""
    with app.test_request_context(), writing():
        user = db.session.scalar(select(tables.User.id).filter_by(email=email))
        organisation = organisations.make("Voorbeeld Energie", user)
        chosen = {
            "opens_on": OPENED,
            "closes_on": CLOSES,
            "languages": ("en", "nl"),
            "audiences": AUDIENCES,
            "teams": people.TEAMS,
            "smallest": SmallestGroup(),
        } | setup
        id = assessments.make(organisation, assessments.Setup(name=name, **chosen), asked or shipped())
        if state != "draft":
            assessments.move(id, ["draft"], state)
        if published:
            assessments.publish(id)
    return id


def a_closed_assessment(app, group=Group(), email="lead@example.org", **setup):
    """An assessment that everybody has answered and that is closed, without results; gives its id."""
    id = an_assessment(app, email, state="closed", **setup)
    with app.test_request_context(), writing():
        asked = assessments.find(id).set
        _add_leaders(id, asked, believable()[LEADERS][: group.leaders])
        _add_employees(id, asked, believable()[EMPLOYEES][: group.employees])
        _add_customers(id, believable()[CUSTOMERS][: group.customers])
    return id


def an_assessment_with_results(app, group=Group(), email="lead@example.org", **setup):
    """The same with its report, pages and, where asked for, PDFs; gives its id."""
    id = a_closed_assessment(app, group, email, **setup)
    make_results(app, id)
    return id


def make_results(app, id, *, pdf=False):
    """Does what the worker does after closing."""
    with app.test_request_context():
        job = ask(home_of(app), "report", id)
    do(home_of(app), job)
    if pdf:
        do_waiting(home_of(app))
    return job


def _add_leaders(id, asked: QuestionnaireSet, rows):
    for place, row in enumerate(rows, start=1):
        leader = leaders.invite(id, f"Leader {place}")
        row = {name: cell for name, cell in row.items() if name != "respondent"}
        for section, answers in _sections(asked, row).items():
            db.session.add(
                tables.LeaderSection(
                    leader_id=leader, section=section, version=1, answers=answers, saved_at=now()
                )
            )
        leaders.submit(leader)


def _sections(asked, row):
    """A leader's answers as the pages keep them: a section for each theme, and the rest."""
    found = {}
    for theme in asked.questionnaires:
        topics = {topic.id for topic in theme.topics}
        found[theme.id] = {name: cell for name, cell in row.items() if name.split(":")[0] in topics}
    kept = {name for answers in found.values() for name in answers}
    return found | {"statements": {name: cell for name, cell in row.items() if name not in kept}}


def _add_employees(id, asked, rows):
    if len(rows) < SmallestGroup().others:
        return  # of so few ballots closing keeps nothing
    teams = sorted(people.TEAMS)
    names = columns(asked, EMPLOYEES)
    attributes = assessments.find(id).attributes
    told = [row | chosen(attributes, place) for place, row in enumerate(rows)]
    packed_rows = [packed(names, row, teams, attributes) for row in told]
    receipts = b"".join(sorted(token_bytes(6) for _ in rows))
    opened.keep(id, gathered(names, packed_rows, teams, attributes), 0, receipts)


def chosen(attributes, place):
    """What an employee tells besides a team: each choice in turn, and now and then nothing."""
    found = {}
    for number, attribute in enumerate(attributes, start=1):
        choice = (place * (2 * number + 1) + number) % (len(attribute.choices) * 4 + 1)
        if choice:
            found[f"attribute-{number}"] = attribute.choices[choice % len(attribute.choices)]
    return found


def _add_customers(id, rows):
    source = tables.Source(id=new_id(), assessment_id=id, kind="page", how=HOW, period="September 2026")
    source.asked, source.created_at = 1000, now()
    db.session.add(source)
    db.session.flush()
    for row in rows:
        db.session.add(tables.CustomerResponse(id=new_id(), source_id=source.id, answers=row))


def add_cards(app, id, *, green, red):
    """Cards of so many customers, each with a sentence."""
    with app.test_request_context(), writing():
        source = tables.Source(id=new_id(), assessment_id=id, kind="card", created_at=now())
        db.session.add(source)
        db.session.flush()
        given = [(True, f"Green card {n}") for n in range(1, green + 1)]
        given += [(False, f"Red card {n}") for n in range(1, red + 1)]
        for is_green, sentence in given:
            db.session.add(tables.Card(id=new_id(), source_id=source.id, green=is_green, sentence=sentence))
