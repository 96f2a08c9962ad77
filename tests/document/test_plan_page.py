"""The plan as a page: what starts, what waits and what has no action."""

from assess.core.report import report
from assess.document.pages.plan import plan_page
from tests.core.building import a_questionnaire, a_set, a_topic, an_action, responses, sheets
from tests.document.telling import a_reading, example


def a_plan(language="en", *actions, topics="1 1 1"):
    asked = a_set(a_questionnaire("service", a_topic("T"), a_topic("U"), *actions))
    answers = responses(sheets({"T": topics, "U": topics}))
    return plan_page(a_reading(report(asked, answers), language))


def test_a_weak_topic_without_an_action_is_named_in_words():
    told = a_plan("en", an_action("A", "T"))

    assert told.without_action.striptags().startswith(
        "words is weak too, but these questionnaires have no action"
    )


def test_several_weak_topics_are_named_together():
    told = a_plan("nl")

    assert told.without_action.striptags().startswith("words en words zijn ook zwak")


def test_an_action_that_waits_says_for_what():
    told = a_plan("en", an_action("A", "T", requires=("B",)), an_action("B", "U", 4))

    [waiting] = told.blocked
    assert waiting.reason == "waits for “words”, which cannot start yet"


def test_nothing_to_start_says_so_instead_of_an_empty_table():
    told = a_plan("en", an_action("A", "T", 4))

    assert told.blocks == []
    assert told.sentence == "No action of these questionnaires starts where we stand."


def test_one_action_is_not_several():
    told = a_plan("en", an_action("A", "T U"))

    assert told.sentence == "One action in ninety days."


def test_factors_multiply_to_the_priority():
    told = a_plan("en", an_action("A", "T U", impact=3))

    [row] = told.blocks[0].rows
    # Three of four leaders' levels to go, and three leaders are few: 100 x 0.75 x 3/3 x 0.75.
    assert row.priority == "56"
    assert row.factors.replace("\u00a0", " ") == "need 75.0 × impact 3/3 × certainty 0.75 × gap 1 ÷ effort 1"


def test_the_conversations_with_customers_stand_in_the_accent():
    told = plan_page(a_reading(example()))

    assert "<em>All of them begin by talking with five customers.</em>" in told.sentence
