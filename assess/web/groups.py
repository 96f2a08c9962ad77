"""Into which groups employees will fall: which small teams become one, and how thin people are spread."""

from dataclasses import dataclass, replace

from assess.core.combining import Spread, spread
from assess.core.merging import Merged, after, merging
from assess.core.questionnaire import EMPLOYEES
from assess.store.assessments import Assessment
from assess.web.frame import words


@dataclass(frozen=True, slots=True)
class Groups:
    """What to tell about them."""

    few: str
    """The smallest group, in words."""
    merged: tuple[Merged, ...]
    nobody_asked: bool
    """Whether there were teams, and merging leaves nothing to choose."""
    spread: Spread | None
    """How many combinations will probably stay hidden; None before it is worth a word."""


def of(assessment: Assessment) -> Groups | None:
    """What to tell; None where employees are not asked."""
    if EMPLOYEES not in assessment.audiences:
        return None
    smallest = assessment.smallest.others
    opened = as_opened(assessment)
    merged = opened.teams_merged
    return Groups(
        few=words().count(smallest),
        merged=merged,
        nobody_asked=bool(merged) and len(opened.teams) < 2,
        spread=spread(opened.teams, assessment.attributes, smallest),
    )


def as_opened(assessment: Assessment) -> Assessment:
    """An assessment with the teams that people can choose from once it is open."""
    if assessment.state != "draft":
        return assessment
    merged = merging(assessment.teams, assessment.smallest.others)
    return replace(assessment, teams=after(assessment.teams, merged), teams_merged=merged)
