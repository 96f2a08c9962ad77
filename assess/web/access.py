"""Loads a thing for this user, or answers 404: there is no other way for a page to get it."""

from flask import abort
from flask_login import current_user
from werkzeug.exceptions import Gone

from assess.store import assessments, leaders, organisations
from assess.store.assessments import Assessment
from assess.store.leaders import Leader
from assess.store.organisations import Organisation
from assess.web import links


class LeaderDropped(Gone):
    """This leader takes part no longer."""


def user_id() -> int:
    """Who is signed in; 404 for nobody, since such pages do not exist for them."""
    if not current_user.is_authenticated:
        abort(404)
    return int(current_user.id)


def organisation(id: str) -> Organisation:
    """An organisation this user leads."""
    found = organisations.find(id) if organisations.role(id, user_id()) == "lead" else None
    if found is None:
        abort(404)
    return found


def managed(assessment_id: str) -> Assessment:
    """An assessment of an organisation this user leads."""
    found = assessments.find(assessment_id)
    if found is None or organisations.role(found.organisation_id, user_id()) != "lead":
        abort(404)
    return found


def answerable(assessment_id: str) -> Assessment:
    """An assessment a respondent may answer now: 404 for a draft, 410 once it is closed."""
    found = assessments.find(assessment_id)
    if found is None or found.state == "draft":
        abort(404)
    if found.state != "open":
        abort(410)
    return found


def leader(token: str) -> Leader:
    """Whose personal link this is: 404 for one that is not ours, 410 for who dropped out."""
    id = links.leader_of(token)
    found = None if id is None else leaders.find(id)
    if found is None:
        abort(404)
    if found.dropped_at is not None:
        raise LeaderDropped
    return found
