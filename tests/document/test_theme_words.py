"""What the page of one theme and the page of differences say: few leaders, camps, ties and don't know."""

from assess.core.report import report
from assess.document.pages.disagreement import disagreement_page
from assess.document.pages.theme import theme_page
from assess.document.pages.themes import themes_page
from assess.document.strips import Strips
from tests.core.building import a_questionnaire, a_set, a_topic, responses, sheets
from tests.document.telling import a_reading

NAMES = {"A": "Asking", "B": "Billing", "C": "Caring", "D": "Doing"}


def a_named(id, **more):
    descriptions = tuple({"en": f"step {place}", "nl": f"stap {place}"} for place in range(1, 6))
    topic = a_topic(id, **more)
    return type(topic)(id, {"en": NAMES[id]}, topic.question, descriptions, topic.scale, **more)


def a_service(topics, required="ABC", language="en"):
    parts = [a_named(id, required=id in required) for id in topics]
    asked = a_set(a_questionnaire("service", *parts))
    return a_reading(report(asked, responses(sheets(topics))), language)


def a_page(topics, required="ABC", language="en"):
    reading = a_service(topics, required, language)
    return theme_page(reading, Strips(), reading.set.questionnaires[0])


def test_two_leaders_are_not_one_person():
    assert a_page({"A": "3"}).sentence == "words: level 3, as one person sees it."
    assert a_page({"A": "3 3"}).sentence == "words: level 3, as two people see it."
    assert a_page({"A": "3 3"}, language="nl").sentence == "words: niveau 3, zoals twee mensen het zien."


def test_topics_with_the_same_lowest_mean_are_named_together():
    told = a_page({"A": "2 2 2", "B": "2 2 2", "C": "3 3 3"})
    see = [row.see.striptags() for row in told.topics]

    assert told.sentence.striptags() == "In words we stand at level 2; Asking and Billing are weakest."
    assert see[:2] == ["One of the weakest. Leaders agree."] * 2
    assert see[2] == "Leaders agree."


def test_more_than_two_are_counted():
    told = a_page({"A": "2 2 2", "B": "2 2 2", "C": "2 2 2", "D": "3 3 3"})

    assert told.sentence == "In words we stand at level 2; three topics are weakest."


def test_the_overview_names_them_together_as_well():
    [row] = themes_page(a_service({"A": "2 2 2", "B": "2 2 2", "C": "3 3 3"}), Strips()).rows

    assert row.holds.striptags().strip() == (
        "Asking and Billing stand at 2.0. They are the weakest required topics."
    )


def test_where_nothing_stands_higher_nothing_is_weakest():
    for answers in ("5 5 5", "3 3 3"):
        told = a_page({"A": answers, "B": answers})

        assert "weak" not in told.sentence
        assert [row.see for row in told.topics] == ["Leaders agree."] * 2


def test_a_theme_that_equal_topics_hold_back_still_says_so():
    told = a_page({"A": "1 1 1", "B": "1 1 1", "C": "5 5 5", "D": "5 5 5"}, required="AB")

    assert told.sentence.striptags() == "In words we stand at level 2: Asking and Billing hold us back."


def test_a_topic_with_two_camps_shows_both_descriptions_and_no_now():
    step = a_page({"A": "1 2 2 5 5 4"}).step

    assert (step.now_heading, step.now) == ("Some of us: level 2", "step 2")
    assert (step.next_heading, step.next) == ("Others: level 5", "step 5")


def test_a_description_that_nobody_chose_is_not_where_we_are():
    step = a_page({"A": "2 2 4 4"}, language="nl").step

    assert (step.now_heading, step.now) == ("Sommigen van ons: niveau 2", "stap 2")
    assert (step.next_heading, step.next) == ("Anderen: niveau 4", "stap 4")


def test_leaders_who_do_not_know_do_not_agree():
    told = disagreement_page(a_service({"A": "dk*4", "B": "dk*4"}), Strips())

    assert told.sentence == "On two topics too many of us do not know."
    assert told.groups == []
    assert told.themes == (
        "On none of these topics did enough leaders know the answer; how many did not is not shown then. "
        "Whether the leaders agree over a theme as a whole cannot be said: too few have a score."
    )


def test_leaders_who_left_all_open_do_not_see_the_same():
    told = disagreement_page(a_service({"A": ". . .", "B": "3 . ."}), Strips())

    assert told is None or "same organisation" not in told.sentence


def test_a_topic_too_few_know_is_named_in_a_sentence_and_not_in_an_empty_row():
    told = disagreement_page(a_service({"A": "dk*4", "B": "3*4", "C": "3*3 dk"}), Strips())

    assert [row.title for _, rows in told.groups for row in rows] == ["Caring"]
    assert "Too few leaders know <i>Asking</i> to show what they answered" in told.themes


def test_a_theme_nobody_knows_says_so_once():
    told = a_page({"A": "dk*4", "B": "dk*4"})

    assert told.topics == []
    assert told.lead == (
        "On none of these topics did enough leaders know the answer; how many did not is not shown then."
    )


def test_a_theme_that_was_left_open_does_not_say_that_nobody_knew():
    told = a_page({"A": "3 3 . .", "B": ". . 3 3"})

    assert told.lead == "On none of these topics did enough leaders answer."
