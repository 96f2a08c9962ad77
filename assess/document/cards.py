"""A sheet of cards to cut, fold and draw by lot: each with one code, in every language asked for.

The sheet exists in memory only, here and in the process that prints it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Date
from io import BytesIO
from textwrap import wrap
from threading import Lock

from assess import paths
from assess.document.order import Limits, Order
from assess.document.rendering import Printer
from assess.document.templates import filled
from assess.document.words import Words

A_ROW, A_PAGE = 2, 10
SQUARE = 4
"""Dots of a picture for each square of a QR code."""
NAME_WIDTH, TEXT_WIDTH, PAGE_WIDTH = 29, 39, 58
"""Characters on a line of a card."""
PATIENCE = 2.0
"""Seconds that a sheet waits for another one."""

_printer = Printer()
_one_at_a_time = Lock()


class SheetBusy(Exception):
    """Another sheet is being made just now."""


@dataclass(frozen=True, slots=True)
class Card:
    """One code as it is handed out."""

    typed: str
    link: str
    """Shown as a QR code."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all cards say."""

    organisation: str
    page: str
    """Where a code is typed."""
    first_day: Date
    """The date of the document: the clock would tell when it was made."""
    last_day: Date
    languages: Sequence[str]


@contextmanager
def one_sheet() -> Iterator[Callable[[Sheet, Sequence[Card]], bytes]]:
    """What prints a sheet, while nobody else can print one. Raises SheetBusy.

    The process that prints starts at once, so that it is ready when the codes are, and ends with the sheet.
    """
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise SheetBusy
    try:
        _printer.start()
        yield _printed
    finally:
        _printer.stop()
        _one_at_a_time.release()


def _printed(sheet: Sheet, cards: Sequence[Card]) -> bytes:
    """The cards as a PDF. Raises DocumentFailed."""
    pictures = {f"{place}.png": _picture(card.link) for place, card in enumerate(cards)}
    html = html_of(sheet, cards)
    assets = pictures | {"form.svg": form_of(sheet).encode()}
    return _printer.render(Order(html, sheet.first_day, assets, limits=Limits.of(html)))


def html_of(sheet: Sheet, cards: Sequence[Card]) -> str:
    """What is printed; the picture of a card is `asset:PLACE.png`."""
    style = (paths.STATIC / "cards.css").read_text("utf-8")
    words, numbered = Words(sheet.languages[0]), list(enumerate(cards))
    parts = list(_parts(numbered))
    return filled("cards.html", words, sheet=sheet, parts=parts, a_page=A_PAGE, style=style)


def _parts(cards: Sequence[tuple[int, Card]]) -> Iterator[Sequence[tuple[int, Card]]]:
    """Whole pages, then whole rows, then a last card by itself: each part is a full rectangle."""
    for start in range(0, len(cards), A_PAGE):
        page = cards[start : start + A_PAGE]
        rows = len(page) // A_ROW * A_ROW
        yield from filter(None, (page[:rows], page[rows:]))


def form_of(sheet: Sheet) -> str:
    """What every card says, as a picture that is drawn once a page: laying it out on each takes long."""
    return filled(
        "card.svg",
        Words(sheet.languages[0]),
        name=wrap(sheet.organisation, NAME_WIDTH, max_lines=2, placeholder=" …"),
        told=[(language, _told(Words(language), sheet.last_day)) for language in sheet.languages],
        page=wrap(sheet.page, PAGE_WIDTH, break_on_hyphens=False),
    )


def _told(words: Words, last_day: Date) -> list[str]:
    said = (
        words.say("How does customer work really go here?"),
        words.say("Scan this, or type the code. Until {day}.", day=words.day(last_day)),
        words.say("Nobody knows who drew this card."),
    )
    return wrap(" ".join(str(each) for each in said), TEXT_WIDTH)


def _picture(link: str) -> bytes:
    # One mask always serves: trying all eight takes most of the time.
    import segno

    drawn = BytesIO()
    code = segno.make(link, error="l", boost_error=False, micro=False, mask=3)
    code.save(drawn, kind="png", scale=SQUARE)
    return drawn.getvalue()
