"""What is stored of an employee, shown with a ballot that is sealed and opened as every other is."""

from dataclasses import dataclass

from assess.ballots import receipts, sealing
from assess.ballots.paper import Paper
from assess.core.gathering import TEAM, attribute_names, unpacked
from assess.core.questionnaire import EMPLOYEES, words
from assess.document.words import later
from assess.store.assessments import Assessment
from assess.web.frame import language, say

SHOWN = 3
"""Answers of the opened example; the rest is told as a number."""
BYTES_A_LINE, GROUP, LINES = 12, 4, 8

COMMENT = later("Call customers back on the day we said we would.")


@dataclass(frozen=True, slots=True)
class Example:
    """A ballot sealed, and the same ballot opened."""

    sealed: tuple[str, ...]
    """Its first bytes, in lines."""
    sealed_more: int
    """How many bytes come after these."""
    size: int
    team: str | None
    attributes: tuple[tuple[str, str], ...]
    """By name of the attribute: what was chosen."""
    answers: tuple[tuple[str, str], ...]
    more: int
    receipt: str
    """As words; kept in a list of its own."""
    comments: tuple[tuple[str, str], ...]
    """By open question, in its words: what was written; kept in a pool of its own."""


def example(assessment: Assessment, asked: Paper) -> Example:
    """An example for this assessment, with answers that nobody gave."""
    row = {name: _cell(asked, name, place) for place, name in enumerate(asked.names)}
    row |= {name: choices[0] for name, choices in asked.choices.items() if choices}
    row |= {question.id: str(say(COMMENT)) for question in asked.open}
    plain = asked.plain(row, receipts.new())
    key = assessment.box_key or sealing.new_keys()[1]
    return _told(asked, plain, sealing.seal(key, assessment.id, plain))


def _told(asked: Paper, plain: bytes, sealed: bytes) -> Example:
    answers, receipt, comments = asked.apart(plain)
    row = unpacked(asked.names, answers, asked.teams, asked.attributes)
    told = tuple((name, row[name]) for name in asked.names if name in row)
    lines = [sealed[place : place + BYTES_A_LINE] for place in range(0, len(sealed), BYTES_A_LINE)][:LINES]
    named = zip(attribute_names(asked.attributes), asked.attributes, strict=True)
    return Example(
        sealed=tuple(line.hex(" ", -GROUP) for line in lines),
        sealed_more=len(sealed) - sum(map(len, lines)),
        size=len(sealed),
        team=row.get(TEAM),
        attributes=tuple((each.name, row[name]) for name, each in named),
        answers=told[:SHOWN],
        more=len(told[SHOWN:]),
        receipt=receipts.said(receipt),
        comments=tuple(
            (words(question.texts[EMPLOYEES], language()), comment)
            for question, comment in zip(asked.open, comments, strict=True)
        ),
    )


def _cell(asked: Paper, name: str, place: int) -> str:
    """An answer to an item: here and there don't know, else somewhere on the scale."""
    points = sorted(asked.cells[name] - {"dk", "na"}, key=int)
    return "dk" if place % 7 == 2 else points[(3 * place + 1) % len(points)]
