"""Loads a thing for this user, or answers 404: there is no other way for a page to get it."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from flask import abort, request
from flask_login import current_user
from werkzeug.exceptions import Forbidden, Gone

from assess.store import assessments, leaders, organisations, remembered, trustees
from assess.store.assessments import Assessment
from assess.store.leaders import Leader
from assess.store.organisations import Organisation
from assess.store.trustees import Trustee
from assess.web import links
from assess.web.signing_in import SignInFirst

T = TypeVar("T")
LOOKING = {"GET", "HEAD"}


class NotPublished(Exception):
    """The results of this assessment are there, but nobody has published them yet."""

    def __init__(self, assessment_id: str) -> None:
        super().__init__()
        self.assessment_id = assessment_id


class LeadIsNoTrustee(Forbidden):
    """Who opens a trustee's link is signed in as somebody who sees the results."""


class LeaderDropped(Gone):
    """This leader takes part no longer."""


def user_id() -> int:
    """Who is signed in; nobody is led to the sign-in page, whether or not what they ask for exists."""
    if not current_user.is_authenticated:
        raise SignInFirst
    return int(current_user.id)


def organisation(id: str) -> Organisation:
    """An organisation this user leads."""
    found = organisations.find(id) if organisations.role(id, user_id()) == "lead" else None
    if found is None:
        abort(404)
    return found


def managed(assessment_id: str) -> Assessment:
    """An assessment of an organisation this user leads."""
    user, found = user_id(), _read(assessments.find, assessment_id)
    if found is None or _read(organisations.role, found.organisation_id, user) != "lead":
        abort(404)
    return found


def readable(assessment_id: str) -> Assessment:
    """The same for who wants its results, plan or PDF: raises NotPublished while these wait for that."""
    found = managed(assessment_id)
    if found.state == "closed" and found.published_at is None:
        raise NotPublished(found.id)
    return found


def _read(what: Callable[..., T], *of: Hashable) -> T:
    """As the store has it; what only looks may be answered from memory while nothing was changed."""
    return remembered.read(what, *of) if request.method in LOOKING else what(*of)


def answerable(assessment_id: str) -> Assessment:
    """An assessment a respondent may answer now: 404 for a draft, 410 once it is closed."""
    return still_answerable(assessments.find(assessment_id))


def still_answerable(found: Assessment | None) -> Assessment:
    """An assessment that was found, when a respondent may answer it now."""
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


def trustee(token: str) -> tuple[Trustee, Assessment]:
    """Whose link this is, and of what: 404 for one that is not ours; not for who leads it."""
    id = links.trustee_of(token)
    found = None if id is None else trustees.find(id)
    assessment = None if found is None else assessments.find(found.assessment_id)
    if found is None or assessment is None:
        abort(404)
    leads = current_user.is_authenticated and organisations.role(
        assessment.organisation_id, int(current_user.id)
    )
    if leads:
        raise LeadIsNoTrustee
    return found, assessment
