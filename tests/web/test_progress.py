"""The page of a job: how far it is, what came of it, and trying again when it broke."""

import pytest

from assess.jobs import ask, doing, reporting
from assess.jobs.doing import do_waiting
from assess.store import assessments, jobs, kept, writing
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import add_account, sign_in

SOMEBODY = building.Group(1, 0, 0)


def a_job(app, kind="report"):
    id = building.a_closed_assessment(app, SOMEBODY)
    with app.app_context():
        return ask(building.home_of(app), kind, id)


def a_failed_job(app, monkeypatch):
    def breaks(*_):
        raise ValueError("what somebody answered")

    job = a_job(app)
    monkeypatch.setattr(reporting, "run", breaks)
    do_waiting(building.home_of(app))
    monkeypatch.undo()
    return job


def test_a_job_tells_what_it_is_doing_and_how_far_it_is(app, lead):
    job = a_job(app)
    with app.app_context(), writing():
        jobs.take(job)
        jobs.beat(job, "Drawing the pages", 1, 2)
    page = lead.get(f"/jobs/{job}")
    [bar] = page.all("progress")

    assert page.h1 == "The results are being made"
    assert "Drawing the pages" in page.text
    assert (bar.get("value"), bar.get("max")) == ("1", "2")


def test_without_a_script_the_page_looks_again_by_itself(app, lead):
    page = lead.get(f"/jobs/{a_job(app)}")

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.html


def test_a_script_gets_the_same_as_json(app, lead):
    state = lead.client.get(f"/jobs/{a_job(app)}/state").get_json()

    assert state == {"state": "waiting", "doing": "Waiting for its turn", "done": 0, "total": 0}


def test_when_it_is_done_the_page_leads_to_the_results(app, lead):
    job = a_job(app)
    do_waiting(building.home_of(app))
    answer = lead.get(f"/jobs/{job}", follow_redirects=True)

    assert "one person’s view" in answer.h1


def test_who_came_from_the_plan_goes_back_to_it(app, lead, monkeypatch):
    job = a_failed_job(app, monkeypatch)
    page = lead.submit(lead.get(f"/jobs/{job}?back=plan"))
    do_waiting(building.home_of(app))
    done = lead.get(page.address)

    assert page.address.endswith("?back=plan")
    assert done.response.location.endswith("/plan#pdf")


def test_a_job_that_broke_says_what_is_safe_and_not_what_somebody_answered(app, lead, monkeypatch):
    page = lead.get(f"/jobs/{a_failed_job(app, monkeypatch)}")

    assert page.h1 == "Making the results did not succeed"
    assert "All answers are safe" in page.text
    assert "ValueError" in page.text
    assert "what somebody answered" not in page.html


def test_a_job_that_broke_can_be_tried_again(app, lead, monkeypatch):
    page = lead.get(f"/jobs/{a_failed_job(app, monkeypatch)}")
    again = lead.submit(page)
    assert again.h1 == "The results are being made"

    do_waiting(building.home_of(app))
    assert "one person’s view" in lead.get(again.address, follow_redirects=True).h1


def test_trying_again_twice_is_one_job(app, lead, monkeypatch):
    page = lead.get(f"/jobs/{a_failed_job(app, monkeypatch)}")
    first, second = lead.submit(page), lead.submit(page)

    assert first.address == second.address


def test_a_job_that_did_not_break_is_not_done_twice(app, lead, monkeypatch):
    page = lead.get(f"/jobs/{a_failed_job(app, monkeypatch)}")
    with app.app_context(), writing():
        jobs.finish(page.address.removeprefix("/jobs/"))
    lead.submit(page, follow_redirects=False)

    with app.app_context():
        assert jobs.waiting() == []


def test_an_assessment_that_was_reopened_meanwhile_gets_no_results(app, lead):
    id = building.an_assessment(app, state="open")
    told = []
    with app.app_context():
        for kind in ("report", "pdf"):
            doing.import_module(doing.BODIES[kind]).run(building.home_of(app), id, lambda *a: told.append(a))

    assert told == []


@pytest.mark.parametrize(("kind", "step"), [("report", "as_json"), ("pdf", "fieldwork_of")])
def test_what_is_made_while_somebody_reopens_is_not_kept(app, lead, monkeypatch, kind, step):
    id = building.a_closed_assessment(app, SOMEBODY, languages=("en",))
    body = doing.import_module(doing.BODIES[kind])
    real = getattr(body, step)

    def reopens(*arguments):
        with writing():
            assessments.move(id, ["closed"], "open")
        return real(*arguments)

    monkeypatch.setattr(body, step, reopens)
    with app.app_context():
        body.run(building.home_of(app), id, lambda *_: None)
        assert kept.names(id) == set()


def test_only_who_manages_the_assessment_sees_its_jobs(app, lead):
    job = a_job(app)
    add_account(app, "other@example.org", "Otto Other")
    other = Browser(app)
    sign_in(other, "other@example.org")

    for address in (f"/jobs/{job}", f"/jobs/{job}/state"):
        assert other.get(address).status == 404
        assert Browser(app).get(address, follow_redirects=True).h1 == "Sign in"


def test_a_job_that_is_not_there_is_not_found(app, lead):
    assert lead.get("/jobs/nothing").status == 404
