"""What a spreadsheet may look like, and what is read from it."""

import codecs
from dataclasses import replace

import numpy as np
import pytest

from assess import loading, paths
from assess.core.questionnaire import Questionnaire
from assess.core.responses import DONT_KNOW, MISSING, NOT_APPLICABLE
from assess.sheets.reading import read
from tests.sheets.sets import a_set


def test_each_audience_gets_the_columns_it_is_asked(responses):
    read = responses("audience,M-1,E-1,NPS\nleaders,5,,\nemployees,4,2,\ncustomers,3,,9\n")

    assert {audience: read.of(audience).n for audience in ("leaders", "employees", "customers")} == {
        "leaders": 1,
        "employees": 1,
        "customers": 1,
    }
    assert read.of("employees").items["E-1"].tolist() == [2]
    assert set(read.of("customers").items) == {"M-1", "NPS"}


def test_what_employees_wrote_is_read_and_makes_no_figure(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("audience,HEAD-M,CUS-OPEN\nemployees,4,Call back sooner\n")
    found = read(str(path), loading.load(paths.QUESTIONNAIRES).set, lambda _: None).of("employees")

    assert found.n == 1
    assert found.items.keys() == {"HEAD-M"}


def test_nothing_dont_know_and_not_applicable_stay_different(responses):
    read = responses("audience,M-1,HEAD\nemployees,,x\n".replace("x", "dk") + "employees,na,3\n")

    assert read.of("employees").items["M-1"].tolist() == [MISSING, NOT_APPLICABLE]
    assert read.of("employees").items["HEAD"].tolist() == [DONT_KNOW, 3]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        pytest.param("DK", DONT_KNOW, id="capitals"),
        pytest.param("Na", NOT_APPLICABLE, id="mixed"),
        pytest.param("  dk ", DONT_KNOW, id="spaces around"),
        pytest.param(" 4 ", 4, id="number with spaces"),
        pytest.param("\u00a04", 4, id="the space of a web page"),
        pytest.param("04", 4, id="a nought in front"),
        pytest.param('"4"', 4, id="quoted"),
        pytest.param("   ", MISSING, id="only spaces"),
    ],
)
def test_a_cell_may_be_written_in_many_ways(responses, cell, answer):
    assert responses(f"audience,M-1\nemployees,{cell}\n").of("employees").items["M-1"].tolist() == [answer]


def test_a_scale_may_go_below_zero(responses):
    assert responses("audience,E-2\nemployees,-3\nemployees,3\n").of("employees").items["E-2"].tolist() == [
        -3,
        3,
    ]


def test_answers_are_kept_as_one_byte_each(responses):
    assert responses("audience,M-1\nemployees,4\n").of("employees").items["M-1"].dtype == np.int8


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("audience,team,M-1\nemployees,Sales,4\n", id="commas"),
        pytest.param("audience;team;M-1\nemployees;Sales;4\n", id="semicolons"),
        pytest.param(codecs.BOM_UTF8 + b"audience,team,M-1\nemployees,Sales,4\n", id="byte order mark"),
        pytest.param("audience,team,M-1\r\nemployees,Sales,4\r\n", id="line ends of Windows"),
        pytest.param("audience,team,M-1\nemployees,Sales,4", id="no line break at the end"),
        pytest.param(" audience , team ,M-1\n Employees , Sales ,4\n", id="spaces around names"),
        pytest.param('"audience","team","M-1"\n"employees","Sales","4"\n', id="everything quoted"),
        pytest.param("M-1,audience,team\n4,employees,Sales\n", id="another order"),
        pytest.param("\n\naudience,team,M-1\nemployees,Sales,4\n", id="blank lines above"),
        pytest.param("audience,team,M-1,\nemployees,Sales,4,\n", id="a column without name or content"),
        pytest.param("audience,team,M-1\nemployees,Sales,4,,,\n", id="empty cells beyond the header"),
        pytest.param("audience,team,M-1,E-1\nemployees,Sales,4\n", id="fewer cells than the header"),
    ],
)
def test_the_same_answers_in_many_shapes(responses, content):
    employees = responses(content).of("employees")

    assert (employees.n, employees.team_names, employees.items["M-1"].tolist()) == (1, ("Sales",), [4])


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("# a comment", id="comment"),
        pytest.param('# a "quote, not closed', id="comment with a quote"),
        pytest.param('"# a comment, as Excel keeps it",,', id="comment in quotes"),
        pytest.param("", id="blank"),
        pytest.param(",,", id="only separators"),
        pytest.param("  , ,", id="only spaces"),
    ],
)
def test_some_lines_are_skipped(responses, line):
    employees = responses(f"audience,team,M-1\n{line}\nemployees,Sales,4\n{line}\n").of("employees")

    assert employees.items["M-1"].tolist() == [4]


