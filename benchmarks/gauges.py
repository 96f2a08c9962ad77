"""What a piece of work costs: time on the processor and on the clock, or memory."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[1]
TICK = 1 / os.sysconf("SC_CLK_TCK")
"""Seconds in which the kernel counts the time of processes that are still running."""

Unit = Literal["CPU", "wall", "memory"]
Work = Callable[[], Any]
Gauge = Callable[[Work], Mapping[Unit, float]]

SHORTEST = 0.05
"""Seconds; shorter work is repeated, so that it is not lost in the noise."""


def seconds(work: Work) -> Mapping[Unit, float]:
    """The time of one go: on the processor with all child processes, and on the clock."""
    cpu, wall = _go(work, 1)
    if wall < SHORTEST:
        goes = ceil(2 * SHORTEST / max(wall, SHORTEST / 1000))
        cpu, wall = (total / goes for total in _go(work, goes))
    return {"CPU": cpu, "wall": wall}


def _go(work: Work, goes: int) -> tuple[float, float]:
    gc.collect()
    cpu, wall = _cpu(), time.perf_counter()
    for _ in range(goes):
        work()
    return _cpu() - cpu, time.perf_counter() - wall


def _cpu() -> float:
    """Seconds of work by the processor for this process and all it started."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(map(_cpu_of, _children()))


def _children() -> list[str]:
    return [
        child for file in Path("/proc/self/task").glob("*/children") for child in file.read_text().split()
    ]


def _cpu_of(process: str) -> float:
    """What a running process and those it waited for have worked; its name may hold spaces."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return TICK * sum(map(int, fields[11:15]))


def memory(work: Work) -> Mapping[Unit, float]:
    """What work that weighs itself says it weighs; see `weight`."""
    return {"memory": float(work())}


def weight(function: str, *arguments: str) -> int:
    """How many bytes a process of its own grows at its peak while it calls `MODULE:FUNCTION`."""
    printed = run([sys.executable, "-m", "benchmarks.weighing", function, *arguments])
    return int(printed.splitlines()[-1])


class CommandFailed(Exception):
    """A command that is measured did not end well; the message holds what it said."""


def run(command: Sequence[str]) -> str:
    """What a command prints; raises CommandFailed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise CommandFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def assess(*arguments: str) -> str:
    """What the command `assess` prints, run as a process of its own."""
    program = "import sys; from assess.cli import main; sys.exit(main())"
    return run([sys.executable, "-c", program, *arguments])
