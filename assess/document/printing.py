"""HTML to PDF by WeasyPrint: the only module that imports it, and only the printing process imports this.

Nothing is fetched, from nowhere: a document has what stands in it and the assets it came with.
"""

import gc
import logging
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import PurePosixPath
from urllib.parse import unquote

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assess.document import tagging
from assess.document.order import Order

TYPEFACE = "Inter"
VARIANT = "pdf/ua-1"
SCHEME = "asset:"
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}

WARM = f'<html lang="en"><title>-</title><p style="font-family: {TYPEFACE}">Warm <b>up</b>'


class Refused(ValueError):
    """A document referred to something that did not come with it."""


class MemoryFetcher(URLFetcher):  # type: ignore[misc]
    """Answers `asset:NAME` from memory and refuses every other address, `data:` included."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        # Not calling the parent's constructor leaves out its handlers for files and networks.
        self._assets = assets
        self._fail_on_errors = False

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        """The asset behind an address."""
        name = unquote(url.removeprefix(SCHEME))
        if not url.startswith(SCHEME) or name not in self._assets:
            raise Refused(f"{url[:80]!r} is not part of the document")
        kind = KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
        return URLFetcherResponse(url, self._assets[name], {"Content-Type": kind})


class Complaints(logging.Handler):
    """What WeasyPrint could not do with a document, a line each."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(" ".join(record.getMessage().split())[:300])


def warm_up() -> list[str]:
    """Do once what every document needs, for the processes forked after this; gives what is lacking."""
    document = weasyprint.HTML(string=WARM, url_fetcher=MemoryFetcher({})).render(pdf_variant=VARIANT)
    document.write_pdf(pdf_variant=VARIANT)
    installed = TYPEFACE in {font.family for font in document.fonts.values()}
    del document
    # Fonts held by garbage keep a thread alive, which no fork survives; the rest is for the forks to share.
    gc.collect()
    gc.freeze()
    return [] if installed else [f"the typeface {TYPEFACE} is not installed; apt install fonts-inter"]


def print_pdf(order: Order) -> tuple[bytes, list[str]]:
    """The PDF, and what could not be drawn as asked."""
    complaints = Complaints()
    logging.getLogger("weasyprint").addHandler(complaints)
    html = weasyprint.HTML(string=order.html, url_fetcher=MemoryFetcher(order.assets))
    document = html.render(pdf_variant=VARIANT)
    day = datetime.combine(order.date, time(), UTC)
    document.metadata.created = document.metadata.modified = day.strftime("%Y-%m-%dT%H:%M:%SZ")
    # An attachment that the HTML asks for would carry the time of the clock.
    document.metadata.attachments = []
    attachments = [
        weasyprint.Attachment(
            string=attachment.content,
            name=attachment.name,
            description=attachment.description,
            created=day,
            modified=day,
            url_fetcher=html.url_fetcher,
        )
        for attachment in order.attachments
    ]
    pdf = document.write_pdf(finisher=tagging.complete, pdf_variant=VARIANT, attachments=attachments)
    return pdf, complaints.lines
