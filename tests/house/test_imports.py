"""The import contracts of pyproject.toml hold, and each notices when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint(place):
    lint_imports = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([lint_imports, "--no-cache"], cwd=place, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "assess", tmp_path / "assess", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "house", tmp_path / "tests" / "house")
    return tmp_path


def test_every_import_contract_holds():
    done = lint(ROOT)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "offence", "contract"),
    [
        pytest.param(
            "core/plan.py", "import assess.sheets", "Imports point inwards", id="core reads a sheet"
        ),
        pytest.param("sheets/offence.py", "import assess.loading", "Imports point inwards", id="sideways"),
        pytest.param("document/offence.py", "import assess.cli", "Imports point inwards", id="outwards"),
        pytest.param("core/plan.py", "import pathlib", "The core is pure", id="core opens files"),
        pytest.param(
            "core/plan.py", "def f():\n    import yaml", "The core is pure", id="hidden in a function"
        ),
        pytest.param("core/plan.py", "import assess.settings", "The core is pure", id="core reads settings"),
        pytest.param("sheets/offence.py", "import yaml", "YAML has one door", id="yaml"),
        pytest.param("document/offence.py", "import altair", "Altair has one door", id="altair"),
        pytest.param("document/offence.py", "import vl_convert", "Altair has one door", id="vl_convert"),
        pytest.param(
            "document/offence.py",
            "import assess.core.measuring",
            "Only the gate sees figures that have not passed it",
            id="ungated figures",
        ),
        pytest.param("cli/offence.py", "import weasyprint", "WeasyPrint has one door", id="weasyprint"),
    ],
)
def test_a_broken_contract_is_named(copy, module, offence, contract):
    with (copy / "assess" / module).open("a") as file:
        file.write(f"\n{offence}\n")

    assert f"{contract} BROKEN" in lint(copy).stdout


def test_a_module_without_a_place_is_named(copy):
    (copy / "assess" / "elsewhere.py").touch()

    assert "elsewhere" in lint(copy).stdout
