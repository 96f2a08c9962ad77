"""Questionnaires as they were asked: an assessment keeps its own copy, whatever becomes of the files."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from assess.core.benchmarks import Benchmark
from assess.core.questionnaire import QuestionnaireSet
from assess.store import tables
from assess.store.database import db


@dataclass(frozen=True, slots=True)
class AskedSet:
    """All that was put to people, and the published figures that stand beside what they say."""

    set: QuestionnaireSet
    benchmarks: tuple[Benchmark, ...] = ()


_adapter = TypeAdapter(AskedSet)


def keep(asked: AskedSet) -> str:
    """Stores a set once; gives the hash by which it is found."""
    content = json.dumps(asdict(asked), sort_keys=True, ensure_ascii=False)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    if db.session.get(tables.Asked, sha256) is None:
        db.session.add(tables.Asked(sha256=sha256, content=content))
        db.session.flush()
    return sha256


@lru_cache(maxsize=16)
def _read(content: str) -> AskedSet:
    return _adapter.validate_json(content)


@lru_cache(maxsize=16)
def _content(sha256: str) -> str:
    return db.session.get_one(tables.Asked, sha256).content


def asked(sha256: str) -> AskedSet:
    """The set with this hash: the same value as was stored."""
    return _read(_content(sha256))
