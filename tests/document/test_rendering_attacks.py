"""Nothing that a document says makes the printer read a file or reach a network."""

import base64
import warnings
from contextlib import suppress
from datetime import date
from io import BytesIO
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

import pikepdf
import pypdf
import pytest
import weasyprint
from weasyprint.urls import URLFetchingError

from assess.document.rendering import DocumentFailed, DocumentWarning, render

WORD = "CANARY"
SVG = "http://www.w3.org/2000/svg"
PICTURE = f'<svg xmlns="{SVG}" width="200" height="40"><text x="5" y="20">{WORD}</text></svg>'
OPEN = f"<svg xmlns='{SVG}' xmlns:xlink='http://www.w3.org/1999/xlink' width=99 height=99>"
STYLE = f"body::after {{ content: '{WORD}' }}"
DATA_PICTURE = "data:image/svg+xml;base64," + base64.b64encode(PICTURE.encode()).decode()

# URL stands for a file, then for the same on a server; LOUD is that in capitals, NET the bare server.
ATTACKS = {
    "picture": "<img alt=x src='URL.svg'>",
    "picture of a text file": "<img alt=x src='URL.txt'>",
    "srcset": "<img alt=x src='URL.svg' srcset='URL.svg 2x'>",
    "object": "<object data='URL.svg'></object>",
    "object of a type": "<object data='URL.svg' type='image/svg+xml'></object>",
    "embed": "<embed src='URL.svg'>",
    "frame": "<iframe src='URL.html'></iframe>",
    "input": "<input type=image src='URL.svg' alt=x>",
    "video poster": "<video poster='URL.svg'></video>",
    "stylesheet": "<link rel=stylesheet href='URL.css'>",
    "alternate stylesheet": "<link rel='alternate stylesheet' href='URL.css'>",
    "import": "<style>@import 'URL.css';</style>",
    "import with url": "<style>@import url(URL.css) print;</style>",
    "background": "<div style='height:9px;background:url(URL.svg)'></div>",
    "background of a page": "<style>@page { background: url(URL.svg) }</style>",
    "content": "<style>p::before { content: url(URL.svg) }</style><p>x",
    "list marker": "<ul style='list-style-image:url(URL.svg)'><li>x</ul>",
    "border": "<div style='border:9px solid;border-image:url(URL.svg) 3'>x</div>",
    "mask": "<div style='mask-border:url(URL.svg) 3;border:3px solid'>x</div>",
    "font": "<style>@font-face { font-family: f; src: url(URL.ttf) } p { font-family: f }</style><p>x",
    "colours": "<style>@color-profile --x { src: url(URL.icc) }</style><p style='color:color(--x 1 0 0)'>x",
    "attachment": "<link rel=attachment href='URL.txt' title=x>",
    "attached link": "<a rel=attachment href='URL.txt'>x</a>",
    "base": "<base href='URL/'><img alt=x src='../canary.svg'>",
    "presentational hint": "<table background='URL.svg'><tr><td background='URL.svg'>x</table>",
    "drawing with a picture": f"{OPEN}<image href='URL.svg' width=99 height=99/></svg>",
    "drawing with an old link": f"{OPEN}<image xlink:href='URL.svg' width=99 height=99/></svg>",
    "drawing that uses another": f"{OPEN}<use href='URL.svg#x'/></svg>",
    "drawing with a style": f"{OPEN}<style>@import 'URL.css';</style><text y=9>x</text></svg>",
    "drawing with a fill": f"{OPEN}<rect width=99 height=99 fill='url(URL.svg#x)'/></svg>",
    "entity": f"<!DOCTYPE x [<!ENTITY e SYSTEM 'URL.txt'>]><svg xmlns='{SVG}'><text>&e;</text></svg>",
    "refresh": "<meta http-equiv=refresh content='0;url=URL.html'>",
    "script": "<script src='URL.js'></script><script>fetch('URL.txt')</script>",
    "capitals": "<img alt=x src='LOUD.svg'>",
    "spaces": "<img alt=x src=' \t\nURL.svg\n'>",
    "without scheme": "<img alt=x src='//NET/canary.svg'>",
    "bare path": "<img alt=x src='PATH.svg'>",
    "asset that climbs": "<img alt=x src='asset:../../../../../../PATH.svg'>",
    "asset that is a path": "<img alt=x src='asset:PATH.svg'>",
    "data": f"<img alt=x src='{DATA_PICTURE}'>",
    "style in data": f'<link rel=stylesheet href="data:text/css,{STYLE}">',
}


@pytest.fixture(scope="module")
def canary(tmp_path_factory):
    """A file beside others of the same name, each with the word that must not come out."""
    stem = tmp_path_factory.mktemp("secret") / "canary"
    texts = {
        ".svg": PICTURE,
        ".css": STYLE,
        ".txt": WORD,
        ".html": WORD,
        ".js": WORD,
        ".ttf": WORD,
        ".icc": WORD,
    }
    for suffix, text in texts.items():
        stem.with_suffix(suffix).write_text(text)
    return stem


@pytest.fixture(scope="module")
def hits():
    """The connections that anyone made to a server of ours; `port` is where it listens."""

    class Hits(list):
        port = 0

    made = Hits()

    class Count(BaseRequestHandler):
        def handle(self):
            made.append(self.client_address)

    with ThreadingTCPServer(("127.0.0.1", 0), Count) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        made.port = server.server_address[1]
        yield made
        server.shutdown()


def documents(attack, canary, hits):
    """The same attack on a file and on a server."""
    net = f"127.0.0.1:{hits.port}"
    for address in (f"file://{canary}", f"http://{net}/canary"):
        loud = address.replace("file", "FILE", 1).replace("http", "HTTP", 1)
        body = attack.replace("URL", address).replace("LOUD", loud).replace("NET", net)
        yield f"<html lang=en><title>x</title>{body.replace('PATH', str(canary))}"


def leaks(pdf):
    """Whether the word came out, as text, in a stream, in a name or in an attachment."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [item.read_bytes() for item in opened.objects if isinstance(item, pikepdf.Stream)]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    return WORD in text or any(WORD.encode() in part for part in [pdf, *streams])


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_file_is_read_and_no_server_asked(attack, canary, hits):
    for html in documents(attack, canary, hits):
        with warnings.catch_warnings(), suppress(DocumentFailed):
            warnings.simplefilter("ignore", DocumentWarning)
            assert not leaks(render(html, date=date(2025, 11, 12)))
    assert hits == []


@pytest.mark.parametrize("attack", ["picture", "stylesheet", "import", "attached link"])
def test_a_refusal_is_said(attack, canary, hits):
    for html in documents(ATTACKS[attack], canary, hits):
        with pytest.warns(DocumentWarning, match="is not part of the document"):
            render(html, date=date(2025, 11, 12))


def test_the_same_documents_do_harm_where_nothing_is_refused(canary, hits):
    harm = set()
    for name, attack in ATTACKS.items():
        for html in documents(attack, canary, hits):
            hits.clear()
            with suppress(URLFetchingError):
                if leaks(weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")):
                    harm.add(name)
            if hits:
                harm.add(name)

    hits.clear()
    assert len(harm) >= 22, sorted(ATTACKS.keys() - harm)
