import re

import pytest

from assess.loading.problems import MOST_PROBLEMS
from tests.loading.files import GOOD, HEAD
from tests.loading.hostile import CASES


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES.keys())
def test_a_hostile_file_is_told_every_problem_with_its_place(told, content, expected):
    lines = told(content)

    assert len(lines) == len(expected), lines
    for line, beginning in zip(lines, expected, strict=True):
        assert line.startswith(beginning)


@pytest.mark.parametrize("content", [content for content, _ in CASES.values()], ids=CASES.keys())
def test_a_problem_says_where_what_and_what_to_do(told, content):
    assert all(re.fullmatch(r"\d+:\d+: [^;]+; .+", line) for line in told(content))


def test_the_corpus_is_large():
    assert len(CASES) >= 60


def test_what_a_good_file_may_hold(told):
    with_everything = "\ufeff%YAML 1.2\n---\n" + GOOD.replace("\n", "\r\n") + "...\n"

    assert told(with_everything) == ["ok (0 topics, 1 statement, 0 actions)"]


def test_twelve_deep_is_not_too_deep(told):
    [line] = told(GOOD + "intro: " + "[" * 11 + "]" * 11)

    assert line.startswith("7:8: 'intro' is a list")


def test_a_thousand_problems_are_all_told(told):
    lines = told(HEAD + "".join(f"wrong{n}: 1\n" for n in range(1_000)))

    assert len(lines) == 1_000
    assert lines[-1].startswith("1003:1: 'wrong999' is not a key")


def test_beyond_the_most_problems_the_rest_is_named_in_one_line(told):
    lines = told(HEAD + "".join(f"wrong{n}: 1\n" for n in range(MOST_PROBLEMS + 500)))

    assert len(lines) == MOST_PROBLEMS + 1
    assert lines[-1].endswith("there are more than 2,000 problems; mend the ones above first")


def test_a_value_is_shown_short_and_harmless(told):
    [line] = told(GOOD + 'order: "' + "x" * 5_000 + '"\n')

    assert len(line) < 150
