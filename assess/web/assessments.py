"""Setting up an assessment: its parts, how it stands, previews of what people will see."""

from collections.abc import Callable
from datetime import date as Date

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.words import later
from assess.store import assessments, jobs, leaders, writing
from assess.store.assessments import Assessment
from assess.web import access, customers, employees, groups, offered, overview
from assess.web import leaders as leaders_pages
from assess.web.assessment_forms import later_form, setup_form
from assess.web.frame import say
from assess.web.page_forms import today
from assess.web.steps import next_step, way

blueprint = Blueprint("assessments", __name__)

PREVIEWS: dict[str, tuple[Audience, Callable[[Assessment], ResponseReturnValue]]] = {
    LEADERS: (LEADERS, leaders_pages.preview),
    EMPLOYEES: (EMPLOYEES, employees.preview),
    CUSTOMERS: (CUSTOMERS, customers.preview),
    "card": (CUSTOMERS, customers.preview_card),
}
"""What can be looked at before anybody is asked, and who will be asked it."""


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.route("/organisations/<organisation_id>/assessments/new", methods=["GET", "POST"])
def new(organisation_id: str) -> ResponseReturnValue:
    """Another assessment of an organisation."""
    organisation = access.organisation(organisation_id)
    form = setup_form(offered.offered().set)
    if not form.validate_on_submit():
        return render_template("assessments/new.html", organisation=organisation, form=form)
    questions = offered.asked(form.themes.data)
    with writing():
        id = assessments.make(organisation.id, form.setup, questions, form.once.data)
    return redirect(url_for("assessments.show", assessment_id=id), code=303)


@blueprint.get("/assessments/<assessment_id>")
def show(assessment_id: str) -> ResponseReturnValue:
    """An assessment as it stands, and what to do next."""
    assessment = access.managed(assessment_id)
    invited = leaders.of_assessment(assessment.id)
    closing = jobs.latest(assessment.id, "close")
    next = next_step(assessment, invited, closing)
    return render_template(
        "assessments/show.html",
        assessment=assessment,
        tab="overview",
        leaders=invited,
        closing=closing,
        next=next,
        way=way(next),
        now=overview.of(assessment, invited, closing),
        done=request.args.get("done"),
        can_unopen=overview.looks_unanswered(assessment, invited),
        earlier_day=_earlier_day(),
        groups=groups.of(assessment),
    )


def _earlier_day() -> Date | None:
    """The last day as it was before it was changed just now, where going back to it makes sense."""
    try:
        before = Date.fromisoformat(request.args.get("before", ""))
    except ValueError:
        return None
    return before if before >= today() else None


@blueprint.route("/assessments/<assessment_id>/set-up", methods=["GET", "POST"])
def change(assessment_id: str) -> ResponseReturnValue:
    """Another set-up while it is a draft; later only what cannot harm who answered."""
    assessment = access.managed(assessment_id)
    if assessment.state == "draft":
        return _change_draft(assessment)
    if assessment.state != "open":
        abort(409)
    form = later_form(assessment)
    if not form.validate_on_submit():
        return render_template("assessments/change_later.html", assessment=assessment, tab="", form=form)
    with writing():
        changed = assessments.tighten(assessment.id, form.name.data, form.smallest)
    return _changed(assessment) if changed else abort(409)


def _change_draft(assessment: Assessment) -> ResponseReturnValue:
    form = setup_form(offered.offered().set, assessment)
    if not form.validate_on_submit():
        return render_template("assessments/change.html", assessment=assessment, tab="", form=form)
    questions = offered.asked(form.themes.data)
    with writing():
        changed = assessments.change(assessment.id, form.setup, questions)
    return _changed(assessment) if changed else abort(409)


def _changed(assessment: Assessment) -> ResponseReturnValue:
    flash(str(say(later("The set-up is changed."))))
    return redirect(url_for("assessments.show", assessment_id=assessment.id), code=303)


@blueprint.get("/assessments/<assessment_id>/preview/<what>")
def preview(assessment_id: str, what: str) -> ResponseReturnValue:
    """What an audience will see; nothing can be sent from here."""
    assessment = access.managed(assessment_id)
    audience, page = PREVIEWS.get(what) or abort(404)
    if audience not in assessment.audiences:
        abort(404)
    return page(groups.as_opened(assessment))
