"""Every problem of a spreadsheet is told with its line, its column and a way out."""

import os
import re

import pytest

from assess.sheets.lines import LONGEST
from assess.sheets.problems import InvalidResponses
from assess.sheets.reading import read
from tests.sheets.sets import a_set

SAVE = "save the file as 'CSV UTF-8'"
SHARE = "is not a share from 0 to 100; write a whole number from 0 to 100, or nothing"
HEADER = "audience,team,respondent,guess-employees,guess-customers,T-1,T-1:evidence,M-1,E-1,NPS,OPEN\n"
PLACES = {name: place for place, name in enumerate(HEADER.strip().split(","))}


def row(**cells):
    """A row of `HEADER`; names are written with underscores, `_evidence` for the evidence of T-1."""
    named = {name.replace("_", "-"): cell for name, cell in cells.items()}
    if "-evidence" in named:
        named["T-1:evidence"] = named.pop("-evidence")
    line = [""] * len(PLACES)
    for name, cell in named.items():
        line[PLACES[name]] = cell
    return ",".join(line) + "\n"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        pytest.param(
            {"audience": "employees", "M_1": "7"},
            "2:M-1: 7 is not on the scale 1 to 5; write a whole number from 1 to 5, dk, na or nothing",
            id="above the scale",
        ),
        pytest.param(
            {"audience": "customers", "NPS": "-1"},
            "2:NPS: -1 is not on the scale 0 to 10; write a whole number from 0 to 10, dk, na or nothing",
            id="below the scale",
        ),
        pytest.param(
            {"audience": "employees", "M_1": "3.0"},
            "2:M-1: '3.0' is not on the scale 1 to 5; write a whole number from 1 to 5, dk, na or nothing",
            id="a decimal",
        ),
        pytest.param(
            {"audience": "employees", "M_1": '"3,5"'},
            "2:M-1: '3,5' is not on the scale 1 to 5; write a whole number from 1 to 5, dk, na or nothing",
            id="a decimal with a comma",
        ),
        pytest.param(
            {"audience": "employees", "M_1": "٤"},
            "2:M-1: '٤' is not on the scale 1 to 5; write a whole number from 1 to 5, dk, na or nothing",
            id="a digit of another script",
        ),
        pytest.param(
            {"audience": "employees", "M_1": "n/a"},
            "2:M-1: 'n/a' is not on the scale 1 to 5; did you mean 'na'?",
            id="nearly na",
        ),
        pytest.param(
            {"audience": "employees", "M_1": "=A1+1"},
            "2:M-1: '=A1+1' is a formula; save its value instead",
            id="a formula",
        ),
        pytest.param(
            {"audience": "customers", "OPEN": "=1+1"},
            "2:OPEN: '=1+1' is a formula; save its value instead",
            id="formula as text",
        ),
        pytest.param(
            {"audience": "customers", "OPEN": "x" * 2001},
            "2:OPEN: 2,001 characters; shorten it to 2,000",
            id="a long text",
        ),
        pytest.param(
            {"audience": "leaders", "T_1": "3", "_evidence": "measurd"},
            "2:T-1:evidence: 'measurd' is not a kind of evidence; did you mean 'measured'?",
            id="nearly evidence",
        ),
        pytest.param(
            {"audience": "leaders", "T_1": "3", "_evidence": "yes"},
            "2:T-1:evidence: 'yes' is not a kind of evidence; "
            "write assume, heard, measured, shown or nothing",
            id="no evidence",
        ),
        pytest.param(
            {"audience": "leaders", "guess_customers": "101"},
            f"2:guess-customers: 101 {SHARE}",
            id="a guess above 100",
        ),
        pytest.param(
            {"audience": "leaders", "guess_employees": "60%"},
            f"2:guess-employees: '60%' {SHARE}",
            id="a guess with a sign",
        ),
        pytest.param(
            {"audience": "leaders", "guess_employees": "dk"},
            f"2:guess-employees: 'dk' {SHARE}",
            id="no guess",
        ),
        pytest.param(
            {"audience": "leader", "M_1": "3"},
            "2:audience: 'leader' is not an audience; did you mean 'leaders'?",
            id="one leader",
        ),
        pytest.param(
            {"audience": "xyz", "M_1": "3"},
            "2:audience: 'xyz' is not an audience; write leaders, employees or customers",
            id="an unknown audience",
        ),
        pytest.param(
            {"M_1": "3"}, "2:audience: no audience; write leaders, employees or customers", id="no audience"
        ),
        pytest.param(
            {"audience": "customers", "E_1": "3"},
            "2:E-1: '3' stands in a column for employees only; leave it empty",
            id="not asked",
        ),
        pytest.param(
            {"audience": "employees", "T_1": "dk"},
            "2:T-1: 'dk' stands in a column for leaders only; leave it empty",
            id="don't know where nothing was asked",
        ),
        pytest.param(
            {"audience": "employees", "_evidence": "shown"},
            "2:T-1:evidence: 'shown' stands in a column for leaders only; leave it empty",
            id="evidence of an employee",
        ),
        pytest.param(
            {"audience": "employees", "respondent": "ann"},
            "2:respondent: 'ann' stands in a column for leaders only; leave it empty",
            id="an employee by name",
        ),
        pytest.param(
            {"audience": "customers", "team": "Sales"},
            "2:team: 'Sales' stands in a column for employees only; leave it empty",
            id="a customer in a team",
        ),
        pytest.param(
            {"audience": "employees", "team": "=Sales"},
            "2:team: '=Sales' is a formula; save its value instead",
            id="formula as team",
        ),
        pytest.param(
            {"audience": "employees", "team": "@Sales"},
            "2:team: '@Sales' starts as a formula does; begin with a letter or a number",
            id="nearly a formula as team",
        ),
        pytest.param(
            {"audience": "employees", "team": "x" * 101},
            "2:team: 101 characters; shorten it to 100",
            id="a long team",
        ),
        pytest.param(
            {"audience": "employees", "team": "Sa\u202eles"},
            "2:team: 'Sa\\u202eles' has invisible characters; type it again",
            id="a team that turns the reading direction",
        ),
        pytest.param(
            {"audience": "employees", "team": "Sa\x1b[31mles"},
            "2:team: 'Sa\\x1b[31mles' has invisible characters; type it again",
            id="a team that colours the terminal",
        ),
    ],
)
def test_a_wrong_cell(problems, cells, problem):
    assert problems(HEADER + row(**cells)) == [problem]


