"""What is stored of an employee, shown with a ballot that is sealed as every other is."""

from dataclasses import dataclass

from assess.ballots import receipts, sealing
from assess.ballots.paper import Paper
from assess.core.gathering import TEAM
from assess.store.assessments import Assessment

SHOWN = 3
"""Answers of the opened example; the rest is told as a number."""
BYTES_A_LINE, GROUP = 12, 4


@dataclass(frozen=True, slots=True)
class Example:
    """A ballot sealed and the same ballot opened."""

    sealed: tuple[str, ...]
    """Its bytes, in lines."""
    size: int
    team: str | None
    answers: tuple[tuple[str, str], ...]
    more: int


def example(assessment: Assessment, asked: Paper) -> Example:
    """An example for this assessment, with answers that nobody gave."""
    row = {name: _cell(asked, name, place) for place, name in enumerate(asked.names)}
    team = asked.teams[0] if asked.teams else None
    plain = asked.plain(row | ({TEAM: team} if team else {}), receipts.new())
    key = assessment.box_key or sealing.new_keys()[1]
    sealed = sealing.seal(key, assessment.id, plain)
    lines = [sealed[place : place + BYTES_A_LINE] for place in range(0, len(sealed), BYTES_A_LINE)]
    shown = tuple(row.items())[:SHOWN]
    return Example(
        tuple(line.hex(" ", -GROUP) for line in lines), len(sealed), team, shown, len(row) - len(shown)
    )


def _cell(asked: Paper, name: str, place: int) -> str:
    """An answer to an item: here and there don't know, else somewhere on the scale."""
    points = sorted(asked.cells[name] - {"dk", "na"}, key=int)
    return "dk" if place % 7 == 2 else points[(3 * place + 1) % len(points)]
