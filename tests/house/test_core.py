"""The core reads no clock, no chance and no file, not even through what it may import."""

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "assess" / "core"
TALKING = {"__import__", "eval", "exec", "input", "open", "print"}
READING = {
    *("now", "today", "utcnow"),
    *("default_rng", "random", "rvs"),
    *("fromfile", "genfromtxt", "load", "loadtxt", "memmap", "save", "savetxt", "savez", "tofile"),
}


def impure(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TALKING:
            yield node.func.id
        if isinstance(node, ast.Attribute) and node.attr in READING:
            yield node.attr
        if isinstance(node, ast.ImportFrom):
            yield from (name.name for name in node.names if name.name in READING)


@pytest.mark.parametrize("module", sorted(CORE.rglob("*.py")), ids=lambda path: path.stem)
def test_the_core_calls_nothing_outside(module):
    assert list(impure(module.read_text())) == []


@pytest.mark.parametrize(
    ("offence", "name"),
    [
        pytest.param("day = date.today()", "today", id="clock"),
        pytest.param("rng = np.random.default_rng", "random", id="chance"),
        pytest.param("from numpy.random import default_rng", "default_rng", id="chance by import"),
        pytest.param("open('figures.csv')", "open", id="file"),
        pytest.param("print('hello')", "print", id="terminal"),
    ],
)
def test_a_call_outside_is_noticed(offence, name):
    assert name in impure(offence)
