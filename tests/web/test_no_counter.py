"""Nobody sees an answer come in: between two steps of the telling no page changes, whoever looks at it."""

import re

import pytest

from assess.core.rounded import at_least
from assess.jobs import closing
from assess.store import assessments, jobs, leaders, writing
from assess.web import links
from tests.web.building import home_of
from tests.web.employing import an_open_box, some_codes

ANSWERS = 11
CHANCE = re.compile(r'<input [^>]*name="[^"]*(csrf_token|once|page:id)"[^>]*>|<pre>[^<]*</pre>')
"""What differs each time a page is made: guards of forms, and the example of a sealed ballot."""
MANAGED = (
    "",
    "/set-up",
    "/close",
    "/codes",
    "/codes/list",
    "/invitations",
    "/sources",
    "/last-day",
    "/trustees",
)
PREVIEWS = tuple(f"/preview/{what}" for what in ("leaders", "employees", "customers", "card"))
RESPONDENTS = ("/e/{id}", "/e/{id}/thanks", "/c/{id}", "/c/{id}/card", "/c/{id}/thanks", "{leader}")


@pytest.fixture
def id(app, lead):
    id = an_open_box(app)
    with app.test_request_context(), writing():
        assessments.count_codes(id, 100, listed=True)
        job = jobs.add("close", id)
        jobs.fail(job, "OSError at closing.py:1")
    return id


@pytest.fixture
def leader(app, id):
    with app.test_request_context(), writing():
        return f"/l/{links.leader_token(leaders.invite(id, 'Anna'))}"


@pytest.fixture
def look(lead, browser, id, leader):
    """All that anybody can look at meanwhile, by address."""
    pages = {("/", lead), *((f"/assessments/{id}{end}", lead) for end in MANAGED + PREVIEWS)}
    pages |= {(address.format(id=id, leader=leader), browser) for address in RESPONDENTS}
    known = sorted((address, who) for address, who in pages if who.get(address).status != 404)

    def look():
        return {address: seen(who.get(address)) for address, who in known}

    assert len(known) > 15
    return look


def seen(page):
    """All of a page but what is drawn by lot for each."""
    headers = tuple(sorted(page.response.headers))
    return page.status, CHANCE.sub("", page.html), headers


def by_step(look, answer):
    """For each page, how many different ones were seen, at most, within one step."""
    found = {}
    for count in range(ANSWERS + 1):
        if count:
            answer()
        for address, page in look().items():
            found.setdefault(address, {}).setdefault(at_least(count), set()).add(page)
    return {address: max(map(len, steps.values())) for address, steps in found.items()}


@pytest.fixture
def votes(app, browser, id):
    """An employee answers."""
    codes = iter(some_codes(app, id, ANSWERS))

    def vote():
        answers = {"HEAD-M": "4", "code:link": next(codes)}
        response = browser.post(f"/e/{id}", answers, follow_redirects=False).response
        assert response.status_code == 303
        return response

    return vote


def test_no_page_changes_within_a_step_while_people_answer(browser, id, look, votes):
    def answer():
        votes()
        assert browser.post(f"/c/{id}", {"HEAD-M": "4"}).h1 == "Thank you"
        assert browser.post(f"/c/{id}/card", {"colour": "green"}).h1 == "Thank you"

    assert {address for address, pages in by_step(look, answer).items() if pages > 1} == set()


def test_a_page_that_counts_would_be_noticed(lead, id, votes, monkeypatch):
    monkeypatch.setattr("assess.ballots.box.at_least", lambda count: count)
    address = f"/assessments/{id}"

    assert by_step(lambda: {address: seen(lead.get(address))}, votes)[address] > 1


def test_what_who_answers_is_sent_is_the_same_for_everybody(browser, id, votes):
    pages = [f"/e/{id}", f"/e/{id}/thanks"]
    before = [seen(browser.get(address)) for address in pages]
    thanked = {(len(answer.data), len(answer.headers["Location"])) for answer in [votes() for _ in range(6)]}

    assert [seen(browser.get(address)) for address in pages] == before
    assert not {"ETag", "Last-Modified", "Set-Cookie"} & {
        name for _, _, headers in before for name, _ in headers
    }
    assert len(thanked) == 1


def test_how_far_opening_is_does_not_tell_how_many_ballots_there_are(app, id, votes):
    told = []
    for _ in range(7):
        votes()
    with app.app_context():
        closing.run(home_of(app), id, lambda *progress: told.append(progress))

    assert {total for _, _, total in told} == {100}
