"""Deciding on a plan in the browser: names, days, words, judgements, versions, and what employees read."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from assess.core.deciding import LONGEST
from assess.sheets.result import as_json
from assess.store import assessments, db, jobs, kept, leaders, plans, writing
from tests.document.telling import example
from tests.web import building
from tests.web.browser import Browser, filled_in, text
from tests.web.conftest import add_account, sign_in
from tests.web.product import product


@pytest.fixture(scope="module")
def made(tmp_path_factory, empty_home):
    """A product with two accounts and a closed assessment whose plan is proposed, to copy."""
    home = tmp_path_factory.mktemp("made") / "home"
    shutil.copytree(empty_home, home)
    app = product(home)
    add_account(app, "lead@example.org", "Lea de Lead")
    add_account(app, "other@example.org", "Otto Other")
    id = building.an_assessment(app, state="closed")
    with app.test_request_context(), writing():
        leaders.invite(id, "Anja Verhoef")
        plans.propose(replace(assessments.find(id), closed_at=None), example())
        kept.keep(home, id, {"report.json": as_json(example()).encode()})
    with app.app_context():
        db.engine.dispose()
    return SimpleNamespace(home=home, id=id)


@pytest.fixture
def app(made, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(made.home, home)
    app = product(home)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def at(made):
    """The address of the plan."""
    return f"/assessments/{made.id}/plan"


@pytest.fixture
def lead(app):
    browser = Browser(app)
    sign_in(browser, "lead@example.org")
    return browser


def current(app, made):
    with app.app_context():
        return plans.current(made.id)


def first(app, made):
    return current(app, made).plan.starting[0]


def fields(page, address):
    """What the form that goes to this address would send as it stands."""
    [form] = [form for form in page.all("form") if form.get("action") == address]
    return filled_in(form)


def do(browser, at, action, change, /, page=None, **values):
    """Does one thing to an action from the page as it stands, or as it stood."""
    address = f"{at}/actions/{action}/{change}"
    return browser.post(address, fields(page or browser.get(at), address) | values)


def press(browser, at, path):
    return browser.post(at + path, fields(browser.get(at), at + path))


def decide(browser, at, on="2026-12-01"):
    page = browser.get(f"{at}/finalise")
    return browser.submit(page, {"on": on}, "on")


def test_the_sentence_says_how_many_actions_start_and_who_is_lacking(lead, at):
    assert lead.get(at).h1 == "Nine actions start within ninety days. None has an owner yet."


def test_an_action_gets_an_owner_and_a_day(app, lead, made, at):
    action = first(app, made)
    page = do(lead, at, action.id, "assign", owner="Anja Verhoef", ready_on="2026-11-02")

    assert page.h1.endswith("Eight still need an owner.")
    assert "Anja Verhoef · ready 2 Nov" in page.text
    assert first(app, made).owner == "Anja Verhoef"


def test_the_leaders_are_offered_as_owners(lead, at):
    assert next(option.get("value") for option in lead.get(at).all("option")) == "Anja Verhoef"


def test_a_change_stays_in_sight_with_one_button_to_undo_it(app, lead, made, at):
    action = first(app, made)
    page = do(lead, at, action.id, "assign", owner="Anja Verhoef")
    [bar] = [e for e in page.all("div") if e.get("class") == "undo"]
    assert "Anja Verhoef" in text(bar)

    page = press(lead, at, "/undo")
    assert page.h1.endswith("None has an owner yet.")
    assert "Undone:" in page.text


def test_why_it_stands_there_ends_in_the_priority(lead, at, app, made):
    page = lead.get(at)
    priority = round(current(app, made).plan.priority(first(app, made)))

    foot = page.all("tfoot")[0]
    assert [text(cell) for cell in foot.iter("td")] == [str(priority)]


def test_another_judgement_is_shown_beside_the_makers(app, lead, made, at):
    action = first(app, made)
    theirs = action.grounds.effort
    ours = 3 if theirs != 3 else 1
    page = do(lead, at, action.id, "rejudge", effort=str(ours))

    assert f"{ours} of 3 as you judge it; the makers say {theirs}" in page.text


def test_an_action_moves_and_can_wait_till_later(app, lead, made, at):
    action = first(app, made)
    do(lead, at, action.id, "move", place="later")
    assert action.id in [a.id for a in current(app, made).plan.at("later")]

    page = do(lead, at, action.id, "move", place="days_61_90")
    assert "moved to day 61 to 90" in page.text
    assert action.id in [a.id for a in current(app, made).plan.at("days_61_90")]


def test_a_dropped_action_can_be_put_back(app, lead, made, at):
    action = first(app, made)
    do(lead, at, action.id, "assign", owner="Anja Verhoef")
    page = do(lead, at, action.id, "drop")
    assert page.h1.startswith("Eight actions")

    page = press(lead, at, f"/actions/{action.id}/restore")
    assert page.h1.startswith("Nine actions")
    assert first(app, made).owner == "Anja Verhoef"


def test_words_that_are_not_changed_stay_in_each_readers_language(app, lead, made, at):
    action = first(app, made)
    do(lead, at, action.id, "edit", what="We call everyone back.")
    assert dict(first(app, made).texts) == {"what": "We call everyone back."}

    do(lead, at, action.id, "edit", what="")
    assert dict(first(app, made).texts) == {}


def test_the_team_adds_an_action_of_its_own(app, lead, made, at):
    address = f"{at}/add"
    page = lead.post(address, {**fields(lead.get(at), address), "title": "Call ten customers"})

    assert "Added by the team." in page.text
    assert "open=own-1" in page.address
    assert "own-1" in [a.id for a in current(app, made).plan.at("days_0_30")]


def test_the_ninety_days_start_on_another_day(app, lead, made, at):
    address = f"{at}/start"
    page = lead.post(address, {**fields(lead.get(at), address), "start": "2026-12-07"})

    assert "7 December to 5 January" in page.text
    assert current(app, made).plan.start == date(2026, 12, 7)


def test_finalising_says_first_what_it_does_and_who_is_lacking(lead, at):
    page = lead.get(f"{at}/finalise")

    assert page.h1 == "Finalise version 1?"
    assert "with who decided it: Lea de Lead" in page.text
    assert "Nine actions have no owner yet." in page.text


def test_a_final_plan_says_who_decided_it_and_is_printed(app, lead, made, at):
    page = decide(lead, at)

    assert "Version 1, decided by Lea de Lead on 1 December 2026." in page.text
    assert "The PDF is being made." in page.text
    with app.app_context():
        assert jobs.latest(made.id, "pdf").state == "waiting"
    assert [form for form in page.all("form") if "/actions/" in form.get("action", "")] == []


def test_a_final_plan_changes_in_a_second_version_that_says_what_differs(app, lead, made, at):
    decide(lead, at)
    page = press(lead, at, "/reopen")
    assert "Draft of version 2" in page.text
    assert "Nothing differs from version 1 yet" in page.text

    page = do(lead, at, first(app, made).id, "assign", owner="Karim")
    assert "One difference from version 1" in page.text
    assert "has another owner: Karim, was nobody." in page.text
    with app.app_context():
        assert plans.finals(made.id)[1].plan.starting[0].owner == ""


def test_the_page_says_what_the_pdf_shows(app, lead, made, at):
    home = building.home_of(app)
    assert "There is no PDF yet." in lead.get(at).text
    with app.app_context(), writing():
        kept.keep(home, made.id, {"report-en.pdf": b"%PDF", plans.PRINTED: b""})
    page = lead.get(at)
    assert "The PDF shows the plan as the rules propose it." in page.text
    assert "Make the PDF with this plan" not in page.text

    page = do(lead, at, first(app, made).id, "assign", owner="Karim")
    assert "Make the PDF with this plan" in page.text
    page = press(lead, at, "/pdf")
    assert "The PDF is being made." in page.text


def test_a_pdf_from_before_the_last_changes_says_so(app, lead, made, at):
    action = first(app, made)
    do(lead, at, action.id, "assign", owner="Karim")
    with app.app_context(), writing():
        kept.keep(building.home_of(app), made.id, {"report-en.pdf": b"%PDF", plans.PRINTED: b"2"})
    assert "The PDF shows the plan as it stands here." in lead.get(at).text

    page = do(lead, at, action.id, "assign", owner="Anja")
    assert "The PDF shows the plan as it was one change ago." in page.text


def test_every_page_of_a_plan_is_there_in_dutch(app, made, at):
    browser = Browser(app, "nl")
    sign_in(browser, "lead@example.org")

    assert browser.get(at).tree.get("lang") == "nl"
    assert browser.get(f"{at}/finalise").status == 200
    decide(browser, at)
    assert browser.get(f"/assessments/{made.id}/summary").status == 200


# What employees read


def test_employees_read_what_was_said_and_what_will_be_done_by_whom(app, lead, made, at):
    do(lead, at, first(app, made).id, "assign", owner="Anja Verhoef", ready_on="2026-11-02")
    decide(lead, at)
    page = lead.get(f"/assessments/{made.id}/summary")

    item = example().published.item("customers", "HEAD-M")
    said = f"Of our customers {100 * item.agree_share:.0f}% agree ({item.n} answers; margin 16 to 27%)."
    assert said in page.text.replace("\u00a0", " ")
    assert any("Anja Verhoef ready 2 November 2026" in text(one) for one in page.all("li"))
    [copied] = page.all("textarea")
    assert "Anja Verhoef, ready 2 November 2026" in text(copied)


def test_employees_read_a_role_without_a_name_as_a_proposal(lead, made, at):
    decide(lead, at)
    page = lead.get(f"/assessments/{made.id}/summary")

    assert "nobody yet; proposed: Head of customer service" in page.text


def test_nobody_is_promised_what_is_not_decided(lead, made):
    page = lead.get(f"/assessments/{made.id}/summary")

    assert page.h1 == "There is nothing to tell employees yet"


def test_a_second_version_is_told_only_when_it_is_decided(app, lead, made, at):
    decide(lead, at)
    press(lead, at, "/reopen")
    do(lead, at, first(app, made).id, "assign", owner="Karim")
    summary = f"/assessments/{made.id}/summary"
    assert "Karim" not in lead.get(summary).text

    decide(lead, at, "2026-12-15")
    assert "Karim" in lead.get(summary).text


def test_figures_that_may_not_be_shown_are_not_told(app, lead, made, at):
    few = as_json(example(customers=3)).encode()
    with app.app_context(), writing():
        kept.keep(building.home_of(app), made.id, {"report.json": few})
    decide(lead, at)

    assert "Of our customers" not in lead.get(f"/assessments/{made.id}/summary").text


# Two people, and second clicks


def test_what_two_people_do_at_once_is_shown_to_the_second_and_nothing_is_overwritten(app, lead, made, at):
    one, two = current(app, made).plan.starting[:2]
    page = lead.get(at)
    do(lead, at, one.id, "assign", owner="Anja Verhoef")

    page = do(lead, at, two.id, "assign", page=page, owner="Karim")
    assert page.status == 409
    assert "Anja Verhoef" in page.text
    assert "Karim" in page.text
    assert current(app, made).plan.action(two.id).owner == ""

    lead.submit(page, containing="owner")
    assert current(app, made).plan.action(two.id).owner == "Karim"
    assert current(app, made).plan.action(one.id).owner == "Anja Verhoef"


@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("assign", {"owner": "Karim"}),
        ("move", {"place": "days_61_90"}),
        ("drop", {}),
        ("rejudge", {"impact": "1"}),
    ],
    ids=["assign", "move", "drop", "rejudge"],
)
def test_a_second_click_does_nothing_more(app, lead, made, at, what, values):
    action, page = first(app, made), lead.get(at)
    for _ in range(2):
        assert do(lead, at, action.id, what, page=page, **values).status == 200
    assert current(app, made).number == 2


def test_a_second_click_adds_nothing_twice_and_undoes_nothing_twice(app, lead, made, at):
    page, address = lead.get(at), f"{at}/add"
    for _ in range(2):
        lead.post(address, {**fields(page, address), "title": "Once"})
    assert current(app, made).number == 2

    page, address = lead.get(at), f"{at}/undo"
    for _ in range(2):
        assert lead.post(address, fields(page, address)).status == 200
    assert current(app, made).number == 3


def test_undoing_what_somebody_did_since_is_refused(app, lead, made, at):
    action = first(app, made)
    page = do(lead, at, action.id, "assign", owner="Karim")
    do(lead, at, action.id, "assign", owner="Anja")

    assert lead.post(f"{at}/undo", fields(page, f"{at}/undo")).status == 409
    assert first(app, made).owner == "Anja"


# Bad input


@pytest.mark.parametrize(
    ("what", "values", "told"),
    [
        ("assign", {"owner": "x" * 101}, "This is 101 characters long; 100 is the most."),
        ("assign", {"ready_on": "2026-01-01"}, "Choose a day from 5 October 2026 to"),
        ("assign", {"ready_on": "soon"}, "Write a day as year-month-day"),
        ("edit", {"what": "x" * (LONGEST["what"] + 1)}, "601 characters long"),
        ("move", {"place": "never"}, "This choice does not exist."),
        ("rejudge", {"impact": "9"}, "This choice does not exist."),
        ("rejudge", {"effort": "x"}, "This choice does not exist."),
    ],
    ids=["long name", "before the start", "no day", "long text", "nowhere", "impact 9", "effort x"],
)
def test_what_does_not_fit_is_told_at_its_field_and_still_there(app, lead, made, at, what, values, told):
    action = first(app, made)
    page = do(lead, at, action.id, what, **values)

    assert page.status == 422
    assert told in page.text
    assert current(app, made).number == 1
    [unfolded] = [d for d in page.all("details") if d.get("id") == f"action-{action.id}"]
    assert unfolded.get("open") is not None


def test_a_name_is_needed_for_an_action_of_ones_own(lead, at):
    address = f"{at}/add"
    page = lead.post(address, fields(lead.get(at), address))

    assert page.status == 422
    assert "Give it a name." in page.text


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "", "x"])
def test_a_start_in_another_age_is_refused(app, lead, made, at, day):
    address = f"{at}/start"
    assert lead.post(address, {**fields(lead.get(at), address), "start": day}).status == 422
    assert current(app, made).number == 1


def test_a_decision_in_another_age_is_refused(app, lead, made, at):
    page = decide(lead, at, "1926-12-01")

    assert page.status == 422
    assert page.h1 == "Finalise version 1?"
    assert current(app, made).plan.final is None


def test_a_name_is_never_markup(app, lead, made, at):
    page = do(lead, at, first(app, made).id, "assign", owner="<script>alert(1)</script>")

    assert "<script>alert(1)" not in page.html


def test_an_action_that_is_not_there_is_not_found(lead, at):
    values = fields(lead.get(at), f"{at}/start")

    assert lead.post(f"{at}/actions/own-7/assign", values).status == 404


def test_a_final_plan_takes_no_change_from_an_old_page(app, lead, made, at):
    page, action = lead.get(at), first(app, made)
    decide(lead, at)

    assert do(lead, at, action.id, "assign", page=page, owner="Karim").status == 409
    assert lead.post(f"{at}/undo", fields(page, f"{at}/start")).status == 409
    assert first(app, made).owner == ""


def test_a_dropped_action_takes_no_owner_from_an_old_page(app, lead, made, at):
    page, action = lead.get(at), first(app, made)
    do(lead, at, action.id, "drop")

    assert do(lead, at, action.id, "assign", page=page, owner="Karim").status == 409


# Who may not


def test_who_does_not_lead_the_organisation_finds_nothing(app, made, at):
    other = Browser(app)
    sign_in(other, "other@example.org")
    for address in (at, f"{at}/finalise", f"/assessments/{made.id}/summary"):
        assert other.get(address).status == 404
        assert Browser(app).get(address, follow_redirects=True).h1 == "Sign in"


@pytest.mark.parametrize("path", ["/undo", "/finalise", "/reopen", "/pdf", "/add", "/start"])
def test_who_does_not_lead_the_organisation_changes_nothing(app, made, at, path):
    other = Browser(app)
    sign_in(other, "other@example.org")
    token = filled_in(other.get("/organisations/new").form())["csrf_token"]

    assert other.post(at + path, {"csrf_token": token, "expected": "1"}).status == 404
    assert current(app, made).number == 1


@pytest.mark.parametrize("state", ["draft", "open", "closing"])
def test_before_closing_there_is_no_plan(app, lead, state):
    id = building.an_assessment(app, state=state)

    page = lead.get(f"/assessments/{id}/plan")
    assert page.h1 == "There is no plan yet"
    assert lead.get(f"/assessments/{id}/summary").h1 == "There is nothing to tell employees yet"


# Limits


def test_looking_at_a_plan_loads_nothing_heavy(made):
    """In a Python of its own: this one has loaded all there is."""
    code = f"""
import sys
from pathlib import Path
from assess.settings import Settings
from assess.store import plans
from assess.web import create_app
with create_app(Settings(home=Path({str(made.home)!r}))).app_context():
    assert plans.current({made.id!r})
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"altair", "weasyprint", "scipy", "vl_convert"}
    assert {name.partition(".")[0] for name in done.stdout.split()} & heavy == set()
