"""Nobody can subtract published figures from each other until fewer people are left than may be shown."""

from random import Random

import pytest

from assess.attacks.differencing import Cell, Person, published, recovered
from assess.sheets.result import as_json
from tests.attacks.organising import SMALLEST, all_cells, an_organisation, reports

ORGANISATIONS = 20


def sizes(count, rng):
    """Organisations of 20 to 500 people, small ones as often as large ones."""
    return [round(20 * 25 ** (place / max(1, count - 1))) for place in range(count)]


def attacked(waves, tables):
    """How many of the small groups that were worked out are right."""
    known = [
        (cells, [one.known for one in employees]) for cells, employees in zip(tables, waves, strict=True)
    ]
    found = recovered(known, SMALLEST)
    return sum(any(is_right(one, employees) for employees in waves) for one in found)


def is_right(found, employees):
    scores = [one.scores.get(found.theme) for one in employees if one.number in found.people]
    if len(scores) != len(found.people) or None in scores:
        return False
    return abs(sum(scores) / len(scores) - found.score) < 1e-6


def organisations(count, **more):
    rng = Random(2026)
    return [an_organisation(size, rng, **more) for size in sizes(count, rng)]


@pytest.mark.attack
@pytest.mark.parametrize("the_same", [False, True], ids=["answering afresh", "answering the same"])
def test_no_group_below_the_smallest_is_recovered_in_three_waves(the_same, measured):
    hits, shown, naive = 0, 0, 0
    for waves in organisations(ORGANISATIONS, the_same=the_same):
        tables = [published(as_json(one)) for one in reports(waves)]
        if the_same:
            hits += attacked(waves, tables)
        else:
            hits += sum(attacked([wave], [table]) for wave, table in zip(waves, tables, strict=True))
        shown += sum(map(len, tables))
        naive += sum(len(list(all_cells(wave))) for wave in waves)
    measured(f"differencing: {hits} small groups recovered, {shown} of {naive} figures shown")

    assert hits == 0
    assert shown >= naive / 2


@pytest.mark.attack
@pytest.mark.parametrize("the_same", [False, True], ids=["one wave", "three waves"])
def test_a_build_that_looks_at_each_number_alone_is_recovered(the_same, measured):
    found = []
    for waves in organisations(ORGANISATIONS, waves=3 if the_same else 1, the_same=the_same):
        found.append(attacked(waves, [list(all_cells(wave)) for wave in waves]))
    fallen = sum(hits > 0 for hits in found)
    measured(
        f"differencing where each number is looked at alone: {fallen} of {len(found)}, {sum(found)} groups"
    )

    assert fallen >= 0.95 * len(found)


def test_what_is_left_of_a_total_is_recovered():
    people = [Person(n, frozenset({("team", "A" if n < 6 else "B")}), frozenset({"t"})) for n in range(9)]
    cells = [Cell(frozenset(), "t", 9, 50.0), Cell(frozenset({("team", "A")}), "t", 6, 60.0)]

    [one] = recovered([(cells, people)], SMALLEST)

    assert one.people == {6, 7, 8}
    assert one.score == pytest.approx(30)


def test_two_groups_that_are_hidden_together_are_not_recovered():
    teams = "AAAAAABBBCCC"
    people = [Person(n, frozenset({("team", team)}), frozenset({"t"})) for n, team in enumerate(teams)]
    cells = [Cell(frozenset(), "t", 12, 50.0), Cell(frozenset({("team", "A")}), "t", 6, 60.0)]

    assert recovered([(cells, people)], SMALLEST) == []
