"""Answers as bytes: columns of numbers only, so that reading them back can run nothing."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from assess.core.responses import Answers, Column


def pack(answers: Answers) -> bytes:
    """Answers as compressed bytes: a line that names the columns, then the columns one after the other."""
    named: dict[str, Mapping[str, Column]] = {
        "items": answers.items,
        "evidence": answers.evidence,
        "guesses": {str(audience): column for audience, column in answers.guesses.items()},
    }
    head = {
        "n": answers.n,
        "columns": {kind: list(columns) for kind, columns in named.items()},
        "team_names": list(answers.team_names),
        "teams": answers.teams is not None,
    }
    parts = [np.asarray(c, np.int8).tobytes() for columns in named.values() for c in columns.values()]
    teams = b"" if answers.teams is None else answers.teams.astype("<i4").tobytes()
    return zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(parts) + teams, 6)


def unpack(packed: bytes) -> Answers:
    """What `pack` was given."""
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
    return Answers(n=n, teams=teams, team_names=tuple(told["team_names"]), **found)
