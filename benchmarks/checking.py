"""How long `assess check` takes, and what a hostile file can cost."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from benchmarks import hostile
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import ROOT, Work, assess, memory, run, seconds, weight

ALLOWED = 20_000_000
"""Bytes that a hostile file may take beyond what a good one takes."""

IMPORTS = (sys.executable, "-c", "import yaml, pydantic")
TWICE = (
    "import pathlib, sys, yaml; texts = [pathlib.Path(path).read_text('utf-8') for path in sys.argv[1:]]; "
    "[(yaml.safe_load(text), yaml.compose(text)) for text in texts]"
)


def bounds() -> tuple[Bound, ...]:
    """The bounds on checking questionnaires."""
    return (
        Bound(
            "check",
            "assess check on the shipped files : python -c 'import yaml, pydantic', whole processes",
            "the same files parsed by PyYAML in plain Python, for the values and again for their places",
            3,
            _shipped,
        ),
        Bound(
            "hostile",
            f"the slowest of {len(hostile.TEXTS)} hostile files refused : a good one read",
            "the same by yaml.safe_load",
            100,
            _slowest,
            rounds=5,
        ),
        Bound(
            "hostile-memory",
            "memory for the largest hostile file : a good one and 20 MB",
            "a file of 131,000 values by yaml.compose",
            1,
            _largest,
            unit="memory",
            gauge=memory,
            rounds=3,
        ),
    )


@contextmanager
def _shipped() -> Iterator[Race]:
    files = sorted(map(str, (ROOT / "questionnaires").glob("*.yaml")))
    imports = partial(run, IMPORTS)
    yield Race(
        Pair(partial(assess, "check"), imports),
        Pair(partial(run, (sys.executable, "-c", TWICE, *files)), imports),
    )


@contextmanager
def _slowest() -> Iterator[Race]:
    good = partial(hostile.accepted, hostile.good())
    with hostile.files() as files:
        ours = max(files.values(), key=lambda path: seconds(partial(hostile.refused, path))["CPU"])
        control = partial(hostile.parsed, files[hostile.VALUES])
        yield Race(Pair(partial(hostile.refused, ours), good), Pair(control, good))


@contextmanager
def _largest() -> Iterator[Race]:
    allowed = ALLOWED + _weighed("accepted", hostile.good())()
    with hostile.files() as files:
        ours = max(files.values(), key=lambda path: _weighed("refused", path)())
        control = _weighed("composed", files[hostile.VALUES])
        yield Race(
            Pair(_weighed("refused", ours), lambda: allowed),
            Pair(control, lambda: allowed),
        )


def _weighed(function: str, path: str) -> Work:
    return partial(weight, f"benchmarks.hostile:{function}", path)
