"""Small teams are merged at opening, and what else employees may tell is set up with its price."""

import pytest

from assess.core.attributes import Attribute
from assess.core.merging import Merged
from tests.web.browser import Browser
from tests.web.building import an_assessment
from tests.web.conftest import sign_in
from tests.web.employing import found
from tests.web.test_setup import TOMORROW, open_it, token

SMALL = {"Desk": 24, "Legal": 3, "Store": 9}
YEARS = Attribute("Years employed", ("Less than 2", "2 to 10", "More than 10"))


def a_draft(app, **setup):
    return an_assessment(app, state="draft", closes_on=TOMORROW, **setup)


def change(lead, id, values):
    return lead.submit(lead.get(f"/assessments/{id}/set-up"), values, containing="teams")


def attributes(lead, app, id, values):
    page = change(lead, id, values)
    return page, found(app, id).attributes


def test_before_opening_it_is_said_what_will_be_merged_and_why(app, lead):
    page = lead.get(f"/assessments/{a_draft(app, teams=SMALL)}")

    assert "Teams of fewer than five people are merged at opening" in page.text
    assert "Legal (3), Store (9) → Legal + Store (12)" in page.text


def test_opening_merges_and_says_so_to_who_runs_it_and_to_employees(app, lead, browser):
    id = a_draft(app, teams=SMALL)
    page = open_it(lead, id)
    teams = [f.get("value") for f in browser.get(f"/e/{id}").all("input") if f.get("name") == "team"]

    assert found(app, id).teams == {"Desk": 24, "Legal + Store": 12}
    assert found(app, id).teams_merged == (Merged("Legal + Store", {"Legal": 3, "Store": 9}),)
    assert "At opening, teams of fewer than five people were merged" in page.text
    assert "Legal (3), Store (9) → Legal + Store (12)" in page.text
    assert teams == ["Desk", "Legal + Store", ""]


def test_undoing_the_opening_gives_the_teams_back(app, lead):
    id = a_draft(app, teams=SMALL)
    open_it(lead, id)
    lead.post(f"/assessments/{id}/unopen", {"csrf_token": token(lead)})
    assert found(app, id).teams == SMALL
    assert found(app, id).teams_merged == ()
    open_it(lead, id)

    assert found(app, id).teams == {"Desk": 24, "Legal + Store": 12}


def test_what_is_closing_keeps_its_teams_merged(app, lead):
    id = a_draft(app, teams=SMALL)
    open_it(lead, id)
    for move in ("close", "unopen", "reopen"):
        lead.client.post(f"/assessments/{id}/{move}", data={"csrf_token": token(lead)})

    assert found(app, id).state == "open"
    assert found(app, id).teams == {"Desk": 24, "Legal + Store": 12}


def test_where_everybody_ends_up_in_one_team_nobody_is_asked_for_it(app, lead, browser):
    id = a_draft(app, teams={"A": 2, "B": 2})
    assert "nobody is asked for theirs" in lead.get(f"/assessments/{id}").text
    open_it(lead, id)
    page = browser.get(f"/e/{id}")

    assert [f for f in page.all("input") if f.get("name") == "team"] == []
    assert found(app, id).head_count == 4


def test_a_small_team_among_teams_of_unknown_size_is_not_asked_for(app, lead):
    id = a_draft(app, teams={"A": None, "B": None, "C": 2})
    assert "no other team of known size to merge with" in lead.get(f"/assessments/{id}").text
    open_it(lead, id)

    assert found(app, id).teams == {"A": None, "B": None}


def test_a_larger_smallest_group_merges_more(app, lead):
    id = a_draft(app, teams=SMALL)
    change(lead, id, {"smallest_others": "10"})
    open_it(lead, id)

    assert found(app, id).teams == {"Desk": 24, "Legal + Store": 12}
    assert "fewer than ten people" in lead.get(f"/assessments/{id}").text


def test_the_preview_shows_the_teams_as_employees_will_see_them(app, lead):
    page = lead.get(f"/assessments/{a_draft(app, teams=SMALL)}/preview/employees")

    assert "Legal + Store" in page.text


# Attributes


