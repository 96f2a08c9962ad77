"""Answers as bytes: columns of numbers only, so that reading them back can run nothing."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assess.core.responses import Answers, Column

# Late imports below: only who counts answers, or brings research, needs numpy and its ten megabytes.


def pack(answers: Answers) -> bytes:
    """Answers as compressed bytes: a line that names the columns, then the columns one after the other."""
    import numpy as np

    named: dict[str, Mapping[str, Column]] = {
        "items": answers.items,
        "evidence": answers.evidence,
        "guesses": {str(audience): column for audience, column in answers.guesses.items()},
        "attributes": answers.attributes,
    }
    head = {
        "n": answers.n,
        "columns": {kind: list(columns) for kind, columns in named.items()},
        "team_names": list(answers.team_names),
        "choices": {name: list(choices) for name, choices in answers.choices.items()},
        "teams": answers.teams is not None,
    }
    parts = [np.asarray(c, np.int8).tobytes() for columns in named.values() for c in columns.values()]
    teams = b"" if answers.teams is None else answers.teams.astype("<i4").tobytes()
    return zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(parts) + teams, 6)


def unpack(packed: bytes) -> Answers:
    """What `pack` was given."""
    import numpy as np

    from assess.core.responses import Answers

    head, _, body = zlib.decompress(packed).partition(b"\n")
    told = json.loads(head)
    n, place = told["n"], 0
    found: dict[str, dict[Any, Column]] = {}
    for kind, names in told["columns"].items():
        found[kind] = {}
        for name in names:
            found[kind][name] = np.frombuffer(body, np.int8, n, place)
            place += n
    teams = np.frombuffer(body, "<i4", n, place).astype(np.int32) if told["teams"] else None
    return Answers(
        n=n,
        items=found["items"],
        evidence=found["evidence"],
        guesses=found["guesses"],
        teams=teams,
        team_names=tuple(told["team_names"]),
        attributes=found.get("attributes", {}),
        choices={name: tuple(choices) for name, choices in told.get("choices", {}).items()},
    )
