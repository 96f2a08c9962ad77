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


def _leaders() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="leader")


def leader_token(leader_id: str) -> str:
    """What a leader's personal link ends with."""
    return str(_leaders().dumps(leader_id))


def leader_of(token: str) -> str | None:
    """The leader that a personal link belongs to; None for one that is not ours."""
    try:
        found = _leaders().loads(token)
    except BadSignature:
        return None
    return found if isinstance(found, str) else None
