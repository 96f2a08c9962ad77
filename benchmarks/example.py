"""The example that is shipped: its report, its PDF, and the same PDF made the naive way."""

from collections.abc import Sequence
from functools import cache
from unittest.mock import patch

from assess import document
from assess.charts import Frame, Strip, draw
from assess.charts.template import template
from assess.core.report import Report, report
from assess.document.making import Document
from assess.loading import load
from assess.sheets.reading import read
from benchmarks.gauges import ROOT
from benchmarks.printing import DATE, printed

ANSWERS = "docs/example/responses.csv"
ORGANISATION, LANGUAGE = "Voorbeeld Energie", "en"
COMMAND = ("analyse", ANSWERS, "--organisation", ORGANISATION, "--lang", LANGUAGE, "--date", DATE.isoformat())


@cache
def example() -> Report:
    """The report on the example."""
    loaded = load(ROOT / "questionnaires")
    responses = read(str(ROOT / ANSWERS), loaded.set, lambda _: None)
    return report(loaded.set, responses, loaded.benchmarks)


def page() -> Document:
    """The example's HTML and charts."""
    return document.make_html(example(), ORGANISATION, DATE, LANGUAGE)


def made() -> bytes:
    """The example's PDF as the product makes it."""
    return document.make_pdf(example(), ORGANISATION, DATE, LANGUAGE)


def naively_made() -> bytes:
    """The same with a chart built for every strip."""
    with patch("assess.charts.draw", _one_by_one):
        return made()


def _one_by_one(frame: Frame, strips: Sequence[Strip]) -> tuple[str, ...]:
    drawn: list[str] = []
    for strip in strips:
        template.cache_clear()
        drawn += draw(frame, [strip])
    return tuple(drawn)


if __name__ == "__main__":
    with patch("assess.charts.draw", _one_by_one):
        naive = page()
    for _ in ("to count the pages", "to number them"):
        printed(naive.html, naive.assets)
