"""Publishing: who closes an assessment reads what will be shown and what stays hidden before anything is."""

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.document.words import LANGUAGES, later
from assess.store import assessments, waves, writing
from assess.store.assessments import Assessment
from assess.web import access, links
from assess.web.frame import language, say
from assess.web.made_pages import kept_file, not_yet, page_of

blueprint = Blueprint("publishing", __name__)

HIDDEN = "hidden"
"""The page that a job makes for this."""


def init_app(app: Flask) -> None:
    """Opens these pages, and leads to them from results that nobody published yet."""
    app.register_blueprint(blueprint)
    app.register_error_handler(access.NotPublished, lambda waits: _to_page(waits.assessment_id))


def _to_page(assessment_id: str) -> ResponseReturnValue:
    return redirect(url_for("publishing.show", assessment_id=assessment_id), code=303)


@blueprint.get("/assessments/<assessment_id>/publish")
def show(assessment_id: str) -> ResponseReturnValue:
    """What will be shown, what stays hidden, and why."""
    assessment = access.managed(assessment_id)
    file = kept_file(assessment, f"{HIDDEN}-{language()}")
    if file is None:
        return not_yet(assessment, "report")
    return render_template(
        "results/publish.html", assessment=assessment, tab="publish", page=page_of(file), read=file.name
    )


@blueprint.post("/assessments/<assessment_id>/publish")
def publish(assessment_id: str) -> ResponseReturnValue:
    """The results can be seen from now on; only by who has read the page as it is now."""
    assessment, home = access.managed(assessment_id), links.settings().home
    if assessment.published_at is None and request.form.get("read") not in _pages(assessment):
        flash(
            say(later("What stays hidden was worked out again meanwhile. Read it once more, then publish."))
        )
        return _to_page(assessment.id)
    with writing():
        as_it_stands = access.managed(assessment_id)
        behind = waves.held_beside(home, as_it_stands) != waves.published_before(as_it_stands)
        if not behind and not assessments.publish(assessment.id):
            abort(409)
    if behind:
        flash(
            say(
                later("Another assessment was published meanwhile, so what stays hidden is worked out again.")
            )
        )
        return redirect(url_for("progress.show", job_id=jobs.ask(home, "report", assessment.id)), code=303)
    return redirect(url_for("results.mirror", assessment_id=assessment.id), code=303)


def _pages(assessment: Assessment) -> set[str]:
    """What the page is made of now, in every language."""
    files = [kept_file(assessment, f"{HIDDEN}-{code}") for code in LANGUAGES]
    return {file.name for file in files if file}
