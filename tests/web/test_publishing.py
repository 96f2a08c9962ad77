"""After closing nobody sees a figure until whoever closed it has read what stays hidden, and publishes."""

import json
from types import SimpleNamespace

import pytest
from flask import url_for

from assess.document.words import LANGUAGES, Words
from assess.store import assessments, db, kept, plans, tables, writing
from tests.web import building
from tests.web.browser import Browser, filled_in
from tests.web.conftest import add_account, sign_in
from tests.web.product import product
from tests.web.test_results import at, figures

OF_RESULTS = ("results", "side_by_side", "plans", "plan_actions")
"""The blueprints of which no page is open before publishing."""
VALUES = {"theme_id": "hostmanship", "lang": "en", "action_id": "HOS-A1"}


@pytest.fixture(scope="module")
def closed(tmp_path_factory, empty_home):
    """An assessment with results that nobody has published; tests here only read it."""
    home = tmp_path_factory.mktemp("closed")
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    add_account(app, "lead@example.org", "Lea de Lead")
    add_account(app, "other@example.org", "Otto Other")
    lead = Browser(app)
    sign_in(lead, "lead@example.org")
    id = building.an_assessment_with_results(app, published=False)
    with app.test_request_context(), writing():
        kept.keep(home, id, {f"report-{code}.pdf": b"%PDF-" for code in LANGUAGES})
    yield SimpleNamespace(app=app, home=home, id=id, lead=lead)
    with app.app_context():
        db.engine.dispose()


def unpublished(app, **setup):
    """A closed assessment of which only the pages that these tests ask for are made; gives its id."""
    id = building.a_closed_assessment(app, building.Group(0, 0, 0), published=False, **setup)
    keep_pages(app, id, "What will be shown")
    return id


def keep_pages(app, id, heading):
    page = json.dumps({"title": heading, "html": f"<h1>{heading}</h1>"}).encode()
    names = {f"{name}-{code}" for name in ("hidden", "mirror") for code in LANGUAGES}
    with app.test_request_context(), writing():
        kept.keep(building.home_of(app), id, dict.fromkeys(names, page))


def rules(app, method, *blueprints):
    """The addresses of an assessment's pages, of these blueprints where any are named."""
    return [
        rule
        for rule in app.url_map.iter_rules()
        if method in rule.methods
        and "assessment_id" in rule.arguments
        and (not blueprints or rule.endpoint.partition(".")[0] in blueprints)
    ]


def address(closed, rule):
    values = {"assessment_id": closed.id, **VALUES}
    with closed.app.test_request_context():
        return url_for(rule.endpoint, **{name: values[name] for name in rule.arguments})


def token(browser, id):
    """What a form of ours brings along."""
    return {"csrf_token": filled_in(browser.get(at(id, "publish")).form("read"))["csrf_token"]}


# Before publishing


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_page_of_results_or_plan_is_open(closed, method):
    found = rules(closed.app, method, *OF_RESULTS)
    client, sent = closed.lead.client, token(closed.lead, closed.id)
    answers = {rule.endpoint: client.open(address(closed, rule), method=method, data=sent) for rule in found}

    assert len(found) >= 10
    for endpoint, answer in answers.items():
        assert (answer.status_code, answer.location) == (303, at(closed.id, "publish")), endpoint


def test_no_other_page_tells_a_figure(closed):
    audiences = figures(closed)["audiences"]
    shares = {Words("en").percent(audiences[name]["items"]["HEAD-M"]["agree_share"]) for name in audiences}
    told = {
        f"{rule.endpoint} {share}"
        for rule in rules(closed.app, "GET")
        if rule.arguments <= {"assessment_id", *VALUES}
        for share in shares
        if share in closed.lead.client.get(address(closed, rule)).get_data(as_text=True)
    }

    assert len(shares) == 3
    assert told == set()


def test_a_plan_cannot_be_changed(closed):
    sent = token(closed.lead, closed.id) | {"expected": "1", "on": "2026-10-05"}
    closed.lead.post(at(closed.id, "plan/finalise"), sent, follow_redirects=False)

    with closed.app.test_request_context():
        assert len(plans.history(closed.id)) == 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_will_be_shown_and_what_stays_hidden_is_told(closed, language):
    page = closed.lead.get(at(closed.id, "publish"), headers={"Accept-Language": language})

    assert (page.status, page.tree.get("lang")) == (200, language)
    assert {"Legal", "IT"} <= {"".join(li.itertext()).partition(":")[0] for li in page.all("details//li")}


