"""Who answered what? Nothing that an operator without the key can put aside tells more than chance."""

from collections import Counter
from random import Random

import pytest

from assess.attacks.chance import bounds
from assess.attacks.linking import WAYS, hits
from assess.attacks.naive import Naive
from assess.attacks.planting import PEOPLE, TRAFFIC, different_answers, one_an_hour, rehearse, reminders
from tests.attacks.naive import ByCode, NotPadded
from tests.attacks.playing import a_twin

RUNS = 20
SUCCESS = 0.95


def attacked(rehearsed):
    """By way, how many of the people were linked; None where a way has nothing to go by."""
    guesses = {name: way(rehearsed.held) for name, way in WAYS.items()}
    return {
        name: None if guess is None else hits(rehearsed.held, guess, rehearsed.truth)
        for name, guess in guesses.items()
    }


def on_ours(app, runs, people=PEOPLE):
    """Hits of each way, and how often it had something to go by, over all orders of traffic."""
    found, tried, rng = Counter(), Counter(), Random(7)
    with app.test_request_context():
        like = None
        for traffic in TRAFFIC:
            for _ in range(runs):
                twin = a_twin(app, people, like)
                like = twin.assessment
                truth = different_answers(len(twin.names), people, rng)
                scores = attacked(rehearse(twin, traffic(people, rng), truth, rng))
                found.update({name: score for name, score in scores.items() if score is not None})
                tried.update(name for name, score in scores.items() if score is not None)
    return found, tried


def on(build, folder, traffic=one_an_hour, answers=None):
    """The share of people that each way links on a naive build."""
    rng = Random(11)
    folder.mkdir()
    truth = answers or different_answers(31, PEOPLE, rng)
    scores = attacked(rehearse(build(folder, PEOPLE), traffic(PEOPLE, rng), truth, rng))
    return {name: (score or 0) / PEOPLE for name, score in scores.items()}


@pytest.mark.attack
def test_nothing_links_people_to_answers(app, measured):
    found, tried = on_ours(app, RUNS)
    for name in tried:
        measured(f"linkage by {name}: {found[name]} hits, {tried[name]} expected by chance")
        least, most = bounds(tried[name], len(tried))
        assert least <= found[name] <= most, name
    assert set(WAYS) - set(tried) == {"times in the rows", "file times"}, "these have nothing to go by"


def test_a_few_runs_link_nobody(app):
    found, tried = on_ours(app, 1, people=12)
    for name in tried:
        assert found[name] <= bounds(tried[name], len(tried))[1], name


USUAL = sorted(set(WAYS) - {"order of the codes"})


def test_the_usual_build_falls_to_each_way(tmp_path):
    scores = on(Naive, tmp_path / "naive")

    assert {name for name in USUAL if scores[name] < SUCCESS} == set()


@pytest.mark.attack
@pytest.mark.parametrize("traffic", TRAFFIC)
def test_the_usual_build_falls_whenever_people_answer(tmp_path, traffic, measured):
    scores = on(Naive, tmp_path / "naive", traffic)
    measured(f"linkage on the usual build, {traffic.__name__}: {scores}")

    assert {name for name in USUAL if scores[name] < SUCCESS} <= {"hourly copies"}
    assert scores["hourly copies"] > 2 / PEOPLE


@pytest.mark.attack
def test_a_build_without_row_numbers_falls_to_the_list(tmp_path):
    assert on(ByCode, tmp_path / "naive", reminders)["order of the codes"] >= SUCCESS


@pytest.mark.attack
def test_a_build_that_seals_without_padding_falls_to_sizes(tmp_path):
    rng = Random(3)
    sizes = rng.sample(range(200), PEOPLE)
    answers = [(1,) * (size + 1) for size in sizes]

    assert on(NotPadded, tmp_path / "naive", answers=answers)["row numbers and ids"] >= SUCCESS


@pytest.mark.parametrize(("expected", "between"), [(20, (7, 36)), (1, (0, 6))])
def test_the_bounds_of_chance(expected, between):
    assert bounds(expected) == between
