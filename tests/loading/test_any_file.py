"""Whatever a file holds, it is either good or told what is wrong: never a traceback."""

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.loading import check
from tests.loading.files import BENCHMARK, FULL, SHARED, TWO_THEMES

TEXTS = [(TWO_THEMES / "welcome.yaml").read_text(), FULL, SHARED, BENCHMARK]
PIECES = [
    *"{}[]:,-?&*!|>'\"%@`#~ \t\n\0",
    "\u202e",
    "- ",
    ": ",
    "<<: ",
    "...",
    "---\n",
    "null",
    "1.5",
    "true",
    "{a: b}",
]
NAMES = ["theme.yaml", "shared.yaml", "benchmarks.yaml"]
LINE = re.compile(r"\d+:\d+: .+; .+")


@st.composite
def changed(draw):
    """A correct file with some of it cut out, doubled, or written over."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(st.sampled_from([*PIECES, "", text[start:end] * 2])) + text[end:]
    return text


@given(changed(), st.sampled_from(NAMES))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_file_is_good_or_told_what_is_wrong(tmp_path, text, name):
    told_of(tmp_path, name, text.encode())


@given(st.binary(max_size=200), st.sampled_from(NAMES))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_good_or_told_what_is_wrong(tmp_path, content, name):
    told_of(tmp_path, name, content)


def told_of(folder: Path, name, content):
    path = folder / name
    path.write_bytes(content)
    for checked in check([str(path)]):
        for line in checked.lines:
            rest = line.removeprefix(f"{path}:")
            assert LINE.fullmatch(rest) or rest.startswith(" ok ("), line
        for problem in checked.problems:
            assert problem.line <= content.count(b"\n") + content.count(b"\r") + 1
    path.unlink()
