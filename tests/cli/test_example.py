"""The example that is shipped: in step with what makes it, and telling the story it should."""

from pathlib import Path

import pytest

from assess.core.report import report
from assess.sheets.reading import read
from tests.people import example, shipped
from tests.sheets.conftest import silent

EXAMPLE = Path(__file__).parents[2] / "docs" / "example" / "responses.csv"


@pytest.fixture(scope="module")
def told():
    questionnaires = shipped()
    return report(questionnaires, read(str(EXAMPLE), questionnaires, silent))


def test_the_file_is_what_the_simulation_makes():
    assert EXAMPLE.read_text() == example()


def test_who_answered(told):
    audiences = told.published.audiences

    assert {name: figures.n for name, figures in audiences.items()} == {
        "leaders": 9,
        "employees": 140,
        "customers": 220,
    }
    assert len(audiences["employees"].teams) == 6
    assert audiences["employees"].teams["Legal"].hidden


def test_leaders_believe_what_customers_do_not_say(told):
    [gap] = [
        gap for gap in told.gaps if gap.statement == "HEAD-M" and (gap.a, gap.b) == ("leaders", "customers")
    ]

    assert (gap.verdict, gap.k_a, gap.n_a) == ("clear_gap", 7, 9)
    assert 0.2 < gap.k_b / gap.n_b < 0.24
    assert told.guesses["customers"].mean == 60


def test_customers_are_glad_of_promises_of_listening_and_of_how_easily_they_leave(told):
    [leaving] = [
        gap for gap in told.gaps if gap.statement == "LIF-M1" and (gap.a, gap.b) == ("leaders", "customers")
    ]

    assert {strength.statement for strength in told.board.strengths} == {"COR-M2", "HOS-M2", "LIF-M1"}
    assert leaving.verdict == "reverse_gap"


def test_two_themes_are_held_back_by_one_topic_each(told):
    themes = told.published.audiences["leaders"].themes

    assert {id: theme.maturity.held_by for id, theme in themes.items() if theme.maturity.held_by} == {
        "experience": ("EXP-4",),
        "simplicity": ("SIM-5",),
    }
    assert max(themes, key=lambda id: themes[id].score) == "hostmanship"


def test_leaders_disagree_about_one_theme_and_do_not_know_one_topic(told):
    themes = told.published.audiences["leaders"].themes

    assert [id for id, theme in themes.items() if theme.agree is False] == ["lifecycle"]
    assert [topic for theme in themes.values() for topic in theme.maturity.blind_spots] == ["VAL-2"]
