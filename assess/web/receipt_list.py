"""The list of receipts: made once after closing, for whoever likes to see that a ballot was counted."""

import gzip
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import render_template

from assess.ballots import receipts
from assess.store import opened
from assess.store.assessments import Assessment
from assess.web.answering import language_for, languages_of, reading
from assess.web.frame import NAMES

MOST_KEPT = 8
QUICK = 6
"""How hard a page is compressed: a list of numbers by chance hardly gets smaller with more work."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The receipts of all ballots that were counted."""

    count: int
    damaged: int
    by_letter: list[tuple[str, str]]
    """By first letter: the receipts, each on a line."""


_kept: OrderedDict[tuple[str, str], tuple[Assessment, bytes]] = OrderedDict()


def page(assessment: Assessment) -> bytes:
    """The page, compressed: a list can be long, and many may ask for it at once."""
    key = (assessment.id, language_for(assessment))
    known = _kept.get(key)
    if known is None or known[0] != assessment:
        known = assessment, _made(assessment)
        _kept[key] = known
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return known[1]


def _made(assessment: Assessment) -> bytes:
    listed = _listed(assessment)
    with reading(assessment):
        html = render_template(
            "employees/receipts.html",
            assessment=assessment,
            place=assessment.organisation,
            languages={code: NAMES[code] for code in languages_of(assessment)},
            listed=listed,
        )
    return gzip.compress(html.encode(), QUICK, mtime=0)


def _listed(assessment: Assessment) -> Listed | None:
    """All receipts; None before closing, and where so few answered that nothing was opened."""
    packed = opened.receipts(assessment.id) if assessment.state == "closed" else None
    if packed is None:
        return None
    words = list(_words(packed))
    by_letter = [(letter, "\n".join(of)) for letter, of in groupby(words, key=lambda each: each[0])]
    return Listed(len(words), opened.damaged(assessment.id), by_letter)


def _words(packed: bytes) -> Iterator[str]:
    for place in range(0, len(packed), receipts.BYTES):
        yield receipts.said(packed[place : place + receipts.BYTES])
