"""A cluster has one mark for each person, and all of them can be counted."""

from collections import Counter
from itertools import combinations

import pytest

from assess.charts import Frame, cluster

FRAME = Frame(264, 44, inset=20)
APART = 8  # what a mark measures across, its outline included


def px(frame, mark):
    return frame.inset + (mark.x - frame.domain[0]) / frame.per_px, mark.lane


def test_there_is_one_mark_for_each_person():
    assert len(cluster([0, 2, 4, 3, 0], FRAME)) == 9


def test_people_stand_at_the_answer_they_gave():
    marks = cluster([0, 2, 4, 3, 0], FRAME)

    assert Counter(25 * round(mark.x / 25) for mark in marks) == {25: 2, 50: 4, 75: 3}


def test_one_person_alone_stands_exactly_there():
    [mark] = cluster([0, 0, 0, 1, 0], FRAME)

    assert mark.x == 75


@pytest.mark.parametrize(
    ("counts", "frame"),
    [
        pytest.param([0, 2, 4, 3, 0], FRAME, id="nine leaders"),
        pytest.param([15, 15, 15, 15, 15], FRAME, id="fifteen at each"),
        pytest.param([5, 5, 5, 5, 5, 5, 5], FRAME, id="seven points"),
        pytest.param([2] * 11, FRAME, id="eleven points leave room for two abreast"),
        pytest.param([3, 0, 3], Frame(264, 44, domain=(1, 3), ticks=(1, 2, 3), inset=20), id="other axis"),
    ],
)
def test_no_mark_hides_another_or_leaves_the_strip(counts, frame):
    places = [px(frame, mark) for mark in cluster(counts, frame)]

    assert all(abs(a[0] - b[0]) >= APART or abs(a[1] - b[1]) >= APART for a, b in combinations(places, 2))
    assert all(APART / 2 <= x <= frame.width - APART / 2 for x, _ in places)
    assert all(APART / 2 <= y <= frame.height - 4 - APART / 2 for _, y in places)


def test_nobody_is_no_mark():
    assert cluster([0, 0, 0, 0, 0], FRAME) == ()
