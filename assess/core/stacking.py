"""From rows of bytes, one for each respondent, to columns."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assess.core.attributes import Attribute
from assess.core.gathering import GUESS, KNOWN_BY, NO_TEAM, TEAM_BYTES
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES
from assess.core.responses import Answers


def gathered(
    names: Sequence[str],
    rows: Sequence[bytes],
    teams: Sequence[str] = (),
    attributes: Sequence[Attribute] = (),
) -> Answers:
    """Rows of `packed` as columns; `teams` in alphabetical order, as they were when the rows were made."""
    team = len(names)
    told = team + TEAM_BYTES
    matrix = np.frombuffer(b"".join(rows), np.int8).reshape(len(rows), told + len(attributes))
    by_name = {name: np.ascontiguousarray(matrix[:, place]) for place, name in enumerate(names)}
    places = np.ascontiguousarray(matrix[:, team:told]).view("<i2").ravel()
    return Answers(
        n=len(rows),
        items={id: c for id, c in by_name.items() if not id.endswith(KNOWN_BY) and not id.startswith(GUESS)},
        evidence={id.removesuffix(KNOWN_BY): c for id, c in by_name.items() if id.endswith(KNOWN_BY)},
        guesses={a: by_name[GUESS + a] for a in (EMPLOYEES, CUSTOMERS) if GUESS + a in by_name},
        teams=_places(places) if teams else None,
        team_names=_names(places, teams),
        attributes={a.name: np.ascontiguousarray(matrix[:, told + n]) for n, a in enumerate(attributes)},
        choices={a.name: a.choices for a in attributes},
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
