"""Where a plan is changed: as it stands, what somebody wants of it, and what comes of that."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from assess.core import deciding
from assess.core.decided import DecidedAction, DecidedPlan
from assess.document.naming import Naming
from assess.document.words import later
from assess.store import plans, writing
from assess.store.assessments import Assessment
from assess.store.plans import Did, Revision
from assess.web import access
from assess.web.frame import say, words
from assess.web.plan_changes import Telling
from assess.web.plan_forms import PlanForm, PlanForms, refused
from assess.web.plan_page import PlanPage, Sent, moment, naming

Changes = Callable[[DecidedPlan], DecidedPlan]


@dataclass(frozen=True)
class Desk:
    """A plan in front of somebody who may change it."""

    assessment: Assessment
    revision: Revision

    @property
    def plan(self) -> DecidedPlan:
        """The plan as it stands."""
        return self.revision.plan

    @cached_property
    def naming(self) -> Naming:
        """What things are called for who sits here."""
        return naming(self.assessment)

    @property
    def forms(self) -> PlanForms:
        """The forms, which take what was sent."""
        return PlanForms(self.plan, self.revision.number, self.naming)

    def action(self, id: str) -> DecidedAction:
        """An action of the plan, also a dropped one; 404 where there is none."""
        return self.plan.action(id) or abort(404)

    def shown(self, revision: int, action: str = "") -> ResponseReturnValue:
        """To the page, which tells what was done and keeps an action unfolded."""
        place = f"action-{action}" if action else None
        address = url_for(
            "plans.show",
            assessment_id=self.assessment.id,
            done=revision or None,
            open=action or None,
            _anchor=place,
        )
        return redirect(address, code=303)

    def again(self, kind: str, action: str, form: PlanForm) -> ResponseReturnValue:
        """The page with a form as it was sent, and what is wrong with it."""
        page = PlanPage(self.assessment, self.revision, sent=Sent(kind, action, form))
        return render_template("plans/show.html", **page.values(), done=None), 422


def desk_of(assessment_id: str) -> Desk:
    """The plan of an assessment this user leads; 404 as long as there is none."""
    assessment = access.readable(assessment_id)
    found = plans.current(assessment.id) if assessment.state == "closed" else None
    return Desk(assessment, found or abort(404))


def me() -> str:
    """Whose name stands at a change."""
    return str(current_user.name)


def change(desk: Desk, form: PlanForm, did: dict[str, Any], changes: Changes) -> ResponseReturnValue:
    """Does one thing to the plan, unless somebody else did something in between."""
    kind, action = did["done"], did.get("action", "")
    did = {name: str(value) for name, value in did.items() if value is not None}
    if _twice(desk, form, did):
        return desk.shown(desk.revision.number, action)
    if not form.validate():
        return desk.again(kind, action, form)
    try:
        changed = changes(desk.plan)
    except deciding.NotDecided as why:
        if not _at_a_field(form, why):
            abort(409)
        return desk.again(kind, action, form)
    if changed == desk.plan:
        return desk.shown(0, action)
    if form.revision != desk.revision.number:
        return in_between(desk, form.revision, did)
    try:
        with writing():
            revision = plans.save(desk.assessment.id, form.revision, changed, did, me())
    except plans.SavedInBetween:
        return in_between(desk_of(desk.assessment.id), form.revision, did)
    added = next((a.id for a in changed.actions if desk.plan.action(a.id) is None), "")
    return desk.shown(revision, action or added)


def _twice(desk: Desk, form: PlanForm, did: Did) -> bool:
    """Whether this is the second click on the button whose first is done."""
    last = desk.revision.change
    return (last.revision, last.did, last.by) == (form.revision + 1, did, me())


def _at_a_field(form: PlanForm, why: deciding.NotDecided) -> bool:
    """Says at the field what the plan does not take; false where no field can mend it."""
    if isinstance(why, deciding.DayOutOfReach):
        field = next(name for name in ("ready_on", "start", "on") if name in form)
        refused(form[field], _between(why.first, why.last))
    elif isinstance(why, deciding.TitleMissing):
        refused(form["title"], say(later("Give it a name.")))
    elif isinstance(why, deciding.TooMany):
        most = words().whole(deciding.MOST_OWN)
        refused(form["title"], say(later("A plan takes {most} actions of your own at most."), most=most))
    elif isinstance(why, deciding.TooLong) and why.part in form:
        refused(form[why.part], say(later("This is too long; {most} characters is the most."), most=why.most))
    else:
        return False
    return True


def _between(first: Date, last: Date) -> str:
    day = words().day
    return say(later("Choose a day from {first} to {last}."), first=day(first), last=day(last))


def in_between(desk: Desk, expected: int, did: Did) -> ResponseReturnValue:
    """What somebody else did in between, beside what was sent: nothing is lost, nothing is overwritten."""
    telling = Telling(desk.naming, desk.plan)
    since = [
        (telling.told(change.did), change.by, moment(change))
        for change in plans.history(desk.assessment.id)
        if change.revision > expected
    ]
    sent = [(name, value) for name, value in request.form.items() if name not in ("expected", "csrf_token")]
    html = render_template(
        "plans/conflict.html",
        assessment=desk.assessment,
        tab="plan",
        since=since,
        wanted=telling.told(did),
        sent=sent,
        revision=desk.revision.number,
        action=request.path,
    )
    return html, 409
