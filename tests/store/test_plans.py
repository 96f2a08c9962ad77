"""Plans are kept as revisions: nothing is lost, nothing is overwritten, all can be undone."""

from dataclasses import replace
from datetime import date

import pytest

from assess.core import deciding
from assess.core.smallest import SmallestGroup
from assess.store import assessments, database, db, kept, organisations, plans, tables, writing
from assess.store.asked import AskedSet
from assess.store.migrating import migrate
from tests.document.telling import example

DAY = date(2026, 12, 7)


@pytest.fixture
def home(tmp_path):
    migrate(tmp_path)
    with database.bare_app(tmp_path).app_context():
        yield tmp_path
        db.engine.dispose()


@pytest.fixture
def id(home):
    """A closed assessment with the plan that its report proposes."""
    told = example()
    setup = assessments.Setup("2026", DAY, DAY, ("en",), ("leaders",), {}, SmallestGroup())
    with writing():
        user = tables.User(email="lead", name="Lea", active=True, password="", fs_uniquifier="lead")
        db.session.add(user)
        db.session.flush()
        organisation = organisations.make("Voorbeeld", user.id)
        id = assessments.make(organisation, setup, AskedSet(told.questionnaires))
        assessments.move(id, ["draft"], "closed")
        plans.propose(replace(assessments.find(id), closed_at=None), told)
    return id


def first(id):
    return plans.current(id).plan.starting[0].id


def assigned(id, owner="Anja"):
    """The plan with an owner at its first action, and what was done."""
    action = first(id)
    return deciding.assign(plans.current(id).plan, action, owner, None), {"done": "assign", "action": action}


def saved(id, expected, owner="Anja", by="Lea"):
    with writing():
        return plans.save(id, expected, *assigned(id, owner), by)


def test_a_plan_comes_back_the_same(id):
    plan = deciding.add(plans.current(id).plan, "days_31_60", {"title": "Eigen"})
    plan = deciding.assign(plan, "own-1", "Tom", date(2027, 2, 1))
    plan = deciding.finalise(deciding.drop(plan, first(id)), "Lea", DAY)
    with writing():
        plans.save(id, 1, plan, {"done": "finalise"}, "Lea")

    assert plans.current(id).plan == plan


def test_a_proposed_plan_starts_on_the_monday_after_the_last_answers(id):
    found = plans.current(id)

    assert (found.number, found.plan.start, found.change.by) == (1, date(2026, 12, 14), plans.RULES)


def test_a_proposal_follows_the_report_until_somebody_decides(id):
    told, assessment = example(leaders=6), assessments.find(id)
    with writing():
        plans.propose(assessment, told)
    proposed = plans.current(id)
    assert proposed.number == 1
    assert proposed.plan.starting[0].grounds.n == 6

    saved(id, 1)
    with writing():
        plans.propose(assessment, example())
    assert plans.current(id).plan.starting[0].grounds.n == 6


def test_a_change_is_kept_with_who_did_what(id):
    assert saved(id, 1) == 2

    found = plans.current(id)
    assert found.plan.starting[0].owner == "Anja"
    assert (found.change.by, found.change.did["done"]) == ("Lea", "assign")
    assert [change.revision for change in plans.history(id)] == [2, 1]


def test_a_change_to_a_plan_that_somebody_else_changed_is_refused(id):
    saved(id, 1, "Anja", "Lea")

    with pytest.raises(plans.SavedInBetween):
        saved(id, 1, "Karim", "Tom")
    assert plans.current(id).plan.starting[0].owner == "Anja"


def test_undoing_puts_the_plan_back_and_undoing_that_does_it_again(id):
    saved(id, 1)
    with writing():
        plans.undo(id, 2, "Lea")
    assert plans.current(id).plan == plans.revision(id, 1).plan
    assert plans.current(id).change.did["done"] == plans.UNDONE

    with writing():
        plans.undo(id, 3, "Lea")
    assert plans.current(id).plan == plans.revision(id, 2).plan
    assert plans.current(id).change.did["done"] == "assign"


def test_undoing_what_somebody_else_did_since_is_refused(id):
    saved(id, 1)

    with pytest.raises(plans.SavedInBetween), writing():
        plans.undo(id, 1, "Tom")


def test_a_proposal_cannot_be_undone(id):
    with pytest.raises(plans.NothingToUndo), writing():
        plans.undo(id, 1, "Lea")


def test_a_decision_cannot_be_undone(id):
    final = deciding.finalise(plans.current(id).plan, "Lea", DAY)
    with writing():
        plans.save(id, 1, final, {"done": plans.FINALISED}, "Lea")

    with pytest.raises(deciding.PlanIsFinal), writing():
        plans.undo(id, 2, "Lea")


def test_each_version_is_found_as_it_was_decided(id):
    final = deciding.finalise(plans.current(id).plan, "Lea", DAY)
    opened = deciding.reopen(final)
    with writing():
        plans.save(id, 1, final, {"done": plans.FINALISED}, "Lea")
        plans.save(id, 2, opened, {"done": "reopen"}, "Lea")
    saved(id, 3)

    assert {version: found.plan for version, found in plans.finals(id).items()} == {1: final}


def test_a_pdf_shows_a_plan_from_the_first_decision_on(home, id):
    assert plans.to_print(id) is None
    saved(id, 1)
    assert plans.to_print(id) == plans.current(id)
    with writing():
        plans.undo(id, 2, "Lea")
    assert plans.to_print(id) is None


def test_which_plan_the_pdf_shows_is_known(home, id):
    saved(id, 1)
    assert plans.printed(home, id) is None
    with writing():
        kept.keep(home, id, {plans.PRINTED: b"2"})
    assert plans.printed(home, id).number == 2
    with writing():
        kept.keep(home, id, {plans.PRINTED: b""})
    assert plans.printed(home, id) is None
