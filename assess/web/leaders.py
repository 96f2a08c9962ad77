"""A leader answers: theme by theme, guesses, a last look, submitting."""

from flask import Blueprint, Flask, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import Conflict

from assess.document.words import later
from assess.forms import answers
from assess.store import StoreFailed, leader_answers, leaders, writing
from assess.store.assessments import Assessment
from assess.store.leader_answers import ChangedElsewhere
from assess.web import errors, leader_pages
from assess.web.access import LeaderDropped
from assess.web.forgery import exempt, same_origin
from assess.web.frame import say
from assess.web.leader_desk import Desk, desk_of
from assess.web.leader_parts import REVIEW, Part, form_for, part_of, parts_of
from assess.web.leader_preview import preview_page
from assess.web.leader_questions import problems

blueprint = Blueprint("leaders", __name__)

VERSION, TO = "page:version", "page:to"
"""What a page sends beside answers; no item can have such a name."""
BACK = "-1"
BY_ITSELF = "X-Saves-By-Itself"
"""Says that a script saves while the leader goes on."""

DROPPED: errors.Trouble = (
    later("You take part in this assessment no longer"),
    later("What you answered is kept, and is not counted."),
    later("Is that a mistake? Ask whoever invited you."),
)
SENT_IN: errors.Trouble = (
    later("Your answers are sent in, and can no longer be changed"),
    later("What you sent in is safe. What you sent just now is not stored."),
    later("Is something not right? Ask whoever invited you."),
)


class SentInAlready(Conflict):
    """The answers are locked."""


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


@blueprint.get("/l/<token>")
def start(token: str) -> ResponseReturnValue:
    """Who asks, what is asked, and what happens with the answers."""
    return leader_pages.start_page(desk_of(token))


@blueprint.get("/l/<token>/<name>")
def part(token: str, name: str) -> ResponseReturnValue:
    """One part to fill in, as far as it is answered."""
    desk = desk_of(token)
    found = part_of(desk.parts, name)
    form = form_for(found, desk.assessment)(MultiDict(desk.answers(found)))
    return leader_pages.part_page(desk, found, form)


@blueprint.post("/l/<token>/<name>")
@exempt
def save(token: str, name: str) -> ResponseReturnValue:
    """Keeps a part, then shows where the leader wants to go."""
    same_origin()
    desk = _unlocked(token)
    found = part_of(desk.parts, name)
    form = form_for(found, desk.assessment)(request.form)
    if problems(form):
        return leader_pages.part_page(desk, found, form, _version()), 422
    sent = answers(form)
    try:
        with writing():
            leader_answers.save(_unlocked(token).leader.id, name, _version(), sent)
    except ChangedElsewhere as changed:
        return leader_pages.conflict_page(desk, found, form, sent, changed.stored), 409
    except StoreFailed:
        return leader_pages.part_page(desk, found, form, _version(), busy=True), 503
    return _saved(token, found)


@blueprint.get("/l/<token>/review")
def review(token: str) -> ResponseReturnValue:
    """Everything at a glance."""
    return leader_pages.review_page(desk_of(token))


@blueprint.post("/l/<token>/review")
@exempt
def submit(token: str) -> ResponseReturnValue:
    """Locks what is answered."""
    same_origin()
    request.get_data()  # of which nothing is needed, but which may be too large or cut off
    with writing():
        desk = _unlocked(token)
        if not desk.answered:
            problem = str(say("Nothing is answered yet, so there is nothing to send in."))
            return leader_pages.review_page(desk, problem), 422
        leaders.submit(desk.leader.id)
    return redirect(desk.start(), code=303)


def preview(assessment: Assessment) -> str:
    """The themes as a leader sees them, one at a time; nothing on the page can be stored."""
    parts = parts_of(assessment)
    wanted = request.args.get("theme") or (parts[0].name if parts else "")
    return preview_page(assessment, parts, part_of(parts, wanted))


@blueprint.errorhandler(LeaderDropped)
def _dropped(_: LeaderDropped) -> ResponseReturnValue:
    return errors.told(410, DROPPED)


@blueprint.errorhandler(SentInAlready)
def _sent_in(_: SentInAlready) -> ResponseReturnValue:
    return errors.told(409, SENT_IN)


def _unlocked(token: str) -> Desk:
    desk = desk_of(token)
    if desk.locked:
        raise SentInAlready
    return desk


def _version() -> int:
    """In which version the page was read; one that is no number is none of ours."""
    try:
        return int(request.form.get(VERSION, ""))
    except ValueError:
        return -1


def _saved(token: str, part: Part) -> ResponseReturnValue:
    desk = desk_of(token)
    if request.headers.get(BY_ITSELF):
        answered = part.answered(desk.answers(part))
        return jsonify(
            version=desk.section(part).version,
            answered=answered,
            here=say("{n} of {all}", n=answered, all=len(part.asked)),
            told=leader_pages.told(desk),
        )
    return redirect(desk.address(_next(desk, part, request.form.get(TO, ""))), code=303)


def _next(desk: Desk, part: Part, to: str) -> str:
    """The name of the page to go to; what is unknown means going on."""
    if to in desk.versions or to == REVIEW:
        return to
    beside = desk.beside(part, -1 if to == BACK else 1)
    return beside.name if beside else REVIEW
