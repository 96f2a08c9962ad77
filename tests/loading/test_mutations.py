"""Five thousand spoiled files: each is good or told what is wrong, and none takes much memory."""

import tracemalloc
from random import Random

import pytest

from assess import paths
from tests.loading.files import BENCHMARK, FULL, SHARED
from tests.loading.hostile import CASES
from tests.loading.test_any_file import NAMES, PIECES, told_of

FILES, LINES, WEIGHED = 5_000, 60, 10
"""Of how many files one is weighed: weighing takes as long as reading."""
MOST_MEMORY = 20_000_000
"""Bytes."""
SHIPPED = ["\n".join(file.read_text().split("\n")[:LINES]) for file in paths.QUESTIONNAIRES.glob("*.yaml")]
TEXTS = [*sorted(SHIPPED), FULL, SHARED, BENCHMARK]
HOSTILE = [case for case, _ in CASES.values() if isinstance(case, str) and len(case) < 2_000]


def mutated(chance):
    """A file with one to five places cut out, doubled, written over, or with a hostile piece put in."""
    text = chance.choice(TEXTS)
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(60))
        there = text[start:end]
        pieces = [chance.choice(PIECES), "", there * 2, there.upper(), there[::-1], chance.choice(HOSTILE)]
        text = text[:start] + chance.choice(pieces) + text[end:]
    return text.encode("utf-8", "surrogatepass")


def peak(work):
    """The most memory that something took, in bytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.attack
def test_five_thousand_spoiled_files_are_good_or_told_what_is_wrong(tmp_path):
    chance = Random(20261125)
    for place in range(FILES):
        name, content = chance.choice(NAMES), mutated(chance)
        told_of(tmp_path, name, content)
        if place % WEIGHED == 0:
            assert peak(lambda: told_of(tmp_path, name, content)) < MOST_MEMORY  # noqa: B023 (called at once)
