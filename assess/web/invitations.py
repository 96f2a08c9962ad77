"""Leaders' personal links, employees' codes, the customers' link, and texts to copy."""

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.words import later_n, sentence
from assess.store import leaders, writing
from assess.store.assessments import RUNNING, Assessment
from assess.store.leaders import Leader
from assess.web import access, links
from assess.web.frame import say_n
from assess.web.invitation_forms import LeadersForm, leaders_form
from assess.web.invitation_texts import respondents_links, texts
from assess.web.name_lines import names

blueprint = Blueprint("invitations", __name__)

ADDED = later_n("One leader is added.", "{count} leaders are added.")


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/assessments/<assessment_id>/invitations")
def show(assessment_id: str) -> ResponseReturnValue:
    """Whom to invite, with what link and which words."""
    assessment = access.managed(assessment_id)
    return _page(assessment, leaders_form(()))


def _page(assessment: Assessment, form: LeadersForm) -> ResponseReturnValue:
    invited = leaders.of_assessment(assessment.id)
    shared = respondents_links(assessment)
    return render_template(
        "invitations/show.html",
        assessment=assessment,
        tab="invitations",
        form=form,
        leaders=[(leader, _link(leader)) for leader in invited],
        running=assessment.state in RUNNING,
        dropped=next((each for each in invited if each.id == request.args.get("dropped")), None),
        shared=shared,
        card=links.absolute("customers.card", assessment_id=assessment.id) if CUSTOMERS in shared else "",
        leader_texts=lambda leader, link: texts(assessment, LEADERS, link, leader.name),
        employee_texts=texts(assessment, EMPLOYEES, shared.get(EMPLOYEES, "")),
        customer_texts=texts(assessment, CUSTOMERS, shared.get(CUSTOMERS, "")),
    )


def _link(leader: Leader) -> str:
    return links.absolute("leaders.start", token=links.leader_token(leader.id))


@blueprint.post("/assessments/<assessment_id>/leaders")
def invite(assessment_id: str) -> ResponseReturnValue:
    """More leaders."""
    assessment = _changeable(assessment_id)
    form = leaders_form(_taken(assessment))
    if not form.validate_on_submit():
        return _page(assessment, form)
    with writing():
        _changeable(assessment_id)
        # Read once more: the same form may come twice at the same moment.
        found, _ = names(form.names.data, _taken(assessment))
        for name in found:
            leaders.invite(assessment.id, name)
    flash(str(sentence(say_n(*ADDED, len(found)))))
    return _shown(assessment)


@blueprint.post("/assessments/<assessment_id>/leaders/<leader_id>/drop")
def drop(assessment_id: str, leader_id: str) -> ResponseReturnValue:
    """Takes out a leader who drops out."""
    with writing():
        assessment = _changeable(assessment_id)
        leaders.drop(_of(assessment, leader_id).id)
    return _shown(assessment, dropped=leader_id)


@blueprint.post("/assessments/<assessment_id>/leaders/<leader_id>/take-back")
def take_back(assessment_id: str, leader_id: str) -> ResponseReturnValue:
    """Takes a leader back in."""
    with writing():
        assessment = _changeable(assessment_id)
        leaders.take_back(_of(assessment, leader_id).id)
    return _shown(assessment)


def _changeable(assessment_id: str) -> Assessment:
    assessment = access.managed(assessment_id)
    if LEADERS not in assessment.audiences:
        abort(404)
    if assessment.state not in RUNNING:
        abort(409)
    return assessment


def _taken(assessment: Assessment) -> list[str]:
    return [leader.name for leader in leaders.of_assessment(assessment.id)]


def _of(assessment: Assessment, leader_id: str) -> Leader:
    leader = leaders.find(leader_id)
    if leader is None or leader.assessment_id != assessment.id:
        abort(404)
    return leader


def _shown(assessment: Assessment, dropped: str | None = None) -> ResponseReturnValue:
    address = url_for("invitations.show", assessment_id=assessment.id, dropped=dropped)
    return redirect(address, code=303)
