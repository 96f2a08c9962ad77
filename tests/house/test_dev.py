"""dev.py brings what is missing once, says what it cannot bring, and survives being broken off."""

import subprocess
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]


@pytest.fixture
def no_set_up(monkeypatch):
    for step in ("set_up", "install_validator"):
        monkeypatch.setattr(dev, step, lambda: None)


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """An empty .venv of which only the interpreter is there, and the programs a test puts into it."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "python").touch()
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", programs / "python")
    return programs


@pytest.fixture
def apt_get(monkeypatch, tmp_path):
    """An apt-get that only writes down what it was asked."""
    program(tmp_path / "apt-get", f'echo "$@" >> {tmp_path}/asked')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "asked"


def program(path, line):
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def missing(monkeypatch, *answers):
    answers = iter(answers)
    monkeypatch.setattr(dev, "missing_packages", lambda: next(answers))


def test_a_step_is_done_once(environment):
    done = []
    for key in ("first", "first", "second"):
        dev.once("packages", key, lambda key=key: done.append(key))

    assert done == ["first", "second"]


def test_a_step_that_was_broken_off_is_done_again(environment):
    dev.once("packages", "first", list)
    with pytest.raises(KeyboardInterrupt):
        dev.once("packages", "second", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    done = []
    dev.once("packages", "first", lambda: done.append("again"))

    assert done == ["again"]


def test_a_step_is_done_again_when_the_interpreter_is_gone(environment):
    dev.once("packages", "first", list)
    (environment / "python").unlink()
    done = []
    dev.once("packages", "first", lambda: done.append("again"))

    assert done == ["again"]


def test_a_library_that_does_not_load_is_missing(monkeypatch):
    monkeypatch.setattr(dev, "LIBRARIES", {"libnowhere.so.0": "libnowhere0"})

    assert "libnowhere0" in dev.missing_packages()


def test_without_fontconfig_the_typeface_is_missing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert {"fontconfig", "fonts-inter"} <= set(dev.missing_packages())


def test_python_without_ensurepip_cannot_make_an_environment(monkeypatch):
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)

    assert f"python3.{dev.sys.version_info.minor}-venv" in dev.missing_packages()


def test_nothing_is_missing_on_a_machine_that_runs_these_tests():
    assert dev.missing_packages() == []


def test_who_may_not_install_is_told_the_one_line_to_type(monkeypatch, apt_get):
    monkeypatch.setattr(dev, "rights", lambda: None)

    with pytest.raises(dev.Stop) as stop:
        dev.install_packages(["fonts-inter", "libpango-1.0-0"])
    *_, line = str(stop.value).splitlines()
    assert (
        "apt-get update && apt-get install --yes --no-install-recommends fonts-inter libpango-1.0-0" in line
    )
    assert not apt_get.exists()


def test_who_may_install_gets_what_is_missing(monkeypatch, apt_get):
    monkeypatch.setattr(dev, "rights", list)
    missing(monkeypatch, [])
    dev.install_packages(["fonts-inter"])

    assert apt_get.read_text() == "update\ninstall --yes --no-install-recommends fonts-inter\n"


def test_what_apt_did_not_bring_is_told(monkeypatch, apt_get):
    monkeypatch.setattr(dev, "rights", list)
    missing(monkeypatch, ["fonts-inter"])

    with pytest.raises(dev.Stop, match="install --yes --no-install-recommends fonts-inter"):
        dev.install_packages(["fonts-inter", "libpango-1.0-0"])


def test_a_system_without_apt_hears_the_names_only(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(dev.Stop, match="fonts-inter libpango"):
        dev.install_packages(["fonts-inter", "libpango-1.0-0"])


@pytest.mark.parametrize(
    ("sudo", "words"),
    [
        pytest.param("exit 0", ["sudo", "--non-interactive"], id="sudo asks nothing"),
        pytest.param("exit 1", None, id="sudo asks a password"),
    ],
)
def test_sudo_is_used_when_it_asks_nothing(monkeypatch, tmp_path, apt_get, sudo, words):
    program(tmp_path / "sudo", sudo)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)

    assert dev.rights() == words


def test_an_older_python_stops_with_one_line(monkeypatch, capsys):
    with monkeypatch.context() as older:
        older.setattr(dev.sys, "version_info", (3, 10, 13))
        older.setattr(dev.sys, "version", "3.10.13 (main)")
        code = dev.main(["run"])

    assert code == 1
    assert capsys.readouterr().err == "Python 3.11 or newer is needed; this is 3.10.13.\n"


@pytest.mark.parametrize("arguments", [[], ["deploy"], ["run", "test"]], ids=" ".join)
def test_wrong_usage_ends_with_2(arguments, capsys):
    assert dev.main(arguments) == 2
    assert capsys.readouterr().err == "usage: python3 dev.py run|test|axe|attack|doors|bench\n"


def test_breaking_off_says_that_nothing_is_lost(monkeypatch, capsys):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "set_up", interrupted)

    assert dev.main(["run"]) == 130
    assert "made again next time" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("types", "code", "last"),
    [
        pytest.param("exit 0", 0, "All checks passed.", id="all good"),
        pytest.param("exit 1", 1, "Not good yet: Types.", id="one fails"),
    ],
)
def test_every_check_runs_and_the_failed_are_named(
    no_set_up, environment, monkeypatch, capfd, types, code, last
):
    program(environment / "types", types)
    program(environment / "tests", "echo tests ran")
    monkeypatch.setattr(dev, "CHECKS", {"Types": ("types",), "Tests": ("tests",)})

    assert dev.main(["test"]) == code
    assert capfd.readouterr().out.splitlines()[-2:] == ["tests ran", last]


def test_run_becomes_the_product(no_set_up, environment, monkeypatch):
    became = []
    monkeypatch.setattr(dev.os, "execv", lambda program, words: became.append((program, words)))
    dev.main(["run"])

    assert became == [(environment / "assess", ["assess", "serve"])]


def test_a_missing_browser_is_installed_before_the_checks(no_set_up, environment, monkeypatch, apt_get):
    monkeypatch.setattr(dev, "rights", list)
    monkeypatch.setattr(dev, "CHECKS", {})
    installed = iter([["chromium"], []])
    monkeypatch.setattr(dev, "missing_browser", lambda: next(installed))

    assert dev.main(["test"]) == 0
    assert "chromium" in apt_get.read_text()


@pytest.mark.parametrize("word", ["run", "test", "axe", "attack", "doors", "bench"])
def test_make_is_a_thin_word_around_dev(word):
    make = ["make", "--dry-run", "--no-print-directory", word]
    done = subprocess.run(make, cwd=ROOT, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True)

    assert done.stdout == f"python3 dev.py {word}\n"


def test_ci_runs_what_a_developer_runs(tmp_path):
    program(tmp_path / "make", 'echo "$PWD: make $@"')
    done = subprocess.run(
        [ROOT / ".ci" / "run"],
        cwd="/",
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )

    assert done.stdout == f"{ROOT}: make test\n"
