"""Who comes without a cookie is nobody: looking nothing up for them saves most of what a visit costs."""

from typing import Any

from flask import Flask, Request, current_app, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface


class Sessions(SecureCookieSessionInterface):
    """Sessions as Flask has them, without opening one that is not there."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session that the cookie holds; an empty one without a cookie."""
        if "HTTP_COOKIE" not in request.environ:
            return self.session_class()
        return super().open_session(app, request)

    def save_session(self, app: Flask, session: SecureCookieSession, response: Any) -> None:  # type: ignore[override]
        """Sets a cookie where something is in the session; an empty one that stays so needs none."""
        if session or session.modified:
            super().save_session(app, session, response)


ANSWERING = {"employees"}
"""Places that guard their forms themselves, and where nobody has an account."""


def init_app(app: Flask) -> None:
    """Comes before everything that asks who is there."""
    app.session_interface = Sessions()
    app.before_request_funcs.setdefault(None, []).insert(0, _nobody)


def answers_only() -> bool:
    """Whether nobody has to be looked up for this request; then nobody is who is there."""
    if request.blueprint not in ANSWERING or "HTTP_COOKIE" in request.environ:
        return False
    _nobody()
    return True


def _nobody() -> None:
    if "HTTP_COOKIE" not in request.environ:
        g._login_user = current_app.login_manager.anonymous_user()  # type: ignore[attr-defined]
