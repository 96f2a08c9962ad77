"""What starts quickly stays quick: nothing heavy is imported before it is needed."""

import subprocess
import sys

import pytest

HEAVY = {"altair", "vl_convert", "weasyprint", "scipy"}


def imported(code):
    """The packages that a new Python holds after this code."""
    tell = f"import sys\n{code}\nprint(*sys.modules, file=sys.__stderr__)"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("code", ["import assess", "import assess.cli"])
def test_an_import_brings_in_nothing_heavy(code):
    packages = imported(code)

    assert "assess" in packages
    assert packages & HEAVY == set()


def test_what_answers_with_pages_holds_nothing_that_pages_do_not_need():
    packages = imported("import assess.cli.serving, assess.web")

    assert "flask" in packages
    assert packages & (HEAVY | {"numpy", "pydantic", "yaml", "alembic", "pygments"}) == set()


def test_checking_questionnaires_needs_no_numbers():
    packages = imported(
        "from assess.cli import main\nsys.argv = ['assess', 'check']\ntry: main()\nexcept SystemExit: pass"
    )

    assert "yaml" in packages
    assert packages & (HEAVY | {"numpy"}) == set()
