"""A command loads no more than it needs."""

import subprocess
import sys

import pytest

HEAVY = ("altair", "numpy", "scipy", "vl_convert", "weasyprint")


def loaded_after(code):
    """Which of the heavy libraries a fresh Python has after running the code."""
    show = f"import sys; print('', *(name for name in {HEAVY!r} if name in sys.modules), sep='\\n')"
    command = [sys.executable, "-c", f"{code}; {show}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()) & set(HEAVY)


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        pytest.param("import assess", set(), id="the package"),
        pytest.param("import assess.cli", set(), id="the command line"),
        pytest.param("from assess.cli import main; main(['check'])", set(), id="check"),
        pytest.param("from assess.cli import main; main(['template', 'leaders'])", set(), id="template"),
        pytest.param("from assess.cli import main; main(['analyse', 'none.csv'])", {"numpy"}, id="control"),
    ],
)
def test_what_is_loaded(code, loaded):
    assert loaded_after(code) == loaded


REPORT = """
from assess.core.report import report
from tests.core.building import a_questionnaire, a_set, a_statement, responses, sheets
asked = a_set(a_questionnaire("service", a_statement("A", "e")))
given = sheets({"A": ANSWERS}, teams="care*10 sales*10 it*3 hr*5")
report(asked, responses(employees=given))
import sys
print("scipy.optimize" in sys.modules)
"""


@pytest.mark.parametrize(
    ("answers", "loaded"),
    [
        pytest.param("5*8" + " 1 2 3 4 5" * 4, "False", id="hidden teams with room enough"),
        pytest.param("1 2 3 4 5 " * 4 + "5*8", "True", id="hidden teams that all said the same"),
    ],
)
def test_linear_programming_is_loaded_only_where_it_is_needed(answers, loaded):
    code = REPORT.replace("ANSWERS", repr(answers))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [loaded]
