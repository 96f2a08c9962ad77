"""How commands end: never with a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assess import __version__
from assess.cli import analysing, main

COMMAND = [sys.executable, "-c", "import sys; from assess.cli import main; sys.exit(main())"]


def test_the_version(assess):
    assert assess("--version") == (0, f"assess {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("check",), ("template",), ("analyse",)])
def test_help_fits_and_ends_well(assess, command):
    ending, out, err = assess(*command, "--help")

    assert (ending, err) == (0, "")
    assert out.startswith("usage: assess")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no command"),
        pytest.param(("analyze",), id="another spelling"),
        pytest.param(("template",), id="no audience"),
        pytest.param(("template", "leader"), id="an unknown audience"),
        pytest.param(("analyse",), id="no answers"),
        pytest.param(("check", "--all"), id="an unknown option"),
    ],
)
def test_wrong_usage_ends_with_2(assess, arguments):
    ending, out, err = assess(*arguments)

    assert (ending, out) == (2, "")
    assert err.startswith("usage: assess")


def test_bad_settings_stop_every_command(assess, monkeypatch):
    monkeypatch.setenv("ASSESS_SMALLEST_GROUP", "4")
    monkeypatch.setenv("ASSESS_QUESTIONAIRES", "x")

    assert assess("check") == (
        2,
        "",
        "ASSESS_QUESTIONAIRES: no such setting; did you mean ASSESS_QUESTIONNAIRES?\n"
        "ASSESS_SMALLEST_GROUP: '4' cannot be used; write a whole number, 5 or higher\n",
    )


def test_a_fault_of_our_own_is_one_line(assess, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr(analysing, "why_not_writable", fail)
    ending, out, err = assess("analyse", "good.csv", "--json", "r.json")

    assert (ending, out, err.count("\n")) == (1, "", 1)
    assert "ZeroDivisionError: division by zero (test_endings.py:" in err


def test_being_stopped_is_one_line(monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(analysing, "why_not_writable", stop)

    assert main(["analyse", "good.csv", "--json", "r.json"]) == 130
    assert capsys.readouterr().err == "assess: stopped\n"


def test_ctrl_c_ends_with_130_and_leaves_nothing(here):
    # Reading a pipe that nobody writes to waits for ever.
    os.mkfifo("r.csv")
    process = subprocess.Popen(
        [*COMMAND, "analyse", "r.csv", "--json", "r.json"], stderr=subprocess.PIPE, text=True
    )
    with (here / "r.csv").open("w"):
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)

    # On a busy machine the wait may pass the second after which progress is told.
    assert process.returncode == 130
    assert err.removeprefix("reading r.csv …\n") == "assess: stopped\n"
    assert not (here / "r.json").exists()


def test_a_reader_that_has_seen_enough_is_no_problem():
    process = subprocess.Popen(
        [*COMMAND, "template", "leaders"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=20), err) == (1, b"")


def test_a_full_disk_is_one_line():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "template", "leaders"], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert done.returncode == 1
    assert done.stderr == "assess: [Errno 28] No space left on device; make room or check the rights\n"


@pytest.mark.parametrize(
    "arguments", [("check",), ("template", "leaders"), ("analyse", "good.csv", "--lang", "nl")]
)
def test_a_terminal_that_knows_few_characters_is_no_problem(arguments):
    done = subprocess.run([*COMMAND, *arguments], env={"PYTHONIOENCODING": "ascii"}, capture_output=True)

    assert (done.returncode, done.stderr) == (0, b"")
