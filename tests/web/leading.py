"""An assessment with leaders, and their links; for tests of what leaders see."""

from datetime import date
from functools import lru_cache

from assess import loading, paths
from assess.core.questionnaire import AUDIENCES
from assess.core.smallest import SmallestGroup
from assess.store import assessments, db, leaders, organisations, tables, writing
from assess.store.asked import AskedSet
from assess.web import links
from tests.web.conftest import add_account


@lru_cache
def shipped():
    return AskedSet(loading.load(paths.QUESTIONNAIRES).set)


def an_assessment(app, state="open", audiences=AUDIENCES, asked=None):
    """An assessment of Voorbeeld Energie; gives its id."""
    if not _lead(app):
        add_account(app, "lead@example.org", "Lea de Lead")
    setup = assessments.Setup(
        name="Autumn 2026",
        opens_on=date(2026, 9, 7),
        closes_on=date(2026, 10, 2),
        languages=("en", "nl"),
        audiences=audiences,
        teams={},
        smallest=SmallestGroup(),
    )
    lead = _lead(app)
    with app.test_request_context(), writing():
        id = assessments.make(organisations.make("Voorbeeld Energie", lead), setup, asked or shipped())
        if state != "draft":
            assessments.move(id, ["draft"], state)
    return id


def _lead(app):
    with app.test_request_context():
        return db.session.scalar(db.select(tables.User.id).filter_by(email="lead@example.org"))


def a_leader(app, assessment_id, name="Anna Smit"):
    """The id of an invited leader."""
    with app.test_request_context(), writing():
        return leaders.invite(assessment_id, name)


def link(app, leader_id):
    """The personal link of a leader."""
    with app.test_request_context():
        return f"/l/{links.leader_token(leader_id)}"


def do(app, change, *arguments):
    """A change of the store, as somebody else makes it."""
    with app.test_request_context(), writing():
        return change(*arguments)
