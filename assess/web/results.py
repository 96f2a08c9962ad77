"""What came out: the Mirror, the themes, where leaders disagree, all answers, and how it was made.

A job has made these pages; here they are only put in their frame, so a page costs the same however many
people answered.
"""

import json
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.document.words import later
from assess.store import jobs as stored_jobs
from assess.store import kept, remembered
from assess.store.assessments import Assessment
from assess.web import access, links
from assess.web.frame import language, say

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
    return _page(access.managed(assessment_id), "mirror", "mirror")


@blueprint.get("/assessments/<assessment_id>/themes")
def themes(assessment_id: str) -> ResponseReturnValue:
    """The themes side by side."""
    return _page(access.managed(assessment_id), "themes", "themes")


@blueprint.get("/assessments/<assessment_id>/themes/<theme_id>")
def theme(assessment_id: str, theme_id: str) -> ResponseReturnValue:
    """One theme."""
    assessment = access.managed(assessment_id)
    ids = [questionnaire.id for questionnaire in assessment.set.questionnaires]
    if theme_id not in ids:
        abort(404)
    return _page(assessment, f"theme-{ids.index(theme_id) + 1}", "themes")


@blueprint.get("/assessments/<assessment_id>/teams")
def teams(assessment_id: str) -> ResponseReturnValue:
    """Teams, as employees see it."""
    return _page(access.managed(assessment_id), "teams", "themes")


@blueprint.get("/assessments/<assessment_id>/disagreement")
def disagreement(assessment_id: str) -> ResponseReturnValue:
    """Where leaders disagree, and what they do not know."""
    return _page(access.managed(assessment_id), "disagreement", "disagreement")


@blueprint.get("/assessments/<assessment_id>/statements")
def statements(assessment_id: str) -> ResponseReturnValue:
    """All answers."""
    return _page(access.managed(assessment_id), "statements", "mirror")


@blueprint.get("/assessments/<assessment_id>/made")
def made(assessment_id: str) -> ResponseReturnValue:
    """How the figures were made."""
    return _page(access.managed(assessment_id), "made", "mirror")


@blueprint.get("/assessments/<assessment_id>/report-<lang>.pdf")
def pdf(assessment_id: str, lang: str) -> ResponseReturnValue:
    """The report on paper, in one of the assessment's languages."""
    assessment = access.managed(assessment_id)
    if lang not in assessment.languages:
        abort(404)
    file = _kept(assessment, f"report-{lang}.pdf")
    if file is None:
        return _not_yet(assessment, "pdf")
    answer = Response(file.read_bytes(), mimetype="application/pdf")
    name = f"{assessment.organisation} {assessment.closed_on} {lang}.pdf"
    answer.headers.set("Content-Disposition", "inline", filename=name)
    return answer


def _page(assessment: Assessment, name: str, tab: str) -> ResponseReturnValue:
    file = _kept(assessment, f"{name}-{language()}")
    if file is None:
        return _not_yet(assessment, "report")
    page = json.loads(file.read_bytes())
    after = AFTER.get(name)
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
        after=after and (url_for(after[0], assessment_id=assessment.id), say(after[1])),
    )


def _kept(assessment: Assessment, name: str) -> Path | None:
    """What a job made, as long as the assessment is closed."""
    if assessment.state != "closed":
        return None
    file = remembered.read(kept.file, _home(), assessment.id, name)
    return file if file and file.exists() else None


def _not_yet(assessment: Assessment, kind: stored_jobs.Kind) -> ResponseReturnValue:
    """To where one can see why there is nothing yet: still open, or being made."""
    if assessment.state in ("draft", "open"):
        flash(say("Results appear when the assessment has closed."))
        return redirect(url_for("assessments.show", assessment_id=assessment.id), code=303)
    job = stored_jobs.latest(assessment.id, "close", "report", kind)
    if job is not None and job.state != "done":
        return redirect(url_for("progress.show", job_id=job.id), code=303)
    id = jobs.ask(_home(), kind, assessment.id)
    return redirect(url_for("progress.show", job_id=id), code=303)


def _home() -> Path:
    return links.settings().home
