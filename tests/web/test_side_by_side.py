"""Groups of employees side by side: what may be shown, beside the whole; what may not is refused in words."""

from types import SimpleNamespace

import pytest

from assess.core.attributes import Attribute
from assess.core.questionnaire import LEADERS
from assess.store import db
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import add_account, sign_in
from tests.web.product import product

YEARS = Attribute("Years here", ("Up to two", "Longer"))
WORK = Attribute("Kind of work", ("With customers", "Behind the scenes", "In the field"))
TEAMS = ["Billing", "Customer service", "Field engineers", "IT", "Legal", "Sales"]


@pytest.fixture(scope="module")
def results(tmp_path_factory, empty_home):
    """An assessment with teams and two attributes; tests here only read it."""
    home = tmp_path_factory.mktemp("groups")
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    add_account(app, "lead@example.org", "Lea de Lead")
    lead = Browser(app)
    sign_in(lead, "lead@example.org")
    id = building.an_assessment_with_results(app, building.Group(3, 140, 0), attributes=(YEARS, WORK))
    yield SimpleNamespace(app=app, home=home, id=id, lead=lead)
    with app.app_context():
        db.engine.dispose()


def asked(results, *by, language="en"):
    query = [("of" if place else "by", key) for place, key in enumerate(by)]
    address = f"/assessments/{results.id}/groups"
    return results.lead.get(address, query_string=query, headers={"Accept-Language": language})


def lanes(page):
    """The groups of the first theme."""
    first = next(ul for ul in page.all("ul") if ul.get("class") == "lanes")
    return [li.find("p").text for li in first.findall("li") if li.find("p") is not None]


# It works


def test_first_all_teams_stand_side_by_side_beside_the_whole(results):
    page = asked(results)

    assert page.h1 == "Teams side by side"
    assert lanes(page) == ["All employees", "Billing", "Customer service", "Field engineers", "Sales"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_choices_of_an_attribute_stand_in_their_order(results, language):
    page = asked(results, "attribute-2", language=language)

    assert (page.status, page.tree.get("lang")) == (200, language)
    assert lanes(page)[1:] == list(WORK.choices)


def test_beside_the_groups_within_a_choice_stands_all_of_that_choice(results):
    page = asked(results, "attribute-1", "team.2")

    assert page.h1 == "Customer service, side by side: Years here"
    assert lanes(page) == ["All employees", "Customer service", *YEARS.choices]


def test_every_number_says_n_and_stands_in_a_table_as_well(results):
    page = asked(results, "attribute-1")
    told = [p for p in page.all("p") if p.get("class") == "told-lane"]

    assert len(told) == 3 * 6
    assert all("n\u00a0=\u00a0" in "".join(p.itertext()) for p in told)
    assert [th.text for th in page.all("tbody//th")] == ["All employees", *YEARS.choices]


def test_what_was_chosen_stays_chosen(results):
    chosen = [
        o.get("value")
        for o in asked(results, "attribute-1", "team.2").all("option")
        if "selected" in o.attrib
    ]

    assert chosen == ["attribute-1", "team.2"]


def test_the_way_to_it_stands_below_the_results(results):
    page = results.lead.get(f"/assessments/{results.id}/teams")

    assert page.links()["Groups side by side"] == f"/assessments/{results.id}/groups"


# What may not be shown


def test_a_group_that_is_too_small_is_refused_in_words(results):
    page = asked(results, "attribute-1", "team.5")

    assert "None of these groups can be shown" in page.text
    refused = ["".join(li.itertext()) for li in page.all("main//ul/li")]
    assert "Legal: fewer than five people answered" in refused
    assert "Legal × Up to two: fewer than five people answered" in refused
    assert not [svg for svg in page.all("svg") if svg.get("role") == "img"]


@pytest.mark.parametrize(
    ("by", "told"),
    [
        pytest.param(["years"], "There is nothing called “years”", id="unknown"),
        pytest.param(["team.99"], "There is nothing called “team.99”", id="no such team"),
        pytest.param(["team", "team.2"], "one choice of something else", id="the same twice"),
        pytest.param(["team", "attribute-1"], "one choice of something else", id="two to divide by"),
        pytest.param(["team.2"], "first by what to divide", id="nothing to divide by"),
        pytest.param(["team", "attribute-1.1", "attribute-2.1"], "Choose two things at most", id="three"),
        pytest.param(["<b>"], "There is nothing called “<b>”", id="a tag"),
    ],
)
def test_what_cannot_be_asked_for_is_told_with_the_way_out(results, by, told):
    page = asked(results, *by)

    assert (page.status, page.h1) == (400, "This cannot be compared")
    assert told in page.text
    assert [field.get("name") for field in page.form("by").iter("select")] == ["by", "of"]


def test_every_problem_is_told_at_once(results):
    page = asked(results, "x", "y", "z")

    assert len(page.all("*[@role='alert']//li")) == 4


def test_where_there_are_neither_teams_nor_attributes_there_is_no_such_page(app, lead):
    id = building.an_assessment(app, state="closed", audiences=(LEADERS,), teams={})

    assert lead.get(f"/assessments/{id}/groups").status == 404
