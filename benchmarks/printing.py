"""WeasyPrint alone, in this process: `python -m benchmarks.printing FOLDER` prints the HTML in a folder."""

import sys
from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path

import weasyprint

from assess.document.printing import VARIANT, MemoryFetcher

DATE = Date(2026, 3, 31)
PAGE, PDF = "page.html", "page.pdf"


def printed(html: str, assets: Mapping[str, bytes]) -> bytes:
    """The HTML as PDF, with the options that the product uses."""
    source = weasyprint.HTML(string=html, url_fetcher=MemoryFetcher(assets))
    return bytes(source.write_pdf(pdf_variant=VARIANT))


def main(folder: str) -> None:
    """Prints the HTML in a folder with the pictures beside it."""
    assets = {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.name != PDF}
    html = assets.pop(PAGE).decode()
    Path(folder, PDF).write_bytes(printed(html, assets))


if __name__ == "__main__":
    main(*sys.argv[1:])
