"""The pages on topics: circles to be counted, splits, blind spots and what holds a theme back."""

import pytest

from assess.core.report import report
from assess.document.pages.disagreement import disagreement_page
from assess.document.pages.theme import theme_page
from assess.document.strips import Strips
from tests.core.building import a_questionnaire, a_set, a_topic, responses, sheets
from tests.document.telling import a_reading


def a_report(topics, evidence=None):
    asked = a_set(a_questionnaire("service", *(a_topic(id, required=id == "A") for id in topics)))
    return report(asked, responses(sheets(topics, evidence=evidence)))


def a_page(topics, language="en", **more):
    reading = a_reading(a_report(topics, **more), language)
    return theme_page(reading, Strips(), reading.set.questionnaires[0])


@pytest.mark.parametrize(
    ("answers", "en", "nl"),
    [
        pytest.param(
            "1 2 1 5 4 5", "Split: three low, three high.", "Verdeeld: drie laag, drie hoog.", id="split"
        ),
        pytest.param(
            "3 1 dk dk 5",
            "Blind spot: two of five do not know.",
            "Blinde vlek: twee van de vijf weten het niet.",
            id="blind spot",
        ),
        pytest.param("3 3 4 3", "Leaders agree.", "De leiding is het eens.", id="agreement"),
        pytest.param("1 3 4 3", "", "", id="nothing special"),
        pytest.param(
            "dk dk dk",
            "Blind spot: too few know it to show.",
            "Blinde vlek: te weinigen weten het om te tonen wat zij antwoordden.",
            id="too few know",
        ),
        pytest.param(
            "3 na na", "Too few answers to show.", "Te weinig antwoorden om te tonen.", id="too few"
        ),
    ],
)
def test_what_to_see_in_a_distribution(answers, en, nl):
    for language, expected in (("en", en), ("nl", nl)):
        row, _ = a_page({"B": answers, "C": f"3*{len(answers.split())}"}, language).topics

        assert row.see.striptags() == expected


def test_up_to_fifteen_leaders_are_circles_and_more_are_bars():
    [few] = a_page({"B": "3*15"}).topics
    [many] = a_page({"B": "3*12 4*4"}).topics

    assert few.figure is not None
    assert few.bars == []
    assert many.figure is None
    assert [bar.count for bar in many.bars] == ["0", "0", "12", "4", "0"]


def test_the_topic_that_holds_a_theme_back_is_named_with_its_next_step():
    told = a_page({"A": "1 1 1", "B": "5 5 5", "C": "5 5 5"})

    assert told.sentence.striptags() == "In words we stand at level 2: words holds us back."
    assert told.topics[0].see.striptags() == "Holds the theme back. Leaders agree."
    assert (told.step.now_heading, told.step.next_heading) == ("Now: level 1", "Next: level 2")


def test_at_the_top_there_is_no_next_step():
    told = a_page({"A": "5 5 5"})

    assert told.step.next == ""


def test_what_is_claimed_stands_beside_what_can_be_shown():
    told = a_page({"A": "5 5 5"}, evidence={"A": "assume shown assume"}).evidence

    assert (told.claimed, told.evidenced) == ("100", "33")
    assert [(kind.kind, kind.count) for kind in told.kinds] == [("assume", "2"), ("shown", "1")]


def test_where_nobody_disagrees_and_everybody_knows_the_page_says_so():
    told = disagreement_page(a_reading(a_report({"A": "3 3 4"})), Strips())

    assert told.sentence == "Leaders broadly see the same organisation, and few do not know."
    assert told.groups == []


def test_splits_and_blind_spots_are_counted_apart():
    told = disagreement_page(a_reading(a_report({"A": "1 1 1 5 5 5", "B": "3 3 3 3 dk dk"}), "nl"), Strips())

    assert (
        told.sentence == "Bij één onderwerp zien we twee verschillende organisaties; "
        "bij één onderwerp weten te veel van ons het niet."
    )


def test_one_person_cannot_disagree():
    assert disagreement_page(a_reading(a_report({"A": "3"})), Strips()) is None
