"""Where things stand on paper: nothing over each other or outside the margins, the board on one page."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from assess.core.questionnaire import AUDIENCES
from assess.core.report import report
from assess.core.responses import Responses
from assess.sheets.reading import read
from tests.document.layout import laid_out, outside, overlaps, where
from tests.document.telling import ROOT, example, html_of, shipped, two_themes
from tests.document.test_printed import long_winded

LONG_NAME = (
    "Samenwerkende regionale nutsbedrijven en dienstverleners van Noord-Oost-Nederland en de Drentse Aa"
)
LONG_WORD = "Klantenserviceafhandelingsteamvoorbijzonderevraagstukken<b>&1"
both_languages = pytest.mark.parametrize("language", ["en", "nl"])


def answered():
    return read(str(ROOT / "docs" / "example" / "responses.csv"), shipped().set, lambda _: None)


@cache
def all_fives():
    """Everybody agrees with everything, and guessed so."""

    def fives(answers):
        return replace(
            answers,
            items={
                id: np.where(column > 0, 5, column).astype(column.dtype)
                for id, column in answers.items.items()
            },
            guesses={who: np.full_like(column, 100) for who, column in answers.guesses.items()},
        )

    given = Responses({audience: fives(answered().of(audience)) for audience in AUDIENCES})
    return report(shipped().set, given, shipped().benchmarks)


def many_teams():
    """Thirty teams, one of which has a name without a place to break it."""
    given = {audience: answered().of(audience) for audience in AUDIENCES}
    employees = given["employees"]
    names = tuple(f"Department for special questions and very long names {place}" for place in range(29))
    given["employees"] = replace(
        employees,
        n=6 * employees.n,
        items={id: np.tile(column, 6) for id, column in employees.items.items()},
        teams=np.arange(6 * employees.n) % 30,
        team_names=(*names, LONG_WORD),
    )
    return report(shipped().set, Responses(given), shipped().benchmarks)


every_kind = pytest.mark.parametrize(
    "told",
    [
        pytest.param(example(), id="everybody"),
        pytest.param(all_fives(), id="all fives"),
        pytest.param(two_themes(), id="two themes"),
        pytest.param(example(leaders=1, employees=0, customers=0), id="one leader alone"),
    ],
)


@every_kind
def test_nothing_is_printed_over_anything_else_or_outside_the_margins(told):
    for page in laid_out(html_of(told, "nl")):
        assert overlaps(page) == []
        assert outside(page) == []


@both_languages
@pytest.mark.parametrize(
    "told",
    [
        pytest.param(example(), id="everybody"),
        pytest.param(example(customers=0), id="no customer"),
        pytest.param(example(employees=0), id="no employee"),
        pytest.param(example(employees=0, customers=0), id="leaders alone"),
        pytest.param(example(leaders=0), id="no leader"),
        pytest.param(example(leaders=1), id="one leader"),
        pytest.param(example(leaders=2), id="two leaders"),
        pytest.param(example(employees=4, customers=4), id="few others"),
        pytest.param(all_fives(), id="all fives"),
        pytest.param(two_themes(), id="two themes"),
        pytest.param(long_winded(example()), id="much to read"),
        pytest.param(long_winded(example(customers=0)), id="much to read, and no customer"),
    ],
)
def test_the_boards_page_is_one_page_whoever_answered(told, language):
    pages = laid_out(html_of(told, language, LONG_NAME), "board")

    assert len(pages) == 1


def test_the_contents_stand_below_who_answered_however_long_the_name():
    [cover] = laid_out(html_of(example(), "en", LONG_NAME), "cover")

    assert where(cover, "For the board").top > where(cover, "not a random sample").bottom
    assert overlaps(cover) == []


@both_languages
def test_a_level_stands_under_its_heading_and_right_of_the_axis(language):
    [page] = laid_out(html_of(example(), language), "themes")
    heading, axis_end, level = {
        "en": ("Level and what holds it back", "Lived", "Connected"),
        "nl": ("Niveau, en wat het tegenhoudt", "Doorleefd", "Verbonden"),
    }[language]
    told = [placed for placed in page if level in placed.text][-1]

    assert (
        where(page, axis_end).right + 1
        < where(page, heading).left
        <= told.left
        < where(page, heading).left + 5
    )


def test_thirty_teams_with_long_names_stay_in_their_columns_below_the_key():
    first, *more = laid_out(html_of(many_teams()), "teams")

    assert where(first, "Each strip runs from 0 to 100").bottom < where(first, "All employees").top
    assert len(more) <= 2
    assert [overlaps(page) + outside(page) for page in (first, *more) if overlaps(page) + outside(page)] == []


def test_a_plan_that_goes_on_over_the_page_names_its_days_again():
    first, second, *_ = laid_out(html_of(example()), "plan")

    assert where(first, "Day 31 to 60").top > where(first, "This month").top
    assert where(second, "Day 31 to 60").top < where(second, "Day 61 to 90").top
    assert where(second, "First step").top < 40


def test_a_chapter_of_a_heading_only_shares_its_page():
    pages = laid_out(
        html_of(example(leaders=1, employees=0, customers=0)), "mirror", "themes", "plan", "limits"
    )

    for alone, neighbour in (
        ("nothing to show side by side", "One person’s view of six"),
        ("no plan yet", "How to read this, and"),
    ):
        [page] = [page for page in pages if any(alone in placed.text for placed in page)]
        assert where(page, alone).bottom < where(page, neighbour).top
