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
