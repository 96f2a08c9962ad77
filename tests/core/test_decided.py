"""What a team can do to its plan, and what it cannot."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assess.core import deciding
from assess.core.decided import LATER, THIRTIES, DecidedPlan, Final
from assess.core.differences import differences
from assess.core.proposing import as_decided, proposed
from assess.core.report import report
from tests.core.building import a_questionnaire, a_set, a_topic, an_action, responses, sheets
from tests.document.telling import example

START = date(2026, 12, 7)
FIRST, SECOND, THIRD = THIRTIES


def a_plan(*actions, topics="1 1 1 1 1"):
    """A plan on one theme of two equally weak topics."""
    actions = actions or (an_action("A", "T", impact=3), an_action("B", "U", impact=1))
    asked = a_set(a_questionnaire("service", a_topic("T"), a_topic("U"), *actions))
    return proposed(report(asked, responses(sheets({"T": topics, "U": topics}))), START)


def ids(actions):
    return [action.id for action in actions]


def everything(plan):
    return {place: ids(plan.at(place)) for place in (*THIRTIES, LATER)}


def test_a_proposal_is_the_plan_of_the_report():
    told = example()
    plan = proposed(told, START)

    for block in THIRTIES:
        assert ids(plan.at(block)) == [entry.action for entry in told.plan.blocks[block]]
    assert ids(plan.at(LATER))[: len(told.plan.later)] == [entry.action for entry in told.plan.later]
    for entry in told.plan.ranking:
        action = plan.action(entry.action)
        assert plan.priority(action) == pytest.approx(entry.priority)
        assert plan.own_priority(action) == pytest.approx(entry.own)


def test_a_proposal_names_nobody():
    plan = proposed(example(), START)

    assert plan.without_owner == plan.starting
    assert (plan.version, plan.final) == (1, None)


def test_nobodys_decision_leaves_the_report_as_it_was():
    told = example()

    assert as_decided(told, proposed(told, START)) == told


def test_what_is_blocked_waits_and_can_be_taken_up_all_the_same():
    plan = a_plan(an_action("A", "T", requires=("B",)), an_action("B", "U", 4))
    [blocked] = plan.at(LATER)

    assert plan.waits_for(blocked) == ["B"]
    assert plan.ranking == []
    taken = deciding.move(plan, "A", FIRST)
    assert taken.ranking == ["A"]
    assert taken.waits_for(taken.action("A")) == ["B"]


def test_an_action_that_comes_before_what_it_needs_waits_for_it():
    plan = a_plan(an_action("A", "T", impact=3, requires=("B",)), an_action("B", "U"))
    assert everything(plan)[SECOND] == ["A"]
    assert plan.waits_for(plan.action("A")) == []

    sooner = deciding.move(plan, "A", FIRST)
    assert sooner.waits_for(sooner.action("A")) == ["B"]


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        (FIRST, date(2026, 12, 7), date(2027, 1, 5)),
        (SECOND, date(2027, 1, 6), date(2027, 2, 4)),
        (THIRD, date(2027, 2, 5), date(2027, 3, 6)),
    ],
)
def test_a_block_is_thirty_days(place, first, last):
    assert a_plan().days(place) == (first, last)


def test_a_day_is_proposed_from_the_first_day_of_the_block():
    plan = deciding.move(a_plan(an_action("A", "T", days=14)), "A", SECOND)

    assert plan.ready_on(plan.action("A")) == date(2027, 1, 19)


def test_an_action_gets_a_name_and_a_day():
    plan = deciding.assign(a_plan(), "A", "Anja Verhoef", date(2027, 1, 21))

    assert plan.action("A").owner == "Anja Verhoef"
    assert plan.ready_on(plan.action("A")) == date(2027, 1, 21)
    assert ids(plan.without_owner) == ["B"]


def test_the_proposed_day_moves_along_as_long_as_nobody_chose_one():
    plan = a_plan()
    same = deciding.assign(plan, "A", "Anja", plan.ready_on(plan.action("A")))

    assert same.action("A").ready_on is None
    assert deciding.move(same, "A", SECOND).ready_on(same.action("A")) is not None
    assert deciding.begin(same, START + timedelta(7)).ready_on(same.action("A")) == date(2027, 1, 12)


@pytest.mark.parametrize("day", [START - timedelta(1), date(2206, 1, 1)], ids=["before the start", "far off"])
def test_an_action_cannot_be_ready_before_it_starts_or_in_another_age(day):
    with pytest.raises(deciding.DayOutOfReach) as refused:
        deciding.assign(a_plan(), "A", "Anja", day)

    assert refused.value.first == START


def test_a_day_that_comes_too_early_after_a_move_gives_way_to_the_proposed_one():
    plan = deciding.assign(a_plan(), "A", "Anja", date(2026, 12, 18))

    assert deciding.move(plan, "A", THIRD).action("A").ready_on is None
    assert deciding.begin(plan, date(2027, 1, 4)).action("A").ready_on is None
    assert deciding.begin(plan, date(2026, 12, 1)).action("A").ready_on == date(2026, 12, 18)


def test_the_start_does_not_move_into_another_age():
    with pytest.raises(deciding.DayOutOfReach):
        deciding.begin(a_plan(), date(9999, 12, 31))


def test_what_the_team_writes_stands_instead_of_the_questionnaires_words():
    plan = deciding.edit(a_plan(), "A", {"title": "Our words", "what": ""})

    assert plan.action("A").texts == {"title": "Our words"}


def test_a_judgement_changes_the_priority_and_the_order_but_not_the_block():
    plan = deciding.move(a_plan(), "B", FIRST)
    assert ids(plan.at(FIRST)) == ["A", "B"]

    judged = deciding.rejudge(plan, "A", 1, 3)

    assert ids(judged.at(FIRST)) == ["B", "A"]
    assert judged.priority(judged.action("A")) == pytest.approx(plan.priority(plan.action("A")) / 9)
    assert judged.action("A").rejudged
    assert not judged.action("B").rejudged


def test_a_judgement_raises_what_has_to_come_first():
    plan = a_plan(an_action("A", "T", impact=1, requires=("B",)), an_action("B", "U", impact=1))

    judged = deciding.rejudge(plan, "A", 3, 1)
    first = judged.action("B")
    assert judged.priority(first) == judged.own_priority(judged.action("A")) > judged.own_priority(first)


def test_a_dropped_action_is_kept_and_can_be_restored():
    plan = deciding.assign(a_plan(), "A", "Anja", None)
    dropped = deciding.drop(plan, "A")

    assert ids(dropped.starting) == ["B"]
    assert ids(dropped.dropped) == ["A"]
    assert deciding.restore(dropped, "A") == plan


def test_an_action_of_the_teams_own_stands_last_and_has_no_priority():
    plan = deciding.add(a_plan(), FIRST, {"title": "Call ten customers"})
    own = plan.at(FIRST)[-1]

    assert (own.id, own.own, plan.priority(own)) == ("own-1", True, None)
    assert plan.ready_on(own) == date(2027, 1, 5)


def test_a_second_action_of_ones_own_never_takes_the_place_of_a_dropped_one():
    plan = deciding.drop(deciding.add(a_plan(), FIRST, {"title": "One"}), "own-1")

    assert deciding.add(plan, FIRST, {"title": "Two"}).at(FIRST)[-1].id == "own-2"


def test_a_final_plan_says_who_decided_it_when():
    assert deciding.finalise(a_plan(), "Lea", START).final == Final("Lea", START)


def test_a_final_plan_changes_in_a_next_version_only():
    final = deciding.finalise(a_plan(), "Lea", START)

    for change in CHANGES:
        with pytest.raises(deciding.PlanIsFinal):
            change(final)
    opened = deciding.reopen(final)
    assert (opened.version, opened.final) == (2, None)
    assert opened.actions == final.actions


CHANGES = [
    lambda plan: deciding.assign(plan, "A", "Anja", None),
    lambda plan: deciding.begin(plan, START),
    lambda plan: deciding.edit(plan, "A", {}),
    lambda plan: deciding.move(plan, "A", FIRST),
    lambda plan: deciding.drop(plan, "A"),
    lambda plan: deciding.restore(plan, "A"),
    lambda plan: deciding.add(plan, FIRST, {"title": "New"}),
    lambda plan: deciding.rejudge(plan, "A", 1, 1),
    lambda plan: deciding.finalise(plan, "Lea", START),
]


NOT_DONE = {
    "no such action": (lambda plan: deciding.assign(plan, "C", "Anja", None), deciding.NoSuchAction),
    "dropped twice": (lambda plan: deciding.drop(deciding.drop(plan, "A"), "A"), deciding.NoSuchAction),
    "a dropped action gets no owner": (
        lambda plan: deciding.assign(deciding.drop(plan, "A"), "A", "Anja", None),
        deciding.NoSuchAction,
    ),
    "never dropped": (lambda plan: deciding.restore(plan, "A"), deciding.NoSuchAction),
    "a long name": (lambda plan: deciding.assign(plan, "A", "x" * 101, None), deciding.TooLong),
    "a long text": (lambda plan: deciding.edit(plan, "A", {"what": "x" * 601}), deciding.TooLong),
    "moved nowhere": (lambda plan: deciding.move(plan, "A", "never"), deciding.NoSuchPlace),
    "added nowhere": (lambda plan: deciding.add(plan, "days", {"title": "x"}), deciding.NoSuchPlace),
    "without a title": (lambda plan: deciding.add(plan, FIRST, {"what": "x"}), deciding.TitleMissing),
    "no impact at all": (lambda plan: deciding.rejudge(plan, "A", 0, 1), deciding.NotJudged),
    "an own action has no rank": (
        lambda plan: deciding.rejudge(deciding.add(plan, FIRST, {"title": "x"}), "own-1", 1, 1),
        deciding.NotJudged,
    ),
    "nothing to finalise": (
        lambda plan: deciding.finalise(DecidedPlan(START, ()), "Lea", START),
        deciding.NothingStarts,
    ),
    "decided by nobody": (lambda plan: deciding.finalise(plan, "", START), deciding.TooLong),
    "an open plan is not reopened": (lambda plan: deciding.reopen(plan), deciding.PlanIsOpen),
}


@pytest.mark.parametrize(("change", "why"), NOT_DONE.values(), ids=NOT_DONE)
def test_what_cannot_be_done_has_a_name(change, why):
    with pytest.raises(why):
        change(a_plan())


def test_nobody_adds_more_actions_than_anybody_could_do():
    plan = a_plan()
    for _ in range(deciding.MOST_OWN):
        plan = deciding.add(plan, LATER, {"title": "More"})

    with pytest.raises(deciding.TooMany):
        deciding.add(plan, LATER, {"title": "More"})


def test_a_next_version_says_what_differs():
    before = deciding.add(a_plan(), FIRST, {"title": "One"})
    after = deciding.assign(before, "A", "Anja", date(2026, 12, 20))
    after = deciding.rejudge(deciding.drop(after, "own-1"), "A", 2, 2)
    after = deciding.add(after, SECOND, {"title": "Two"})

    found = [(one.kind, one.action.id) for one in differences(before, after)]
    assert found == [
        ("owner", "A"),
        ("ready", "A"),
        ("judged", "A"),
        ("added", "own-2"),
        ("dropped", "own-1"),
    ]
    assert differences(before, before) == []


def test_the_report_is_told_with_what_the_team_decided():
    told = example()
    plan = proposed(told, START)
    first, second = plan.starting[:2]
    plan = deciding.edit(deciding.rejudge(plan, first.id, 1, 3), first.id, {"title": "Our words"})
    plan = deciding.add(deciding.drop(plan, second.id), FIRST, {"title": "Own"})

    decided = as_decided(told, plan)

    planned = {entry.action: entry for entries in decided.plan.blocks.values() for entry in entries}
    assert (planned[first.id].impact, planned[first.id].effort) == (1, 3)
    assert second.id not in planned
    assert "own-1" not in planned
    [action] = [a for a in decided.questionnaires.actions() if a.id == first.id]
    assert set(action.title.values()) == {"Our words"}
    assert replace(decided, plan=told.plan, board=told.board, questionnaires=told.questionnaires) == told
