"""The plan: deciding who does what by when, finalising it, and the summary for employees."""

import json

from flask import Blueprint, Flask, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.core import deciding
from assess.document import decided_words
from assess.store import jobs as stored_jobs
from assess.store import plans, writing
from assess.store.plans import Did
from assess.web import access, links, plan_actions
from assess.web.frame import words
from assess.web.plan_desk import Desk, change, desk_of, in_between, me
from assess.web.plan_forms import FinaliseForm, PlanForm
from assess.web.plan_page import PlanPage, decided_plan
from assess.web.plan_summary import summary_of

blueprint = Blueprint("plans", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)
    app.register_blueprint(plan_actions.blueprint)


@blueprint.get("/assessments/<assessment_id>/plan")
def show(assessment_id: str) -> ResponseReturnValue:
    """The plan as it stands."""
    assessment = access.readable(assessment_id)
    revision = plans.current(assessment.id) if assessment.state == "closed" else None
    if revision is None:
        job = stored_jobs.latest(assessment.id, "close", "report")
        return render_template("plans/none.html", assessment=assessment, tab="plan", job=job)
    page = PlanPage(assessment, revision, request.args.get("open", ""))
    done = (
        page.telling.told(revision.change.did) if request.args.get("done") == str(revision.number) else None
    )
    return render_template("plans/show.html", **page.values(), done=done)


@blueprint.post("/assessments/<assessment_id>/plan/undo")
def undo(assessment_id: str) -> ResponseReturnValue:
    """The plan as it was before the last change."""
    desk, form = _sent(assessment_id)
    if desk.revision.number == form.revision + 1 and desk.revision.change.did["done"] == plans.UNDONE:
        return desk.shown(desk.revision.number)
    try:
        with writing():
            revision = plans.undo(desk.assessment.id, form.revision, me())
    except plans.SavedInBetween:
        return in_between(desk, form.revision, _undone(desk, form.revision))
    except (deciding.PlanIsFinal, plans.NothingToUndo):
        abort(409)
    return desk.shown(revision)


def _undone(desk: Desk, number: int) -> Did:
    """What it would have been to undo a revision, for who did not know of a later one."""
    found = next((c.did for c in plans.history(desk.assessment.id) if c.revision == number), None)
    return {"done": plans.UNDONE, "of": json.dumps(dict(found or {"done": plans.PROPOSED}))}


@blueprint.get("/assessments/<assessment_id>/plan/finalise")
def look_over(assessment_id: str) -> ResponseReturnValue:
    """What finalising does, before it is done."""
    desk = desk_of(assessment_id)
    if desk.plan.final is not None:
        return desk.shown(0)
    return _finalise_page(desk, desk.forms.finalise(formdata=None))


@blueprint.post("/assessments/<assessment_id>/plan/finalise")
def finalise(assessment_id: str) -> ResponseReturnValue:
    """The plan is decided: it is locked, and the PDF says who decided what."""
    desk = desk_of(assessment_id)
    form = desk.forms.finalise()
    if desk.plan.final is not None:
        return desk.shown(desk.revision.number)
    did = {"done": plans.FINALISED, "version": desk.plan.version}
    answer = change(desk, form, did, lambda plan: deciding.finalise(plan, me(), form.on.data))
    if form.errors:
        return _finalise_page(desk, form), 422
    found = plans.current(desk.assessment.id)
    if found is not None and found.plan.final is not None:
        jobs.ask(links.settings().home, "pdf", desk.assessment.id)
    return answer


def _finalise_page(desk: Desk, form: FinaliseForm) -> str:
    lacking = [decided_words.title(desk.naming, action) for action in desk.plan.without_owner]
    return render_template(
        "plans/finalise.html",
        assessment=desk.assessment,
        tab="plan",
        plan=desk.plan,
        revision=desk.revision.number,
        form=form,
        who=me(),
        lacking=lacking,
        starting=decided_words.starting(words(), desk.plan),
    )


@blueprint.post("/assessments/<assessment_id>/plan/reopen")
def reopen(assessment_id: str) -> ResponseReturnValue:
    """The next version, open for changes."""
    desk, form = _sent(assessment_id)
    if desk.plan.final is None:
        return desk.shown(desk.revision.number)
    did = {"done": "reopen", "version": desk.plan.version + 1}
    return change(desk, form, did, deciding.reopen)


@blueprint.post("/assessments/<assessment_id>/plan/pdf")
def make_pdf(assessment_id: str) -> ResponseReturnValue:
    """A PDF with the plan as it stands now."""
    desk, _ = _sent(assessment_id)
    jobs.ask(links.settings().home, "pdf", desk.assessment.id)
    address = url_for("plans.show", assessment_id=desk.assessment.id, _anchor="pdf")
    return redirect(address, code=303)


@blueprint.get("/assessments/<assessment_id>/summary")
def summary(assessment_id: str) -> ResponseReturnValue:
    """One page for employees: what was said, what will be done, by whom and by when."""
    assessment = access.readable(assessment_id)
    plan = decided_plan(assessment) if assessment.state == "closed" else None
    if plan is None:
        return render_template("plans/not_decided.html", assessment=assessment, tab="plan")
    return render_template(
        "plans/summary.html", assessment=assessment, tab="plan", summary=summary_of(assessment, plan)
    )


def _sent(assessment_id: str) -> tuple[Desk, PlanForm]:
    """The plan and a form of one button."""
    desk = desk_of(assessment_id)
    return desk, PlanForm("bare", desk.revision.number)