def test_a_name_of_a_leader_stands_once(problems):
    again = row(audience="leaders", respondent="ann") + row(audience="leaders", respondent=" ann ")

    assert problems(HEADER + again) == ["3:respondent: 'ann' stands in line 2 too; give each leader one row"]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        pytest.param(
            "audience,OPENS", "1:OPENS: 'OPENS' is not a column; did you mean 'OPEN'?", id="unknown and near"
        ),
        pytest.param(
            "audience,E-3",
            "1:E-3: 'E-3' is not a column; did you mean 'E-2' or 'E-1'?",
            id="unknown and near two",
        ),
        pytest.param(
            "AUDIENCE,audience",
            "1:AUDIENCE: 'AUDIENCE' is not a column; did you mean 'audience'?",
            id="other case",
        ),
        pytest.param(
            "audience,question 7",
            "1:question 7: 'question 7' is not a column; remove it, or take a name from `assess template`",
            id="unknown",
        ),
        pytest.param(
            "audience,M-1:evidence",
            "1:M-1:evidence: only topics have evidence, and 'M-1' is none; remove this column",
            id="evidence of a statement",
        ),
        pytest.param(
            "audience,M-1,M-1", "1:M-1: 'M-1' stands there twice, in columns 2 and 3; keep one", id="doubled"
        ),
        pytest.param(
            "team,M-1",
            "1:-: there is no column 'audience'; add it, with leaders, employees or customers in each row",
            id="no audience",
        ),
        pytest.param(
            "employees,4,5",
            "1:-: this line names no column; begin with one that does, such as `assess template` prints",
            id="no header",
        ),
        pytest.param(
            "audience\tM-1",
            f"1:-: its columns are separated by tabs, not by commas; {SAVE}",
            id="tabs",
        ),
        pytest.param(
            '"audience,M-1',
            '1:-: a quote (") opens a cell in this row and is not closed; close it',
            id="a quote in the header",
        ),
    ],
)
def test_a_wrong_header(problems, header, problem):
    assert problems(f"{header}\n") == [problem]


