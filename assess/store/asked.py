"""Questionnaires as they were asked: an assessment keeps its own copy, whatever becomes of the files."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from assess.core.benchmarks import Benchmark
from assess.core.questionnaire import QuestionnaireSet
from assess.store import tables, values
from assess.store.database import db


@dataclass(frozen=True, slots=True)
class AskedSet:
    """All that was put to people, and the published figures that stand beside what they say."""

    set: QuestionnaireSet
    benchmarks: tuple[Benchmark, ...] = ()


def keep(asked: AskedSet) -> str:
    """Stores a set once; gives the hash by which it is found."""
    content = values.text(asked)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    if db.session.get(tables.Asked, sha256) is None:
        db.session.add(tables.Asked(sha256=sha256, content=content))
        db.session.flush()
    return sha256


@lru_cache(maxsize=16)
def asked(sha256: str) -> AskedSet:
    """The set with this hash: the same value as was stored."""
    return values.of(AskedSet, db.session.get_one(tables.Asked, sha256).content)
