"""An employee answers with a code that nobody can tie to a person.

Neither address, device nor time is looked at here; no cookie is set; nothing is logged.
"""

from dataclasses import replace
from urllib.parse import parse_qsl

from flask import Blueprint, Flask, Response, abort, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from assess.ballots import casting, codes, receipts
from assess.ballots.boxes import BoxFailed
from assess.ballots.paper import NotOnPaper
from assess.ballots.sealing import seal
from assess.core.questionnaire import EMPLOYEES
from assess.store import StoreFailed, remembered
from assess.store.assessments import Assessment
from assess.web import access, ballot_comments, ballot_pages, errors, links, receipt_list
from assess.web.ballot_pages import Filled, Page
from assess.web.forgery import csrf, same_origin

LARGEST_BALLOT = 64_000
"""Bytes of a form that is sent; ten times what the largest set of questions needs."""
OTHER_FIELDS = 10
"""Fields that may come beside the answers."""

BY_SCRIPT = "X-Sends-By-Itself"
"""The header by which `sending.js` says that it, not the browser, goes to the next page."""

STATUS = {"unknown": 409, "nothing": 422, "long": 422, "telling": 422, "busy": 503}

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
    try:
        given = ballot_pages.given(page.paper, _fields(len(page.paper.names)))
    except NotOnPaper:
        abort(400)
    receipt = receipts.new()
    problem = _problem(page, given) or _put(page, given, receipt)
    if problem:
        return _again(page, given, problem)
    return _thanked(assessment_id, receipt)


@blueprint.get("/e/<assessment_id>/thanks")
def thanks(assessment_id: str) -> ResponseReturnValue:
    """The same last page for everybody, whatever they answered, and if they did."""
    return ballot_pages.sent(ballot_pages.thanks(_begun(assessment_id)))


@blueprint.get("/e/<assessment_id>/receipts")
def receipt_page(assessment_id: str) -> ResponseReturnValue:
    """Once closed: of each ballot that was counted its receipt, for everybody to see."""
    return ballot_pages.sent_as(receipt_list.page(_begun(assessment_id)))


def preview(assessment: Assessment) -> str:
    """The page as an employee sees it: there is nothing on it that could be sent or stored."""
    return ballot_pages.preview(assessment)


def _asked(assessment_id: str) -> Assessment:
    """An assessment that employees may answer now; 410 once it is closed."""
    found = remembered.find(assessment_id)
    if found is not None and EMPLOYEES not in found.audiences:
        abort(404)
    return access.still_answerable(found)


def _begun(assessment_id: str) -> Assessment:
    """An assessment that employees can answer, or could."""
    found = remembered.find(assessment_id)
    if found is None or found.state == "draft" or EMPLOYEES not in found.audiences:
        abort(404)
    return found


def _fields(most: int) -> dict[str, str]:
    """What was sent, by name; 413 for more than a ballot can be."""
    request.max_content_length = LARGEST_BALLOT
    sent = request.get_data().decode("utf-8", "replace")
    try:
        return dict(parse_qsl(sent, max_num_fields=most + OTHER_FIELDS))
    except ValueError:
        abort(413)


def _problem(page: Page, given: Filled) -> str:
    """What is wrong with what was filled in, the code apart; or nothing."""
    asked, row = page.paper, given.row
    if not any(name in row for name in (*asked.names, *(question.id for question in asked.open))):
        return "nothing"
    return ballot_comments.problem(asked, row, page.assessment.organisation, given.seen)


def _put(page: Page, given: Filled, receipt: bytes) -> str:
    """Seals a ballot and puts it into the box; gives what stood in the way, or nothing."""
    key, id = page.assessment.box_key, page.assessment.id
    code = codes.hash_of(given.link, given.typed, id)
    if code is None or key is None:
        return "unknown"
    sealed = seal(key, id, page.paper.plain(given.row, receipt))
    try:
        outcome = casting.put(links.settings().home, id, code, sealed, lambda: _open(id))
    except (BoxFailed, StoreFailed):
        return "busy"
    if outcome == "closed":
        abort(410)
    return "" if outcome == "stored" else outcome


def _open(assessment_id: str) -> bool:
    found = remembered.find(assessment_id)
    return found is not None and found.state == "open"


def _again(page: Page, given: Filled, problem: str) -> Response:
    """The page with all that was filled in. A code that was refused is not filled in again."""
    link = "" if problem == "unknown" else given.link
    # Whoever sends the same text again has read what may give somebody away.
    seen = ballot_comments.fingerprint(page.paper, given.row) if problem == "telling" else given.seen
    kept = replace(given, link=link, seen=seen, problem=problem)
    return make_response(ballot_pages.filled(page, kept), STATUS[problem])


def _thanked(assessment_id: str, receipt: bytes) -> ResponseReturnValue:
    """Leads to the last page, with the receipt in the fragment: no server ever sees it again."""
    chosen = request.args.get("lang")
    # Without a fragment of its own the address would keep the one of the form, which holds the code.
    address = (
        url_for("employees.thanks", assessment_id=assessment_id, lang=chosen) + "#" + receipts.said(receipt)
    )
    if BY_SCRIPT in request.headers:
        # A script that followed a redirect would not be told the fragment.
        return "", 201, {"Location": address}
    return redirect(address, code=303)
