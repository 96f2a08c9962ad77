"""Which actions are planned, what they rank by, and what the plan says it lacks."""

import pytest

from assess.core.report import report
from tests.core.building import (
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    an_action,
    responses,
    sheets,
)
from tests.core.planning import a_situation, ids, plan_of, tags


@pytest.mark.parametrize(
    ("mean", "from_level", "planned"),
    [
        pytest.param(2.0, 2, True, id="at its level"),
        pytest.param(1.5, 2, True, id="a half is the higher level"),
        pytest.param(2.49, 2, True, id="just below the next"),
        pytest.param(2.5, 2, False, id="the next level: passed"),
        pytest.param(1.49, 2, False, id="one level below: not reached"),
        pytest.param(3.99, 4, True, id="just below the target"),
        pytest.param(4.0, 4, False, id="at the target"),
        pytest.param(5.0, 5, False, id="above the target"),
        pytest.param(None, 1, False, id="an unknown topic"),
    ],
)
def test_an_action_is_planned_at_its_level_and_below_the_target(mean, from_level, planned):
    plan = plan_of(a_situation(T=mean), an_action("A", "T", from_level))

    assert ids(plan.ranking) == (["A"] if planned else [])


def test_an_action_stands_at_the_weakest_topic_it_moves():
    [entry] = plan_of(a_situation(T=3.0, U=1.2), an_action("A", "T U", 1)).ranking

    assert (entry.current, entry.topic, entry.need) == (1.2, "U", pytest.approx(0.7))


def test_an_unknown_topic_does_not_hide_a_known_one():
    [entry] = plan_of(a_situation(T=None, U=2.0), an_action("A", "T U", 2)).ranking

    assert (entry.current, entry.topic) == (2.0, "U")


@pytest.mark.parametrize(
    ("flags", "gap", "impact", "effort", "priority"),
    [
        pytest.param((), None, 3, 1, 50, id="need of a half, nothing else"),
        pytest.param((), None, 2, 1, 100 / 3, id="less impact"),
        pytest.param((), None, 3, 2, 25, id="more effort"),
        pytest.param(("small_n",), None, 3, 1, 37.5, id="one doubt"),
        pytest.param(("small_n", "low_response"), None, 3, 1, 25, id="two doubts"),
        pytest.param(("small_n", "low_response", "dont_know"), None, 3, 1, 25, id="never over two doubts"),
        pytest.param((), 25, 3, 1, 62.5, id="a clear gap of 25 points"),
        pytest.param((), 50, 3, 1, 75, id="a clear gap of 50"),
        pytest.param((), 90, 3, 1, 75, id="never over a half more"),
    ],
)
def test_priority_multiplies_its_factors(flags, gap, impact, effort, priority):
    action = an_action("A", "T", 2, impact=impact, effort=effort)
    [entry] = plan_of(a_situation(T=2.0, flags=flags, gap=gap), action).ranking

    assert (entry.priority, entry.own) == (pytest.approx(priority), pytest.approx(priority))


@pytest.mark.parametrize("step", [1, -1], ids=["needed last in the file", "needed first in the file"])
def test_a_prerequisite_inherits_the_highest_priority_of_what_needs_it(step):
    actions = [
        an_action("LAST", "T", 2, impact=3, requires=("MIDDLE",)),
        an_action("OTHER", "V", 3, impact=1, requires=("FIRST",)),
        an_action("MIDDLE", "V", 3, impact=1, requires=("FIRST",)),
        an_action("FIRST", "U", 4, impact=1, effort=2),
    ]
    plan = plan_of(a_situation(T=2.0, U=3.5, V=3.0), *actions[::step])

    # FIRST is worth 100 * 0.125 / 3 / 2 of itself; LAST 50, through MIDDLE.
    own = {entry.action: entry.own for entry in plan.ranking}
    assert own["FIRST"] == pytest.approx(25 / 12)
    assert [(entry.action, entry.priority) for entry in plan.ranking] == [
        ("FIRST", pytest.approx(50)),
        ("MIDDLE", pytest.approx(50)),
        ("LAST", pytest.approx(50)),
        ("OTHER", pytest.approx(25 / 3)),
    ]


