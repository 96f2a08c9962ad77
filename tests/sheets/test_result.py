"""A report as JSON: exactly the keys that others script against."""

import json

import pytest

from assess.core.report import report
from assess.sheets.result import as_json
from tests.core import building
from tests.sheets.sets import a_set

THEME = {"n", "score", "lo", "hi", "ad", "agree"}
MATURITY = {"status", "level", "uncapped", "held_by", "blind_spots", "evidenced", "evidence"}
ITEM = {"n", "counts", "dont_know", "not_applicable", "mean", "median", "split"}
SHARE = {"agree_share", "lo", "hi"}


def leader(topic="3", knows="shown", m1="4", head="5", guess="60"):
    return f"leaders,,{guess},{guess},{topic},{knows},{m1},,,{head},,\n"


def employee(team="Sales", m1="4", e1="2", e2="1", head="4"):
    return f"employees,{team},,,,,{m1},{e1},{e2},{head},,\n"


def customer(m1="2", head="2", nps="9"):
    return f"customers,,,,,,{m1},,,{head},{nps},\n"


HEADER = "audience,team,guess-employees,guess-customers,T-1,T-1:evidence,M-1,E-1,E-2,HEAD,NPS,OPEN\n"


@pytest.fixture
def result(responses):
    def result(*rows):
        return json.loads(as_json(report(a_set(), responses(HEADER + "".join(rows)))))

    return result


@pytest.fixture
def full(result):
    teams = [employee("Sales", m1=str(1 + place % 5)) for place in range(6)] + [employee("IT")] * 5
    return result(*[leader()] * 3, *teams, *[customer()] * 11)


def test_the_parts_of_a_result(full):
    assert set(full) == {"schema", "questionnaires", "audiences", "withheld", "gaps", "guesses", "plan"}
    assert full["schema"] == 1
    assert set(full["audiences"]) == {"leaders", "employees", "customers"}


def test_a_questionnaire_is_told_by_its_fingerprint(full):
    [told] = full["questionnaires"]

    assert told == {"id": "theme", "version": 1, "sha256": a_set().questionnaires[0].sha256()}


def test_leaders_have_topics_and_an_overall_view(full):
    leaders = full["audiences"]["leaders"]

    assert set(leaders) == {"n", "hidden", "response_rate", "themes", "items", "overall"}
    assert set(leaders["themes"]["theme"]) == THEME | MATURITY
    assert leaders["themes"]["theme"]["evidence"] == {"assume": 0, "heard": 0, "measured": 0, "shown": 3}
    assert set(leaders["overall"]) == {"score", "status", "missing", "level", "uncapped"}
    assert set(leaders["items"]["T-1"]) == ITEM
    assert set(leaders["items"]["M-1"]) == ITEM | SHARE


def test_employees_have_statements_and_teams(full):
    employees = full["audiences"]["employees"]

    assert set(employees) == {"n", "hidden", "response_rate", "themes", "items", "teams"}
    assert set(employees["themes"]["theme"]) == THEME | {"alpha"}
    assert list(employees["teams"]) == ["IT", "Sales"]
    assert set(employees["teams"]["Sales"]) == {"n", "hidden", "themes"}
    assert set(employees["teams"]["Sales"]["themes"]["theme"]) == THEME | {"alpha"}


def test_customers_have_the_standard_questions_of_the_set_and_no_open_ones(full):
    customers = full["audiences"]["customers"]

    assert set(customers) == {"n", "hidden", "response_rate", "themes", "items", "standard"}
    assert {role: set(told) for role, told in customers["standard"].items()} == {
        "recommend": {"n", "nps", "lo", "hi"}
    }
    assert set(customers["items"]) == {"M-1", "HEAD", "NPS"}
    assert set(customers["items"]["NPS"]) == ITEM | SHARE


def test_counts_have_a_place_for_every_point_of_the_scale(full):
    assert full["audiences"]["customers"]["items"]["NPS"]["counts"] == [0] * 9 + [11, 0]
    assert full["audiences"]["employees"]["items"]["E-2"]["counts"] == [0, 0, 0, 0, 11, 0, 0]
    assert full["audiences"]["employees"]["items"]["E-2"]["agree_share"] is None


def test_a_gap_has_both_sides(full):
    pairs = [(gap["statement"], gap["a"], gap["b"]) for gap in full["gaps"]]

    assert pairs == [
        (statement, a, b)
        for statement in ("M-1", "HEAD")
        for a, b in (("leaders", "customers"), ("leaders", "employees"), ("employees", "customers"))
    ]
    assert set(full["gaps"][0]) == {
        *("statement", "theme", "a", "b", "k_a", "n_a", "k_b", "n_b"),
        *("gap_pp", "lo_pp", "hi_pp", "verdict"),
    }
    assert (full["gaps"][0]["gap_pp"], full["gaps"][0]["verdict"]) == (100, "clear_gap")
    assert full["gaps"][-1]["theme"] is None


