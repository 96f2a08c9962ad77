"""While a document burns time until its limits end it, pages are answered."""

from threading import Thread

import pytest

from assess.document.rendering import DocumentFailed, Limits, render
from tests.document.test_rendering import DAY, ENDLESS

BOMBS = {
    "boxes in boxes": ENDLESS,
    "a wide cell": "<table><td colspan=100000>x",
    "a long table": "<table>" + "<tr><td>x" * 50_000,
}
SECONDS = 3
"""Of work, after which a bomb is ended."""
FEWEST = 10
"""Pages that are answered meanwhile; a server that waited for the bomb would answer one."""


@pytest.mark.attack
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_pages_are_answered_while_a_document_burns(browser, bomb):
    ended = []

    def burn():
        try:
            render(f"<html lang=en><title>x</title>{bomb}", date=DAY, limits=Limits(seconds=SECONDS))
        except DocumentFailed as failure:
            ended.append(str(failure))

    burning, answered = Thread(target=burn), 0
    burning.start()
    while burning.is_alive():
        assert browser.get("/sign-in").status == 200
        answered += 1

    assert f"more than {SECONDS} seconds of work" in ended[0]
    assert answered >= FEWEST
