"""Codes for employees: cards to draw by lot, or a list. Made here, shown once, kept only as hashes."""

from math import ceil
from urllib.parse import quote

from flask import Blueprint, Flask, abort, make_response, render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Conflict, ServiceUnavailable

from assess.ballots import box, codes
from assess.core.questionnaire import EMPLOYEES
from assess.document.cards import Card, Sheet, SheetBusy, one_sheet
from assess.document.rendering import DocumentFailed
from assess.document.words import later
from assess.store import assessments, opened, writing
from assess.store.assessments import Assessment
from assess.web import access, errors, links
from assess.web.code_forms import MOST_AT_ONCE, CardsForm, CountForm, ListForm, cards_form

FIRST_PROPOSAL, SPARE_PROPOSAL = 25, 10
SPARE = 0.05
"""Cards proposed beyond one for each: some get lost, and an empty bowl tells who was late."""

NO_SHEET: errors.Trouble = (
    later("The sheet could not be made"),
    later("No codes were made, so none is lost."),
    later("Go back and try again in a minute. If it goes wrong once more, ask for fewer cards at a time."),
)
ONLY_CARDS: errors.Trouble = (
    later("This assessment has cards, so it gets no list"),
    later("Its pages say that nobody can know who has which code. With a list they could no longer say so."),
    later("Go back and make more cards. Whoever is far away can have one drawn, and sent in an envelope."),
)

blueprint = Blueprint("codes", __name__)


class NoSheet(ServiceUnavailable):
    """Nothing was printed, and no code made."""


class OnlyCards(Conflict):
    """Somebody was promised that no list exists."""


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)
    app.register_error_handler(NoSheet, lambda _: errors.told(503, NO_SHEET))
    app.register_error_handler(OnlyCards, lambda _: errors.told(409, ONLY_CARDS))


@blueprint.get("/assessments/<assessment_id>/codes")
def show(assessment_id: str) -> ResponseReturnValue:
    """How many codes there are, how to hand them out, and a form to make cards."""
    assessment = _of_employees(assessment_id)
    return _shown(assessment, cards_form(assessment, count=_proposal(assessment)))


@blueprint.post("/assessments/<assessment_id>/codes")
def make_cards(assessment_id: str) -> ResponseReturnValue:
    """A sheet of cards: it is in this answer and nowhere else."""
    assessment = _open(assessment_id)
    form = cards_form(assessment)
    if not form.validate_on_submit():
        return _shown(assessment, form)
    response = make_response(_printed(assessment, form))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = "attachment; filename=cards.pdf"
    return response


@blueprint.get("/assessments/<assessment_id>/codes/list")
def show_list(assessment_id: str) -> ResponseReturnValue:
    """What a list costs, and a form to make one."""
    assessment = _may_have_list(_open(assessment_id))
    return _list_shown(assessment, ListForm(count=_proposal(assessment)))


@blueprint.post("/assessments/<assessment_id>/codes/list")
def make_list(assessment_id: str) -> ResponseReturnValue:
    """Makes codes and shows them as a list, this once."""
    assessment = _may_have_list(_open(assessment_id))
    form = ListForm()
    if not form.validate_on_submit():
        return _list_shown(assessment, form)
    made = codes.make(assessment.id, form.count.data)
    cards = _cards(assessment, made)
    _count(assessment, made, listed=True)
    return render_template(
        "codes/made.html",
        assessment=assessment,
        tab="invitations",
        cards=cards,
        sheet="data:text/csv;charset=utf-8," + quote(_sheet(cards)),
    )


def _of_employees(assessment_id: str) -> Assessment:
    found = access.managed(assessment_id)
    if EMPLOYEES not in found.audiences:
        abort(404)
    return found


def _open(assessment_id: str) -> Assessment:
    found = _of_employees(assessment_id)
    if found.state != "open":
        abort(409)
    return found


def _may_have_list(assessment: Assessment) -> Assessment:
    """Not once there are cards: somebody may have answered with one, and nobody is told whether."""
    if assessment.only_cards:
        raise OnlyCards
    return assessment


def _proposal(assessment: Assessment) -> int:
    """One code for each employee and some to spare, as far as there are none yet."""
    if assessment.head_count is None:
        return FIRST_PROPOSAL
    left = ceil(assessment.head_count * (1 + SPARE)) + 1 - assessment.codes_made
    return min(left if left > 0 else SPARE_PROPOSAL, MOST_AT_ONCE)


def _shown(assessment: Assessment, form: CardsForm) -> ResponseReturnValue:
    return render_template(
        "codes/show.html",
        assessment=assessment,
        tab="invitations",
        form=form,
        damaged=opened.damaged(assessment.id),
        most=MOST_AT_ONCE,
    )


def _list_shown(assessment: Assessment, form: CountForm) -> ResponseReturnValue:
    return render_template(
        "codes/list.html", assessment=assessment, tab="invitations", form=form, most=MOST_AT_ONCE
    )


def _printed(assessment: Assessment, form: CardsForm) -> bytes:
    """The sheet. Its codes work from now on, or, when anything goes wrong, never."""
    try:
        with one_sheet() as printed:
            made = codes.make(assessment.id, form.count.data)
            pdf = printed(_what_cards_say(assessment, form), _cards(assessment, made))
    except (SheetBusy, DocumentFailed):
        raise NoSheet from None
    _count(assessment, made)
    return pdf


def _what_cards_say(assessment: Assessment, form: CardsForm) -> Sheet:
    return Sheet(
        assessment.organisation,
        _page(assessment),
        assessment.opens_on,
        assessment.closes_on,
        [code for code in assessment.languages if code in form.languages.data],
    )


def _cards(assessment: Assessment, made: list[codes.Code]) -> list[Card]:
    page = _page(assessment)
    return [Card(code.typed, f"{page}#{code.in_link}") for code in made]


def _page(assessment: Assessment) -> str:
    return links.absolute("employees.start", assessment_id=assessment.id)


def _count(assessment: Assessment, made: list[codes.Code], *, listed: bool = False) -> None:
    """From now on these codes work."""
    with writing():
        as_it_stands = _open(assessment.id)
        if listed:
            _may_have_list(as_it_stands)
        assessments.count_codes(assessment.id, len(made), listed=listed)
    # Last, so that no code works that is not counted.
    box.add_codes(links.settings().home, assessment.id, [code.hash for code in made])


def _sheet(cards: list[Card]) -> str:
    """The codes as a spreadsheet, to send each by itself."""
    return "".join(
        f"{typed},{link}\r\n" for typed, link in [("code", "link"), *((c.typed, c.link) for c in cards)]
    )