def test_a_guess_stands_beside_what_is(full):
    guess = full["guesses"]["customers"]

    assert set(full["guesses"]) == {"employees", "customers"}
    assert set(guess) == {"n", "mean", "min", "max", "actual", "lo", "hi", "off_by"}
    assert (guess["mean"], guess["min"], guess["max"], guess["actual"], guess["off_by"]) == (
        60,
        60,
        60,
        0,
        60,
    )


def test_a_plan_has_every_part_even_when_there_is_no_action(full):
    assert full["plan"] == {
        "days_0_30": [],
        "days_31_60": [],
        "days_61_90": [],
        "later": [],
        "blocked": [],
        "without_action": ["T-1"],
    }


def test_a_small_audience_is_hidden_and_says_nothing_else(result):
    audiences = result(*[leader()] * 3, *[employee()] * 4, *[customer()] * 5)["audiences"]

    assert audiences["employees"] == {"hidden": True, "n": None, "response_rate": None}
    assert audiences["customers"]["hidden"] is False


def test_an_audience_of_nobody_says_so(result):
    audiences = result(employee())["audiences"]

    assert audiences["customers"] == {"hidden": True, "n": 0, "response_rate": None}
    assert (audiences["leaders"]["n"], audiences["leaders"]["hidden"]) == (0, False)
    assert audiences["leaders"]["themes"]["theme"]["score"] is None
    assert audiences["leaders"]["themes"]["theme"]["status"] == "none"


def test_a_small_team_is_hidden_and_so_is_the_next(result):
    teams = [employee("Sales")] * 9 + [employee("IT")] * 3 + [employee("Legal")] * 7
    shown = result(*teams)["audiences"]["employees"]["teams"]

    assert shown["IT"] == shown["Legal"] == {"hidden": True, "n": None}
    assert shown["Sales"]["n"] == 9


def test_a_cell_that_few_answered_is_null(result):
    employees = [employee()] * 5 + [employee(e1="")] * 3
    items = result(*employees, *[employee(m1="", e1="3")])["audiences"]["employees"]["items"]
    few = result(*[employee()] * 4, *[employee(e1="")])["audiences"]["employees"]["items"]

    assert items["E-1"]["n"] == 6
    assert few["E-1"] is None


def test_a_theme_on_which_few_leaders_have_a_score_is_null_and_one_without_any_says_so(result):
    few = result(*[leader(topic="dk")] * 2, leader())["audiences"]["leaders"]["themes"]
    none = result(*[leader(topic="dk")] * 3)["audiences"]["leaders"]["themes"]

    assert few["theme"] is None
    assert (none["theme"]["n"], none["theme"]["status"], none["theme"]["score"]) == (0, "insufficient", None)


def test_two_leaders_show_a_score_and_a_level_and_no_more(result):
    leaders = result(leader(), leader())["audiences"]["leaders"]

    assert leaders["items"] == {}
    assert (leaders["themes"]["theme"]["score"], leaders["themes"]["theme"]["level"]) == (50, 3)
    assert leaders["themes"]["theme"]["lo"] is None


def test_standard_questions_that_few_answered_are_null(result):
    customers = result(*[customer()] * 4, *[customer(nps="")] * 3)["audiences"]["customers"]

    assert customers["standard"] == {"recommend": None}


def test_the_text_is_the_same_for_the_same_report(responses):
    text = HEADER + leader() * 3 + employee("Café") * 5
    first, second = (as_json(report(a_set(), responses(text))) for _ in range(2))

    assert first == second
    assert first.endswith("\n}\n")
    assert '"Café"' in first
    assert first == json.dumps(json.loads(first), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_what_two_leaders_rest_on_is_withheld_and_not_called_none(result):
    theme = result(leader("1"), leader("5"))["audiences"]["leaders"]["themes"]["theme"]

    assert theme["level"] == 3
    assert (theme["held_by"], theme["blind_spots"], theme["evidence"]) == (None, None, None)


@pytest.fixture
def groups():
    """Employees of two sites, of whom those of one all said the same; one would rather not say."""
    asked = building.a_set(building.a_questionnaire("service", building.a_statement("A", "e")))
    sites = {"Site": "-*6 North*6 South*10"}
    employees = building.sheets({"A": "1 2 3 4 5 1 5*6 1 2 3 4 5 1 2 3 4 5"}, attributes=sites)
    return json.loads(as_json(report(asked, building.responses(employees=employees))))


def test_groups_are_told_by_what_they_chose(groups):
    told = groups["audiences"]["employees"]["groups"]

    assert [(group["choices"], group["n"], group["hidden"]) for group in told] == [
        ({"Site": "North"}, 6, False),
        ({"Site": "South"}, 10, False),
    ]


def test_a_figure_that_is_a_bound_says_so(groups):
    north, south = (group["themes"]["service"] for group in groups["audiences"]["employees"]["groups"])

    assert (north["capped"], north["score"]) == ("at_least", 100 - 25 / 6)
    assert "capped" not in south


def test_what_is_withheld_has_its_reason(groups):
    assert {"choices": {"Site": "North"}, "theme": "service", "item": None, "reason": "unanimous"} in groups[
        "withheld"
    ]
