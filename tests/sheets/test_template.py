"""The empty spreadsheet of each audience."""

import csv

import pytest

from assess.core.questionnaire import AUDIENCES
from assess.sheets.template import template
from tests.sheets.sets import a_set


def lines_of(audience):
    return list(csv.reader(template(a_set(), audience).splitlines()))


@pytest.mark.parametrize(
    ("audience", "columns"),
    [
        pytest.param(
            "leaders",
            "audience respondent guess-employees guess-customers T-1 T-1:evidence M-1 HEAD",
            id="leaders",
        ),
        pytest.param("employees", "audience team M-1 E-1 E-2 HEAD", id="employees"),
        pytest.param("customers", "audience M-1 HEAD NPS OPEN", id="customers"),
    ],
)
def test_an_audience_gets_the_columns_it_may_fill(audience, columns):
    assert lines_of(audience)[0] == columns.split()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_column_is_explained_in_one_line_that_begins_with_a_hash(audience):
    text = template(a_set(), audience)
    header, explained = lines_of(audience)

    assert text.count("\n") == 2
    assert text.splitlines()[1].startswith("# ")
    assert len(explained) == len(header)
    assert all(explained)


def test_a_column_says_what_may_stand_in_it():
    explained = dict(zip(*lines_of("customers"), strict=True))

    assert explained["NPS"] == "0 to 10, dk, na or nothing: Would you recommend the organisation?"
    assert explained["OPEN"] == "a text of at most 2,000 characters: What should change?"
    assert dict(zip(*lines_of("leaders"), strict=True))["T-1"] == "1 to 5, dk, na or nothing: Serving"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_template_can_be_read_as_it_is(responses, audience):
    assert responses(template(a_set(), audience)).n == 0