def test_proposals_can_be_ticked_and_unticked(app, lead):
    id = a_draft(app)
    _, kept = attributes(lead, app, id, {"proposed": ["years"]})
    assert kept == (YEARS,)
    assert "Years employed: Less than 2, 2 to 10, More than 10" in lead.get(f"/assessments/{id}").text
    _, kept = attributes(lead, app, id, {})
    assert kept == (YEARS,)
    _, kept = attributes(lead, app, id, {"proposed": None})

    assert kept == ()


def test_a_proposal_speaks_the_language_of_who_ticks_it_and_is_known_in_the_other(app, lead):
    id = a_draft(app)
    dutch = Browser(app, "nl")
    sign_in(dutch, "lead@example.org")
    attributes(dutch, app, id, {"proposed": ["contact"]})
    page = lead.get(f"/assessments/{id}/set-up")
    [ticked] = [f for f in page.all("input") if f.get("name") == "proposed" and f.get("checked") is not None]

    assert ticked.get("value") == "contact"


def test_an_attribute_in_own_words_is_kept_as_written(app, lead):
    id = a_draft(app)
    own = {"attribute_1": "Shift", "choices_1": "Day\n\nNight ", "proposed": ["years"]}
    _, kept = attributes(lead, app, id, own)
    assert kept == (YEARS, Attribute("Shift", ("Day", "Night")))
    _, kept = attributes(lead, app, id, {})

    assert kept == (YEARS, Attribute("Shift", ("Day", "Night")))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param(
            {"proposed": ["years", "contact"], "attribute_1": "Shift", "choices_1": "Day\nNight"},
            ["Two is the most"],
            id="three",
        ),
        pytest.param({"proposed": ["age"]}, ["no longer exists"], id="no proposal of ours"),
        pytest.param({"attribute_1": "Team", "choices_1": "a\nb"}, ["choose their team already"], id="team"),
        pytest.param({"attribute_1": "Shift"}, ["Write two to six broad choices"], id="no choices"),
        pytest.param({"choices_1": "Day\nNight"}, ["Write what these are choices of"], id="no name"),
        pytest.param({"attribute_1": "S", "choices_1": "a\nA"}, ["“A” stands on line 1 already"], id="twice"),
        pytest.param(
            {"attribute_1": "S", "choices_1": "abcdefg".replace("", "\n")}, ["two to six"], id="seven"
        ),
        pytest.param({"attribute_1": "S", "choices_1": "x" * 101 + "\ny"}, ["longer than 100"], id="long"),
        pytest.param(
            {"attribute_1": "S" * 101, "choices_1": "x\ny"}, ["101 characters long"], id="long name"
        ),
        pytest.param(
            {"attribute_1": "S", "choices_1": "a\nb", "attribute_2": "s", "choices_2": "a\nb"},
            ["“s” is there already"],
            id="the same name",
        ),
        pytest.param(
            {"proposed": ["years"], "attribute_1": "years employed", "choices_1": "a\nb"},
            ["“years employed” is there already"],
            id="the name of a proposal",
        ),
        pytest.param(
            {"attribute_1": "team", "choices_1": "a", "choices_2": "a\na", "proposed": ["years", "contact"]},
            ["team already", "Two is the most", "two to six", "what these are choices of", "on line 1"],
            id="all at once",
        ),
    ],
)
def test_attributes_that_cannot_be_asked_are_told(app, lead, values, told):
    id = a_draft(app)
    page, kept = attributes(lead, app, id, values)

    assert "your attention" in page.text
    for said in told:
        assert said in page.text, said
    assert kept == ()


def test_how_much_will_probably_stay_hidden_is_said_before_opening(app, lead):
    thin = a_draft(app, teams={"A": 20, "B": 90}, attributes=[YEARS])
    rich = a_draft(app, teams={"A": 90, "B": 90}, attributes=[YEARS])
    thinner = a_draft(app, teams={"A": 20, "B": 30}, attributes=[YEARS])

    assert "will stay hidden" not in lead.get(f"/assessments/{thin}").text
    assert "will stay hidden" not in lead.get(f"/assessments/{rich}").text
    assert "Probably three of six combinations" in lead.get(f"/assessments/{thinner}").text
