"""A customer's pages: their bytes are made once for each assessment and language, and kept."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template
from wtforms import Form

from assess.store.assessments import Assessment
from assess.store.ids import new_id
from assess.web.answering import language_for, languages_of, reading
from assess.web.customer_questions import card_form, looking_back, minutes, page_form, statements
from assess.web.frame import NAMES

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
