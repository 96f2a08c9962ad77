"""A whole report, every number of it worked out by hand (the answers stand in whole_case.py)."""

from dataclasses import astuple

import pytest

from assess.core.board import Strength
from tests.core.whole_case import whole_report


@pytest.fixture(scope="module")
def found():
    return whole_report()


@pytest.fixture(scope="module")
def leaders(found):
    return found.published.audiences["leaders"]


@pytest.fixture(scope="module")
def employees(found):
    return found.published.audiences["employees"]


@pytest.fixture(scope="module")
def customers(found):
    return found.published.audiences["customers"]


def test_a_required_topic_holds_the_level_of_a_theme_back(leaders):
    service = leaders.themes["service"]

    # Persons: (25+75+100)/3 = 66.67, 58.33, 66.67, 75. Mean 66.67, sd 6.804, t(3) = 3.1824.
    assert (service.n, service.score) == (4, pytest.approx(200 / 3))
    assert (service.lo, service.hi) == (pytest.approx(55.839764), pytest.approx(77.493569))
    # Raw 1 + 66.67/25 = 3.67 is level 4; S1 stands at 2.0, level 2, so at most 3.
    assert (service.maturity.level, service.maturity.uncapped, service.maturity.held_by) == (3, 4, ("S1",))
    # Every topic's answers lie half a point from their mean.
    assert (service.ad, service.agree) == (pytest.approx(0.5), True)
    assert service.maturity.status == "ok"


def test_evidence_is_counted_over_the_topics_of_a_theme(leaders):
    service = leaders.themes["service"].maturity

    # Persons: S2 of three (75/3), S2 (75/3), S1 which scores 0, S1 and S2 ((50+100)/3): 25, 25, 0, 50.
    assert service.evidenced == pytest.approx(25)
    assert service.evidence == {"assume": 6, "heard": 1, "measured": 3, "shown": 2}


def test_a_theme_with_a_required_topic_unknown_is_provisional(leaders):
    promise = leaders.themes["promise"]

    # Persons: 125/3, (50+25)/2 with two of three answered, 25, (50+50)/2 with one not applicable.
    assert (promise.n, promise.score) == (4, pytest.approx(38.541667))
    assert (promise.lo, promise.hi) == (pytest.approx(21.966425), pytest.approx(55.116908))
    assert promise.maturity.status == "provisional"
    assert promise.maturity.blind_spots == ("P1",)  # one of four does not know
    assert (promise.maturity.level, promise.maturity.uncapped, promise.maturity.held_by) == (3, 3, ())
    assert promise.ad == pytest.approx((4 / 9 + 4 / 9 + 1 / 2) / 3)


def test_the_whole_is_the_mean_of_the_themes(leaders):
    whole = leaders.overall

    # (66.67 + 38.54) / 2; raw 3.10 is level 3, and both themes stand at 3.
    assert (whole.score, whole.level, whole.uncapped) == (pytest.approx(52.604167), 3, 3)
    assert (whole.status, whole.missing) == ("complete", ())


def test_employees_are_scored_on_all_their_statements_with_the_reversed_turned(employees):
    service = employees.themes["service"]

    # Sales 66.67 66.67 33.33 41.67 58.33 58.33, Care 25 25 33.33 50 0, IT 41.67 0 and one without a score.
    assert (employees.n, employees.hidden, employees.response_rate) == (14, False, pytest.approx(0.7))
    assert (service.n, service.score) == (13, pytest.approx(500 / 13))
    assert (service.lo, service.hi) == (pytest.approx(25.052975), pytest.approx(51.870102))
    assert (service.ad, service.agree) == (pytest.approx(0.770890), True)
    assert (service.alpha, service.maturity) == (None, None)  # alpha needs thirty
    assert set(employees.themes) == {"service"}  # of promise they are asked nothing


def test_items_stay_as_answered(employees):
    mirrored, reverse = employees.items["SM"], employees.items["SR"]

    assert (mirrored.n, mirrored.counts, mirrored.dont_know) == (13, (2, 5, 4, 2, 0), 1)
    assert (mirrored.mean, mirrored.median, mirrored.split) == (pytest.approx(32 / 13), 2, False)
    assert (mirrored.agree_share, mirrored.lo, mirrored.hi) == tuple(
        map(pytest.approx, (2 / 13, 0.0432582, 0.4223463))
    )
    assert (reverse.n, reverse.counts) == (14, (0, 2, 5, 5, 2))
    assert (reverse.mean, reverse.median, reverse.agree_share) == (
        pytest.approx(3.5),
        pytest.approx(3.5),
        pytest.approx(0.5),
    )


def test_a_topic_has_a_distribution_and_no_agreeing(leaders):
    first = leaders.items["P1"]

    assert (first.n, first.counts, first.dont_know, first.not_applicable) == (3, (0, 1, 2, 0, 0), 1, 0)
    assert (first.agree_share, first.lo, first.hi) == (None, None, None)
    assert leaders.items["P2"].not_applicable == 1


def test_a_small_team_is_hidden_together_with_the_next_smallest(employees):
    assert list(employees.teams) == ["Care", "IT", "Sales"]
    for name in ("Care", "IT"):  # IT has three people; total minus Sales and Care would tell about it
        assert (employees.teams[name].hidden, employees.teams[name].n) == (True, None)
        assert dict(employees.teams[name].themes) == {}
    sales = employees.teams["Sales"].themes["service"]
    assert (employees.teams["Sales"].n, sales.n, sales.score) == (6, 6, pytest.approx(325 / 6))
    assert (sales.lo, sales.hi, sales.ad) == tuple(map(pytest.approx, (39.796677, 68.536656, 11 / 18)))


