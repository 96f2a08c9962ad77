"""An employee answers with a code that nobody can tie to a person.

Neither address, device nor time is looked at here; no cookie is set; nothing is logged.
"""

from urllib.parse import parse_qsl

from flask import Blueprint, Flask, Response, abort, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from assess.ballots import casting, codes, receipts
from assess.ballots.boxes import BoxFailed
from assess.ballots.paper import NotOnPaper
from assess.ballots.sealing import seal
from assess.core.gathering import Row
from assess.core.questionnaire import EMPLOYEES
from assess.store import StoreFailed, remembered
from assess.store.assessments import Assessment
from assess.web import access, ballot_pages, errors, links
from assess.web.ballot_pages import Filled, Page
from assess.web.forgery import csrf, same_origin

LARGEST_BALLOT = 64_000
"""Bytes of a form that is sent; ten times what the largest set of questions needs."""
OTHER_FIELDS = 10
"""Fields that may come beside the answers."""

STATUS = {"unknown": 409, "nothing": 422, "busy": 503}

blueprint = Blueprint("employees", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)
    app.register_error_handler(BoxFailed, lambda _: errors.page(503))


@blueprint.get("/e/<assessment_id>")
def start(assessment_id: str) -> ResponseReturnValue:
    """The promise, and after it the statements."""
    return ballot_pages.sent(ballot_pages.start(_asked(assessment_id)))


@blueprint.post("/e/<assessment_id>")
@csrf.exempt  # type: ignore[untyped-decorator]
def send(assessment_id: str) -> ResponseReturnValue:
    """Puts a sealed ballot into the box."""
    same_origin()
    page = ballot_pages.start(_asked(assessment_id))
    fields = _fields(len(page.paper.names))
    try:
        row = page.paper.row(fields)
    except NotOnPaper:
        abort(400)
    link, typed = ballot_pages.fields_of(fields)
    problem = _put(page.assessment, page, row, link, typed)
    if problem:
        return _again(page, row, link, typed, problem)
    return redirect(_thanks(assessment_id), code=303)


@blueprint.get("/e/<assessment_id>/thanks")
def thanks(assessment_id: str) -> ResponseReturnValue:
    """The same last page for everybody, whatever they answered, and if they did."""
    found = remembered.find(assessment_id)
    if found is None or found.state == "draft":
        abort(404)
    return ballot_pages.sent(ballot_pages.thanks(found))


def preview(assessment: Assessment) -> str:
    """The page as an employee sees it: there is nothing on it that could be sent or stored."""
    return ballot_pages.preview(assessment)


def _asked(assessment_id: str) -> Assessment:
    """An assessment that employees may answer now; 410 once it is closed."""
    found = remembered.find(assessment_id)
    if found is not None and EMPLOYEES not in found.audiences:
        abort(404)
    return access.still_answerable(found)


def _fields(most: int) -> dict[str, str]:
    """What was sent, by name; 413 for more than a ballot can be."""
    request.max_content_length = LARGEST_BALLOT
    sent = request.get_data().decode("utf-8", "replace")
    try:
        return dict(parse_qsl(sent, max_num_fields=most + OTHER_FIELDS))
    except ValueError:
        abort(413)


def _put(assessment: Assessment, page: Page, row: Row, link: str, typed: str) -> str:
    """Seals a row and puts it into the box; gives what stood in the way, or nothing."""
    if not any(name in row for name in page.paper.names):
        return "nothing"
    code = codes.hash_of(link, typed, assessment.id)
    if code is None or assessment.box_key is None:
        return "unknown"
    home, id = links.settings().home, assessment.id
    sealed = seal(assessment.box_key, id, page.paper.plain(row, receipts.new()))
    try:
        outcome = casting.put(home, id, code, sealed, lambda: _open(id))
    except (BoxFailed, StoreFailed):
        return "busy"
    if outcome == "closed":
        abort(410)
    return "" if outcome == "stored" else outcome


def _open(assessment_id: str) -> bool:
    found = remembered.find(assessment_id)
    return found is not None and found.state == "open"


def _again(page: Page, row: Row, link: str, typed: str, problem: str) -> Response:
    """The page with all that was filled in. A code that was refused is not filled in again."""
    kept = Filled(row, typed, "" if problem == "unknown" else link, problem)
    return make_response(ballot_pages.filled(page, kept), STATUS[problem])


def _thanks(assessment_id: str) -> str:
    chosen = request.args.get("lang")
    # With a fragment of its own, since else the browser carries on the one of the form.
    return url_for("employees.thanks", assessment_id=assessment_id, lang=chosen) + "#main"
