"""The guard against pages elsewhere that send a form here in somebody's name."""

from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from flask import request
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden

from assess.web.links import settings

csrf = CSRFProtect()
"""Guards every form; a respondent's page, where a code or link is the only authority, is exempt."""


class FromElsewhere(Forbidden):
    """A page of another site sent this."""


View = TypeVar("View", bound=Callable[..., object])


def exempt(view: View) -> View:
    """A view without a session: it calls `same_origin` instead."""
    csrf.exempt(view)
    return view


def same_origin() -> None:
    """Refuses (403) what a browser says a page of another site sent; for forms without a session."""
    site = request.headers.get("Sec-Fetch-Site")
    if not (_ours() if site is None else site in {"same-origin", "none"}):
        raise FromElsewhere


def _ours() -> bool:
    """For browsers that only tell the origin: it is `null` on our own forms, since they give no referrer."""
    origin = request.headers.get("Origin", "null")
    # Not taken apart as an address: what a client writes here need not be one.
    return origin == "null" or origin.partition("://")[2] in {
        request.host,
        urlsplit(settings().reached_at).netloc,
    }
