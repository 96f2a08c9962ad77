"""Groups of employees: by an attribute, by two, or by a team and an attribute."""

import pytest

from assess.core.cells import Withheld
from assess.core.report import report
from tests.core.building import a_questionnaire, a_set, a_statement, responses, sheets

SET = a_set(a_questionnaire("service", a_statement("A", "e")))
SITE = ("Site", "North")


def published(answers, **more):
    return report(SET, responses(employees=sheets({"A": answers}, **more))).published


@pytest.fixture
def two_sites():
    """Forty people: two teams, two sites, twenty each; half of each team at each site."""
    return published(
        "2 3*8 4 2*10 4*10 5*5 4*5",
        teams="care*20 sales*20",
        attributes={"Site": "North*10 South*10 North*10 South*10"},
    )


def test_a_group_has_the_figures_of_its_people(two_sites):
    groups = two_sites.audiences["employees"].groups

    assert {group: (figures.n, figures.themes["service"].score) for group, figures in groups.items()} == {
        (("Site", "North"),): (20, 62.5),
        (("Site", "South"),): (20, 56.25),
        (("team", "care"), ("Site", "North")): (10, 50),
        (("team", "care"), ("Site", "South")): (10, 25),
        (("team", "sales"), ("Site", "North")): (10, 75),
        (("team", "sales"), ("Site", "South")): (10, 87.5),
    }


def test_the_order_of_choices_does_not_matter(two_sites):
    care = ("team", "care")

    assert two_sites.group([SITE, care]) == two_sites.group([care, SITE])
    assert two_sites.group([SITE]).n == 20


def test_a_team_alone_and_everybody_are_groups_too(two_sites):
    assert two_sites.group([("team", "care")]) == two_sites.audiences["employees"].teams["care"]
    assert two_sites.group([]).n == 40


def test_a_group_that_nobody_belongs_to_is_told_as_too_few(two_sites):
    assert two_sites.group([("Site", "West")]) == Withheld((("Site", "West"),), None, "too_few")


def test_who_would_rather_not_say_is_in_the_total_and_in_no_group():
    found = published("1*5 3*10 5*10", attributes={"Site": "-*5 North*10 South*10"})

    assert set(found.audiences["employees"].groups) == {(("Site", "North"),), (("Site", "South"),)}
    assert found.group([]).n == 25


def test_without_attributes_there_are_no_groups():
    assert dict(published("1*10 5*10", teams="care*10 sales*10").audiences["employees"].groups) == {}


def test_a_small_group_is_too_few_and_the_one_beside_it_its_complement():
    found = published(" ".join(["1", "2", "3", "4", "5"] * 8), attributes={"Site": "North*3 South*7 West*30"})

    north, south = (found.group([("Site", site)]) for site in ("North", "South"))
    assert (north.reason, south.reason) == ("too_few", "complement")
    assert found.group([("Site", "West")]).n == 30


def test_who_would_rather_not_say_is_no_remainder():
    found = published(" ".join(["1", "2", "3", "4", "5"] * 4), attributes={"Site": "-*2 North*8 South*10"})

    assert [one.group for one in found.withheld if one.theme is None] == [(SITE,)]


def test_a_small_group_beside_a_large_one_in_a_group_near_the_end_is_pinned():
    answers = "5*4 5 4  1 2 3 4 5 1 2 3 4 5"
    attributes = {"Site": "North*6 South*10", "Age": "young*4 old*7 young*5"}
    found = published(answers, attributes=attributes)

    assert {one.reason for one in found.withheld} >= {"pinned"}


def test_three_choices_at_once_are_never_shown():
    three = [SITE, ("team", "care"), ("Age", "old")]
    attributes = {"Site": "North*20", "Age": "old*20"}

    assert isinstance(published("1*10 5*10", teams="care*20", attributes=attributes).group(three), Withheld)
