"""Every golden number comes out, and the run notices when one does not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import running
from tests.golden.running import differences

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "golden.json"
CASES = json.loads(GOLDEN.read_text("utf-8"))["cases"]
WILSON = {"id": "W", "fn": "wilson", "inputs": {"k": 8, "n": 10}, "tol": 1e-6}
BLIND = {"id": "B", "fn": "blind_spot", "inputs": {"values": [3, "dk", 4, 5, 2]}, "tol": 1e-6}


def run(*arguments):
    command = [sys.executable, "-m", "tests.golden", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def run_cases(folder, *cases):
    file = folder / "cases.json"
    file.write_text(json.dumps({"cases": cases}))
    return run(file)


def last_line(done):
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_golden_number_comes_out(case):
    assert list(differences(case)) == []


def test_a_run_of_the_whole_file_passes():
    done = run(GOLDEN)

    assert (done.returncode, last_line(done)) == (0, f"{len(CASES)} passed, 0 failed")


def test_the_file_holds_every_case_it_came_with():
    assert len(CASES) == 137
    assert len({case["id"] for case in CASES}) == 137


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(WILSON | {"expected": {"share": 0.81}}, id="a wrong number"),
        pytest.param(WILSON | {"expected": {"share": None}}, id="a value where none is expected"),
        pytest.param(WILSON | {"inputs": {"k": 0, "n": 0}, "expected": {"share": 0}}, id="none is not zero"),
        pytest.param(WILSON | {"expected": {"margin": 0.2}}, id="a key we do not give"),
        pytest.param(WILSON | {"expected": {"share": "0.8"}}, id="a text for a number"),
        pytest.param(WILSON | {"inputs": {"k": 8}, "expected": {"share": 0.8}}, id="an input lacking"),
        pytest.param(WILSON | {"inputs": {"k": 8, "n": 8}, "expected": {"share": True}}, id="a bool for 1"),
        pytest.param(BLIND | {"expected": {"blind_spot": 1}}, id="1 for a bool"),
        pytest.param(WILSON | {"fn": "no_such_thing", "expected": {}}, id="an unknown function"),
    ],
)
def test_what_does_not_match_fails(case):
    assert len(list(differences(case))) == 1


@pytest.mark.parametrize(
    ("expected", "off"),
    [pytest.param(0.8000009, 0, id="within"), pytest.param(0.8000011, 1, id="beyond")],
)
def test_a_number_must_match_to_the_tolerance(expected, off):
    assert len(list(differences(WILSON | {"expected": {"share": expected}}))) == off


def test_a_failing_run_counts_both_kinds_and_exits_with_1(tmp_path):
    good = WILSON | {"expected": {"share": 0.8}}
    wrong = WILSON | {"id": "WRONG", "expected": {"share": 0.7}}
    unknown = {"id": "NEW", "fn": "no_such_thing", "inputs": {}, "expected": {}, "tol": 1e-6}
    bool_for_number = BLIND | {"expected": {"dont_know": True}}

    done = run_cases(tmp_path, good, wrong, unknown, bool_for_number)

    assert (done.returncode, last_line(done)) == (1, "1 passed, 3 failed")
    assert "WRONG" in done.stdout
    assert "no_such_thing" in done.stdout


@pytest.mark.parametrize(
    "text", [None, "", "{}", "[]", "not json"], ids=["no file", "empty", "no cases", "a list", "no json"]
)
def test_a_file_without_cases_is_refused_in_one_line(tmp_path, text, capsys):
    file = tmp_path / "cases.json"
    if text is not None:
        file.write_text(text)

    assert running.run(file) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_run_without_a_file_is_wrong_usage():
    assert run().returncode == 2
