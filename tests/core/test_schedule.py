"""When the planned actions start: three blocks of thirty days with room for so much."""

import pytest

from tests.core.building import an_action
from tests.core.planning import a_situation, blocks, ids, plan_of


def themes(count, mean=2.0, **more):
    return [a_situation(f"theme{number}", **{f"T{number}": mean}, **more) for number in range(1, count + 1)]


def one_each(count, **facts):
    return [an_action(f"A{number}", f"T{number}", 2, **facts) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("effort", "in_block"),
    [
        pytest.param(1, 5, id="light: five of one point"),
        pytest.param(2, 2, id="middling: two of two points"),
        pytest.param(3, 1, id="heavy: one of four points"),
    ],
)
def test_a_block_holds_five_points(effort, in_block):
    plan = plan_of(themes(6), *one_each(6, effort=effort))

    assert len(blocks(plan)[0]) == in_block


def test_a_light_action_fits_beside_a_heavy_one():
    heavy, light = an_action("H", "T1", 2, effort=3, impact=3), an_action("L", "T2", 2, impact=1)
    middling = an_action("M", "T3", 2, effort=2, impact=1)

    assert blocks(plan_of(themes(3), heavy, light, middling)) == [["L", "H"], ["M"], [], []]


def test_a_later_action_fills_the_room_an_earlier_one_could_not():
    actions = [
        an_action("A", "T1", 2, effort=2, impact=3),
        an_action("B", "T2", 2, effort=2, impact=3),
        an_action("C", "T3", 2, effort=2, impact=3),
        an_action("D", "T4", 2, effort=1, impact=1),
    ]

    # A, B and C rank at 25, D at 16.7: C no longer fits beside A and B, D does.
    assert blocks(plan_of(themes(4), *actions)) == [["A", "B", "D"], ["C"], [], []]


def test_two_actions_of_a_theme_start_in_a_block():
    plan = plan_of(a_situation(T=2.0), *(an_action(f"A{number}", "T", 2) for number in range(1, 8)))

    assert blocks(plan) == [["A1", "A2"], ["A3", "A4"], ["A5", "A6"], ["A7"]]


def test_nine_actions_start_in_all():
    plan = plan_of(themes(12), *one_each(12))

    assert list(map(len, blocks(plan))) == [5, 4, 0, 3]
    assert len(plan.ranking) == 12


def test_a_prerequisite_starts_a_block_earlier():
    chain = [
        an_action("A", "T", 2),
        an_action("B", "T", 2, requires=("A",)),
        an_action("C", "T", 2, requires=("B",)),
        an_action("D", "T", 2, requires=("C",)),
    ]

    assert blocks(plan_of(a_situation(T=2.0), *reversed(chain))) == [["A"], ["B"], ["C"], ["D"]]


def test_what_needs_an_action_that_has_no_room_is_for_later_too():
    actions = [
        an_action("A", "T", 2, effort=3, impact=3),
        an_action("B", "T", 2, effort=3, impact=3),
        an_action("C", "T", 2, effort=3, impact=3),
        an_action("P", "T", 2, effort=3, impact=2),
        an_action("Q", "U", 2, effort=1, impact=1, requires=("P",)),
    ]
    plan = plan_of([a_situation("a", T=2.0), a_situation("b", U=3.0 - 0.5001)], *actions)

    assert blocks(plan) == [["A"], ["B"], ["C"], ["P", "Q"]]


def test_a_passed_prerequisite_delays_nothing():
    plan = plan_of(a_situation(T=2.0, U=3.0), an_action("A", "T", 2, requires=("P",)), an_action("P", "U", 2))

    assert blocks(plan) == [["A"], [], [], []]


@pytest.mark.parametrize("flag", ["disagreement", "dont_know"])
@pytest.mark.parametrize(("effort", "first"), [(1, 0), (2, 1), (3, 1)], ids=["light", "middling", "heavy"])
def test_what_must_be_discussed_first_and_is_not_light_waits_until_day_31(flag, effort, first):
    plan = plan_of(a_situation(T=2.0, flags=(flag,)), an_action("A", "T", 2, effort=effort))

    assert [place for place, block in enumerate(blocks(plan)) if block] == [first]


def test_listening_first_delays_nothing():
    plan = plan_of(a_situation(T=2.0, gap=60), an_action("A", "T", 2, effort=3))

    assert blocks(plan)[0] == ["A"]


@pytest.mark.parametrize(
    ("mean", "first", "second"),
    [
        pytest.param(2.2, {}, {}, id="the higher priority"),
        pytest.param(2.0, {"effort": 1, "impact": 1}, {"effort": 2, "impact": 2}, id="then the lighter"),
        pytest.param(2.0, {"days": 30}, {"days": 31}, id="then the shorter"),
    ],
)
def test_the_ranking_goes_by_priority_then_weight_then_days(mean, first, second):
    both = [a_situation("a", T=mean), a_situation("b", U=2.0)]
    plan = plan_of(both, an_action("A", "T", 2, **second), an_action("Z", "U", 2, **first))

    assert ids(plan.ranking) == ["Z", "A"]


def test_then_the_order_of_the_themes():
    both = [a_situation("z", T=2.0), a_situation("a", U=2.0)]

    assert ids(plan_of(both, an_action("A", "U", 2), an_action("B", "T", 2)).ranking) == ["B", "A"]


def test_then_the_id():
    plan = plan_of(a_situation(T=2.0), an_action("B", "T", 2), an_action("A", "T", 2))

    assert ids(plan.ranking) == ["A", "B"]


def test_a_prerequisite_goes_before_a_lighter_action_of_the_same_priority():
    plan = plan_of(
        a_situation(T=2.0, U=2.0),
        an_action("LIGHT", "U", 2, effort=1, impact=2, requires=("HEAVY",)),
        an_action("HEAVY", "T", 2, effort=3, impact=1),
    )

    assert ids(plan.ranking) == ["HEAVY", "LIGHT"]
