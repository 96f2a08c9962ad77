"""Appointing trustees, by who runs the assessment: names, links, and who has set a passphrase."""

from flask import Blueprint, Flask, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from assess.core.questionnaire import EMPLOYEES
from assess.document.words import later
from assess.store import organisations, trustees, writing
from assess.store.assessments import Assessment
from assess.store.trustees import Trustee
from assess.web import access, box_key, links, openers
from assess.web.frame import NAMES, words_of
from assess.web.invitation_texts import Texts
from assess.web.trustee_forms import TrusteeForm, trustee_form

blueprint = Blueprint("appointing", __name__)

REQUEST = later(
    "Dear {name},\n\n"
    "The employees of {organisation} will tell how things are for our customers. Their answers lie sealed "
    "in a box until after {day}. Will you keep its key?\n\n"
    "You choose a passphrase that only you know. Until you open the box with it nobody can read the answers, "
    "also not whoever runs the server; and you see no answers yourself.\n\n"
    "Your personal link, for you alone:\n{link}\n\n"
    "Please set the passphrase soon: we open once you have."
)


def init_app(app: Flask) -> None:
    """Opens these pages, and lets others say who can open the box."""
    openers.init_app(app)
    app.register_blueprint(blueprint)


@blueprint.get("/assessments/<assessment_id>/trustees")
def show(assessment_id: str) -> ResponseReturnValue:
    """Who can open the box, and how somebody comes to be the one who can."""
    assessment = _of_employees(assessment_id)
    return _page(assessment, trustee_form((), ()))


@blueprint.post("/assessments/<assessment_id>/trustees")
def appoint(assessment_id: str) -> ResponseReturnValue:
    """One more trustee."""
    assessment = _changeable(assessment_id)
    found = trustees.of_assessment(assessment.id)
    form = trustee_form([each.name for each in found], organisations.lead_names(assessment.organisation_id))
    if not form.validate_on_submit():
        return _page(assessment, form)
    with writing():
        _changeable(assessment_id)
        there = {each.name.casefold() for each in trustees.of_assessment(assessment.id)}
        # The same form may come twice at the same moment.
        if form.name.data.casefold() not in there:
            if len(there) >= trustees.MOST:
                abort(409)
            trustees.add(assessment.id, form.name.data)
    return _shown(assessment)


@blueprint.post("/assessments/<assessment_id>/trustees/<trustee_id>/remove")
def remove(assessment_id: str, trustee_id: str) -> ResponseReturnValue:
    """Takes a trustee out again; of an open assessment only one who has not set a passphrase."""
    with writing():
        assessment = _changeable(assessment_id)
        trustee = _of(assessment, trustee_id)
        if assessment.state == "open" and trustee.ready:
            abort(409)
        trustees.remove(trustee.id)
        sealed = box_key.hand_over(assessment)
    if sealed:
        box_key.take_off_the_disk(assessment)
    return _shown(assessment)


def _of_employees(assessment_id: str) -> Assessment:
    found = access.managed(assessment_id)
    if EMPLOYEES not in found.audiences:
        abort(404)
    return found


def _changeable(assessment_id: str) -> Assessment:
    found = _of_employees(assessment_id)
    if not box_key.may_change(found):
        abort(409)
    return found


def _of(assessment: Assessment, trustee_id: str) -> Trustee:
    found = trustees.find(trustee_id)
    if found is None or found.assessment_id != assessment.id:
        abort(404)
    return found


def _page(assessment: Assessment, form: TrusteeForm) -> ResponseReturnValue:
    found = trustees.of_assessment(assessment.id)
    may_change = box_key.may_change(assessment)
    return render_template(
        "trustees/appoint.html",
        assessment=assessment,
        tab="overview",
        trustees=[(each, links.trustee(each.id)) for each in found],
        keepers=box_key.keepers(assessment),
        may_change=may_change,
        may_add=may_change and len(found) < trustees.MOST,
        form=form,
        texts=lambda trustee, link: _texts(assessment, trustee, link),
    )


def _texts(assessment: Assessment, trustee: Trustee, link: str) -> list[Texts]:
    """What to send along with the link, in each language of the assessment."""
    found = []
    for code in assessment.languages:
        words = words_of(code)
        values = {"name": trustee.name, "organisation": assessment.organisation, "link": link}
        told = words.say(REQUEST, day=words.day(assessment.closes_on), **values)
        found.append(Texts(code, NAMES.get(code, code), told, Markup()))
    return found


def _shown(assessment: Assessment) -> ResponseReturnValue:
    return redirect(url_for("appointing.show", assessment_id=assessment.id), code=303)
