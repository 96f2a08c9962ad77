"""No page, chart, file or job names the type of figures that have not passed the gate."""

import ast
from pathlib import Path

import pytest

ASSESS = Path(__file__).parents[2] / "assess"
UNGATED = {"Measured", "measuring"}
OUTSIDE = sorted(
    module
    for room in ("charts", "cli", "document", "jobs", "sheets", "store", "web")
    for module in (ASSESS / room).rglob("*.py")
)


def ungated(source):
    """Which of those names a module uses, in annotations written as text as well."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield from UNGATED & set(name.split("."))
            case ast.ImportFrom(module=str(module)):
                yield from UNGATED & set(module.split("."))
            case ast.arg(annotation=ast.Constant(value=str(words))):
                yield from (name for name in UNGATED if name in words)


def test_no_module_outside_the_core_names_ungated_figures():
    named = {str(module): found for module in OUTSIDE if (found := set(ungated(module.read_text())))}

    assert len(OUTSIDE) > 100
    assert named == {}


@pytest.mark.parametrize(
    "offence",
    [
        "from assess.core.measuring import measure",
        "from assess.core import measuring",
        "import assess.core.measuring",
        "def page(figures: Measured): ...",
        "def page(figures: 'Measured'): ...",
        "def page(figures: disclosure.Measured | None): ...",
    ],
)
def test_an_offence_is_noticed(offence):
    assert set(ungated(offence))
