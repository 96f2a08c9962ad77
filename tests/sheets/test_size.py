"""Reading keeps one byte an answer, however long the text it was written in; benchmarks/ has the times."""

import csv
import tracemalloc
from pathlib import Path

from assess.sheets.reading import read
from tests.people import many_lines, shipped
from tests.sheets.conftest import silent

ITEMS = 31


def memory_at_most(work):
    tracemalloc.start()
    try:
        kept = work()
        return kept, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def as_dictionaries(path):
    """How not to read: everything in memory as text."""
    with Path(path).open(newline="") as file:
        return list(csv.DictReader(file))


def test_memory_grows_with_the_answers(tmp_path):
    questionnaires = shipped()
    small, large = (str(tmp_path / name) for name in ("small.csv", "large.csv"))
    Path(small).write_text("".join(many_lines(questionnaires, 8_000)))
    Path(large).write_text("".join(many_lines(questionnaires, 14_000)))
    bound = 2 * 6_000 * ITEMS

    _, least = memory_at_most(lambda: read(small, questionnaires, silent))
    responses, most = memory_at_most(lambda: read(large, questionnaires, silent))
    _, little = memory_at_most(lambda: as_dictionaries(small))
    _, much = memory_at_most(lambda: as_dictionaries(large))

    assert responses.n == 14_000
    assert most - least <= bound
    assert much - little > bound
