"""The plan as a page: what starts, what waits and what has no action."""

import pytest

from assess.core.report import report
from assess.document.pages.board import board_page
from assess.document.pages.decisions import decisions
from assess.document.pages.effort import effort_page
from assess.document.pages.limits import limits_page
from assess.document.pages.plan import plan_page
from assess.document.strips import Strips
from tests.core.building import a_questionnaire, a_set, a_topic, an_action, responses, sheets
from tests.document.telling import a_reading, example, html_of, page


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


@pytest.mark.parametrize(
    ("topics", "en", "nl"),
    [
        pytest.param(
            "4 5 4",
            "Nothing has to start now: every topic that is known stands at level 4 or higher.",
            "Er hoeft nu niets te beginnen: elk onderwerp waarvan we het weten staat op niveau 4 of hoger.",
            id="at the target",
        ),
        pytest.param(
            "dk dk dk",
            "There is no plan yet: on none of the topics did enough leaders know where we stand.",
            "Er is nog geen plan: op geen van de onderwerpen wisten genoeg leidinggevenden waar wij staan.",
            id="nobody knows",
        ),
        pytest.param(
            "3 3",
            "There is no plan yet: it needs the answers of at least three leaders.",
            "Er is nog geen plan: daarvoor zijn antwoorden van minstens drie leidinggevenden nodig.",
            id="too few leaders",
        ),
    ],
)
def test_why_nothing_starts_is_told_by_its_cause_on_both_pages(topics, en, nl):
    asked = a_set(a_questionnaire("service", a_topic("T"), a_topic("U"), an_action("A", "T")))
    told = report(asked, responses(sheets({"T": topics, "U": topics})))

    for language, sentence in (("en", en), ("nl", nl)):
        reading = a_reading(told, language)
        assert plan_page(reading).sentence == sentence
        assert board_page(reading, Strips()).no_priorities == sentence


def a_divided(*actions, topics="1 1 1 5 5 5", language="en"):
    asked = a_set(a_questionnaire("service", a_topic("T"), a_topic("U"), *actions))
    return a_reading(report(asked, responses(sheets({"T": topics, "U": "2*6"}))), language)


def test_what_to_agree_on_first_stands_on_the_row_and_is_counted_beside_impact_and_effort():
    reading = a_divided(an_action("A", "U", 2))

    assert plan_page(reading).blocks[0].rows[0].agree.striptags() == "First agree among yourselves on words."
    assert effort_page(reading).sentence == "One quick win; for one action we first agree among ourselves."


def test_the_first_decision_carries_the_first_action_as_the_plan_has_it():
    reading = a_divided(an_action("A", "U", 2))
    [row] = plan_page(reading).blocks[0].rows

    first = decisions(reading)[0].striptags()
    assert row.agree.striptags() in first
    assert [told for told in (row.title, row.first_step, row.role) if told not in first] == []


def test_talking_with_customers_and_agreeing_among_leaders_have_different_words():
    told = html_of(example()).html

    assert "All of them begin by talking with five customers." in page(told, "plan")
    assert "Agree among yourselves on" in page(told, "plan")
    assert "conversation" not in page(told, "effort")


def test_the_formula_is_the_one_that_is_printed_under_each_action():
    rules = {rule.name: rule.told for rule in limits_page(a_reading(example())).reading}

    assert rules["Priority"].startswith("Need × impact ÷ 3 × certainty × gap ÷ effort")
    assert "100 for the whole scale" in rules["Priority"]
    assert "So one with a lower priority may start earlier." in rules["Thirty days"]


def test_what_is_for_later_says_which_rule_leaves_no_room():
    full = plan_page(a_reading(example()))
    theme = a_plan("en", *(an_action(f"A{place}", "T") for place in range(8)))

    assert full.why_later == "by priority; with nine actions the ninety days are full"
    assert theme.why_later == (
        "by priority; thirty days hold at most two actions of a theme and five points of effort"
    )
