"""What an earlier wave tells beside a later one."""

import pytest

from assess.core.cells import Withheld
from assess.core.report import report
from tests.core.building import a_questionnaire, a_set, a_statement, responses, sheets

SET = a_set(a_questionnaire("service", a_statement("A", "e")))
SALES = (("team", "sales"),)


def published(answers, teams, earlier=()):
    given = responses(employees=sheets({"A": answers}, teams=teams))
    return report(SET, given, earlier=tuple(wave.as_earlier for wave in earlier)).published


def after(first, then):
    """The second of two waves of which care and help stay the same, and sales answers this."""
    others, teams = "1*4 3*4 5*4 1*4 3*4 5*4", "care*12 help*12"
    before = published(f"{others} {first[0]}", f"{teams} sales*{first[1]}")
    return published(f"{others} {then[0]}", f"{teams} sales*{then[1]}", [before])


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        pytest.param(("1*4 4", 5), ("1*4 4 3", 6), True, id="one joined, who can have said anything"),
        pytest.param(("3*5", 5), ("3*5 5 5 5 5", 9), False, id="four joined, all at the end of the scale"),
        pytest.param(("3*5", 5), ("3*5 5 5 1 1", 9), False, id="four joined, close to five who stayed"),
        pytest.param(("3*20", 20), ("3*20 5 1 5 1", 24), True, id="four joined twenty"),
        pytest.param(("3*5 1*4", 9), ("3*5", 5), False, id="four left"),
        pytest.param(("3*5", 5), ("3*5 5*5", 10), True, id="five joined"),
        pytest.param(("3*5 2", 6), ("3*5 4", 6), True, id="as many as before"),
        pytest.param(("1*5 2", 6), ("5*5 4 4", 7), True, id="who stayed changed their minds"),
    ],
)
def test_a_group_is_hidden_when_few_joined_or_left_and_are_pinned(first, then, shown):
    told = after(first, then)

    assert (told.group(SALES).themes["service"] is not None) == shown
    assert (Withheld(SALES, "service", "earlier") in told.withheld) == (not shown)


def test_what_is_hidden_for_an_earlier_wave_is_no_remainder_either():
    told = after(("3*5", 5), ("3*5 5*4", 9))

    hidden = [one.group for one in told.withheld if one.theme == "service"]
    assert SALES in hidden
    assert len(hidden) > 1


def test_a_group_that_was_not_shown_earlier_tells_nothing():
    assert after(("3*4", 4), ("3*5 5 5 5", 8)).group(SALES).themes["service"] is not None
