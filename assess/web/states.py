"""From one state to the next: opening, another last day, closing, reopening."""

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.core.questionnaire import EMPLOYEES
from assess.store import assessments, kept, leaders, teams, trustees, writing
from assess.store import jobs as stored_jobs
from assess.store.assessments import Assessment
from assess.web import access, box_key, links, overview
from assess.web.assessment_forms import last_day_form
from assess.web.page_forms import today

blueprint = Blueprint("states", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


def _shown(assessment: Assessment, done: str | None = None, before: str | None = None) -> ResponseReturnValue:
    address = url_for("assessments.show", assessment_id=assessment.id, done=done, before=before)
    return redirect(address, code=303)


@blueprint.post("/assessments/<assessment_id>/open")
def open(assessment_id: str) -> ResponseReturnValue:
    """People can answer from now on, unless a trustee still has to set a passphrase."""
    assessment = access.managed(assessment_id)
    if assessment.state == "open":
        return _shown(assessment, done="opened")
    with writing():
        assessment = access.managed(assessment_id)
        asked = EMPLOYEES in assessment.audiences
        late = trustees.awaited(trustees.of_assessment(assessment.id)) if asked else []
        if {each.id for each in late} - set(request.form.getlist("without")):
            return _shown(assessment, done="not-ready")
        if not assessments.move(assessment.id, ["draft"], "open"):
            abort(409)
        for trustee in late:
            trustees.remove(trustee.id)
        teams.merge(assessment.id)
        if asked:
            box_key.make(assessment)
    return _shown(assessment, done="opened")


@blueprint.post("/assessments/<assessment_id>/unopen")
def unopen(assessment_id: str) -> ResponseReturnValue:
    """Takes opening back, while nobody can have answered."""
    assessment = access.managed(assessment_id)
    with writing():
        as_it_stands = access.managed(assessment_id)
        if not overview.nobody_answered(as_it_stands, leaders.of_assessment(assessment.id)):
            abort(409)
        if assessments.move(assessment.id, ["open"], "draft"):
            teams.part(assessment.id)
            # With each opening the box gets another key; until then trustees may come and go.
            trustees.forget_wrapped(assessment.id)
    return _shown(assessment)


@blueprint.route("/assessments/<assessment_id>/last-day", methods=["GET", "POST"])
def last_day(assessment_id: str) -> ResponseReturnValue:
    """Another last day to answer."""
    assessment = access.managed(assessment_id)
    if assessment.state not in assessments.RUNNING:
        abort(409)
    form = last_day_form(assessment)
    if not form.validate_on_submit():
        return render_template("assessments/last_day.html", assessment=assessment, tab="", form=form)
    with writing():
        if not assessments.extend(assessment.id, form.closes_on.data):
            abort(409)
    return _shown(assessment, done="extended", before=assessment.closes_on.isoformat())


@blueprint.route("/assessments/<assessment_id>/close", methods=["GET", "POST"])
def close(assessment_id: str) -> ResponseReturnValue:
    """What closing does, then doing it: a box that was opened is never closed again."""
    assessment = access.managed(assessment_id)
    if assessment.state not in ("open", "closing"):
        return _shown(assessment)
    if request.method == "GET":
        return _what_closing_does(assessment)
    running = stored_jobs.latest(assessment.id, "close")
    if assessment.state == "closing" and running is not None and running.state == "running":
        return _progress(running.id)
    with writing():
        assessments.move(assessment.id, ["open"], "closing")
        assessment = access.managed(assessment_id)
        closing = stored_jobs.latest(assessment.id, "close")
        waits = box_key.awaited_at(assessment, closing)
        # Both or neither: an assessment never waits for a job that nobody asked for.
        job_id = "" if waits else stored_jobs.add("close", assessment.id)
        if waits:
            box_key.take_off_the_disk(assessment)
    if waits:
        return _shown(assessment)
    jobs.wake(links.settings().home, job_id)
    return _progress(job_id)


def _progress(job_id: str) -> ResponseReturnValue:
    return redirect(url_for("progress.show", job_id=job_id), code=303)


def _what_closing_does(assessment: Assessment) -> ResponseReturnValue:
    if assessment.state == "closing":
        return _shown(assessment)
    now = overview.of(assessment, leaders.of_assessment(assessment.id), None)
    return render_template("assessments/close.html", assessment=assessment, tab="", now=now, today=today())


@blueprint.post("/assessments/<assessment_id>/reopen")
def reopen(assessment_id: str) -> ResponseReturnValue:
    """People can answer again, as long as the box has not been opened."""
    assessment = access.managed(assessment_id)
    with writing():
        as_it_stands = access.managed(assessment_id)
        closing = stored_jobs.latest(assessment.id, "close")
        if overview.no_reopening(as_it_stands, closing) is not None:
            abort(409)
        stored_jobs.call_off(assessment.id, "close")
        assessments.move(assessment.id, ["closing", "closed"], "open")
        kept.forget(assessment.id)
        if box_key.keepers(as_it_stands):
            box_key.take_off_the_disk(assessment)
    return _shown(assessment, done="reopened")


@blueprint.route("/assessments/<assessment_id>/unread", methods=["GET", "POST"])
def unread(assessment_id: str) -> ResponseReturnValue:
    """Closing without the box that nobody can open: what is lost, then losing it."""
    assessment = access.managed(assessment_id)
    if not _is_stuck(assessment):
        return _shown(assessment)
    if request.method == "GET":
        keepers = box_key.keepers(assessment)
        return render_template("assessments/unread.html", assessment=assessment, tab="", keepers=keepers)
    with writing():
        if not _is_stuck(access.managed(assessment_id)):
            abort(409)
        trustees.leave_unread(assessment.id)
        job_id = stored_jobs.add("close", assessment.id)
    jobs.wake(links.settings().home, job_id)
    return _progress(job_id)


def _is_stuck(assessment: Assessment) -> bool:
    return box_key.is_stuck(assessment, stored_jobs.latest(assessment.id, "close"))
