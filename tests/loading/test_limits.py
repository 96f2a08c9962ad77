"""A hostile file is refused in under a second, with at most 20 MB more than a good file takes."""

import os
import subprocess
import sys

import pytest

from tests.loading.files import GOOD, HEAD, TWO_THEMES

MEASURE = """
import sys, time
from assess.loading import check
start = time.process_time()
problems = [problem for checked in check(sys.argv[1:]) for problem in checked.problems]
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(len(problems), time.process_time() - start, int(peak.split()[1]) / 1024)
"""


def actions(n, requires):
    for number in range(n):
        required = ", ".join(f"ACT-{one:05d}" for one in requires(number))
        yield (
            f"- {{id: ACT-{number:05d}, moves: [TOPIC-1], from_level: 1, impact: 1, effort: 1, days: 1, "
            f"owner: bord, requires: [{required}], title: {{en: a}}, what: {{en: a}}, first_step: {{en: a}}, "
            "measure: {en: a}}\n"
        )


BOMBS = {
    "nested lists": "[" * 10_000,
    "nested lists, as many as fit": "[" * 260_000,
    "nested mappings": "{a: " * 10_000,
    "nested lines": "".join("  " * n + "a:\n" for n in range(400)),
    "nested dashes": "- " * 100_000,
    "nested question marks": "? " * 100_000,
    "nested merges": "a: &a {b: 1}\n" + "".join(f"x{n}: &x{n}\n  <<: [*a, *a]\n" for n in range(2_000)),
    "nested aliases": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(5_000)),
    "a huge word": "a: " + "x" * 255_000,
    "a huge number": "a: " + "9" * 255_000,
    "a huge key": "x" * 255_000 + ": 1",
    "a huge anchor": "a: &" + "x" * 255_000,
    "one key all over": "a: \n" * 65_000,
    "many keys": "".join(f"k{n}: 1\n" for n in range(9_900)),
    "many keys that resemble a key": "".join(f"topics{n}: 1\n" for n in range(9_900)),
    "many empty actions": HEAD + "actions: [" + "{}," * 15_000 + "]",
    "300 empty actions, topics and statements": HEAD
    + "".join(f"{key}:\n" + "- {}\n" * 300 for key in ("actions", "topics", "statements")),
    "many requirements": HEAD + "actions:\n" + "".join(actions(300, lambda n: range(9_000, 9_025))),
    "many circles": HEAD
    + "actions:\n"
    + "".join(actions(300, lambda n: [(n + m) % 300 for m in range(1, 25)])),
    "nothing but nul": b"\0" * 200_000,
    "nothing but invisible characters": "\u202e" * 80_000,
    "escapes": 'a: "' + "\\u0007" * 40_000 + '"',
    "quotes": '"' * 250_000,
    "colons": ":" * 250_000,
    "long key in a list": "{" + "a" * 1_000 + " " * 250_000,
    "indentation up and down": "".join(" " * (n % 200) + f"a{n}: 1\n" for n in range(2_000)),
    "a gigabyte": None,
}


def measured(*files):
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *files], capture_output=True, text=True, check=True, env=environment
    )
    problems, seconds, megabytes = done.stdout.split()
    return int(problems), float(seconds), float(megabytes)


@pytest.fixture(scope="module")
def of_a_good_file():
    problems, _, megabytes = measured(str(TWO_THEMES / "welcome.yaml"))
    assert problems == 0
    return megabytes


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_quickly_and_cheaply(tmp_path, of_a_good_file, content):
    bomb = tmp_path / "bomb.yaml"
    if content is None:
        with bomb.open("wb") as file:
            file.truncate(1_000_000_000)
    else:
        bomb.write_bytes(content if isinstance(content, bytes) else content.encode())
    problems, seconds, megabytes = measured(str(bomb))

    assert problems > 0
    assert seconds < 1
    assert megabytes - of_a_good_file < 20


def test_checking_brings_in_nothing_heavy(tmp_path):
    look = (
        "import sys; from assess.loading import check; list(check([])); "
        "print({'numpy', 'scipy', 'altair', 'weasyprint', 'flask', 'pydantic'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


def test_a_good_file_is_not_a_bomb(told):
    assert told(GOOD + "#" * 100_000) == ["ok (0 topics, 1 statement, 0 actions)"]
