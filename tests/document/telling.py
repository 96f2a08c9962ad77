"""Readings of small reports and of the example, so that each test names only what matters."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date
from functools import cache
from html import unescape
from pathlib import Path
from random import Random

import numpy as np

from assess import loading, paths
from assess.core.questionnaire import AUDIENCES, LEADERS, Audience, QuestionnaireSet
from assess.core.report import Report, report
from assess.core.responses import Answers, Responses
from assess.document import make_html
from assess.document.making import Document
from assess.document.reading import Reading
from assess.document.words import Words
from assess.sheets.reading import read
from tests.core.building import HEADLINE, a_set, responses, sheets

ROOT = Path(__file__).parents[2]
DAY = Date(2026, 11, 12)
ORGANISATION = "Voorbeeld Energie"
CLAIM = {"en": "We do well.", "nl": "Wij doen het goed."}
ASKED = replace(HEADLINE, texts=dict.fromkeys(HEADLINE.texts, CLAIM))


def a_reading(told: Report, language: str = "en") -> Reading:
    return Reading(told, ORGANISATION, DAY, Words(language))


def agreeing(leaders: str = "", employees: str = "", customers: str = "") -> Report:
    """A report on the headline statement alone; `7/9` is seven of nine who agree."""
    given = {"leaders": leaders, "employees": employees, "customers": customers}
    answers = {who: sheets({"HEAD": _cells(share)}) for who, share in given.items() if share}
    return report(a_set(ask=(ASKED,)), responses(**answers))


def _cells(share: str) -> str:
    agreed, n = map(int, share.split("/"))
    return f"{f'5*{agreed}' if agreed else ''} {f'1*{n - agreed}' if n > agreed else ''}"


@cache
def shipped() -> loading.Loaded:
    """The questionnaires and benchmarks that come with the product."""
    return loading.load(paths.QUESTIONNAIRES)


@cache
def example(**sizes: int) -> Report:
    """The report on the example, or on the first so many people of some of its audiences."""
    answered = read(str(ROOT / "docs" / "example" / "responses.csv"), shipped().set, lambda _: None)
    given = {audience: _first(answered.of(audience), sizes.get(audience)) for audience in AUDIENCES}
    return report(shipped().set, Responses(given), shipped().benchmarks)


def _first(answers: Answers, n: int | None) -> Answers:
    if n is None:
        return answers
    if n == 0:
        return Answers()
    return Answers(
        n,
        {id: column[:n] for id, column in answers.items.items()},
        {id: column[:n] for id, column in answers.evidence.items()},
        {audience: column[:n] for audience, column in answers.guesses.items()},
        None if answers.teams is None else answers.teams[:n],
        answers.team_names,
    )


@cache
def two_themes() -> Report:
    """A report on a set of two themes, on 1 to 7, whose languages include one the product does not speak."""
    asked = loading.load(ROOT / "tests" / "sets" / "two-themes").set
    sizes: Mapping[Audience, int] = {"leaders": 6, "employees": 40, "customers": 60}
    return report(asked, Responses({audience: _anyone(asked, audience, n) for audience, n in sizes.items()}))


def _anyone(asked: QuestionnaireSet, audience: Audience, n: int) -> Answers:
    rng = Random(len(audience))
    items = {
        item.id: np.array([rng.randint(item.scale.lowest, item.scale.highest) for _ in range(n)], np.int8)
        for item in asked.items()
        if item.put_to(audience) and item.scale is not None
    }
    evidence = {topic.id: np.full(n, 2, np.int8) for topic in asked.topics()} if audience == LEADERS else {}
    return Answers(n, items, evidence)


def html_of(told: Report, language: str = "en", organisation: str = ORGANISATION) -> Document:
    return make_html(told, organisation, DAY, language)


def text_of(html: str) -> str:
    """What a reader reads, and what a screen reader says instead of the pictures."""
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    said = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" \1 ", body)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", said))).strip()


def page(html: str, anchor: str) -> str:
    """The text of one page of the report."""
    found = re.search(rf'<section id="{anchor}".*?</section>', html, flags=re.S)
    assert found, f"there is no page {anchor}"
    return text_of(found[0])
