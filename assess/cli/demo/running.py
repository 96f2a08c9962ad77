"""Makes the example and its results, and prints where to go."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from assess.ballots import box, codes
from assess.cli.demo import filling
from assess.cli.demo.people import ORGANISATION
from assess.cli.endings import GOOD, Refused
from assess.cli.progress import Progress
from assess.cli.questionnaires import load
from assess.jobs.doing import do_waiting
from assess.settings import Settings
from assess.store import accounts, assessments, jobs, leaders, organisations, writing
from assess.store.asked import AskedSet
from assess.store.assessments import Assessment
from assess.store.migrating import NewerDatabase, migrate
from assess.web import create_app
from assess.web.links import absolute, leader_token

VISITOR = "Sam Jansen"
"""The leader whose link is printed: nobody of the example, so that every part is still open."""


def run(settings: Settings) -> int:
    """Fills the database unless the example is there already, and prints its links."""
    try:
        migrate(settings.home)
    except NewerDatabase:
        raise Refused(
            [f"{settings.home}: made by a later version; set ASSESS_HOME to another folder"]
        ) from None
    app = create_app(settings)
    with app.test_request_context(), Progress() as progress:
        found = organisations.named(ORGANISATION)
        if found is None:
            progress("filling in what leaders, employees and customers answered")
            found = _fill(settings)
        progress("making the report and its PDF")
        _finish(settings.home, found)
        _check(found)
        lines = list(_links(settings, found))
    print(*lines, sep="\n")
    return GOOD


def _fill(settings: Settings) -> str:
    with writing():
        organisation = filling.organisation()
        closed = filling.closed(settings.home, organisation, _questions(settings))
        # In the same transaction, so that a run that breaks off can be finished by the next.
        jobs.add("close", closed)
    return organisation


def _questions(settings: Settings) -> AskedSet:
    loaded = load(None, settings)
    return AskedSet(loaded.set, loaded.benchmarks)


def _finish(home: Path, organisation_id: str) -> None:
    """Does all that waits, and what that asks for."""
    do_waiting(home)
    with writing():
        example = _example(organisation_id)
        if example.state == "closed":
            assessments.date_closing(example.id, filling.TO)
    while do_waiting(home):
        pass
    with writing():
        # It is there to be looked at.
        assessments.publish(example.id)


def _example(organisation_id: str) -> Assessment:
    """The assessment with results."""
    return next(one for one in assessments.of_organisation(organisation_id) if one.closes_on == filling.TO)


def _check(organisation_id: str) -> None:
    failed = [
        job.error
        for one in assessments.of_organisation(organisation_id)
        if (job := jobs.latest(one.id, "close", "report", "pdf")) and job.state == "failed"
    ]
    if failed:
        raise Refused([f"the report of the example could not be made ({failed[0]}); run `assess demo` again"])


def _links(settings: Settings, organisation_id: str) -> Iterator[str]:
    """Where each kind of person goes, one line each."""
    closed = _example(organisation_id).id
    with writing():
        open = _open(settings, organisation_id)
        leader = _visitor(open)
        [code] = codes.make(open, 1)
        assessments.count_codes(open, 1)
    box.add_codes(settings.home, open, [code.hash])
    link = accounts.example_link()
    yield f"{ORGANISATION} does not exist; its people and their answers are simulated."
    yield f"to answer as a leader    {absolute('leaders.start', token=leader_token(leader))}"
    yield f"to answer as an employee {absolute('employees.start', assessment_id=open)}#{code.in_link}"
    yield f"  or type the code       {code.typed}"
    yield f"to answer as a customer  {absolute('customers.start', assessment_id=open)}"
    if link:
        yield f"to run it, first         {settings.reached_at}/set-up/{link}"
    yield f"the results              {absolute('results.mirror', assessment_id=closed)}"
    yield "Start the pages with `assess serve`."


def _open(settings: Settings, organisation_id: str) -> str:
    """An assessment to answer: another one when somebody has closed the last."""
    there = (one.id for one in assessments.of_organisation(organisation_id) if one.state == "open")
    today = datetime.now().astimezone().date()
    return next(there, None) or filling.opened(settings.home, organisation_id, _questions(settings), today)


def _visitor(assessment_id: str) -> str:
    named = (one.id for one in leaders.of_assessment(assessment_id) if one.name == VISITOR)
    return next(named, None) or leaders.invite(assessment_id, VISITOR)
