import pytest

from assess.loading import load
from tests.loading.files import BENCHMARK, GOOD, SHARED, spoiled

BOTH = """id: theme
version: 1
title: {en: Theme, nl: Thema}
statements:
  - id: E1
    employees: {en: We laugh., nl: We lachen.}
  - id: E2
    customers: {en: "{organisation} laughs.", nl: "{organisation} lacht."}
"""


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("title: {en: Theme, nl: Thema}", "title: {en: Theme}"), "3:8: nl is missing; write it beside en"),
        (("title: {en: Theme, nl: Thema}", "title: {nl: Thema}"), "3:8: en is missing; write it beside nl"),
        (
            ("nl: Thema", "nl: Thema, de: Thema"),
            "3:31: 'de' is not a language of this set (en, nl); leave it out, or write all texts in it",
        ),
    ],
)
def test_every_text_is_there_in_the_languages_of_the_set(told, change, problem):
    assert told(spoiled(BOTH, change)) == [problem]


def test_a_misspelled_language_gets_the_one_that_is_missing(told):
    assert told(spoiled(BOTH, ("nl: Thema", "nll: Thema"))) == [
        "3:8: nl is missing; write it beside en",
        "3:20: 'nll' is not a language of this set (en, nl); did you mean 'nl'?",
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("{organisation} lacht", "{organisatie} {organisation} lacht"),
            "8:51: nothing fills '{organisatie}'",
        ),
        (
            ('"{organisation} lacht."', '"{organisation} {lacht."'),
            "8:51: nothing fills '{'; use {organisation}",
        ),
    ],
)
def test_nothing_but_the_name_of_the_organisation_is_filled(told, change, problem):
    [line] = told(spoiled(BOTH, change))

    assert line.startswith(problem)


def test_the_languages_of_a_set_are_those_of_at_least_half_of_its_texts(a_set):
    folder = a_set(theme=BOTH, shared=SHARED)

    with pytest.raises(ValueError, match=r"shared\.yaml:6:10: nl is missing") as refused:
        load(folder)
    assert len(refused.value.problems) == 3


def test_benchmarks_are_in_the_languages_of_the_set(told):
    shared = "scales: {agree: {from: 1, to: 5}}\nowners: {board: {en: Board, nl: Directie}}\n"

    assert told(BENCHMARK, name="benchmarks.yaml", shared=shared) == [
        "2:9: nl is missing; write it beside en",
        "4:9: nl is missing; write it beside en",
    ]


def test_a_shared_file_that_comes_along_does_not_decide_the_language(a_set):
    loaded = load(a_set(theme=GOOD.replace("en:", "de:")))

    assert loaded.set.languages == ("de",)
    assert loaded.set.with_role("headline") is not None


@pytest.mark.parametrize(
    "change", [('nl: "{organisation} lacht."', "nl: Zij lachen."), ("We lachen.", '"{organisation} lacht."')]
)
def test_the_organisation_may_be_named_in_any_text_and_in_one_language_only(told, change):
    [line] = told(spoiled(BOTH, change))

    assert line.startswith("ok ")
