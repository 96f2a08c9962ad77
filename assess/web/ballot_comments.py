"""What an employee writes: before it is sealed, what may give somebody away is pointed out."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assess.ballots.paper import Paper
from assess.core.gathering import Row
from assess.core.questionnaire import EMPLOYEES, words
from assess.core.telling import Finding, Kind, telling
from assess.document.words import later
from assess.web.answering import visible
from assess.web.frame import language, say

ADVICE: dict[Kind, str] = {
    "reach": later("“{words}” is an address or number at which somebody can be reached. Leave it out."),
    "address": later("“{words}” looks like an address. Leave it out, or say what kind of place it is."),
    "team": later("“{words}” is the name of a team. Leave it out if it does not matter which team it is."),
    "name": later(
        "“{words}” looks like a name. Say what somebody does, not who it is: a colleague, a manager."
    ),
    "oneself": later("“{words}” may tell who wrote this. Say it so that others could have written it too."),
}


@dataclass(frozen=True, slots=True)
class Comment:
    """An open question with what was written."""

    id: str
    asked: str
    text: str
    too_long: bool = False
    telling: tuple[Markup, ...] = ()
    """What may give somebody away, and what to do about it."""


def cleaned(asked: Paper, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields with comments as people see them."""
    return {**fields, **{each.id: visible(fields.get(each.id, "")) for each in asked.open}}


def problem(asked: Paper, row: Row, organisation: str, seen: str) -> str:
    """What stands in the way of storing the comments; nothing when these words were looked at before."""
    if asked.too_long(row):
        return "long"
    looked_at = seen == fingerprint(asked, row)
    return "" if looked_at or not any(_findings(asked, row, organisation).values()) else "telling"


def fingerprint(asked: Paper, row: Row) -> str:
    """By this a text is known that was shown with what may give somebody away; another text has another."""
    written = "\0".join(row.get(each.id, "") for each in asked.open)
    return hashlib.sha256(written.encode()).hexdigest()


def comments(asked: Paper, row: Row, organisation: str, trouble: str) -> list[Comment]:
    """The open questions as they stand on the page, with what is wrong where that is the trouble."""
    found = _findings(asked, row, organisation) if trouble == "telling" else {}
    long = asked.too_long(row) if trouble == "long" else []
    return [
        Comment(
            each.id,
            words(each.texts[EMPLOYEES], language()),
            row.get(each.id, ""),
            each.id in long,
            tuple(say(ADVICE[finding.kind], words=finding.words) for finding in found.get(each.id, ())),
        )
        for each in asked.open
    ]


def _findings(asked: Paper, row: Row, organisation: str) -> dict[str, tuple[Finding, ...]]:
    return {each.id: telling(row.get(each.id, ""), asked.teams, organisation) for each in asked.open}
