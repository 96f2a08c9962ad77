"""No answers, too few, don't know and not applicable stay different, and never become a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.report import report
from tests.core.building import (
    EASE,
    HEADLINE,
    RECOMMEND,
    SATISFACTION,
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    an_action,
    not_a_number,
    responses,
    sheets,
)
from tests.core.whole_case import whole_report

SET = a_set(
    a_questionnaire(
        "service",
        a_topic("S1", required=True),
        a_topic("S2"),
        a_topic("S3"),
        a_statement("M", "lec"),
        a_statement("R", "e", reverse=True),
        an_action("A", "S1"),
    ),
    a_questionnaire("promise", a_topic("P", required=True), a_statement("PM", "lc")),
    ask=(HEADLINE, RECOMMEND, SATISFACTION, EASE),
)
ITEMS = {"l": ("S1", "S2", "S3", "P", "M", "PM", "HEAD"), "e": ("M", "R", "HEAD")}
ITEMS["c"] = ("M", "PM", "HEAD", "NPS", "CSAT", "CES")
CELLS = st.sampled_from(["1", "3", "5", "dk", "na", "."])


def drawn(data, who, most):
    n = data.draw(st.integers(0, most))
    rows = {id: data.draw(st.lists(CELLS, min_size=n, max_size=n)) for id in ITEMS[who]}
    return sheets({id: " ".join(cells) for id, cells in rows.items()})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_answers_whatever_make_a_figure_that_is_no_number(data):
    given_ = responses(drawn(data, "l", 5), drawn(data, "e", 8), drawn(data, "c", 12), {"employees": 10})

    assert not_a_number(report(SET, given_)) == []


def test_a_whole_report_holds_numbers_only():
    assert not_a_number(whole_report()) == []


def test_nobody_at_all_is_a_report_without_figures():
    found = report(SET, responses())
    leaders = found.published.audiences["leaders"]

    assert leaders.n == 0
    assert {theme.maturity.status for theme in leaders.themes.values()} == {"none"}
    assert {theme.score for theme in leaders.themes.values()} == {None}
    assert {theme.maturity.level for theme in leaders.themes.values()} == {None}
    assert (leaders.overall.status, leaders.overall.score) == ("none", None)
    assert leaders.overall.missing == ("promise", "service")
    assert found.plan.ranking == ()
    assert found.plan.without_action == ()
    assert (found.board.strengths, found.board.priorities) == ((), ())
    assert found.guesses == {"employees": None, "customers": None}


def test_a_set_without_anything_to_ask_is_a_report_too():
    found = report(a_set(), responses())

    assert (found.published.audiences["leaders"].overall, found.gaps) == (None, ())


@pytest.mark.parametrize("cell", ["dk", "na"])
def test_a_sheet_of_nothing_but_dont_know_is_a_sheet(cell):
    audience = report(SET, responses(sheets({"S1": f"{cell}*3"}))).published.audiences["leaders"]

    assert audience.n == 3
    assert audience.themes["service"].maturity.status == "insufficient"
    assert audience.themes["promise"].maturity.status == "none"


def test_a_theme_without_a_score_is_missing_from_the_whole_and_not_a_zero_in_it():
    leaders = report(SET, responses(sheets({"P": "3 3 4"}))).published.audiences["leaders"]

    # P on 0-100: 50 50 75.
    assert (leaders.overall.score, leaders.overall.status) == (pytest.approx(175 / 3), "partial")
    assert leaders.overall.missing == ("service",)


@pytest.mark.parametrize("n", [3, 5, 7, 10, 11, 12])
@pytest.mark.parametrize("cells", ["2 5 5", "2 2 3", "3 5 5"])
def test_the_same_score_from_everyone_has_no_interval(n, cells):
    # 33.33 and 83.33 in binary: their sum over n is not always n times them.
    s1, s2, s3 = (f"{cell}*{n}" for cell in cells.split())
    found = report(SET, responses(sheets({"S1": s1, "S2": s2, "S3": s3, "P": f"3*{n}"})))
    shown = found.published.audiences["leaders"]

    assert (shown.themes["service"].lo, shown.themes["service"].hi) == (None, None)
    assert (shown.overall.lo, shown.overall.hi) == (None, None)


def test_unknown_head_counts_are_no_response_rate():
    some = sheets({"M": "3*5"})
    unknown, known = (report(SET, responses(employees=some, asked=asked)) for asked in ({}, {"employees": 5}))

    assert unknown.published.audiences["employees"].response_rate is None
    assert known.published.audiences["employees"].response_rate == 1