def test_wrong_columns_do_not_hide_wrong_cells(problems):
    told = problems("audience,M-1,zzz\nemployees,9,whatever\n")

    assert [line.split(":")[:2] for line in told] == [["1", "zzz"], ["2", "M-1"]]


def test_problems_stand_in_the_order_of_lines_and_columns(problems):
    told = problems("audience,E-1,M-1\ncustomers,,9\nemployees,8,9\nvisitors,,\nemployees,7,\n")

    assert [line.split(":")[:2] for line in told] == [
        ["2", "M-1"],
        ["3", "E-1"],
        ["3", "M-1"],
        ["4", "audience"],
        ["5", "E-1"],
    ]


def test_the_line_is_where_the_record_starts(problems):
    told = problems('audience,OPEN,M-1\ncustomers,"two\nlines",9\n# comment\n\ncustomers,,9\n')

    assert [line.split(":")[0] for line in told] == ["2", "6"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("", "1:-: the file is empty; `assess template` prints the first lines", id="empty"),
        pytest.param(
            "\n\n# nothing\n",
            "1:-: the file is empty; `assess template` prints the first lines",
            id="no content",
        ),
        pytest.param(
            "audience,team\nemployees,Café\n".encode("latin-1"),
            f"2:-: not UTF-8 but probably Windows-1252 (Latin-1); {SAVE}",
            id="latin-1",
        ),
        pytest.param(
            "audience,M-1\nemployees,3\n".encode("utf-16"),
            f"1:-: this is UTF-16, not UTF-8; {SAVE}",
            id="utf-16",
        ),
        pytest.param(
            "audience,M-1\nemployees,3\n".encode("utf-16-be"),
            f"1:-: this is UTF-16, not UTF-8; {SAVE}",
            id="utf-16 without a mark",
        ),
        pytest.param(
            b"PK\x03\x04 and more",
            f"1:-: this is a workbook, not a CSV file; in the spreadsheet program, {SAVE}",
            id="a workbook",
        ),
        pytest.param(
            HEADER.encode() + b'customers,,,,,,4,,,"first\ncaf\xe9"\n',
            f"2:-: not UTF-8 but probably Windows-1252 (Latin-1); {SAVE}",
            id="Latin-1 in the second line of a record",
        ),
        pytest.param(
            "audience,M-1\nemployees,3\0\n",
            f"2:-: a NUL character, so this is not plain text; {SAVE}",
            id="a NUL",
        ),
        pytest.param(
            "audience,M-1\remployees,3\r",
            f"1:-: its lines end as on old Macintoshes; {SAVE}",
            id="old Macintosh",
        ),
        pytest.param(
            'audience,M-1\nemployees,"3\nemployees,4\n',
            '2:-: a quote (") opens a cell in this row and is not closed; close it',
            id="a quote that is not closed",
        ),
        pytest.param(
            'audience,team\nemployees,"Sales" and more\n',
            '2:-: a quote (") in this row is not closed or stands in a cell; close it or double it',
            id="text after a quote",
        ),
        pytest.param(
            "audience,M-1\nemployees,3\remployees,3\n",
            "2:-: a line break in the middle of a row; remove it",
            id="half a line end",
        ),
        pytest.param(
            "audience,M-1\nemployees,3,4\n",
            "2:-: 3 cells, but line 1 names 2 columns; "
            "put a text that holds a comma or semicolon between quotes",
            id="more cells than the header",
        ),
        pytest.param(
            "audience,,M-1\nemployees,x,3\n",
            "2:-: 'x' stands in a column without a name; name that column in line 1, or empty it",
            id="a cell in a column without a name",
        ),
    ],
)
def test_a_wrong_file(problems, content, problem):
    assert problems(content) == [problem]