@pytest.mark.parametrize(
    ("needed_mean", "needed_level", "outcome"),
    [
        pytest.param(3.0, 2, "planned", id="passed is satisfied"),
        pytest.param(4.2, 4, "planned", id="above the target is satisfied"),
        pytest.param(2.0, 2, "planned", id="planned itself"),
        pytest.param(1.0, 2, "blocked", id="not reached"),
        pytest.param(None, 2, "blocked", id="unknown"),
    ],
)
def test_a_prerequisite_is_passed_planned_or_blocks(needed_mean, needed_level, outcome):
    plan = plan_of(
        a_situation(T=2.0, U=needed_mean),
        an_action("A", "T", 2, requires=("P",)),
        an_action("P", "U", needed_level),
    )

    assert ("A" in ids(plan.ranking)) == (outcome == "planned")
    assert dict(plan.blocked) == ({"A": ("P",)} if outcome == "blocked" else {})


def test_what_waits_for_something_blocked_is_blocked_too():
    plan = plan_of(
        a_situation(T=2.0, U=2.0, V=1.0),
        an_action("C", "T", 2, requires=("B",)),
        an_action("B", "U", 2, requires=("A", "OK")),
        an_action("A", "V", 2),
        an_action("OK", "U", 1),
    )

    assert dict(plan.blocked) == {"B": ("A",), "C": ("B",)}
    assert plan.ranking == ()


def test_a_blocked_action_passes_no_priority_on_and_makes_no_foundation():
    plan = plan_of(
        a_situation(T=1.0, U=3.0, V=1.0),
        an_action("BLOCKED", "T", 1, impact=3, requires=("P", "FAR")),
        an_action("P", "U", 3),
        an_action("FAR", "V", 2),
    )

    [entry] = plan.ranking
    assert (entry.action, entry.priority, entry.tags) == ("P", entry.own, ("quick_win",))


@pytest.mark.parametrize(
    ("facts", "flags", "gap", "expected"),
    [
        pytest.param({}, (), None, ("quick_win",), id="light, useful and soon"),
        pytest.param({"impact": 1}, (), None, (), id="too little impact"),
        pytest.param({"days": 31}, (), None, (), id="too long"),
        pytest.param({"effort": 2}, (), None, (), id="too heavy"),
        pytest.param({"effort": 3}, (), None, ("big_step",), id="a big step"),
        pytest.param({"effort": 2}, ("dont_know",), None, ("discuss_first",), id="leaders do not know"),
        pytest.param({"effort": 2}, ("disagreement",), None, ("discuss_first",), id="leaders disagree"),
        pytest.param({"effort": 2}, ("small_n", "low_response"), None, (), id="few people: no talk needed"),
        pytest.param({"effort": 2}, (), 20.0, ("listen_first",), id="a clear gap of twenty"),
        pytest.param({"effort": 2}, (), 19.9, (), id="just under twenty"),
        pytest.param(
            {}, ("disagreement",), 40, ("quick_win", "discuss_first", "listen_first"), id="in order"
        ),
    ],
)
def test_tags(facts, flags, gap, expected):
    plan = plan_of(a_situation(T=2.0, flags=flags, gap=gap), an_action("A", "T", 2, **facts))

    assert tags(plan, "A") == expected


def test_a_foundation_is_what_another_planned_action_needs():
    plan = plan_of(
        a_situation(T=2.0, flags=("disagreement",), gap=30),
        an_action("P", "T", 2, effort=3),
        an_action("A", "T", 2, effort=3, requires=("P",)),
    )

    assert tags(plan, "P") == ("foundation", "big_step", "discuss_first", "listen_first")
    assert "foundation" not in tags(plan, "A")


def test_a_clear_gap_of_exactly_twenty_points_asks_to_listen_first():
    mirrored = a_set(a_questionnaire("service", a_topic("T"), a_statement("M", "lc"), an_action("A", "T", 2)))
    leaders = sheets({"T": "2*1000", "M": "5*700 1*300"})
    found = report(mirrored, responses(leaders, customers=sheets({"M": "5*500 1*500"})))

    assert found.gaps[0].gap_pp == pytest.approx(20)
    assert "listen_first" in found.plan.ranking[0].tags


def test_the_plan_names_the_weakest_topics_below_target_it_does_nothing_about():
    plan = plan_of(
        [a_situation("service", T=1.0, U=1.2, V=3.9), a_situation("promise", W=1.1, X=None, Y=2.0, Z=3.0)],
        an_action("A", "T U", 1),
        an_action("B", "W", 2),
    )

    # The five weakest are T W U Y Z: A moves T and U, B does not start at W's level. V is the sixth.
    assert plan.without_action == ("W", "Y", "Z")


def test_a_topic_at_the_target_lacks_nothing():
    assert plan_of(a_situation(T=4.0, U=3.9)).without_action == ("U",)
