"""The printing process starts early, survives what happens to it, and never outlives its owner."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Timer

import pytest

from assess.document.order import Limits, Order
from assess.document.rendering import DocumentFailed, DocumentWarning, Printer
from tests.document.structure import fonts

ROOT = Path(__file__).parents[2]
DAY, LIMITS = date(2025, 11, 12), Limits(seconds=30)
BLANK = Order("<html lang=en><title>x</title><p style='font-family: Inter'>x", DAY, limits=LIMITS)
ENDLESS = Order(f"{'<div style=display:flex>' * 14}x{'</div>' * 14}", DAY, limits=LIMITS)


@pytest.fixture
def printer():
    printer = Printer()
    yield printer
    printer.stop()


@pytest.fixture
def python():
    """Starts a program that knows the values above."""
    programs = []

    def start(code):
        command = [sys.executable, "-c", f"from {__name__} import *\n{code}"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        programs.append(subprocess.Popen(command, cwd=ROOT, **pipes))
        return programs[-1]

    yield start
    for program in programs:
        program.kill()
        program.communicate()


def alive(session):
    """The processes of a session that still run."""
    return [pid for pid, state, of in processes() if of == session and state != "Z"]


def processes():
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            state, _, _, session, *_ = path.read_text().rpartition(") ")[2].split()
            yield path.parent.name, state, int(session)


def wait_until(true):
    deadline = time.monotonic() + 20
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert true()


def test_starting_early_does_not_wait(printer):
    started = time.monotonic()
    printer.start()
    starting = time.monotonic() - started
    printer.render(BLANK)

    assert starting < (time.monotonic() - started) / 2


def test_a_process_that_was_killed_while_idle_is_replaced(printer):
    first = printer.render(BLANK)
    os.kill(printer._process.pid, signal.SIGKILL)
    printer._process.wait()

    assert printer.render(BLANK) == first


def test_a_process_that_dies_at_work_is_one_line(printer):
    printer.render(BLANK)
    Timer(0.3, os.kill, (printer._process.pid, signal.SIGKILL)).start()

    with pytest.raises(DocumentFailed, match="the printing process ended; try again"):
        printer.render(ENDLESS)


def test_a_document_whose_process_is_taken_away_is_one_line_and_the_next_is_printed(printer):
    first = printer.render(BLANK)
    worker = printer._process.pid

    def take_away():
        [child] = {int(pid) for pid in alive(worker)} - {worker}
        os.kill(child, signal.SIGKILL)

    Timer(0.5, take_away).start()
    with pytest.raises(DocumentFailed, match="it broke off"):
        printer.render(ENDLESS)

    assert printer.render(BLANK) == first
    assert printer._process.pid == worker


def test_stopping_ends_the_document_at_work_too(printer):
    printer.render(BLANK)
    session = printer._process.pid
    Timer(0.5, printer._process.kill).start()

    with pytest.raises(DocumentFailed):
        printer.render(ENDLESS)

    wait_until(lambda: not alive(session))


def test_documents_leave_no_processes_behind(printer):
    for _ in range(3):
        printer.render(BLANK)

    assert len(alive(printer._process.pid)) == 1


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda end: end.name)
def test_nothing_runs_on_when_the_program_ends_at_work(end, python):
    program = python("p = Printer(); p.render(BLANK); print(p._process.pid, flush=True); p.render(ENDLESS)")
    session = int(program.stdout.readline())
    wait_until(lambda: len(alive(session)) == 2)

    program.send_signal(end)
    program.communicate(timeout=10)

    wait_until(lambda: not alive(session))


def test_nothing_runs_on_when_the_program_ends_before_printing(python):
    program = python("p = Printer(); p.start(); print(p._process.pid, flush=True)")
    said, complaints = program.communicate(timeout=20)

    assert complaints == ""
    wait_until(lambda: not alive(int(said)))


def test_a_fork_of_the_program_prints_with_a_process_of_its_own(python):
    program = python(
        "p = Printer(); first = p.render(BLANK)\n"
        "if os.fork() == 0:\n"
        "    same = p.render(BLANK) == first; p.stop(); print('fork', same, flush=True); os._exit(0)\n"
        "os.wait(); print('program', p.render(BLANK) == first)"
    )

    assert program.communicate(timeout=60) == ("fork True\nprogram True\n", "")


def test_the_program_itself_loads_no_engine(python):
    program = python("import sys; Printer().render(BLANK); print({'weasyprint', 'numpy'} & set(sys.modules))")

    assert program.communicate(timeout=60) == ("set()\n", "")


def test_the_printing_process_loads_nothing_but_the_engine(python):
    others = "{'numpy', 'scipy', 'jinja2', 'babel', 'altair', 'vl_convert', 'yaml', 'pydantic'}"
    program = python(
        "import assess.document.worker, assess.document.printing\n"
        f"print({others} & set(sys.modules), 'weasyprint' in sys.modules)"
    )

    assert program.communicate(timeout=60) == ("set() True\n", "")


def test_a_file_in_the_working_directory_is_not_taken_for_a_library(printer, tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)

    assert printer.render(BLANK).startswith(b"%PDF-")


def test_loading_the_engine_starts_no_compiler(printer, tmp_path, monkeypatch):
    asked = tmp_path / "asked"
    for name in ("gcc", "cc", "ld"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {asked}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    printer.render(BLANK)

    assert not asked.exists()


def test_without_pango_the_line_says_what_to_install(printer, tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    with pytest.raises(DocumentFailed, match="Pango is not installed; apt install libpango"):
        printer.render(BLANK)


def test_without_any_font_the_line_says_what_to_install(printer, tmp_path, monkeypatch):
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))

    with pytest.raises(DocumentFailed, match="no font is installed; apt install fonts-inter"):
        printer.render(BLANK)


def test_without_the_typeface_it_prints_in_another_and_says_so(printer, tmp_path, monkeypatch):
    [folder, *_] = {font.parent for font in Path("/usr/share/fonts").rglob("DejaVuSans.ttf")} or [None]
    if folder is None:
        pytest.skip("no other font is installed here")
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))

    with pytest.warns(DocumentWarning, match="Inter is not installed; apt install fonts-inter"):
        pdf = printer.render(BLANK)

    assert all("DejaVu" in font for font in fonts(pdf))


def test_waiting_ends_even_when_the_printing_process_stands_still(printer, monkeypatch):
    monkeypatch.setattr("assess.document.rendering.GRACE", 0.2)
    printer.render(BLANK)
    os.kill(printer._process.pid, signal.SIGSTOP)

    with pytest.raises(DocumentFailed, match="the printing process ended"):
        printer.render(Order(BLANK.html, DAY, limits=Limits(seconds=30, patience=0.2)))
