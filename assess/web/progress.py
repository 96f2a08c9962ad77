"""How far a job is, and what to do when it went wrong."""

from flask import Blueprint, Flask, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.document.words import later
from assess.store import jobs as stored_jobs
from assess.store.assessments import Assessment
from assess.store.jobs import Job
from assess.store.trustees import Trustee
from assess.web import access, links
from assess.web.frame import say
from assess.web.overview import waits_for

blueprint = Blueprint("progress", __name__)

PLAN = "plan"

HEADINGS = {
    "close": later("The assessment is closing"),
    "report": later("The results are being made"),
    "pdf": later("The PDF is being made"),
}
FAILED = {
    "close": later("Closing did not succeed"),
    "report": later("Making the results did not succeed"),
    "pdf": later("Making the PDF did not succeed"),
}


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/jobs/<job_id>")
def show(job_id: str) -> ResponseReturnValue:
    """How far a job is; when it is done, what it made."""
    job, assessment = _managed(job_id)
    if job.state == "done":
        return redirect(_made(assessment), code=303)
    if job.error == stored_jobs.CALLED_OFF:
        return redirect(url_for("assessments.show", assessment_id=assessment.id), code=303)
    heading = say((FAILED if job.state == "failed" else HEADINGS)[job.kind])
    return render_template(
        "progress.html",
        assessment=assessment,
        tab=PLAN if _from_plan() else "overview",
        job=job,
        heading=heading,
        doing=_doing(job),
        back=_back(),
        waits_for=_waits_for(job, assessment),
    )


@blueprint.get("/jobs/<job_id>/state")
def state(job_id: str) -> ResponseReturnValue:
    """The same for a script."""
    job, _ = _managed(job_id)
    return jsonify(state=job.state, doing=_doing(job), done=job.done, total=job.total)


@blueprint.post("/jobs/<job_id>/again")
def again(job_id: str) -> ResponseReturnValue:
    """Asks for the same work once more."""
    job, assessment = _managed(job_id)
    if _waits_for(job, assessment):
        return redirect(url_for("assessments.show", assessment_id=assessment.id), code=303)
    id = jobs.ask(links.settings().home, job.kind, assessment.id) if job.state == "failed" else job.id
    return redirect(url_for("progress.show", job_id=id, back=_back()), code=303)


def _managed(job_id: str) -> tuple[Job, Assessment]:
    access.user_id()
    job = stored_jobs.find(job_id)
    if job is None:
        abort(404)
    return job, access.managed(job.assessment_id)


def _waits_for(job: Job, assessment: Assessment) -> list[tuple[Trustee, str]]:
    """The trustees of whom one has to come before the box can be opened once more."""
    return waits_for(assessment, stored_jobs.latest(assessment.id, "close")) if job.kind == "close" else []


def _doing(job: Job) -> str:
    return str(say(job.doing) if job.doing else say("Waiting for its turn"))


def _made(assessment: Assessment) -> str:
    """Where one reads what was made; while the next job is at work, that page leads to its progress."""
    if _from_plan():
        return url_for("plans.show", assessment_id=assessment.id, _anchor="pdf")
    return url_for("results.mirror", assessment_id=assessment.id)


def _from_plan() -> bool:
    """Whether the plan led here, so that one goes back to it."""
    return request.args.get("back") == PLAN


def _back() -> str | None:
    return PLAN if _from_plan() else None
