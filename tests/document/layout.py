"""Where the words of a report stand on its pages, in millimetres from the top left of the paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import weasyprint

from assess.document.making import Document
from assess.document.printing import MemoryFetcher

MM = 25.4 / 96
PICTURE = "(picture)"


@dataclass(frozen=True)
class Placed:
    """Words on one line, or a picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How high the line is."""
        return self.bottom - self.top


def laid_out(document: Document, *anchors: str) -> list[list[Placed]]:
    """The words page by page; of some chapters alone when they are named, which takes much less time."""
    html = re.sub(r"<section.*?</section>", lambda found: _kept(found[0], anchors), document.html, flags=re.S)
    pages = weasyprint.HTML(string=html, url_fetcher=MemoryFetcher(document.assets)).render().pages
    return [list(_placed(page._page_box)) for page in pages]


def _kept(section: str, anchors: tuple[str, ...]) -> str:
    anchor = re.match(r'<section(?: id="([^"]*)")?', section)
    return section if not anchors or (anchor and (anchor[1] or "cover") in anchors) else ""


def _placed(box: Any) -> Iterator[Placed]:
    text = PICTURE if box.element_tag == "img" else getattr(box, "text", "")
    if text.strip():
        left, top = box.position_x * MM, box.position_y * MM
        yield Placed(text, left, top, left + box.width * MM, top + box.height * MM)
    for child in getattr(box, "children", ()):
        yield from _placed(child)


def where(page: list[Placed], text: str) -> Placed:
    """The first words that hold this text."""
    return next(placed for placed in page if text in placed.text)


def overlaps(page: list[Placed]) -> list[tuple[str, str]]:
    """Words that are printed over each other."""
    return [
        (one.text, other.text)
        for place, one in enumerate(page)
        for other in page[place + 1 :]
        if _shared(one.left, one.right, other.left, other.right) > 0.3
        and _shared(one.top, one.bottom, other.top, other.bottom) > 0.3 * min(one.height, other.height)
    ]


def _shared(start: float, end: float, other_start: float, other_end: float) -> float:
    return min(end, other_end) - max(start, other_start)


def outside(page: list[Placed]) -> list[str]:
    """Words that leave the margins at the sides."""
    return [placed.text for placed in page if placed.left < 18.9 or placed.right > 191.2]
