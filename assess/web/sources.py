"""Where customers' answers come from: how they were asked, imports, undoing one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Flask, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess.core.questionnaire import CUSTOMERS
from assess.store import sources, writing
from assess.store.assessments import RUNNING, Assessment
from assess.store.sources import Source
from assess.web import access, links
from assess.web.forgery import csrf, exempt
from assess.web.source_forms import LARGEST_FILE, PREFIX, AskingForm, ImportForm
from assess.web.source_page import SHARED, sources_page

if TYPE_CHECKING:
    from assess.core.responses import Answers

blueprint = Blueprint("sources", __name__)

FORM_AROUND_IT = 100_000


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/assessments/<assessment_id>/sources")
def show(assessment_id: str) -> ResponseReturnValue:
    """Each source of customers' answers, and how those customers were asked."""
    assessment = access.managed(assessment_id)
    if CUSTOMERS not in assessment.audiences:
        return render_template("sources/none.html", assessment=assessment, tab="sources")
    return sources_page(assessment)


@blueprint.post("/assessments/<assessment_id>/sources/<which>")
def describe(assessment_id: str, which: str) -> ResponseReturnValue:
    """Notes how the customers of one source were asked."""
    assessment = _changeable(assessment_id)
    source = None if which in SHARED else _import(assessment, which)
    form = AskingForm(prefix=PREFIX + which)
    form.answered = source.n if source else 0
    if not form.validate_on_submit():
        return sources_page(assessment, {which: form}), 422
    with writing():
        _changeable(assessment_id)
        id = source.id if source else sources.used(assessment.id, which)  # type: ignore[arg-type]
        sources.describe(id, form.asking)
    return _shown(assessment, told=which)


@blueprint.post("/assessments/<assessment_id>/imports")
@exempt
def add(assessment_id: str) -> ResponseReturnValue:
    """Research of the organisation's own; nothing is stored when there is a problem with it."""
    # The guard reads the whole form: it has to know first how large that may be.
    request.max_content_length = LARGEST_FILE + FORM_AROUND_IT
    csrf.protect()
    assessment = _changeable(assessment_id)
    form = ImportForm(prefix=PREFIX + "new")
    answers = _read(form, assessment) if form.validate_on_submit() else None
    if answers is None:
        return sources_page(assessment, {"new": form}), 422
    with writing():
        _changeable(assessment_id)
        sources.forget_removed(assessment.id)
        sources.add_import(assessment.id, form.id, form.file_name, answers, form.asking)
    return _shown(assessment, imported=form.id)


def _read(form: ImportForm, assessment: Assessment) -> Answers | None:
    """The customers in a file; None when it has problems, which the form then tells."""
    # Late, so that only who imports loads what reads a spreadsheet.
    from assess.sheets.importing import customers
    from assess.sheets.problems import InvalidResponses

    try:
        answers = customers(form.file.data.stream, assessment.set, form.file_name)
    except InvalidResponses as refused:
        form.found, form.more = refused.found, refused.more
        return None
    form.answered = answers.n
    return answers if form.validate() else None


@blueprint.post("/assessments/<assessment_id>/imports/<import_id>/remove")
def remove(assessment_id: str, import_id: str) -> ResponseReturnValue:
    """Takes an import out."""
    with writing():
        assessment = _changeable(assessment_id)
        if not sources.remove(assessment.id, import_id):
            abort(404)
    return _shown(assessment, removed=import_id)


@blueprint.post("/assessments/<assessment_id>/imports/<import_id>/put-back")
def put_back(assessment_id: str, import_id: str) -> ResponseReturnValue:
    """Undoes taking an import out."""
    with writing():
        assessment = _changeable(assessment_id)
        if not sources.put_back(assessment.id, import_id):
            abort(404)
    return _shown(assessment)


@blueprint.get("/assessments/<assessment_id>/customers-template.csv")
def template(assessment_id: str) -> ResponseReturnValue:
    """An empty spreadsheet with the columns that an import may have."""
    from assess.sheets.template import template as empty

    return _file(empty(access.managed(assessment_id).set, CUSTOMERS), "text/csv", "customers.csv")


@blueprint.get("/assessments/<assessment_id>/customers-qr.svg", defaults={"kind": "page"})
@blueprint.get("/assessments/<assessment_id>/card-qr.svg", defaults={"kind": "card"})
def qr(assessment_id: str, kind: str) -> ResponseReturnValue:
    """The link to the page or the card as a QR code."""
    import segno

    assessment = access.managed(assessment_id)
    svg = io.BytesIO()
    link = links.absolute(SHARED[kind], assessment_id=assessment.id)
    # White behind it and around it, so that it can be read on a dark page too.
    segno.make(link, error="m").save(svg, kind="svg", scale=8, border=4, light="#ffffff")
    return _file(svg.getvalue(), "image/svg+xml", f"{kind}.svg" if "download" in request.args else "")


def _file(content: str | bytes, kind: str, name: str) -> Response:
    """A file to show, or to keep under a name."""
    response = Response(content, mimetype=kind)
    if name:
        response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _changeable(assessment_id: str) -> Assessment:
    """An assessment whose sources can still be changed: one that customers answer, and is not closed."""
    assessment = access.managed(assessment_id)
    if CUSTOMERS not in assessment.audiences:
        abort(404)
    if assessment.state not in RUNNING:
        abort(409)
    return assessment


def _import(assessment: Assessment, id: str) -> Source:
    found = next((each for each in sources.of_assessment(assessment.id) if each.id == id), None)
    if found is None or found.kind != "import":
        abort(404)
    return found


def _shown(assessment: Assessment, **done: str) -> ResponseReturnValue:
    values: dict[str, Any] = {"assessment_id": assessment.id, **done}
    return redirect(url_for("sources.show", **values), code=303)
