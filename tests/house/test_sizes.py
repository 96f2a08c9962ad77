"""Functions, modules and templates stay small enough to read, and nothing is left half done."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "assess" / "migrations" / "versions"
"""Steps of the database, written by Alembic."""
WRITTEN = [ROOT / "dev.py", *ROOT.glob("assess/**/*.py"), *ROOT.glob("benchmarks/**/*.py")]
MODULES = sorted(path for path in WRITTEN if GENERATED not in path.parents)
TEMPLATES = sorted(path for path in ROOT.glob("templates/**/*") if path.suffix in {".html", ".jinja", ".svg"})
TEXTS = sorted([*MODULES, *TEMPLATES, *ROOT.glob("tests/**/*.py"), *ROOT.glob("questionnaires/*.yaml")])
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|lorem" r" ipsum|NotImplemented" r"Error)\b", re.IGNORECASE
)


def name(path):
    return str(path.relative_to(ROOT))


def long_functions(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 30:
            yield node.name


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_is_short_and_so_are_its_functions(module):
    source = module.read_text()

    assert len(source.splitlines()) <= 250
    assert list(long_functions(source)) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_is_short(template):
    assert len(template.read_text().splitlines()) <= 80


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_nothing_is_left_half_done(path):
    assert UNFINISHED.search(path.read_text()) is None


@pytest.mark.parametrize(("lines", "long"), [(29, []), (30, ["f"])], ids=["30 in all", "31 in all"])
def test_a_function_of_over_30_lines_is_noticed(lines, long):
    assert list(long_functions("def f():\n" + "    pass\n" * lines)) == long