def test_an_id_that_begins_as_a_guess_is_an_item(tmp_path):
    topic = replace(a_set().questionnaires[0].topics[0], id="guess-1")
    questionnaires = replace(
        a_set(), questionnaires=(Questionnaire("one", 1, {"en": "One"}, topics=(topic,)),)
    )
    (tmp_path / "r.csv").write_text("audience,guess-1\nleaders,4\n")
    read_back = read(str(tmp_path / "r.csv"), questionnaires, lambda _: None)

    assert read_back.of("leaders").item("guess-1").tolist() == [4]


def test_a_row_that_begins_with_a_hash_in_quotes_is_somebodys_answer(responses):
    read = responses('team,audience,M-1\n"#1 Shop",employees,4\n"#1 Shop",employees,5\n')

    assert (read.of("employees").n, read.of("employees").team_names) == (2, ("#1 Shop",))


def test_a_hash_inside_a_quoted_text_is_no_comment(responses):
    read = responses('audience,OPEN,M-1\ncustomers,"first line\n# second line",4\ncustomers,,5\n')

    assert read.of("customers").items["M-1"].tolist() == [4, 5]


def test_only_a_header_means_that_nobody_answered(responses):
    assert responses("audience,M-1\n").n == 0


def test_a_team_is_found_whatever_the_order_of_the_rows(responses):
    employees = responses(
        "audience,team,M-1\nemployees,Sales,1\nemployees,Billing,2\nemployees,,3\nemployees,Sales,4\n"
    ).of("employees")

    assert employees.team_names == ("", "Billing", "Sales")
    assert employees.teams.tolist() == [2, 1, 0, 2]
    assert employees.teams.dtype == np.int32


def test_without_any_team_there_are_none(responses):
    assert responses("audience,team,M-1\nemployees,,1\nemployees, ,2\n").of("employees").teams is None


def test_two_ways_to_write_an_accent_are_one_team(responses):
    read = responses("audience,team,M-1\nemployees,Café,1\nemployees,Cafe\u0301,2\n")

    assert read.of("employees").team_names == ("Café",)


def test_leaders_say_how_they_know_and_guess(responses):
    leaders = responses(
        "audience,respondent,guess-employees,guess-customers,T-1,T-1:evidence\n"
        "leaders,ann,60,0,3,Shown\nleaders,bob,,100,4, heard \nleaders,,,,dk,\n"
    ).of("leaders")

    assert leaders.evidence["T-1"].tolist() == [3, 1, MISSING]
    assert leaders.guesses["employees"].tolist() == [60, MISSING, MISSING]
    assert leaders.guesses["customers"].tolist() == [0, 100, MISSING]


def test_names_of_leaders_are_not_kept(responses):
    leaders = responses("audience,respondent,M-1\nleaders,ann,4\n").of("leaders")

    assert "ann" not in repr(leaders)


def test_an_open_answer_may_be_long_and_is_not_kept(responses):
    customers = responses(f"audience,OPEN,M-1\ncustomers,{'x' * 2000},4\n").of("customers")

    assert set(customers.items) == {"M-1"}


def test_progress_tells_how_many_rows_were_read(tmp_path):
    told = []
    path = tmp_path / "r.csv"
    path.write_text("audience,M-1\n" + "employees,4\n" * 250_000)

    read(str(path), a_set(), told.append)

    assert told == sorted(told)
    assert len(told) >= 2
    assert told[-1] <= 250_000


def test_rows_of_many_batches_stay_in_order(responses):
    answers = [1 + place % 5 for place in range(230_000)]
    read = responses("audience,M-1\n" + "".join(f"employees,{answer}\n" for answer in answers))

    assert read.of("employees").items["M-1"].tolist() == answers
