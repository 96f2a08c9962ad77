"""How long it takes to make the PDF of the example that is shipped."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import example, printing
from benchmarks.bounds import Bound, Pair, Race
from benchmarks.gauges import Work, assess, run

ALONE = "WeasyPrint alone on the same HTML and charts"
NAIVE = "a process that builds a chart for every strip and prints twice to number the pages"


def bounds() -> tuple[Bound, ...]:
    """The bounds on making a PDF."""
    cold = "assess analyse … --pdf, the whole process"
    built = "Altair builds a chart for every strip"
    return (
        Bound("pdf", f"PDF of a report in a warm worker : {ALONE}", built, 1.3, _warm, rounds=5),
        Bound("pdf-cold", f"{cold} : {ALONE}, warm", NAIVE, 2.5, _cold, rounds=3),
        Bound("pdf-cold-alone", f"{cold} : a process with {ALONE}", NAIVE, 1.6, _both_cold, rounds=2),
    )


@contextmanager
def _warm() -> Iterator[Race]:
    html = example.page()
    # The library's objects in this process are not what the library should be slowed down by.
    gc.freeze()
    alone = partial(printing.printed, html.html, html.assets)
    yield Race(Pair(example.made, alone), Pair(example.naively_made, alone))


@contextmanager
def _cold() -> Iterator[Race]:
    html = example.page()
    gc.freeze()
    with TemporaryDirectory() as folder:
        yield _race(folder, partial(printing.printed, html.html, html.assets))


@contextmanager
def _both_cold() -> Iterator[Race]:
    html = example.page()
    with TemporaryDirectory() as folder:
        Path(folder, printing.PAGE).write_text(html.html, encoding="utf-8")
        for name, picture in html.assets.items():
            Path(folder, name).write_bytes(picture)
        yield _race(folder, partial(run, [sys.executable, "-m", "benchmarks.printing", folder]))


def _race(folder: str, alone: Work) -> Race:
    ours = partial(assess, *example.COMMAND, "--pdf", str(Path(folder, "plan.pdf")))
    naive = partial(run, [sys.executable, "-m", "benchmarks.example"])
    return Race(Pair(ours, alone), Pair(naive, alone))
