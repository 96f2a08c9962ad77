"""What an earlier wave published of the employees, read back from its JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assess.core.cells import Group
from assess.core.earlier import Earlier
from assess.core.figures import AudienceFigures, TeamFigures, ThemeFigures
from assess.core.questionnaire import EMPLOYEES


def earlier(text: str, order: Sequence[str]) -> Earlier:
    """The employees' figures of a report that was written by `as_json`.

    `order` is that of team and attributes in the wave that they are held beside: groups are known by it.
    """
    found = json.loads(text)["audiences"].get(EMPLOYEES)
    if found is None:
        return Earlier(AudienceFigures(n=None, hidden=True))
    return Earlier(
        AudienceFigures(
            n=found["n"],
            hidden=found["hidden"],
            themes=_themes(found),
            teams={name: _group(own) for name, own in found.get("teams", {}).items()},
            groups={_named(own["choices"], order): _group(own) for own in found.get("groups", [])},
        )
    )


def _named(choices: Mapping[str, str], order: Sequence[str]) -> Group:
    places = {name: place for place, name in enumerate(order)}
    return tuple(sorted(choices.items(), key=lambda choice: (places.get(choice[0], len(order)), choice)))


def _group(own: Mapping[str, Any]) -> TeamFigures:
    return TeamFigures(own["n"], own["hidden"], _themes(own))


def _themes(own: Mapping[str, Any]) -> dict[str, ThemeFigures | None]:
    return {id: found and _theme(found) for id, found in own.get("themes", {}).items()}


def _theme(found: Mapping[str, Any]) -> ThemeFigures:
    return ThemeFigures(
        n=found["n"],
        score=found["score"],
        lo=found["lo"],
        hi=found["hi"],
        ad=found["ad"],
        agree=found["agree"],
        alpha=found.get("alpha"),
        capped=found.get("capped"),
    )
