"""From one respondent's answers to a row of bytes, one byte for each item."""

from collections.abc import Mapping, Sequence

from assess.core.codes import DONT_KNOW, MISSING, NOT_APPLICABLE
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, EVIDENCE, LEADERS, Audience, QuestionnaireSet

Row = Mapping[str, str]
"""One respondent's answers by name of the column, as they would stand in a spreadsheet."""

KNOWN_BY, GUESS, TEAM, EXAMPLE = ":evidence", "guess-", "team", ":example"
WORDS = {"": MISSING, "dk": DONT_KNOW, "na": NOT_APPLICABLE} | {w: place for place, w in enumerate(EVIDENCE)}
NO_TEAM = -1
BYTE = 0xFF


def columns(questionnaires: QuestionnaireSet, audience: Audience) -> tuple[str, ...]:
    """The names of what an audience is asked and answers with a number or a word, in a fixed order."""
    items = [item for item in questionnaires.items() if item.put_to(audience) and item.scale is not None]
    found = [item.id for item in items]
    if audience == LEADERS:
        found += [topic.id + KNOWN_BY for topic in questionnaires.topics()]
        found += [GUESS + other for other in (EMPLOYEES, CUSTOMERS)]
    return tuple(found)


def code(cell: str) -> int:
    """The byte for one answer: a whole number, a kind of evidence, `dk`, `na` or nothing."""
    return WORDS[cell] if cell in WORDS else int(cell)


def packed(names: Sequence[str], row: Row, teams: Sequence[str] = ()) -> bytes:
    """A row as bytes of one length for every respondent: the answers, then the team's place in two bytes."""
    place = teams.index(row[TEAM]) if row.get(TEAM) in teams else NO_TEAM
    answers = bytes(code(row.get(name, "")) & BYTE for name in names)
    return answers + place.to_bytes(2, "little", signed=True)
