"""From one respondent's answers to columns: a row of bytes for each, one byte for each item."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, EVIDENCE, LEADERS, Audience, QuestionnaireSet
from assess.core.responses import DONT_KNOW, MISSING, NOT_APPLICABLE, Answers

Row = Mapping[str, str]
"""One respondent's answers by name of the column, as they would stand in a spreadsheet."""

KNOWN_BY, GUESS, TEAM, EXAMPLE = ":evidence", "guess-", "team", ":example"
WORDS = {"": MISSING, "dk": DONT_KNOW, "na": NOT_APPLICABLE} | {w: place for place, w in enumerate(EVIDENCE)}
NO_TEAM = -1


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
    answers = np.array([code(row.get(name, "")) for name in names], np.int8)
    return answers.tobytes() + np.int16(place).tobytes()


def gathered(names: Sequence[str], rows: Sequence[bytes], teams: Sequence[str] = ()) -> Answers:
    """Rows of `packed` as columns; `teams` in alphabetical order, as they were when the rows were made."""
    matrix = np.frombuffer(b"".join(rows), np.int8).reshape(len(rows), len(names) + 2)
    by_name = {name: np.ascontiguousarray(matrix[:, place]) for place, name in enumerate(names)}
    places = np.ascontiguousarray(matrix[:, len(names) :]).view(np.int16).ravel()
    return Answers(
        n=len(rows),
        items={id: c for id, c in by_name.items() if not id.endswith(KNOWN_BY) and not id.startswith(GUESS)},
        evidence={id.removesuffix(KNOWN_BY): c for id, c in by_name.items() if id.endswith(KNOWN_BY)},
        guesses={a: by_name[GUESS + a] for a in (EMPLOYEES, CUSTOMERS) if GUESS + a in by_name},
        teams=_places(places) if teams else None,
        team_names=_names(places, teams),
    )


def _places(places: NDArray[np.int16]) -> NDArray[np.int32]:
    """The team of each row; who named none belongs to a team without a name, which comes first."""
    return places.astype(np.int32) + int((places == NO_TEAM).any())


def _names(places: NDArray[np.int16], teams: Sequence[str]) -> tuple[str, ...]:
    return ("", *teams) if teams and (places == NO_TEAM).any() else tuple(teams)


def together(parts: Sequence[Answers]) -> Answers:
    """Answers to different sets of items, without teams, as if they had been given on one sheet."""
    ids = dict.fromkeys(id for part in parts for id in part.items)
    return Answers(
        n=sum(part.n for part in parts),
        items={id: np.concatenate([part.item(id) for part in parts]) for id in ids},
    )
