"""Codes for employees: made here, shown once, kept nowhere but as hashes."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, Flask, abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from wtforms.validators import NumberRange

from assess.ballots import box, codes
from assess.core.questionnaire import EMPLOYEES
from assess.document.words import later
from assess.store import assessments, opened, writing
from assess.store.assessments import Assessment
from assess.web import access, links
from assess.web.frame import say
from assess.web.page_forms import Filled, PageForm, WholeField

MOST_AT_ONCE = 500
FIRST_PROPOSAL = 25

blueprint = Blueprint("codes", __name__)


def init_app(app: Flask) -> None:
    """Opens these pages."""
    app.register_blueprint(blueprint)


class CountForm(PageForm):
    """How many codes to make."""

    count = WholeField(later("How many codes"), [Filled(later("Write a whole number."))])

    def validate_count(self, field: WholeField) -> None:
        """As many as one page can show."""
        problem = say(later("Write a number from 1 to {most}."), most=MOST_AT_ONCE)
        NumberRange(1, MOST_AT_ONCE, problem)(self, field)


@dataclass(frozen=True, slots=True)
class Card:
    """A code as it is handed out."""

    typed: str
    link: str
    drawing: Markup
    """The link as a QR code."""


@blueprint.get("/assessments/<assessment_id>/codes")
def show(assessment_id: str) -> ResponseReturnValue:
    """How many codes there are, how to hand them out, and a form to make more."""
    assessment = _of_employees(assessment_id)
    left = max(0, (assessment.head_count or 0) - assessment.codes_made)
    form = CountForm(count=min(left or FIRST_PROPOSAL, MOST_AT_ONCE))
    return _shown(assessment, form)


@blueprint.post("/assessments/<assessment_id>/codes")
def make(assessment_id: str) -> ResponseReturnValue:
    """Makes codes and shows them, this once."""
    assessment = _open(assessment_id)
    form = CountForm()
    if not form.validate_on_submit():
        return _shown(assessment, form)
    cards = _made(assessment, form.count.data)
    return render_template(
        "codes/made.html",
        assessment=assessment,
        tab="invitations",
        cards=cards,
        page=links.absolute("employees.start", assessment_id=assessment.id),
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


def _shown(assessment: Assessment, form: CountForm) -> ResponseReturnValue:
    return render_template(
        "codes/show.html",
        assessment=assessment,
        tab="invitations",
        form=form,
        damaged=opened.damaged(assessment.id),
        most=MOST_AT_ONCE,
    )


def _made(assessment: Assessment, count: int) -> list[Card]:
    """New codes that work from now on."""
    made = codes.make(assessment.id, count)
    with writing():
        _open(assessment.id)
        assessments.count_codes(assessment.id, len(made))
    # Last, so that no code works that is not counted.
    box.add_codes(links.settings().home, assessment.id, [code.hash for code in made])
    return [_card(assessment, code) for code in made]


def _card(assessment: Assessment, code: codes.Code) -> Card:
    link = f"{links.absolute('employees.start', assessment_id=assessment.id)}#{code.in_link}"
    # One mask always serves: trying all eight takes most of the time.
    import segno

    drawing = segno.make(link, error="l", boost_error=False, micro=False, mask=3).svg_inline(
        svgclass=None, lineclass=None, omitsize=True, dark="#000", light="#fff"
    )
    return Card(code.typed, link, Markup(drawing))


def _sheet(cards: Sequence[Card]) -> str:
    """The codes as a spreadsheet, to print or to send each by itself."""
    return "".join(
        f"{typed},{link}\r\n" for typed, link in [("code", "link"), *((c.typed, c.link) for c in cards)]
    )