def test_the_way_leads_to_it(closed):
    page = closed.lead.get(at(closed.id, "").rstrip("/"))

    assert page.links()["Read what stays hidden"] == at(closed.id, "publish")
    assert "nobody has seen the results yet" in page.text
    assert "The Mirror" not in page.links()


def test_only_who_leads_the_organisation_reads_it_or_publishes(closed):
    stranger, nobody = Browser(closed.app), Browser(closed.app)
    sign_in(stranger, "other@example.org")

    assert stranger.get(at(closed.id, "publish")).status == 404
    own = filled_in(stranger.get("/account").form("csrf_token"))
    assert stranger.post(at(closed.id, "publish"), own).status == 404
    assert nobody.get(at(closed.id, "publish"), follow_redirects=True).h1 == "Sign in"


# Publishing


def test_who_has_read_it_publishes_and_looks_into_the_mirror(app, lead):
    id = unpublished(app)
    page = lead.submit(lead.get(at(id, "publish")), containing="read")

    assert (page.status, page.address) == (200, at(id, "mirror"))
    assert "The results were published on" in lead.get(at(id, "publish")).text


def test_what_was_worked_out_again_meanwhile_is_read_again_first(app, lead):
    id = unpublished(app)
    page = lead.get(at(id, "publish"))
    keep_pages(app, id, "What will be shown now")
    answer = lead.submit(page, containing="read", follow_redirects=False)

    assert answer.response.location == at(id, "publish")
    assert lead.get(at(id, "mirror")).response.location == at(id, "publish")


def test_who_has_not_read_it_does_not_publish(app, lead):
    id = unpublished(app)
    lead.post(at(id, "publish"), token(lead, id), follow_redirects=False)

    assert lead.get(at(id, "mirror")).response.location == at(id, "publish")


def test_publishing_twice_is_publishing_once(app, lead):
    id = unpublished(app)
    page = lead.get(at(id, "publish"))
    lead.submit(page, containing="read")
    with app.test_request_context():
        first = assessments.find(id).published_at
    lead.submit(page, containing="read")

    with app.test_request_context():
        assert assessments.find(id).published_at == first


def test_what_is_reopened_is_published_anew(app, lead):
    id = unpublished(app, audiences=("leaders",))
    lead.submit(lead.get(at(id, "publish")), containing="read")
    lead.submit(lead.get(at(id, "").rstrip("/")))
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], "closed")
    keep_pages(app, id, "What will be shown")

    assert lead.get(at(id, "mirror")).response.location == at(id, "publish")


# Too early


def test_an_open_assessment_has_nothing_to_publish(app, lead):
    id = building.an_assessment(app)

    assert lead.get(at(id, "publish")).response.location == at(id, "").rstrip("/")
    with app.test_request_context():
        assert assessments.find(id).published_at is None


def test_while_the_results_are_being_made_one_sees_how_far_they_are(app, lead):
    id = building.a_closed_assessment(app, building.Group(1, 0, 0), published=False)

    assert lead.get(at(id, "publish")).response.location.startswith("/jobs/")


# Beside an earlier wave


def test_when_another_was_published_meanwhile_it_is_worked_out_and_read_again(app, lead):
    first = unpublished(app)
    with app.test_request_context():
        organisation = assessments.find(first).organisation_id
    second = unpublished(app)
    with app.test_request_context(), writing():
        db.session.get_one(tables.Assessment, second).organisation_id = organisation
    page = lead.get(at(first, "publish"))
    lead.submit(lead.get(at(second, "publish")), containing="read")
    answer = lead.submit(page, containing="read", follow_redirects=False)

    assert answer.response.location.startswith("/jobs/")
    assert lead.get(at(first, "mirror")).response.location == at(first, "publish")
    building.do_waiting(building.home_of(app))
    assert lead.submit(lead.get(at(first, "publish")), containing="read").address == at(first, "mirror")
