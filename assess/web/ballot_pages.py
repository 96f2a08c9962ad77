"""An employee's pages: their bytes are made once for each assessment and language, plain and compressed."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from threading import Lock

from flask import Response, render_template, request, url_for

from assess.ballots import boxes
from assess.ballots.paper import LONGEST_COMMENT, Paper, paper
from assess.core.gathering import TEAM, Row, attribute_names
from assess.core.questionnaire import EMPLOYEES
from assess.forms import form_of
from assess.store.assessments import Assessment
from assess.web import ballot_comments
from assess.web.answering import labels, language_for, languages_of, reading
from assess.web.ballot_example import Example, example
from assess.web.frame import NAMES, language, say, words
from assess.web.promise import Facts, facts_of, promise

TYPED, LINK, SEEN = "code:typed", "code:link", "comment:seen"
"""What a form sends beside answers; no item can have such a name."""

STATEMENTS_A_SCREEN = 3
STATEMENTS_A_MINUTE = 8
MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page is made of."""

    assessment: Assessment
    paper: Paper
    example: Example
    facts: Facts


@dataclass(frozen=True, slots=True)
class Page(Told):
    """A page as it is sent, and what a ballot from it may hold."""

    plain: bytes
    zipped: bytes


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody had filled in when it could not be stored."""

    row: Row
    typed: str = ""
    link: str = ""
    seen: str = ""
    """The fingerprint of a text that was shown with what may give somebody away."""
    problem: str = ""


NOTHING = Filled({})

_kept: dict[tuple[str, str, str], Page] = {}
_making = Lock()


def start(assessment: Assessment) -> Page:
    """The page to fill in."""
    return _page("employees/start.html", assessment)


def thanks(assessment: Assessment) -> Page:
    """The last page: the same for everybody."""
    return _page("employees/thanks.html", assessment)


def _page(template: str, assessment: Assessment) -> Page:
    key = (template, assessment.id, language_for(assessment))
    known = _kept.get(key)
    # The very same value comes only while nothing in the database has changed: no trustee, no proof either.
    if known is not None and known.assessment is assessment:
        return known
    facts = facts_of(assessment.id)
    with _making:
        known = _kept.get(key)
        if known is None or (known.assessment, known.facts) != (assessment, facts):
            known = _made(template, assessment, facts)
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = known = replace(known, assessment=assessment)
    return known


def _made(template: str, assessment: Assessment, facts: Facts) -> Page:
    told = _told(assessment, facts)
    plain = _read(template, told).encode()
    return Page(assessment, told.paper, told.example, facts, plain, gzip.compress(plain, 9, mtime=0))


def _told(assessment: Assessment, facts: Facts) -> Told:
    asked = paper(assessment)
    return Told(assessment, asked, example(assessment, asked), facts)


def filled(page: Page, given: Filled) -> str:
    """The page with all that was filled in, and why it could not be stored."""
    return _read("employees/start.html", page, given)


def preview(assessment: Assessment) -> str:
    """The page as an employee sees it, without anything that could be sent."""
    told = _told(assessment, facts_of(assessment.id))
    return _rendered("employees/start.html", told, NOTHING, preview=True)


def sent(page: Page) -> Response:
    """A page whose bytes are there already."""
    return sent_as(page.zipped, page.plain)


def sent_as(zipped: bytes, plain: bytes | None = None) -> Response:
    """A page as the browser takes it, compressed or not."""
    accepted = request.headers.get("Accept-Encoding", "")
    takes = "gzip" in accepted and "gzip;q=0," not in accepted.replace(" ", "") + ","
    response = Response(zipped if takes else plain or gzip.decompress(zipped), mimetype="text/html")
    if takes:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    return response


def _read(template: str, told: Told, given: Filled = NOTHING) -> str:
    with reading(told.assessment):
        return _rendered(template, told, given, preview=False)


def _rendered(template: str, told: Told, given: Filled, *, preview: bool) -> str:
    assessment, asked = told.assessment, told.paper
    in_words = form_of(asked.items, EMPLOYEES, language(), assessment.organisation, labels(EMPLOYEES))
    fields = list(in_words(data=dict(given.row)))
    return render_template(
        template,
        assessment=assessment,
        place=assessment.organisation,
        languages={code: NAMES[code] for code in languages_of(assessment)},
        fields=fields,
        parts=_parts(fields),
        minutes=max(1, round(len(fields) / STATEMENTS_A_MINUTE)),
        teams=asked.teams,
        choices=_choices(asked, given.row),
        comments=ballot_comments.comments(asked, given.row, assessment.organisation, given.problem),
        longest_comment=LONGEST_COMMENT,
        example=told.example,
        promise=promise(assessment, told.facts, asked, boxes.columns(), words()),
        given=given,
        names={"typed": TYPED, "link": LINK, "seen": SEEN},
        action=url_for("employees.start", assessment_id=assessment.id, lang=language()) + "#send",
        preview=preview,
    )


def _parts(fields: list[object]) -> list[list[object]]:
    """The statements of each screen: a few, and about as many on every one."""
    screens = -(-len(fields) // STATEMENTS_A_SCREEN)
    ends = [round(len(fields) * n / screens) for n in range(screens + 1)] if screens else [0]
    return [fields[start:end] for start, end in pairwise(ends)]


def _choices(asked: Paper, row: Row) -> list[tuple[str, str, tuple[str, ...], str]]:
    """What may be told besides answers: the field, its words, what to choose from, and what was chosen."""
    told = {TEAM: str(say("Which team do you work in?"))}
    told |= zip(attribute_names(asked.attributes), (each.name for each in asked.attributes), strict=True)
    return [
        (name, told[name], options, row.get(name, "")) for name, options in asked.choices.items() if options
    ]


def given(asked: Paper, fields: Mapping[str, str]) -> Filled:
    """What was filled in, a code as it came with the link or was typed. Raises NotOnPaper."""
    row = asked.row(ballot_comments.cleaned(asked, fields))
    return Filled(row, fields.get(TYPED, ""), fields.get(LINK, ""), fields.get(SEEN, ""))
