"""What came out: the Mirror, the themes, where leaders disagree, all answers, and how it was made.

A job has made these pages; here they are only put in their frame, so a page costs the same however many
people answered. Nobody sees them before they are published.
"""

from flask import Blueprint, Flask, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from assess.core.questionnaire import EMPLOYEES
from assess.document.words import later
from assess.store.assessments import Assessment
from assess.web import access
from assess.web.frame import language, say
from assess.web.made_pages import kept_file, not_yet, page_of

blueprint = Blueprint("results", __name__)

AFTER = {
    "mirror": ("results.themes", later("Next: the themes")),
    "themes": ("results.disagreement", later("Next: where leaders disagree")),
    "disagreement": ("plans.show", later("Next: the plan")),
}
"""The way a leadership team reads: what comes after which page."""


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/assessments/<assessment_id>/mirror")
def mirror(assessment_id: str) -> ResponseReturnValue:
    """The Mirror."""
    return _page(access.readable(assessment_id), "mirror", "mirror")


@blueprint.get("/assessments/<assessment_id>/themes")
def themes(assessment_id: str) -> ResponseReturnValue:
    """The themes side by side."""
    return _page(access.readable(assessment_id), "themes", "themes")


@blueprint.get("/assessments/<assessment_id>/themes/<theme_id>")
def theme(assessment_id: str, theme_id: str) -> ResponseReturnValue:
    """One theme."""
    assessment = access.readable(assessment_id)
    ids = [questionnaire.id for questionnaire in assessment.set.questionnaires]
    if theme_id not in ids:
        abort(404)
    return _page(assessment, f"theme-{ids.index(theme_id) + 1}", "themes")


@blueprint.get("/assessments/<assessment_id>/teams")
def teams(assessment_id: str) -> ResponseReturnValue:
    """Teams, as employees see it."""
    return _page(access.readable(assessment_id), "teams", "themes")


@blueprint.get("/assessments/<assessment_id>/disagreement")
def disagreement(assessment_id: str) -> ResponseReturnValue:
    """Where leaders disagree, and what they do not know."""
    return _page(access.readable(assessment_id), "disagreement", "disagreement")


@blueprint.get("/assessments/<assessment_id>/statements")
def statements(assessment_id: str) -> ResponseReturnValue:
    """All answers."""
    return _page(access.readable(assessment_id), "statements", "mirror")


@blueprint.get("/assessments/<assessment_id>/made")
def made(assessment_id: str) -> ResponseReturnValue:
    """How the figures were made."""
    return _page(access.readable(assessment_id), "made", "mirror")


@blueprint.get("/assessments/<assessment_id>/report-<lang>.pdf")
def pdf(assessment_id: str, lang: str) -> ResponseReturnValue:
    """The report on paper, in one of the assessment's languages."""
    assessment = access.readable(assessment_id)
    if lang not in assessment.languages:
        abort(404)
    file = kept_file(assessment, f"report-{lang}.pdf")
    if file is None:
        return not_yet(assessment, "pdf")
    answer = Response(file.read_bytes(), mimetype="application/pdf")
    name = f"{assessment.organisation} {assessment.closed_on} {lang}.pdf"
    answer.headers.set("Content-Disposition", "inline", filename=name)
    return answer


def _page(assessment: Assessment, name: str, tab: str) -> ResponseReturnValue:
    file = kept_file(assessment, f"{name}-{language()}")
    if file is None:
        return not_yet(assessment, "report")
    page = page_of(file)
    after = AFTER.get(name)
    counted = name == "made" and EMPLOYEES in assessment.audiences
    pdfs = {
        code: url_for("results.pdf", assessment_id=assessment.id, lang=code) for code in assessment.languages
    }
    return render_template(
        "results/page.html",
        assessment=assessment,
        tab=tab,
        page=page,
        pdf=pdfs.get(language()) or next(iter(pdfs.values())),
        pdfs=pdfs.items(),
        receipts=url_for("employees.receipt_page", assessment_id=assessment.id) if counted else None,
        after=after and (url_for(after[0], assessment_id=assessment.id), say(after[1])),
    )
