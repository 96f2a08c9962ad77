"""From one respondent's answers to a row of bytes, one byte for each item."""

from collections.abc import Mapping, Sequence

from assess.core.attributes import NO_CHOICE, Attribute
from assess.core.codes import DONT_KNOW, LARGEST_ANSWER, MISSING, NOT_APPLICABLE
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, EVIDENCE, LEADERS, Audience, QuestionnaireSet

Row = Mapping[str, str]
"""One respondent's answers by name of the column, as they would stand in a spreadsheet."""

KNOWN_BY, GUESS, TEAM, EXAMPLE = ":evidence", "guess-", "team", ":example"
ATTRIBUTE = "attribute-"
"""Before the place of an attribute, from 1 on."""
WORDS = {"": MISSING, "dk": DONT_KNOW, "na": NOT_APPLICABLE} | {w: place for place, w in enumerate(EVIDENCE)}
SAID = {MISSING: "", DONT_KNOW: "dk", NOT_APPLICABLE: "na"}
NO_TEAM, TEAM_BYTES = -1, 2
BYTE = 0xFF


def columns(questionnaires: QuestionnaireSet, audience: Audience) -> tuple[str, ...]:
    """The names of what an audience is asked and answers with a number or a word, in a fixed order."""
    items = [item for item in questionnaires.items() if item.put_to(audience) and item.scale is not None]
    found = [item.id for item in items]
    if audience == LEADERS:
        found += [topic.id + KNOWN_BY for topic in questionnaires.topics()]
        found += [GUESS + other for other in (EMPLOYEES, CUSTOMERS)]
    return tuple(found)


def open_questions(questionnaires: QuestionnaireSet, audience: Audience) -> tuple[str, ...]:
    """The names of what an audience answers in its own words, in a fixed order."""
    return tuple(q.id for q in questionnaires.standard if q.put_to(audience) and q.scale is None)


def attribute_names(attributes: Sequence[Attribute]) -> tuple[str, ...]:
    """Under which names a row has what somebody chose of each attribute."""
    return tuple(f"{ATTRIBUTE}{place}" for place in range(1, len(attributes) + 1))


def code(cell: str) -> int:
    """The byte for one answer: a whole number, a kind of evidence, `dk`, `na` or nothing."""
    return WORDS[cell] if cell in WORDS else int(cell)


def packed(
    names: Sequence[str], row: Row, teams: Sequence[str] = (), attributes: Sequence[Attribute] = ()
) -> bytes:
    """A row as bytes of one length for every respondent.

    A byte for each answer, two for the team's place, and one for the place of each attribute's choice.
    """
    place = teams.index(row[TEAM]) if row.get(TEAM) in teams else NO_TEAM
    answers = bytes(code(row.get(name, "")) & BYTE for name in names)
    chosen = zip(attribute_names(attributes), attributes, strict=True)
    choices = bytes(_choice(row.get(name, ""), attribute) & BYTE for name, attribute in chosen)
    return answers + place.to_bytes(TEAM_BYTES, "little", signed=True) + choices


def unpacked(
    names: Sequence[str], row: bytes, teams: Sequence[str], attributes: Sequence[Attribute]
) -> dict[str, str]:
    """The row of `packed` again, with all that was answered or told."""
    end = len(names) + TEAM_BYTES
    found = {name: _said(byte) for name, byte in zip(names, row, strict=False)}
    place = int.from_bytes(row[len(names) : end], "little", signed=True)
    found[TEAM] = teams[place] if place != NO_TEAM else ""
    chosen = zip(attribute_names(attributes), attributes, row[end:], strict=True)
    found |= {name: each.choices[byte] for name, each, byte in chosen if byte != NO_CHOICE & BYTE}
    return {name: cell for name, cell in found.items() if cell}


def _said(byte: int) -> str:
    return SAID[byte] if byte in SAID else str(byte if byte <= LARGEST_ANSWER else byte - BYTE - 1)


def _choice(chosen: str, attribute: Attribute) -> int:
    return attribute.choices.index(chosen) if chosen in attribute.choices else NO_CHOICE
