"""What can be done to a plan: names and days, other words, another time, other judgements, own actions."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from assess.core import deciding
from assess.web.plan_desk import change, desk_of
from assess.web.plan_forms import PlanForm, WordsForm

blueprint = Blueprint("plan_actions", __name__, url_prefix="/assessments/<assessment_id>/plan")


@blueprint.post("/actions/<action_id>/assign")
def assign(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """Who does it, and by when."""
    desk = desk_of(assessment_id)
    form = desk.forms.assign(desk.action(action_id))
    owner, ready_on = form.owner.data or "", form.ready_on.data
    did = {"done": "assign", "action": action_id, "owner": owner, "ready_on": ready_on}
    return change(desk, form, did, lambda plan: deciding.assign(plan, action_id, owner, ready_on))


@blueprint.post("/actions/<action_id>/edit")
def edit(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """Other words."""
    desk = desk_of(assessment_id)
    action = desk.action(action_id)
    form = desk.forms.edit(action)
    texts = desk.forms.written(action, form)
    did = {"done": "edit", "action": action_id} | _named(form)
    return change(desk, form, did, lambda plan: deciding.edit(plan, action_id, texts))


@blueprint.post("/actions/<action_id>/move")
def move(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """Another time to start."""
    desk = desk_of(assessment_id)
    form = desk.forms.move(desk.action(action_id))
    did = {"done": "move", "action": action_id, "place": form.place.data}
    return change(desk, form, did, lambda plan: deciding.move(plan, action_id, form.place.data))


@blueprint.post("/actions/<action_id>/rejudge")
def rejudge(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """Another judgement of what it brings and takes."""
    desk = desk_of(assessment_id)
    form = desk.forms.rejudge(desk.action(action_id))
    impact, effort = form.impact.data, form.effort.data
    did = {"done": "rejudge", "action": action_id, "impact": impact, "effort": effort}
    return change(desk, form, did, lambda plan: deciding.rejudge(plan, action_id, impact, effort))


@blueprint.post("/actions/<action_id>/drop")
def drop(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """Without it."""
    desk = desk_of(assessment_id)
    desk.action(action_id)
    did = {"done": "drop", "action": action_id}
    return change(desk, _bare(desk.revision.number), did, lambda plan: deciding.drop(plan, action_id))


@blueprint.post("/actions/<action_id>/restore")
def restore(assessment_id: str, action_id: str) -> ResponseReturnValue:
    """With it again."""
    desk = desk_of(assessment_id)
    desk.action(action_id)
    did = {"done": "restore", "action": action_id}
    return change(desk, _bare(desk.revision.number), did, lambda plan: deciding.restore(plan, action_id))


@blueprint.post("/add")
def add(assessment_id: str) -> ResponseReturnValue:
    """An action of the team's own."""
    desk = desk_of(assessment_id)
    form = desk.forms.add()
    did = {"done": "add", "place": form.place.data} | _named(form)
    return change(desk, form, did, lambda plan: deciding.add(plan, form.place.data, form.texts))


@blueprint.post("/start")
def begin(assessment_id: str) -> ResponseReturnValue:
    """Another first day."""
    desk = desk_of(assessment_id)
    form = desk.forms.begin()
    did = {"done": "begin", "start": form.start.data}
    return change(desk, form, did, lambda plan: deciding.begin(plan, form.start.data))


def _named(form: WordsForm) -> dict[str, str]:
    """The words that were sent, by name."""
    return {str(part): text for part, text in form.texts.items()}


def _bare(revision: int) -> PlanForm:
    """A form of one button."""
    return PlanForm("bare", revision)
