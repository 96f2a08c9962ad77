"""What an earlier wave published is read back from its file as the gate knows it."""

from assess.core.report import report
from assess.sheets.earlier import earlier
from assess.sheets.result import as_json
from tests.core.building import a_questionnaire, a_set, a_statement, responses, sheets

SET = a_set(a_questionnaire("service", a_statement("A", "e")))


def told(wave):
    """Each group's n and score on the theme, and whether it is a bound."""
    return {group: (f.n, f.score, f.capped) for group, f in wave.of("service").items()}


def test_every_group_is_as_it_was_published():
    given = responses(
        employees=sheets(
            {"A": "5*10 3*10 1*10 2*10"},
            teams="sales*20 care*20",
            attributes={"Years": "few*15 many*25", "Area": "North*10 South*10 North*10 South*10"},
        )
    )
    found = report(SET, given)
    read = earlier(as_json(found), ["team", "Years", "Area"])

    assert len(told(read)) > 5
    assert told(read) == told(found.published.as_earlier)


def test_of_too_few_nothing_was_told():
    found = report(SET, responses(employees=sheets({"A": "5*4"})))

    assert told(earlier(as_json(found), [])) == {}
