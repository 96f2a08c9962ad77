"""Printing gives a sound PDF, the same bytes every time, and ends in one line when it cannot."""

import os
import subprocess
import sys
import time
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from assess.charts import Frame, Mark, Strip, draw
from assess.document.order import Limits
from assess.document.rendering import (
    Attachment,
    DocumentFailed,
    DocumentWarning,
    render,
)
from tests.document.structure import attachments, fonts, problems

ROOT = Path(__file__).parents[2]
DAY = date(2025, 11, 12)
STRIP = draw(Frame(200, 40), [Strip([Mark("leaders", 9, 78, 45, 94)], "Leaders 78%, from 45 to 94.")])[0]
STYLE = """
@page { font: 8pt Inter; @top-left { content: "Voorbeeld Energie" } @bottom-right { content: counter(page) } }
body { font: 10pt Inter } td, th { border-bottom: 1px solid #e3e0d8 }
"""
PAGE = f"""<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>De Spiegel</title>
<link rel="stylesheet" href="asset:print.css"></head><body>
<h1 id="top">Wat wij dachten</h1><p>En wat <em>klanten</em> zeggen.</p><h2>Per stelling</h2>
<table><thead><tr><th>Stelling</th><th>Eens</th></tr></thead>
<tbody><tr><th scope="row">Wij luisteren.</th><td>{STRIP}</td></tr>
<tr><th scope="row">Wij helpen.</th><td><img src="asset:strip.svg" alt="Klanten 22%"></td></tr>
</tbody></table>
<ul><li>Een</li><li>Twee <ol><li>Diep</li></ol></li></ul><p><a href="#top">Naar boven</a></p>
</body></html>"""
ASSETS = {"print.css": STYLE.encode(), "strip.svg": STRIP.encode()}
RESULT = Attachment("result.json", b'{"schema": 1}\n', "The figures behind this report")
ENDLESS = f"{'<div style=display:flex>' * 14}x{'</div>' * 14}"


def print_page():
    return render(PAGE, date=DAY, assets=ASSETS, attachments=[RESULT])


@pytest.fixture(scope="module")
def pdf():
    return print_page()


def test_the_structure_is_sound(pdf):
    assert problems(pdf) == []


def test_a_picture_has_its_words_whether_it_stands_in_the_page_or_comes_along(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        told = {
            str(item.Alt)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        }

    assert told == {"Leaders 78%, from 45 to 94.", "Klanten 22%"}


def test_language_title_and_typeface_are_those_of_the_page(pdf):
    reader = pypdf.PdfReader(BytesIO(pdf))

    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.metadata.title == "De Spiegel"
    assert [item.title for item in reader.outline if not isinstance(item, list)] == ["Wat wij dachten"]
    assert {font.split("-")[0] for font in fonts(pdf)} == {"Inter"}


def test_the_dates_are_those_of_the_report(pdf):
    metadata = pypdf.PdfReader(BytesIO(pdf)).metadata

    assert str(metadata.creation_date_raw) == str(metadata.modification_date_raw) == "D:20251112000000Z"


def test_what_is_attached_comes_out_as_it_went_in(pdf):
    assert attachments(pdf) == {"result.json": RESULT.content}


def test_every_process_prints_the_same_bytes(pdf):
    code = "from tests.document.test_rendering import *; print(sha256(print_page()).hexdigest())"
    again = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert again.stdout.strip() == sha256(pdf).hexdigest()


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        pytest.param("<p style='colour: red'>x", "colour: red", id="an unknown property"),
        pytest.param(
            "<p><img src='asset:none.svg' alt='x'>", "asset:none.svg", id="a picture that is not there"
        ),
        pytest.param("<p><a href='#nowhere'>x</a>", "nowhere", id="a link to nowhere"),
        pytest.param("<p><img src='asset:strip.svg'>", "no required alt", id="a picture without words"),
    ],
)
def test_what_cannot_be_drawn_as_asked_is_said(html, complaint):
    with pytest.warns(DocumentWarning, match=complaint):
        render(
            f"<html lang=en><title>x</title><body style='font-family: Inter'>{html}", date=DAY, assets=ASSETS
        )


@pytest.mark.parametrize(
    ("html", "limits", "reason"),
    [
        pytest.param(ENDLESS, Limits(seconds=1), "took more than 1 seconds of work", id="boxes in boxes"),
        pytest.param("<table><td colspan=100000>x", Limits(seconds=1), "1 seconds of work", id="a wide cell"),
        pytest.param(
            "<table>" + "<tr><td>x" * 50000, Limits(seconds=1), "1 seconds of work", id="a long table"
        ),
        pytest.param("x" * 5_000_000, Limits(30, megabytes=260), "260 MB of memory", id="an endless word"),
        pytest.param(ENDLESS, Limits(30, patience=0.5), "not ready after 0.5 seconds", id="a busy machine"),
        pytest.param("<b>" * 3000 + "x", Limits(30), "cannot be laid out", id="too deep"),
    ],
)
def test_a_document_past_its_limits_ends_in_one_line(html, limits, reason):
    started = time.monotonic()

    with pytest.raises(DocumentFailed, match=reason) as failure:
        render(f"<html lang=en><title>x</title>{html}", date=DAY, limits=limits)

    assert "\n" not in str(failure.value)
    assert time.monotonic() - started < 20


def test_a_short_text_gets_little_time_and_no_text_gets_forever():
    assert Limits.of(ENDLESS).seconds == 15
    assert 15 < Limits.of("x" * 100_000).seconds < Limits.of("x" * 100_000_000).seconds == 60


def test_after_a_failure_the_next_document_is_printed(pdf):
    with pytest.raises(DocumentFailed):
        render(ENDLESS, date=DAY, limits=Limits(30, patience=0.1))

    assert print_page() == pdf
