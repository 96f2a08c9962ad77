"""The questions outside the themes, in a line each: recommending, satisfaction and ease."""

from collections.abc import Iterator

from markupsafe import Markup

from assess.core.questionnaire import CUSTOMERS
from assess.document.fragments import spoken
from assess.document.reading import Reading

ROUGH = 30
"""Customers; with fewer a recommend score is only a rough one."""


def standard_figures(reading: Reading) -> list[Markup]:
    """What customers answered to the standard questions, as far as it may be shown."""
    return list(_figures(reading)) if reading.shown(CUSTOMERS) else []


def _figures(reading: Reading) -> Iterator[Markup]:
    words, found = reading.words, reading.figures(CUSTOMERS)
    recommend, satisfied, ease = found.recommend, found.satisfaction, found.ease
    if recommend:
        yield from _recommend(reading)
    if satisfied and satisfied.share is not None and satisfied.lo is not None and satisfied.hi is not None:
        yield words.say(
            "{share} are satisfied with the last contact ({span}%; {n}).",
            share=spoken(CUSTOMERS, words.percent(satisfied.share)),
            span=words.span(100 * satisfied.lo, 100 * satisfied.hi),
            n=words.sample(satisfied.n),
        )
    asked = reading.set.with_role("ease")
    if (
        asked
        and asked.scale
        and ease
        and ease.share is not None
        and ease.lo is not None
        and ease.hi is not None
    ):
        yield words.say(
            "{share} found it easy ({span}%; mean {mean} of {most}; {n}).",
            share=spoken(CUSTOMERS, words.percent(ease.share)),
            span=words.span(100 * ease.lo, 100 * ease.hi),
            mean=words.decimal(ease.mean or 0),
            most=words.whole(asked.scale.highest),
            n=words.sample(ease.n),
        )


def _recommend(reading: Reading) -> Iterator[Markup]:
    words, found = reading.words, reading.figures(CUSTOMERS).recommend
    if found is None:
        return
    n = words.sample(found.n)
    if found.nps is None or found.lo is None or found.hi is None:
        yield words.say("Recommend score: too few answers ({n}).", n=n)
        return
    score, span = spoken(CUSTOMERS, words.whole(found.nps)), words.span(found.lo, found.hi)
    if found.n < ROUGH:
        yield words.say("Recommend score (NPS), roughly {score} ({span}; {n}).", score=score, span=span, n=n)
    else:
        yield words.say("Recommend score (NPS) {score} ({span}; {n}).", score=score, span=span, n=n)
