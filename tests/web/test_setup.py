"""From the set-up link to an assessment that is open, and everything that can be changed on the way."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from assess.jobs import doing
from assess.store import accounts, assessments, jobs, leaders, organisations, tables, writing
from assess.store.database import db
from assess.web.page_forms import today
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import PASSWORD, add_account, sign_in

TOMORROW, YESTERDAY = (today() + timedelta(days=n) for n in (1, -1))
ELSEWHERE = {
    "leaders.start": "/l/<token>",
    "employees.start": "/e/<assessment_id>",
    "customers.start": "/c/<assessment_id>",
    "customers.card": "/c/<assessment_id>/card",
    "codes.show": "/assessments/<assessment_id>/codes",
    "progress.show": "/jobs/<job_id>",
}


@pytest.fixture(autouse=True)
def pages_of_others(app):
    """Pages that only need an address here."""
    for endpoint, address in ELSEWHERE.items():
        if endpoint not in app.view_functions:
            app.add_url_rule(address, endpoint, lambda **_: ("", 204))


@pytest.fixture
def draft(app, lead):
    """The id of an assessment with all defaults, and a team too small to show."""
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    page = lead.submit(page, {"teams": "Service desk; 24\nStore; 3"})
    return page.address.rpartition("/")[2]


def add_leaders(lead, id, *names):
    page = lead.get(f"/assessments/{id}/invitations")
    return lead.submit(page, {"names": "\n".join(names)}, containing="names")


def open_it(lead, id):
    return lead.post(f"/assessments/{id}/open", {"csrf_token": token(lead)})


def token(browser):
    page = browser.get("/account")
    return next(f.get("value") for f in page.all("input") if f.get("name") == "csrf_token")


def stored(app, id):
    with app.test_request_context():
        return assessments.find(id)


def test_the_whole_way_from_the_set_up_link_to_an_open_assessment(app, browser):
    with app.app_context():
        link = accounts.first_link()
    account = {"name": "Marit", "email": "marit@example.org", "password": PASSWORD, "again": PASSWORD}
    page = browser.submit(browser.get(f"/set-up/{link}"), account, "password")
    assert page.h1 == "Whose mirror will you hold up first?"
    page = browser.submit(page, {"name": "Zonzicht"})
    assert page.h1 == "New assessment"
    page = browser.submit(page, {"teams": "Service desk; 24\nStore"})
    assert "Invite the leaders" in page.links()
    id = page.address.rpartition("/")[2]
    page = add_leaders(browser, id, "Anna", "Bram")
    assert "Two leaders are added." in page.text
    assert len(re.findall(r"http://[^\s<]*/l/", page.html)) >= 2
    page = browser.submit(browser.get(f"/assessments/{id}"))

    assert "It is open: people can answer now." in page.text
    assessment = stored(app, id)
    assert assessment.state == "open"
    assert assessment.teams == {"Service desk": 24, "Store": None}
    assert len(assessment.set.questionnaires) == 6


def test_every_page_also_speaks_dutch(app, lead, draft):
    dutch = Browser(app, "nl")
    sign_in(dutch, "lead@example.org")
    for address in ("", "/invitations", "/set-up", "/last-day"):
        assert dutch.get(f"/assessments/{draft}{address}").tree.get("lang") == "nl"


def test_home_lists_organisations_with_where_their_assessments_stand(lead, draft):
    page = lead.get("/")

    assert "Zonzicht" in page.links()
    assert "Not open yet" in page.text


def test_themes_that_are_not_chosen_are_not_asked(app, lead):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    page = lead.submit(page, {"themes": ["value", "values"], "audiences": ["leaders"]})
    assessment = stored(app, page.address.rpartition("/")[2])

    assert [questionnaire.id for questionnaire in assessment.set.questionnaires] == ["value", "values"]
    assert assessment.audiences == ("leaders",)
    assert assessment.set.standard


def test_a_draft_can_be_changed_in_all_ways(app, lead, draft):
    page = lead.get(f"/assessments/{draft}/set-up")
    changed = {"name": "Later", "languages": ["nl"], "teams": "Everyone; 140", "smallest_others": "8"}
    page = lead.submit(page, changed)
    assessment = stored(app, draft)

    assert "The set-up is changed." in page.text
    assert (assessment.name, assessment.languages) == ("Later", ("nl",))
    assert assessment.teams == {"Everyone": 140}
    assert assessment.smallest.others == 8


def test_once_open_only_the_name_and_a_larger_smallest_group_can_change(app, lead, draft):
    open_it(lead, draft)
    page = lead.get(f"/assessments/{draft}/set-up")
    assert not [f for f in page.all("input") if f.get("name") in ("themes", "teams", "audiences")]
    page = lead.submit(page, {"name": "Autumn", "smallest_leaders": "4", "smallest_others": "4"})
    assert "Choose a number from 5" in page.text
    page = lead.submit(page, {"smallest_others": "10"})
    page = lead.submit(lead.get(f"/assessments/{draft}/set-up"), {"smallest_others": "9"})

    assert "Choose a number from 10" in page.text
    assert stored(app, draft).smallest.others == 10


def test_opening_can_be_undone_while_nobody_answered(app, lead, draft):
    lead.submit(open_it(lead, draft), containing="csrf_token")
    page = open_it(lead, draft)
    assert "Undo" in page.text
    lead.post(f"/assessments/{draft}/unopen", {"csrf_token": token(lead)})
    assert stored(app, draft).state == "draft"

    open_it(lead, draft)
    with app.test_request_context(), writing():
        assessments.count_codes(draft, 1)
    page = lead.post(f"/assessments/{draft}/unopen", {"csrf_token": token(lead)})
    assert page.status == 409
    assert stored(app, draft).state == "open"


def test_the_last_day_can_be_moved_and_moved_back(app, lead, draft):
    before = stored(app, draft).closes_on
    open_it(lead, draft)
    page = lead.submit(lead.get(f"/assessments/{draft}/last-day"), {"closes_on": TOMORROW.isoformat()})
    assert stored(app, draft).closes_on == TOMORROW
    lead.submit(page, containing="closes_on")

    assert stored(app, draft).closes_on == before


def test_the_overview_names_each_leader_with_how_far_they_are(app, lead, draft):
    add_leaders(lead, draft, "Anna", "Bram")
    begun = lead.get(f"/assessments/{draft}").text
    with app.test_request_context(), writing():
        leaders.submit(leaders.of_assessment(draft)[0].id)
    half = lead.get(f"/assessments/{draft}").text
    with app.test_request_context(), writing():
        leaders.submit(leaders.of_assessment(draft)[1].id)
    done = lead.get(f"/assessments/{draft}").text

    assert "Two invited; nobody has begun yet. Anna · not begun Bram · not begun" in begun
    assert "Two invited: one sent in. Anna · sent in Bram · not begun" in half
    assert "All two have sent it in. Anna · sent in Bram · sent in" in done


@pytest.mark.parametrize(
    ("red", "told"),
    [
        (0, "Nobody answered yet."),
        (4, "Fewer than five cards."),
        (5, "At least 5 cards."),
        (19, "At least 10"),
    ],
)
def test_few_customers_are_not_counted_in_sight(app, lead, draft, red, told):
    building.add_cards(app, draft, green=0, red=red)

    assert told in lead.get(f"/assessments/{draft}").text


def test_a_leader_who_drops_out_can_be_taken_back(app, lead, draft):
    add_leaders(lead, draft, "Anna")
    page = lead.get(f"/assessments/{draft}/invitations")
    drop = next(form for form in page.all("form") if form.get("action").endswith("/drop"))
    page = lead.post(drop.get("action"), {"csrf_token": token(lead)})
    assert "Anna is taken out." in page.text
    page = lead.post(drop.get("action").replace("/drop", "/take-back"), {"csrf_token": token(lead)})

    assert "is taken out" not in page.text
    assert "Personal link of Anna" in page.text


def test_texts_to_copy_speak_each_language_of_the_assessment(lead, draft):
    add_leaders(lead, draft, "Anna & Co")
    page = lead.get(f"/assessments/{draft}/invitations")
    texts = ["".join(area.itertext()) for area in page.all("textarea")]

    assert any(text.lstrip().startswith("Dear Anna & Co,") and "/l/" in text for text in texts)
    assert {part.get("lang") for part in page.all("div")} >= {"en", "nl"}


def test_closing_says_what_will_happen_and_asks_for_one_job(app, lead, draft):
    open_it(lead, draft)
    page = lead.get(f"/assessments/{draft}/close")
    assert "cannot be undone" in page.text
    addresses = {
        lead.client.post(f"/assessments/{draft}/close", data={"csrf_token": token(lead)}).location
        for _ in range(2)
    }

    assert len(addresses) == 1
    assert "/jobs/" in addresses.pop()
    assert stored(app, draft).state == "closing"


def test_closing_warns_of_whom_too_few_answered(app, lead):
    id = building.an_assessment(app)
    page = lead.get(f"/assessments/{id}/close")
    enough = building.an_assessment(app, audiences=("leaders",), teams={})
    with app.test_request_context(), writing():
        for name in ("Anna", "Bram", "Cor"):
            leaders.submit(leaders.invite(enough, name))

    assert "Leaders: of fewer than three only scores and levels are shown." in page.text
    assert "Employees: of fewer than five nothing is kept." in page.text
    assert "Customers: of fewer than five nothing is shown." in page.text
    assert "Too few" not in lead.get(f"/assessments/{enough}/close").text


def test_an_assessment_can_be_reopened_until_its_box_was_opened(app, lead, draft):
    open_it(lead, draft)
    lead.client.post(f"/assessments/{draft}/close", data={"csrf_token": token(lead)})
    lead.post(f"/assessments/{draft}/reopen", {"csrf_token": token(lead)})
    assert stored(app, draft).state == "open"
    doing.do_waiting(app.extensions["settings"].home)
    assert stored(app, draft).state == "open"

    lead.client.post(f"/assessments/{draft}/close", data={"csrf_token": token(lead)})
    with app.test_request_context(), writing():
        db.session.add(tables.Opened(assessment_id=draft, n=0, answers=b""))
    page = lead.post(f"/assessments/{draft}/reopen", {"csrf_token": token(lead)})

    assert page.status == 409
    assert "the box of ballots has been opened" in lead.get(f"/assessments/{draft}").text.casefold()


def test_a_box_that_is_being_opened_is_not_interrupted(app, lead, draft):
    open_it(lead, draft)
    lead.client.post(f"/assessments/{draft}/close", data={"csrf_token": token(lead)})
    with app.test_request_context(), writing():
        jobs.take(jobs.waiting()[0])

    assert lead.post(f"/assessments/{draft}/reopen", {"csrf_token": token(lead)}).status == 409


@pytest.mark.parametrize("what", ["leaders", "employees", "customers", "card"])
def test_a_preview_shows_what_an_audience_will_see_and_takes_nothing(lead, draft, what):
    address = f"/assessments/{draft}/preview/{what}"
    page = lead.get(address)

    assert (page.status, page.all("form")) == (200, [])
    assert "nothing is stored" in page.text
    assert f"/assessments/{draft}" in page.links().values()
    assert lead.post(address, {"csrf_token": token(lead)}).status == 405


def test_a_preview_for_who_is_not_asked_is_not_there(app, lead):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    page = lead.submit(page, {"audiences": ["leaders"]})

    assert lead.get(f"{page.address}/preview/customers").status == 404
    assert lead.get(f"{page.address}/preview/card").status == 404
    assert lead.get(f"{page.address}/preview/martians").status == 404
    assert "Customers" not in page.links()


def test_who_signs_out_signs_in_again_before_they_see_anything(lead):
    page = lead.post("/sign-out", {"csrf_token": token(lead)})

    assert page.h1 == "Sign in"
    assert lead.get("/account").status == 303


def test_an_organisation_can_get_another_name(app, lead, draft):
    organisation = stored(app, draft).organisation_id
    page = lead.submit(lead.get(f"/organisations/{organisation}/name"), {"name": "Zonzicht Reizen"})

    assert page.h1 == "Zonzicht Reizen"
    assert "is called Zonzicht Reizen from now on" in page.text


# Bad input


def test_questionnaires_that_cannot_be_read_are_told_to_who_sets_up(app, lead, tmp_path):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "broken.yaml").write_text("id: [")
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, questionnaires=tmp_path / "broken")
    page = lead.get(page.address)

    assert page.status == 500
    assert "assess check" in page.text


def test_a_used_link_leads_to_signing_in(app, lead, browser):
    with app.test_request_context(), writing():
        link = accounts.setup_link()
    page = browser.get(f"/set-up/{link}")

    assert page.status == 410
    assert page.links()["Sign in"] == "/sign-in"


@pytest.mark.parametrize("link", ["nothing", "x" * 3000, "é"])
def test_a_link_that_is_not_ours_says_so(browser, link):
    page = browser.get(f"/set-up/{link}")

    assert page.status == 404
    assert page.h1 == "This link does not work"


def test_the_first_account_is_told_every_problem_at_once(app, browser):
    with app.app_context():
        link = accounts.first_link()
    wrong = {"name": " ", "email": "nobody", "password": "short", "again": "other"}
    page = browser.submit(browser.get(f"/set-up/{link}"), wrong, "password")

    assert "four things" in page.text.casefold()
    for said in ("Write your name.", "This is not an e-mail", "at least 12 characters", "differ"):
        assert said in page.text
    with app.app_context():
        assert not accounts.exist()


def test_a_set_up_is_told_every_problem_at_once(lead):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    wrong = {
        "name": "",
        "opens_on": "tomorrow",
        "closes_on": YESTERDAY.isoformat(),
        "languages": None,
        "audiences": ["martians"],
        "themes": None,
        "teams": "Sales; many\nStore; 3\nstore; 4\n; 9\nNight; 0",
        "smallest_leaders": "1",
        "smallest_others": "five",
    }
    page = lead.submit(page, wrong)

    for said in (
        "Write a name",
        "Write a day as year-month-day",
        "This day is past",
        "Choose at least one language",
        "One of these choices no longer exists",
        "Choose at least one theme",
        "Line 1: “many” is not a number",
        "Line 3: “store” stands on line 2 already",
        "Line 4: there is no name",
        "Line 5: a team has 1 to",
        "Choose a number from 3",
        "Write a whole number",
    ):
        assert said in page.text, said


def test_a_set_up_that_is_sent_twice_makes_one_assessment(app, lead):
    page = lead.get("/")
    first, second = (lead.submit(page, {"name": "Zonzicht"}) for _ in range(2))
    assert first.address == second.address
    pages = {lead.submit(first, {}).address for _ in range(2)}

    assert len(pages) == 1
    assert len(re.findall("Not open yet", lead.get("/").text)) == 1


def test_leaders_are_told_which_names_cannot_be_added(lead, draft):
    add_leaders(lead, draft, "Anna")
    page = add_leaders(lead, draft, "Bram", "anna", "bram", "x" * 101)

    for said in ("Line 2: “anna” is there already", "Line 3: “bram” stands on line 1", "Line 4: the name is"):
        assert said in page.text
    assert "Personal link of Bram" not in page.text


def test_signing_in_with_a_wrong_password_says_nothing_of_the_account(app, browser):
    add_account(app, "lead@example.org", "Lea")
    pages = [
        browser.submit(browser.get("/sign-in"), {"email": email, "password": "x" * 12}, "password")
        for email in ("lead@example.org", "nobody@example.org")
    ]
    texts = {page.text for page in pages}

    assert len(texts) == 1
    assert "do not belong together" in texts.pop()


def test_too_many_wrong_passwords_must_wait_whether_or_not_there_is_an_account(app, browser, monkeypatch):
    monkeypatch.setattr("assess.web.patience.AT_ONCE", 2)
    add_account(app, "lead@example.org", "Lea")
    for email in ("lead@example.org", "nobody@example.org"):
        values = {"email": email, "password": "x" * 12}
        statuses = [browser.submit(browser.get("/sign-in"), values, "password").status for _ in range(3)]
        assert statuses == [200, 200, 429]


# Who may not


def test_signing_out_everywhere_ends_other_sessions(app, lead):
    other = Browser(app)
    sign_in(other, "lead@example.org")
    page = lead.post("/account/sign-out-everywhere", {"csrf_token": token(lead)})

    assert page.h1 == "Sign in"
    assert "signed out at every browser" in page.text
    assert other.get("/account").status == 303


def test_a_new_password_ends_other_sessions(app, lead):
    other = Browser(app)
    sign_in(other, "lead@example.org")
    new = "another long secret"
    values = {"password": PASSWORD, "new_password": new, "new_password_confirm": new}
    lead.submit(lead.get("/password"), values, "new_password")

    assert lead.get("/account").status == 200
    assert other.get("/account").status == 303


def test_a_new_password_is_told_what_is_wrong_with_it(lead):
    values = {"password": "wrong", "new_password": "short", "new_password_confirm": "other"}
    page = lead.submit(lead.get("/password"), values, "new_password")

    assert page.h1 == "Change the password"
    assert page.all("p[@class='problem']")


def test_nobody_sees_or_changes_an_assessment_of_another_account(app, lead, draft, browser):
    add_leaders(lead, draft, "Anna")
    add_account(app, "other@example.org", "Other")
    other = Browser(app)
    sign_in(other, "other@example.org")
    with app.test_request_context():
        [anna] = leaders.of_assessment(draft)
    looks = ("", "/set-up", "/last-day", "/close", "/invitations", "/preview/leaders")
    does = ("/open", "/unopen", "/last-day", "/close", "/reopen", "/leaders", f"/leaders/{anna.id}/drop")
    statuses = [other.get(f"/assessments/{draft}{part}").status for part in looks]
    statuses += [
        other.post(f"/assessments/{draft}{part}", {"csrf_token": token(other)}).status for part in does
    ]
    signed_out = [browser.get(f"/assessments/{draft}{part}", follow_redirects=True).h1 for part in looks]

    assert set(statuses) == {404}
    assert set(signed_out) == {"Sign in"}
    assert stored(app, draft).state == "draft"


def test_an_organisation_of_another_account_is_not_there(app, lead, draft):
    add_account(app, "other@example.org", "Other")
    other = Browser(app)
    sign_in(other, "other@example.org")
    organisation = stored(app, draft).organisation_id
    addresses = ("", "/name", "/assessments/new")

    assert {other.get(f"/organisations/{organisation}{a}").status for a in addresses} == {404}


def test_a_leader_of_another_assessment_cannot_be_dropped_here(app, lead, draft):
    add_leaders(lead, draft, "Anna")
    with app.test_request_context():
        [anna] = leaders.of_assessment(draft)
    page = lead.submit(lead.get(f"/organisations/{stored(app, draft).organisation_id}/assessments/new"))
    elsewhere = page.address.rpartition("/")[2]
    page = lead.post(f"/assessments/{elsewhere}/leaders/{anna.id}/drop", {"csrf_token": token(lead)})

    assert page.status == 404


def test_a_form_of_another_site_changes_nothing(app, lead, draft):
    assert lead.post(f"/assessments/{draft}/open", {}).status == 400
    assert stored(app, draft).state == "draft"


def test_once_closed_nothing_of_the_set_up_changes(app, lead, draft):
    with app.test_request_context(), writing():
        assessments.move(draft, ["draft"], "closed")
    for part in ("/set-up", "/last-day", "/leaders", "/open"):
        assert lead.post(f"/assessments/{draft}{part}", {"csrf_token": token(lead)}).status == 409
    assert "See" in lead.get(f"/assessments/{draft}").text


# Limits


def test_at_most_two_hundred_teams(lead):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    page = lead.submit(page, {"teams": "\n".join(f"Team {n}; 9" for n in range(201))})
    assert "These are 201 teams; 200 is the most." in page.text


def test_only_the_first_problems_of_many_lines_are_told(lead):
    page = lead.submit(lead.get("/"), {"name": "Zonzicht"})
    page = lead.submit(page, {"teams": "\n".join(f"Team {n}; x" for n in range(100))})
    assert "And 90 more." in page.text


def test_a_name_with_marks_of_a_page_stays_text(app, lead):
    page = lead.submit(lead.get("/"), {"name": "<b>Zon</b> & zicht"})

    assert "<b>Zon" not in unescape(page.html.replace("&lt;b&gt;", ""))
    with app.test_request_context():
        assert organisations.of_user(1)[0].name == "<b>Zon</b> & zicht"