def test_gaps_stand_for_every_pair_that_was_asked_the_same(found):
    figures = {(gap.statement, gap.a[0] + gap.b[0]): astuple(gap)[4:-2] for gap in found.gaps}

    assert figures == {
        ("SM", "lc"): ("clear_gap", 4, 4, 2, 9, *map(pytest.approx, (700 / 9, 18.978050, 93.677489))),
        ("SM", "le"): ("clear_gap", 4, 4, 2, 13, *map(pytest.approx, (1100 / 13, 28.750784, 95.674182))),
        ("SM", "ec"): ("unclear", 2, 13, 2, 9, *map(pytest.approx, (-800 / 117, -41.185454, 24.366947))),
        ("PM", "lc"): ("unclear", 3, 4, 9, 10, *map(pytest.approx, (-15, -60.680091, 21.645847))),
        ("HEAD", "lc"): ("unclear", 3, 4, 3, 10, *map(pytest.approx, (45, -9.209431, 73.058647))),
        ("HEAD", "le"): ("unclear", 3, 4, 4, 14, *map(pytest.approx, (325 / 7, -5.525944, 72.919511))),
        ("HEAD", "ec"): ("unclear", 4, 14, 3, 10, *map(pytest.approx, (-10 / 7, -36.118038, 30.967201))),
    }


def test_guesses_stand_beside_the_share_that_agrees(found):
    guess = found.guesses["employees"]

    assert (guess.n, guess.mean, guess.smallest, guess.largest) == (4, 75, 60, 90)
    assert (guess.actual, guess.lo, guess.hi) == tuple(map(pytest.approx, (200 / 7, 11.721379, 54.649084)))
    assert guess.off_by == pytest.approx(75 - 200 / 7)
    assert found.guesses["customers"] is None  # two leaders guessed


def test_the_standard_questions_have_their_own_figures(customers):
    # Six promoters and two detractors of ten: 40; the interval lies around (6.75 - 2.75) / 13.
    assert astuple(customers.recommend) == (
        10,
        pytest.approx(40),
        pytest.approx(-12.585580),
        pytest.approx(74.124042),
    )
    assert astuple(customers.satisfaction) == (
        8,
        pytest.approx(0.75),
        pytest.approx(0.4092754),
        pytest.approx(0.9285208),
    )
    assert astuple(customers.ease) == (
        6,
        pytest.approx(5),
        pytest.approx(2 / 3),
        pytest.approx(0.2999933),
        pytest.approx(0.9032286),
    )


def test_customers_are_scored_on_the_mirrored_statements(customers):
    service, promise = customers.themes["service"], customers.themes["promise"]

    assert (service.n, service.score, service.agree) == (9, pytest.approx(325 / 9), False)
    assert service.ad == pytest.approx(1.037037)
    assert (promise.n, promise.score, promise.agree) == (10, pytest.approx(77.5), True)


def test_the_plan_ranks_by_priority_then_the_lighter_first(found):
    ranked = [(a.action, a.priority, a.need, a.confidence, a.gap_factor) for a in found.plan.ranking]

    assert ranked == [
        # 100 * need * impact/3 * confidence * gap factor / effort; service has few leaders and a clear gap
        ("SA1", pytest.approx(56.25), pytest.approx(0.5), 0.75, 1.5),
        (
            "SA4",
            pytest.approx(18.75),
            pytest.approx(0.5),
            0.75,
            1.5,
        ),  # its prerequisite is passed: S3 stands at 4.5
        ("SA2", pytest.approx(18.75), pytest.approx(0.5), 0.75, 1.5),
        # promise has few leaders and a blind spot, and no clear gap
        ("PA2", pytest.approx(100 / 6), pytest.approx(1 / 3), 0.5, 1),
        ("PA1", pytest.approx(125 / 18), pytest.approx(5 / 12), 0.5, 1),
    ]


def test_the_plan_has_three_blocks_and_says_what_it_lacks(found):
    plan = found.plan

    blocks = {name: [entry.action for entry in entries] for name, entries in plan.blocks.items()}
    assert blocks == {
        "days_0_30": ["SA1", "SA4", "PA2"],
        "days_31_60": ["SA2"],  # four points, after SA1
        "days_61_90": ["PA1"],  # to be discussed first, and its two points no longer fit beside SA2
    }
    assert {entry.action: entry.tags for entry in plan.ranking} == {
        "SA1": ("foundation", "quick_win", "listen_first"),
        "SA4": ("listen_first",),
        "SA2": ("big_step", "listen_first"),
        "PA2": ("discuss_first",),
        "PA1": ("discuss_first",),
    }
    assert plan.later == ()
    assert plan.blocked == {"PA4": ("PA3",)}
    assert plan.without_action == ("P3",)


def test_the_board_hears_what_customers_say_before_what_leaders_think(found):
    # Nine of ten customers: lower end 59.6 %. Service 55.8 to 77.5 lies above the own mean of 52.6.
    assert found.board.strengths == (Strength(statement="PM"), Strength(theme="service"))
    assert [entry.action for entry in found.board.priorities] == ["SA1", "PA2"]
