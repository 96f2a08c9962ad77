"""The box of ballots, as far as who runs an assessment meets it: making it, and a careful count."""

from importlib import import_module
from types import ModuleType

from assess.core.questionnaire import EMPLOYEES
from assess.store import assessments
from assess.store.assessments import Assessment
from assess.web import links


def make(assessment: Assessment) -> None:
    """Makes the box that employees' ballots are sealed for, where they are asked and there is none yet."""
    box = _box()
    if box is not None and EMPLOYEES in assessment.audiences and assessment.box_key is None:
        assessments.set_box_key(assessment.id, box.make(links.settings().home, assessment.id))


def told_count(assessment: Assessment) -> int | None:
    """How many employees answered, down to a ten; None for fewer than may be told."""
    box = _box()
    if box is None or assessment.box_key is None:
        return None
    count: int | None = box.told_count(links.settings().home, assessment.id)
    return count


def _box() -> ModuleType | None:
    try:
        return import_module("assess.ballots.box")
    except ModuleNotFoundError:
        return None
