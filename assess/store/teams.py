"""Teams that were too small, merged when an assessment opens and parted when opening is undone."""

from typing import Any

from assess.core.merging import Merged, after, merging
from assess.core.questionnaire import EMPLOYEES
from assess.store import assessments, tables
from assess.store.database import db


def merge(id: str) -> None:
    """Makes one team of those that are too small; nothing happens where nobody is asked for a team."""
    found = assessments.find(id)
    if found is None or EMPLOYEES not in found.audiences or found.teams_merged:
        return
    merged = merging(found.teams, found.smallest.others)
    db.session.get_one(tables.Assessment, id).teams_merged = [_kept(each) for each in merged]
    assessments.replace_teams(id, after(found.teams, merged))


def part(id: str) -> None:
    """Gives back the teams as they were set up."""
    found = assessments.find(id)
    if found is None or not found.teams_merged:
        return
    joint = {each.name for each in found.teams_merged}
    teams = {name: people for name, people in found.teams.items() if name not in joint}
    teams |= {name: people for each in found.teams_merged for name, people in each.teams.items()}
    db.session.get_one(tables.Assessment, id).teams_merged = []
    assessments.replace_teams(id, teams)


def _kept(merged: Merged) -> dict[str, Any]:
    return {"name": merged.name, "teams": dict(merged.teams)}
