"""The Flask application, put together."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_security import Security, SQLAlchemyUserDatastore

from assess import paths
from assess.ballots import keys
from assess.settings import Settings
from assess.store import db, open_store
from assess.store.tables import Role, User
from assess.web import arrivals, errors, frame, headers, hosts, signing_in, visitors
from assess.web.account_forms import SignInForm
from assess.web.forgery import csrf
from assess.web.places import PLACES

LARGEST_REQUEST = 1_000_000
MOST_FIELDS = 1_000

SECURITY = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    "SECURITY_PASSWORD_COMPLEXITY_CHECKER": None,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_LOGIN_URL": "/sign-in",
    "SECURITY_LOGOUT_URL": "/sign-out",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_CHANGE_URL": "/password",
    "SECURITY_POST_LOGIN_VIEW": "/",
    "SECURITY_POST_LOGOUT_VIEW": "/sign-in",
    "SECURITY_POST_CHANGE_VIEW": "/",
    # Nothing asks for the password once more, so the library's own page for that is not opened.
    "SECURITY_FRESHNESS": timedelta(minutes=-1),
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_USE_CONTEXT_PROCESSOR": False,
    # Scripts of the library for pages that are not opened.
    "SECURITY_STATIC_FOLDER": None,
}


class Application(Flask):
    """Flask, spared what it would ask at each visit and knows the answer to."""

    request_class = arrivals.Arrival

    def wsgi_app(self, environ: Any, start_response: Any) -> Any:
        """What is asked of another host comes in without that host's name."""
        hosts.settle(environ, self.extensions["names"])
        return super().wsgi_app(environ, start_response)

    def preprocess_request(self) -> Any:
        """Who comes to answer, and brings no cookie, has no account or session to look up."""
        hosts.check()
        arrivals.check()
        return None if visitors.answers_only() else super().preprocess_request()

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Nothing here is a coroutine, so each function is called as it is."""
        return func


def create_app(settings: Settings) -> Flask:
    """The application on the database in `settings.home`, which `store.migrating` has made ready."""
    app = Application("assess", template_folder=str(paths.TEMPLATES / "web"), static_folder=str(paths.STATIC))
    app.config.from_mapping(_config(settings))
    app.extensions["settings"] = settings
    open_store(app, settings.home)
    Babel(app, default_translation_directories=str(paths.TRANSLATIONS), locale_selector=frame.language)
    csrf.init_app(app)
    accounts = SQLAlchemyUserDatastore(db, User, Role)
    headers.init_app(app)
    Security(app, accounts, register_blueprint=True, login_form=SignInForm)
    for part in (visitors, frame, hosts, errors, signing_in, *PLACES):
        part.init_app(app)
    return app


def _config(settings: Settings) -> dict[str, object]:
    secure = settings.secure
    return SECURITY | {
        "SECRET_KEY": secret(settings.home, "secret-key"),
        "SECURITY_PASSWORD_SALT": secret(settings.home, "password-salt"),
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "MAX_FORM_PARTS": MOST_FIELDS,
        "WTF_CSRF_TIME_LIMIT": None,
        # In the form alone: whoever checks the token has then read, and measured, all of it.
        "WTF_CSRF_HEADERS": [],
        "WTF_CSRF_SSL_STRICT": False,
        "SEND_FILE_MAX_AGE_DEFAULT": 31_536_000,
    }


def secret(home: Path, name: str) -> str:
    """A secret of this installation, made when it is first needed; only its owner may read the file."""
    file = home / name
    if not file.exists():
        keys.write_once(file, secrets.token_urlsafe(48).encode())
    return file.read_text()
