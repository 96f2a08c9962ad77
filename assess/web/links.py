"""Links that open something for whoever holds them, each signed for one purpose."""

from typing import Any

from flask import current_app, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from assess.settings import Settings


def settings() -> Settings:
    """The settings of this installation."""
    found: Settings = current_app.extensions["settings"]
    return found


def absolute(endpoint: str, **values: Any) -> str:
    """The whole address of a page, as it is sent to people: it begins as the settings say."""
    return settings().reached_at + url_for(endpoint, **values)


LEADER, TRUSTEE = "leader", "trustee"
"""What a link is for; one of a leader is no link of a trustee."""


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)


def _signed(token: str, purpose: str) -> str | None:
    try:
        found = _signer(purpose).loads(token)
    except BadSignature:
        return None
    return found if isinstance(found, str) else None


def leader_token(leader_id: str) -> str:
    """What a leader's personal link ends with."""
    return str(_signer(LEADER).dumps(leader_id))


def leader_of(token: str) -> str | None:
    """The leader that a personal link belongs to; None for one that is not ours."""
    return _signed(token, LEADER)


def trustee_token(trustee_id: str) -> str:
    """What a trustee's personal link ends with."""
    return str(_signer(TRUSTEE).dumps(trustee_id))


def trustee_of(token: str) -> str | None:
    """The trustee that a personal link belongs to; None for one that is not ours."""
    return _signed(token, TRUSTEE)


def trustee(trustee_id: str) -> str:
    """A trustee's personal link."""
    return absolute("trustees.start", token=trustee_token(trustee_id))
