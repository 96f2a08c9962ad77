"""The report as it is printed: what stands on which page, and the same bytes every time."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import pypdf
import pytest

from assess.core.report import Report
from assess.document import make_pdf
from tests.document.structure import problems
from tests.document.telling import DAY, ORGANISATION, example, two_themes

RESULT = '{"schema": 1}\n'


def printed(told, language="en"):
    return make_pdf(told, ORGANISATION, DAY, language, RESULT)


def reader(pdf):
    return pypdf.PdfReader(BytesIO(pdf))


@lru_cache
def chapters(pdf):
    """On which page, counted from 1, each chapter starts."""
    found = reader(pdf)
    marks = [mark for mark in found.outline if not isinstance(mark, list)]
    return {mark["/Title"]: found.get_destination_page_number(mark) + 1 for mark in marks}


@pytest.fixture(scope="module", params=["en", "nl"])
def pdf(request):
    return printed(example(), request.param)


def test_the_board_and_the_mirror_take_one_page_each(pdf):
    assert list(chapters(pdf).values())[:3] == [2, 3, 4]


def test_one_theme_takes_one_page(pdf):
    starts = list(chapters(pdf).values())
    themes = starts[3:10]

    assert themes == list(range(themes[0], themes[0] + 7))


def test_the_contents_name_the_page_on_which_a_chapter_starts(pdf):
    lines = reader(pdf).pages[0].extract_text().splitlines()
    numbers = [int(line.split()[-1]) for line in lines if line.split()[-1:] and line.split()[-1].isdigit()]

    assert numbers[-len(chapters(pdf)) :] == list(chapters(pdf).values())


def test_its_structure_can_be_read_out(pdf):
    assert problems(pdf) == []


def test_the_figures_travel_with_it(pdf):
    assert reader(pdf).attachments["result.json"] == [RESULT.encode()]


def long_winded(told: Report) -> Report:
    """The same report with every sentence of its set said twice."""

    def twice(text):
        return {language: f"{words} {words}" for language, words in text.items()}

    def said_twice(question):
        return replace(question, texts={audience: twice(text) for audience, text in question.texts.items()})

    asked = told.questionnaires
    themes = tuple(
        replace(
            theme,
            statements=tuple(said_twice(statement) for statement in theme.statements),
            actions=tuple(
                replace(a, title=twice(a.title), first_step=twice(a.first_step)) for a in theme.actions
            ),
        )
        for theme in asked.questionnaires
    )
    standard = tuple(said_twice(question) for question in asked.standard)
    return replace(told, questionnaires=replace(asked, questionnaires=themes, standard=standard))


def test_a_board_with_much_to_read_stays_one_page():
    starts = list(chapters(printed(long_winded(example()), "nl")).values())

    assert starts[:2] == [2, 3]
    assert starts[2] > 4, "the Mirror, too long for one page, goes on on a second"


def test_the_same_report_gives_the_same_bytes():
    assert printed(two_themes()) == printed(two_themes())
