"""A customer answers on a short page, or gives a card in ten seconds."""

from flask import Blueprint, Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Conflict
from wtforms import Form

from assess.core.questionnaire import CUSTOMERS
from assess.document.words import later
from assess.forms import answers
from assess.store import StoreFailed, customer_answers, remembered, writing
from assess.store.assessments import Assessment
from assess.store.ids import new_id
from assess.web import access, errors
from assess.web.answering import language_for, reading, visible
from assess.web.customer_pages import (
    CARD,
    ONCE,
    PAGE,
    Sheet,
    filled,
    fresh,
    preview_page,
    thanks_page,
)
from assess.web.customer_questions import problems
from assess.web.forgery import exempt, same_origin
from assess.web.frame import say
from assess.web.page_forms import ID

blueprint = Blueprint("customers", __name__)

SENT_BEFORE: errors.Trouble = (
    later("This page was sent before"),
    later("What you sent first is stored, and stays as it is. What you sent just now is not stored."),
    later("You can close this page."),
)


class SentBefore(Conflict):
    """The same page was sent with other answers."""


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/c/<assessment_id>")
def start(assessment_id: str) -> ResponseReturnValue:
    """The short page."""
    return fresh(PAGE, _asked(assessment_id))


@blueprint.post("/c/<assessment_id>")
@exempt
def answer(assessment_id: str) -> ResponseReturnValue:
    """Stores what a customer answered."""
    return _take(PAGE, assessment_id)


@blueprint.get("/c/<assessment_id>/card")
def card(assessment_id: str) -> ResponseReturnValue:
    """Green or red, in ten seconds."""
    return fresh(CARD, _asked(assessment_id))


@blueprint.post("/c/<assessment_id>/card")
@exempt
def give(assessment_id: str) -> ResponseReturnValue:
    """Stores a card."""
    return _take(CARD, assessment_id)


@blueprint.get("/c/<assessment_id>/thanks")
def thanks(assessment_id: str) -> ResponseReturnValue:
    """The end."""
    return thanks_page(_asked(assessment_id))


def preview(assessment: Assessment) -> str:
    """The short page as a customer sees it; nothing on it can be stored."""
    return preview_page(PAGE, assessment)


def preview_card(assessment: Assessment) -> str:
    """The card as a customer sees it; nothing on it can be stored."""
    return preview_page(CARD, assessment)


def _asked(assessment_id: str) -> Assessment:
    """An assessment that customers may answer now; it can be read while the store is busy."""
    return _put_to_customers(access.still_answerable(remembered.find(assessment_id)))


def _put_to_customers(assessment: Assessment) -> Assessment:
    if CUSTOMERS not in assessment.audiences:
        abort(404)
    return assessment


def _take(sheet: Sheet, assessment_id: str) -> ResponseReturnValue:
    """Stores a sheet once, or shows it again with what is wrong and everything that was typed."""
    same_origin()
    assessment, sent = _asked(assessment_id), request.form
    # An id that no page of ours gave stores once too: under an id of its own.
    id = sent[ONCE] if ID.fullmatch(sent.get(ONCE, "")) else new_id()
    with reading(assessment):
        form = sheet.form(assessment)(sent)
        problem = _problem(form)
        if problem is not None:
            return filled(sheet, assessment, form, id, problem), 422
    try:
        with writing():
            stored = _store(sheet, access.answerable(assessment_id).id, id, _row(form))
    except StoreFailed:
        with reading(assessment):
            return filled(sheet, assessment, form, id, _busy()), 503
    if not stored:
        raise SentBefore
    to = url_for("customers.thanks", assessment_id=assessment.id, lang=language_for(assessment))
    return redirect(to, code=303)


@blueprint.errorhandler(SentBefore)
def _sent_before(_: SentBefore) -> ResponseReturnValue:
    return errors.told(409, SENT_BEFORE)


def _store(sheet: Sheet, assessment_id: str, id: str, row: dict[str, str]) -> bool:
    if sheet is PAGE:
        return customer_answers.add_response(assessment_id, id, row)
    green = row["colour"] == "green"
    return customer_answers.add_card(assessment_id, id, green=green, sentence=row.get("sentence", ""))


def _row(form: Form) -> dict[str, str]:
    """What was answered, without characters that cannot be seen."""
    seen = {name: visible(cell) for name, cell in answers(form).items()}
    return {name: cell for name, cell in seen.items() if cell}


def _problem(form: Form) -> str | None:
    """What is wrong with the sheet as a whole; empty when it stands at the fields, None when all is well."""
    if problems(form):
        return ""
    if not _row(form):
        return str(say("Nothing is filled in yet. One answer is enough to send this."))
    return None


def _busy() -> str:
    return str(
        say("Your answers cannot be stored just now. They are still here: wait a minute and send them again.")
    )