def test_a_quote_that_is_not_closed_does_not_hide_the_rows_after_it(problems):
    told = problems('audience,team,M-1\nemployees,"Sales,3\nemployees,"Sales",4\nemployees,Sales,9\n')

    assert [line.split(":")[:2] for line in told] == [["2", "-"], ["4", "M-1"]]


def test_a_cell_that_never_ends_is_told_where_it_starts(problems):
    told = problems('audience,team,M-1\nemployees,"Sales,3\n' + "employees,Sales,4\n" * 20_000)

    assert told == ['2:-: a cell in this row does not end; look for a quote (") that is not closed']


def test_what_follows_a_cell_that_never_ends_is_not_read_as_rows(problems):
    told = problems('audience,team,M-1\nemployees,"Sales,3\n' + "\n" * 200_000 + "employees,Sales,9\n" * 3)

    assert told == ['2:-: a cell in this row does not end; look for a quote (") that is not closed']


def test_a_row_that_never_ends_is_told_where_it_starts(problems):
    told = problems("audience,team,M-1\nemployees" + ',"\n"' * 300_000)

    assert told == ['2:-: this row is longer than 1 MB; look for a quote (") that is not closed']


def test_a_line_of_a_gigabyte_is_refused_after_one_megabyte(tmp_path):
    path = tmp_path / "r.csv"
    with path.open("wb") as file:
        file.write(b"audience,M-1\nemployees,")
        file.truncate(2**30)

    with pytest.raises(InvalidResponses) as refused:
        read(str(path), a_set(), lambda rows: None)

    assert refused.value.problems == (
        f"{path}:2:-: this line is longer than 1 MB; save the file as 'CSV UTF-8', one respondent a row",
    )


def test_more_columns_than_any_questionnaire_has_are_not_all_read(problems):
    told = problems("audience" + ",x" * 400_000 + "\n")

    assert len(told) < 20_001
    assert any("more than 10,000 columns" in line for line in told)


@pytest.mark.parametrize(
    ("make", "what"),
    [
        pytest.param(lambda path: None, "there is no such file; check its name", id="missing"),
        pytest.param(lambda path: path.mkdir(), "this is a folder; name a CSV file in it", id="a folder"),
        pytest.param(lambda path: path.symlink_to(path), "this file cannot be read", id="a link to itself"),
    ],
)
def test_a_file_that_cannot_be_opened(tmp_path, make, what):
    path = tmp_path / "r.csv"
    make(path)

    with pytest.raises(InvalidResponses) as refused:
        read(str(path), a_set(), lambda rows: None)

    [problem] = refused.value.problems
    assert problem.startswith(f"{path}:1:-: {what}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("audience,M-1\n")
    path.chmod(0)

    with pytest.raises(InvalidResponses, match="this file may not be read; give yourself permission"):
        read(str(path), a_set(), lambda rows: None)


def test_of_many_problems_the_first_are_kept_and_the_others_counted(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("audience,M-1\n" + "employees,9\n" * 1_000)

    with pytest.raises(InvalidResponses) as refused:
        read(str(path), a_set(), lambda rows: None, most=20)

    assert (len(refused.value.problems), refused.value.more) == (20, 980)
    assert refused.value.problems[-1].startswith(f"{path}:21:M-1: ")


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31m", "\u202e"])
def test_a_wrong_name_stays_on_its_line(problems, name):
    [told] = problems(f'audience,"{name}"\n')

    assert told.isprintable()
    assert re.match(r"1:.+: .+; .+", told)


def test_the_largest_line_is_a_megabyte():
    assert LONGEST == 1_000_000
