"""Small teams become one before anybody is asked; nobody loses a team that was large enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.merging import LONGEST, Merged, after, merging

NAMES = st.text("abcABC +", min_size=1, max_size=LONGEST).map(str.strip).filter(bool)
TEAMS = st.dictionaries(NAMES, st.none() | st.integers(1, 12), max_size=9).filter(
    lambda teams: len({name.casefold() for name in teams}) == len(teams)
)


@pytest.mark.parametrize(
    ("teams", "expected"),
    [
        pytest.param({"Desk": 24, "Store": 5}, {"Desk": 24, "Store": 5}, id="large enough"),
        pytest.param(
            {"Desk": 24, "Store": 3, "Legal": 9},
            {"Desk": 24, "Legal + Store": 12},
            id="the smallest with the next smallest",
        ),
        pytest.param(
            {"Desk": 24, "Store": 1, "Legal": 2, "Board": 1},
            {"Board + Desk + Legal + Store": 28},
            id="until it is large enough",
        ),
        pytest.param({"A": 2, "B": 3, "C": 4, "D": 4}, {"A + B": 5, "C + D": 8}, id="in several groups"),
        pytest.param({"A": 1, "B": 1}, {"A + B": 2}, id="everybody in one"),
        pytest.param({"Everyone": 3}, {"Everyone": 3}, id="a single one"),
        pytest.param({"A": None, "B": None}, {"A": None, "B": None}, id="of unknown size"),
        pytest.param(
            {"A": None, "B": 3, "C": 9}, {"A": None, "B + C": 12}, id="never with one of unknown size"
        ),
        pytest.param({"A": None, "B": 2, "C": 1}, {"A": None}, id="not asked where there is none to join"),
        pytest.param({}, {}, id="no teams"),
    ],
)
def test_what_becomes_of_teams(teams, expected):
    assert after(teams, merging(teams, 5)) == expected


def test_what_was_merged_says_how_many_people_each_part_has():
    assert merging({"Store": 3, "Desk": 24}, 5) == (Merged("Desk + Store", {"Desk": 24, "Store": 3}),)
    assert merging({"A": None, "B": 2}, 5) == (Merged("", {"B": 2}),)


@pytest.mark.parametrize(
    ("teams", "name"),
    [
        pytest.param({"x" * 60: 1, "y" * 60: 1, "z" * 60: 9}, f"{'x' * 60} + 2", id="too long together"),
        pytest.param({"x" * 100: 1, "y": 9}, f"{'x' * 96} + 1", id="no room for a number"),
        pytest.param({"A": 1, "B": 4, "A + B": 50}, "A + 1", id="a name that another has"),
        pytest.param({"A": 1, "B": 4, "a + b": 50, "A + 1": 50}, "A + 2", id="two that others have"),
    ],
)
def test_a_joint_name_fits_and_is_free(teams, name):
    [merged] = merging(teams, 5)

    assert merged.name == name


@given(TEAMS, st.integers(5, 30))
def test_no_team_is_too_small_and_nobody_is_lost(teams, smallest):
    merged = merging(teams, smallest)
    left = after(teams, merged)
    known = [people for people in left.values() if people is not None]
    dropped = sum(sum(each.teams.values()) for each in merged if not each.name)

    assert len(left) == 1 or all(people >= smallest for people in known)
    assert sum(known) + dropped == sum(people for people in teams.values() if people is not None)
    assert [name for name, people in teams.items() if people is None and name not in left] == []
    assert len({name.casefold() for name in left}) == len(left)
    assert all(len(name) <= LONGEST for name in left)


@given(TEAMS, st.integers(5, 30), st.randoms())
def test_the_order_in_which_teams_are_written_decides_nothing(teams, smallest, chance):
    shuffled = list(teams.items())
    chance.shuffle(shuffled)

    assert merging(dict(shuffled), smallest) == merging(teams, smallest)
