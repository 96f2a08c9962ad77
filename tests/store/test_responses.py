"""What of an assessment's answers is counted, and how many were asked."""

from dataclasses import replace

import pytest

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS
from assess.core.report import report
from assess.store import (
    assessments,
    customer_answers,
    leader_answers,
    leaders,
    packing,
    tables,
    writing,
)
from assess.store.database import db, now
from assess.store.ids import new_id
from assess.store.responses import responses, voices, ways_asked
from tests.web import building

FEW = building.Group(3, 6, 7)


@pytest.fixture
def id(account):
    return building.a_closed_assessment(account, FEW)


def counted(id):
    found = responses(assessments.find(id))
    return {audience: found.of(audience).n for audience in AUDIENCES}


def a_source(id, kind, **values):
    source = tables.Source(id=new_id(), assessment_id=id, kind=kind, created_at=now(), **values)
    db.session.add(source)
    db.session.flush()
    return source.id


def test_everybody_who_answered_is_counted(id):
    assert counted(id) == {LEADERS: 3, EMPLOYEES: 6, CUSTOMERS: 7}


def test_a_leaders_sections_are_one_sheet(id):
    [first, *_] = leader_answers.rows(id)

    assert {"EXP-1", "EXP-1:evidence", "HEAD-M", "guess-customers"} <= set(first)


def test_a_leader_who_dropped_out_counts_neither_as_answered_nor_as_asked(id):
    with writing():
        leaders.drop(leaders.of_assessment(id)[0].id)
    found = responses(assessments.find(id))

    assert (found.of(LEADERS).n, found.head_counts[LEADERS]) == (2, 2)


def test_a_leader_who_did_not_submit_was_asked_and_does_not_count(id):
    with writing():
        leaders.invite(id, "Late")
    found = responses(assessments.find(id))

    assert (found.of(LEADERS).n, found.head_counts[LEADERS]) == (3, 4)


def test_imported_customers_count_with_those_of_the_page(id):
    answers = responses(assessments.find(id)).of(CUSTOMERS)
    with writing():
        a_source(id, "import", imported=packing.pack(replace(answers, teams=None)))

    assert counted(id)[CUSTOMERS] == 14


def test_how_many_customers_were_asked_is_known_only_when_it_is_of_every_source(id):
    assert responses(assessments.find(id)).head_counts[CUSTOMERS] == 1000

    with writing():
        a_source(id, "import", imported=packing.pack(responses(assessments.find(id)).of(CUSTOMERS)))
    assert CUSTOMERS not in responses(assessments.find(id)).head_counts


def test_a_source_without_answers_tells_nothing_of_how_customers_were_asked(id):
    with writing():
        a_source(id, "card", how="On the counter")

    assert [kind for kind, *_ in ways_asked(id)] == ["page"]


def test_of_too_few_ballots_nothing_is_kept_which_is_not_nobody(id):
    with writing():
        db.session.delete(db.session.get_one(tables.Opened, id))
    assessment = assessments.find(id)
    shown = report(assessment.set, responses(assessment)).published.audiences[EMPLOYEES]

    assert (shown.n, shown.hidden) == (None, True)


def test_employees_who_were_not_asked_are_nobody(account):
    id = building.an_assessment(account, state="closed", audiences=(LEADERS, CUSTOMERS))
    assessment = assessments.find(id)
    shown = report(assessment.set, responses(assessment)).published.audiences[EMPLOYEES]

    assert shown.n == 0


def test_cards_and_open_answers_are_told_in_alphabetical_order(id):
    with writing():
        card = a_source(id, "card")
        for green, sentence in ((True, "Zeer goed"), (True, "aardig"), (False, ""), (False, "Traag")):
            db.session.add(tables.Card(id=new_id(), source_id=card, green=green, sentence=sentence))
    found = voices(assessments.find(id))

    assert (found.green, found.red) == (2, 2)
    assert (found.green_texts, found.red_texts) == (("aardig", "Zeer goed"), ("Traag",))
    assert len(found.open_texts) == sum("CUS-OPEN" in row for row in customer_answers.rows(id))
    assert found.sheets == 7
