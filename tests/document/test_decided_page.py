"""The plan in print once a team has decided: who does what by when, and who decided it."""

from datetime import date

import pytest

from assess.core import deciding
from assess.core.proposing import proposed
from assess.document import make_html, make_pdf
from tests.document.paper import unread
from tests.document.structure import problems
from tests.document.telling import DAY, ORGANISATION, example, page, two_themes

START = date(2026, 12, 7)


@pytest.fixture(scope="module")
def plan():
    """A plan on which everything has been done that can be."""
    found = proposed(example(), START)
    first, second, third = found.starting[:3]
    found = deciding.assign(found, first.id, "Anja Verhoef", date(2027, 1, 21))
    found = deciding.rejudge(found, first.id, 2, 3)
    found = deciding.drop(found, second.id)
    found = deciding.edit(found, third.id, {"title": "In our own words"})
    return deciding.add(found, "days_31_60", {"title": "Call ten customers", "measure": "Ten calls"})


def decided(plan):
    return deciding.finalise(plan, "Lea de Lead", date(2026, 12, 1))


def printed(plan, anchor="plan", language="en"):
    return page(make_html(example(), ORGANISATION, DAY, language, plan).html, anchor)


def test_it_says_who_decided_which_version_when(plan):
    assert "Version 1, decided by Lea de Lead on 1 December 2026." in printed(decided(plan))


def test_a_draft_says_that_nobody_decided_it(plan):
    assert "Draft of version 1: not decided yet." in printed(plan)


def test_an_action_has_its_owner_and_its_day(plan):
    assert "Anja Verhoef ready 21 January 2027" in printed(plan)


def test_what_the_team_wrote_stands_everywhere(plan):
    html = make_html(example(), ORGANISATION, DAY, "nl", plan).html

    assert "In our own words" in page(html, "plan")
    assert "In our own words" in page(html, "effort")


def test_an_own_action_says_that_the_team_added_it(plan):
    text = printed(plan)

    assert "Call ten customers" in text
    assert "Added by the team" in text


def test_a_changed_judgement_is_printed_with_what_it_was(plan):
    before = proposed(example(), START).starting[0]

    assert f"judged by the team: effort 3, was {before.effort}" in printed(
        deciding.rejudge(plan, before.id, before.impact, 3)
    )


def test_what_was_dropped_is_named_apart(plan):
    before = proposed(example(), START).starting[1]
    title = next(a.title["en"] for a in example().questionnaires.actions() if a.id == before.id)
    text = printed(plan)

    assert title in text.partition("Dropped by the team")[2]
    assert title not in text.partition("Dropped by the team")[0]


def test_a_board_is_not_asked_for_names_that_it_has_given(plan):
    assert "actions without an owner each get a name" in printed(plan, "board")
    for action in plan.starting:
        plan = deciding.assign(plan, action.id, "Anja Verhoef", None)

    asked = printed(plan, "board")
    assert "each get a name" not in asked
    assert "Anja Verhoef sees to it" in asked


def test_a_board_does_not_start_with_what_is_put_off():
    plan = proposed(example(), START)
    first, second = plan.starting[:2]
    titles = {a.id: a.title["en"] for a in example().questionnaires.actions()}
    assert f"we start with “{titles[first.id]}”" in printed(plan, "board")

    put_off = deciding.move(plan, first.id, "days_61_90")
    assert f"we start with “{titles[second.id]}”" in printed(put_off, "board")


def test_names_are_text_and_nothing_else(plan):
    html = make_html(
        example(), ORGANISATION, DAY, "en", deciding.assign(plan, plan.starting[0].id, "<b>", None)
    )

    assert "&lt;b&gt;" in html.html
    assert "<b><b>" not in html.html


def test_a_team_may_replace_all_that_is_proposed():
    plan = proposed(two_themes(), START)
    for action in plan.actions:
        plan = deciding.drop(plan, action.id)
    plan = deciding.add(plan, "days_0_30", {"title": "Only this"})

    assert "Only this" in page(make_html(two_themes(), ORGANISATION, DAY, "en", plan).html, "plan")


def test_without_a_decision_it_is_the_report_of_the_command_line():
    told = two_themes()

    assert make_html(told, ORGANISATION, DAY, "en", None) == make_html(told, ORGANISATION, DAY, "en")


def test_the_pdf_has_owner_and_day_and_can_be_read_out(plan):
    pdf = make_pdf(example(), ORGANISATION, DAY, "nl", decided=decided(plan))

    assert unread(pdf, {"Anja Verhoef", "21 januari 2027"}) == set()
    assert problems(pdf) == []
