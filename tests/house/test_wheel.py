"""The wheel holds all that the product needs, and works where there is no checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ("questionnaires", "templates", "static")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT],
        check=True,
        capture_output=True,
    )
    [wheel] = place.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A new environment with the wheel; the libraries it needs are borrowed, the checkout is not."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place)}))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = place / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-index",
        "--no-deps",
        "--no-compile",
    ]
    subprocess.run([*pip, wheel], check=True, capture_output=True)
    return place / "bin"


def run(command, folder):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("ASSESS_", "PYTHON"))}
    return subprocess.run(command, cwd=folder, env=ours, capture_output=True, text=True)


def files(folder):
    return {path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}


def test_the_wheel_holds_the_package_and_its_files_and_nothing_else(wheel):
    code = {str(path.relative_to(ROOT)) for path in files("assess")}
    data = {f"assess/{path.relative_to(ROOT)}" for folder in DATA for path in files(folder)}
    data |= {f"assess/{path.relative_to(ROOT / 'docs')}" for path in files("docs/example")}
    about = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}

    names = set(zipfile.ZipFile(wheel).namelist())
    assert names == code | data | {f"{wheel.stem.rsplit('-', 3)[0]}.dist-info/{name}" for name in about}


def test_the_wheel_works_from_another_folder(installed, tmp_path):
    (tmp_path / "answers.csv").write_text(
        "audience,respondent,HOS-1,HOS-2\nleaders,ann,3,2\nleaders,bob,4,dk\n"
    )
    where = run([installed / "python", "-c", "import assess; print(assess.__file__)"], tmp_path)
    check = run([installed / "assess", "check"], tmp_path)
    analyse = run(
        [installed / "assess", "analyse", "answers.csv", "--json", "r.json", "--pdf", "p.pdf"], tmp_path
    )

    assert Path(where.stdout.strip()).is_relative_to(installed.parent)
    assert check.returncode == 0, check.stderr
    assert str(ROOT) not in check.stdout
    assert analyse.returncode == 0, analyse.stderr
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")
