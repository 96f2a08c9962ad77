"""A customer's pages: their bytes are made once for each assessment and language, and kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import current_app, render_template, request
from wtforms import Form

from assess.document.words import LANGUAGES
from assess.store.assessments import Assessment
from assess.store.ids import new_id
from assess.web.customer_questions import card_form, looking_back, minutes, page_form, statements
from assess.web.frame import NAMES, language

ONCE = "page:id"
"""What a form sends beside answers; no item can have such a name."""

MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """The short page or the card: what a customer fills in."""

    endpoint: str
    template: str
    form: Callable[[Assessment], type[Form]]


PAGE = Sheet("customers.start", "customers/start.html", page_form)
CARD = Sheet("customers.card", "customers/card.html", card_form)

_kept: dict[tuple[str, str, str], tuple[Assessment, bytes, bytes]] = {}


def languages_of(assessment: Assessment) -> list[str]:
    """The languages a customer can choose from."""
    return [code for code in LANGUAGES if code in assessment.languages] or [LANGUAGES[0]]


def language_for(assessment: Assessment) -> str:
    """The reader's language, where the assessment has it; else its first."""
    offered = languages_of(assessment)
    return language() if language() in offered else offered[0]


@contextmanager
def reading(assessment: Assessment, path: str = "") -> Iterator[None]:
    """A request of nobody in particular: what is made in it depends on assessment and language alone.

    No cookie, notice or odd address of one reader can end up in the bytes that all readers get.
    """
    chosen = {"lang": language_for(assessment)}
    with current_app.test_request_context(path or request.path, query_string=chosen):
        yield


def fresh(sheet: Sheet, assessment: Assessment) -> bytes:
    """The page to fill in, with an id of its own."""
    key = (assessment.id, sheet.template, language_for(assessment))
    known = _kept.get(key)
    if known is None or known[0] != assessment:
        known = (assessment, *_made(sheet, assessment))
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = known
    _, before, after = known
    return before + new_id().encode() + after


def _made(sheet: Sheet, assessment: Assessment) -> tuple[bytes, bytes]:
    """The page up to its id, and the rest."""
    mark = new_id()
    with reading(assessment):
        before, _, after = filled(sheet, assessment, sheet.form(assessment)(), mark).partition(mark)
    return before.encode(), after.encode()


def filled(sheet: Sheet, assessment: Assessment, form: Form, id: str, problem: str = "") -> str:
    """The page with what was filled in; to be made while `reading`."""
    return _rendered(sheet.template, assessment, form=form, id=id, problem=problem, preview=False)


def preview_page(sheet: Sheet, assessment: Assessment) -> str:
    """The page or the card as a customer sees it, without anything that could be sent."""
    with reading(assessment):
        form = sheet.form(assessment)()
        return _rendered(sheet.template, assessment, form=form, id="", problem="", preview=True)


def thanks_page(assessment: Assessment) -> str:
    """What a customer reads at the end."""
    with reading(assessment):
        return _rendered("customers/thanks.html", assessment)


def _rendered(template: str, assessment: Assessment, **more: object) -> str:
    return render_template(
        template,
        assessment=assessment,
        languages={code: NAMES[code] for code in languages_of(assessment)},
        statements=statements,
        looking_back=looking_back,
        minutes=minutes,
        **more,
    )
