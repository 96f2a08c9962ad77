"""Whatever is published of employees at once: no small group can be worked out of it, nor nearly so."""

from itertools import combinations
from random import Random
from statistics import fmean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess.core.report import report
from assess.core.responses import MISSING, Answers, Responses
from tests.core.attacking import Staff, figures_of, recovered, room_for
from tests.core.building import a_questionnaire, a_set, a_statement

SET = a_set(
    a_questionnaire("service", a_statement("A", "e")),
    a_questionnaire("promise", a_statement("B", "e"), a_statement("C", "e"), a_statement("D", "e")),
)
FEWEST = 5


def an_organisation(seed, n, teams=3, sites=3, ages=3, mild=False):
    """Employees with a team and two attributes; unless `mild`, many answer at the ends of the scale."""
    rng = Random(seed)
    people = []
    for _ in range(n):
        team = f"team {min(int(rng.expovariate(0.7)), teams - 1)}"
        site = rng.choice(["", *(f"site {place}" for place in range(sites))] + ["site 0"] * sites)
        age = rng.choice(["", *(f"age {place}" for place in range(ages))] + ["age 0"] * ages)
        people.append({"team": team, "site": site, "age": age})
    likes = {person["team"]: rng.choice((1, 2, 3, 4, 5, 5)) for person in people}
    answers = {}
    for item in "ABCD":
        told = [rng.choice((1, 2, 3, 4, 5) if mild else (likes[p["team"]],) * 4 + (3,)) for p in people]
        answers[item] = [MISSING if rng.random() < 0.05 else answer for answer in told]
    return people, answers


def responses_of(people, answers):
    choices = {name: tuple(sorted({person[name] for person in people} - {""})) for name in ("site", "age")}
    columns = {
        name: np.array([choices[name].index(p[name]) if p[name] else -1 for p in people], np.int8)
        for name in choices
    }
    names = tuple(sorted({person["team"] for person in people}))
    items = {id: np.array(column, np.int8) for id, column in answers.items()}
    teams = np.array([names.index(person["team"]) for person in people], np.int32)
    return Responses({"employees": Answers(len(people), items, {}, {}, teams, names, columns, choices)})


def who_answered(people, answers, items, enough):
    counted = [sum(answers[item][place] != MISSING for item in items) for place in range(len(people))]
    return Staff([person for person, count in zip(people, counted, strict=True) if count >= enough])


def staffs(people, answers):
    return {
        "service": who_answered(people, answers, "A", 1),
        "promise": who_answered(people, answers, "BCD", 2),
    }


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 60), st.booleans())
def test_no_group_below_the_smallest_can_be_recovered(seed, n, mild):
    people, answers = an_organisation(seed, n, mild=mild)
    published = report(SET, responses_of(people, answers)).published

    for theme, staff in staffs(people, answers).items():
        assert list(recovered(staff, figures_of(published, theme), FEWEST)) == []


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 30), st.booleans())
def test_no_small_group_and_no_person_is_pinned_within_a_scale_point(seed, n, mild):
    people, answers = an_organisation(seed, n, mild=mild)
    published = report(SET, responses_of(people, answers)).published

    for theme, staff in staffs(people, answers).items():
        figures = figures_of(published, theme)
        if figures:
            narrow = {name: room for name, room in room_for(staff, figures, 25, FEWEST) if room < 25 - 1e-3}
            assert narrow == {}


@pytest.mark.parametrize("seed", range(20))
def test_without_the_gate_the_attack_succeeds(seed):
    people, answers = an_organisation(seed, 60)

    for staff in staffs(people, answers).values():
        large = [choices for choices in staff.groups() if sum(staff.members(choices)) >= FEWEST]
        assert list(recovered(staff, large, FEWEST)) != []


@pytest.mark.parametrize(
    ("n", "teams", "seeds"), [(20, 2, 12), (20, 3, 12), (40, 3, 6), (120, 5, 4), (500, 10, 1)]
)
def test_on_average_at_least_half_of_all_large_enough_groups_is_shown(n, teams, seeds):
    shares = []
    for seed in range(seeds):
        people, answers = an_organisation(seed, n, teams=teams, mild=True)
        published = report(SET, responses_of(people, answers)).published
        shown = large = 0
        for theme, staff in staffs(people, answers).items():
            shown += len(figures_of(published, theme))
            large += sum(sum(staff.members(choices)) >= FEWEST for choices in staff.groups())
        shares.append(shown / large)

    assert fmean(shares) >= 0.5


def test_the_order_of_people_changes_nothing():
    people, answers = an_organisation(1, 60)
    order = Random(2).sample(range(60), 60)
    mixed = [people[place] for place in order]
    moved = {id: [column[place] for place in order] for id, column in answers.items()}

    shown = report(SET, responses_of(people, answers)).published
    assert report(SET, responses_of(mixed, moved)).published == shown


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(10, 40))
def test_of_three_waves_no_two_pin_the_few_who_joined_or_left(seed, n):
    rng = Random(seed)
    people, answers = an_organisation(seed, n)
    waves = []
    for _ in range(3):
        staff = staffs(people, answers)["service"]
        earlier = tuple(published.as_earlier for published, _ in waves)
        published = report(SET, responses_of(people, answers), earlier=earlier).published
        waves.append((published, staff))
        newer, theirs = an_organisation(rng.random(), rng.randint(0, 5))
        stay = sorted(rng.sample(range(len(people)), len(people) - rng.randint(0, 5)))
        people = [people[place] for place in stay] + newer
        answers = {id: [answers[id][place] for place in stay] + theirs[id] for id in answers}
    for before, after in combinations(waves, 2):
        assert list(told_between(before[0], after[0])) == []


def told_between(before, after):
    """Groups of which the people who joined or left are pinned, when the others moved a quarter point."""
    early, late = (figures_of(published, "service") for published in (before, after))
    for choices in early.keys() & late.keys():
        few, many = sorted((early[choices], late[choices]), key=lambda figure: figure.n)
        count = many.n - few.n
        if 0 < count < FEWEST:
            lows, highs = zip(*(ends(figure) for figure in (few, many)), strict=True)
            least = max(0, lows[1] - min(100 * few.n, highs[0] + 6.25 * few.n))
            most = min(100 * count, highs[1] - max(0, lows[0] - 6.25 * few.n))
            if 0 <= (most - least) / count < 25 - 1e-3:
                yield choices


def ends(figure):
    total = figure.n * figure.score
    low = 0 if figure.capped == "at_most" else total
    return low, 100 * figure.n if figure.capped == "at_least" else total
