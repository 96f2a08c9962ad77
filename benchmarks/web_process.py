"""What the process costs that answers with pages: its start, its memory, and what a first visit brings."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import Unit, Work, memory
from benchmarks.web_home import (
    Request,
    an_open_assessment,
    home_of,
    installation,
    organisation_of,
    results_of,
    signed_in,
)
from benchmarks.web_served import PRODUCT, running, start

MOST_MEMORY, MOST_VISIT = 90_000_000, 40_000
"""Bytes. A visit may bring 60,000, which even a page that nobody compressed would keep within."""
NAIVE = f"import altair, vl_convert, weasyprint, scipy.stats\n{PRODUCT}"
YARDSTICK = [sys.executable, "-c", "import flask, sqlalchemy"]


def bounds() -> tuple[Bound, ...]:
    """The bounds on the process."""
    return _start_bound(), _memory_bound(), _visit_bound()


def _start_bound() -> Bound:
    return Bound(
        "web-start",
        "assess serve until its first page, database made before : python -c 'import flask, sqlalchemy'",
        "the same with Altair, WeasyPrint and scipy imported before",
        4,
        _start,
        "wall",
        until,
    )


def _memory_bound() -> Bound:
    return Bound(
        "web-memory",
        f"the process behind the pages after many of them (RSS) : {MOST_MEMORY:,} bytes",
        "the same with Altair, WeasyPrint and scipy imported before",
        1,
        _memory,
        "memory",
        memory,
        rounds=1,
    )


def _visit_bound() -> Bound:
    return Bound(
        "first-visit",
        f"bytes of an employee's first visit, with all it loads : {MOST_VISIT:,}",
        "the same without compression",
        1,
        _visit,
        "memory",
        memory,
        rounds=1,
    )


def until(work: Work) -> Mapping[Unit, float]:
    """The time until something is ready; what ends it again does not count."""
    began = time.perf_counter()
    end = work()
    took = time.perf_counter() - began
    end()
    return {"wall": took}


@contextmanager
def _start() -> Iterator[Race]:
    with installation() as app:
        ours, naive = (partial(_serving, home_of(app), program) for program in (PRODUCT, NAIVE))
        yield Race(Pair(ours, _imported), Pair(naive, _imported))


def _imported() -> Callable[[], Any]:
    subprocess.run(YARDSTICK, check=True)
    return lambda: None


def _serving(home: Path, program: str) -> Callable[[], Any]:
    """Starts the product and gives what ends it, once its first page has come."""
    server = start(home, program)
    server.answers("/sign-in")
    return server.end


@contextmanager
def _memory() -> Iterator[Race]:
    with installation() as app:
        id, closed = an_open_assessment(app), results_of(app, 100)
        parts = ("", "/mirror", "/themes", "/statements", "/plan")
        setting_up = f"/organisations/{organisation_of(app, id)}/assessments/new"
        paths = ["/", setting_up, f"/e/{id}", f"/c/{id}", f"/assessments/{id}/invitations"]
        cookie = signed_in(app)
        pages = [Request(path, cookie=cookie) for path in paths]
        pages += [Request(f"/assessments/{closed}{part}", cookie=cookie) for part in parts]
        ours, naive = (partial(_weighed, home_of(app), program, pages) for program in (PRODUCT, NAIVE))
        yield Race(Pair(ours, lambda: MOST_MEMORY), Pair(naive, lambda: MOST_MEMORY))


def _weighed(home: Path, program: str, pages: list[Request]) -> int:
    """The memory of the process that answered all these pages a few times."""
    with running(start(home, program), "/sign-in") as server:
        server.send(5 * pages)
        return server.memory("Rss")


@contextmanager
def _visit() -> Iterator[Race]:
    with installation() as app:
        page = f"/e/{an_open_assessment(app)}"

        def brought(encoding: str) -> int:
            html = Request(page, encoding="").send(app).decode()
            loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
            return sum(len(Request(path, encoding=encoding).send(app)) for path in (page, *loaded))

        yield Race(
            Pair(partial(brought, "gzip"), lambda: MOST_VISIT), Pair(partial(brought, ""), lambda: MOST_VISIT)
        )
