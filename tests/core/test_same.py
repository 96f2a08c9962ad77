"""The same answers give the same report, in whatever order they came."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.questionnaire import AUDIENCES, Questionnaire
from assess.core.report import report
from assess.core.responses import MISSING, Responses
from tests.core.building import a_questionnaire, a_topic, values
from tests.core.whole_case import CUSTOMERS, EMPLOYEES, LEADERS, questionnaires, whole_report

SHEETS = {"leaders": LEADERS, "employees": EMPLOYEES, "customers": CUSTOMERS}


def every_column(answers, change):
    """The answers with every column changed in the same way."""
    return replace(
        answers,
        items={id: change(column, MISSING) for id, column in answers.items.items()},
        evidence={id: change(column, MISSING) for id, column in answers.evidence.items()},
        guesses={id: change(column, MISSING) for id, column in answers.guesses.items()},
        teams=None if answers.teams is None else change(answers.teams, 0),
    )


def report_on(changed):
    return report(questionnaires(), Responses(changed, {"employees": 20}))


def test_the_same_answers_give_the_same_report():
    assert whole_report() == whole_report()
    assert repr(whole_report()) == repr(whole_report())


def test_reporting_changes_no_answer():
    before = {name: repr(answers) for name, answers in SHEETS.items()}
    whole_report()

    assert {name: repr(answers) for name, answers in SHEETS.items()} == before


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries({name: st.permutations(range(SHEETS[name].n)) for name in AUDIENCES}))
def test_the_order_of_respondents_changes_nothing(order):
    shuffled = {
        name: every_column(SHEETS[name], lambda column, _, name=name: column[np.array(order[name])])
        for name in AUDIENCES
    }

    assert list(values(report_on(shuffled))) == list(values(whole_report()))


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries({name: st.integers(0, SHEETS[name].n) for name in AUDIENCES}))
def test_an_empty_sheet_changes_nothing(place):
    with_empty = {
        name: replace(
            every_column(
                SHEETS[name], lambda column, empty, name=name: np.insert(column, place[name], empty)
            ),
            n=SHEETS[name].n + 1,
        )
        for name in AUDIENCES
    }

    assert report_on(with_empty) == whole_report()


@pytest.mark.parametrize("name", AUDIENCES)
def test_an_audience_of_empty_sheets_only_is_an_audience_of_nobody(name):
    emptied = every_column(SHEETS[name], np.full_like)
    others = {other: answers for other, answers in SHEETS.items() if other != name}

    assert report_on(others | {name: emptied}) == report_on(others)


def test_a_fingerprint_depends_on_the_content_alone():
    assert a_questionnaire(weight=1).sha256() == a_questionnaire(weight=1.0).sha256()
    assert a_questionnaire("s", a_topic("A", weight=2)).sha256() == (
        a_questionnaire("s", a_topic("A", weight=2.0)).sha256()
    )
    assert a_questionnaire("s", a_topic("A")).sha256() != a_questionnaire("s", a_topic("B")).sha256()


def test_the_canonical_text_is_the_json_we_write_everywhere():
    title = {"nl": "Eén", "en": "One"}
    text = Questionnaire("service", 1, title, topics=(a_topic("A"),)).canonical()

    again = json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert text == again
    assert json.loads(text)["title"] == title
