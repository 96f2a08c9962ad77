"""What every page has: its language, its words, and the addresses of what it loads."""

import hashlib
from functools import lru_cache
from urllib.parse import urlencode

from flask import (
    Flask,
    current_app,
    get_flashed_messages,
    has_request_context,
    request,
    session,
    url_for,
)
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header
from wtforms import Field

from assess import paths
from assess.document.words import LANGUAGES, Words, sentence

NAMES = {"en": "English", "nl": "Nederlands"}
"""What each language calls itself."""


def init_app(app: Flask) -> None:
    """Gives the templates their words and addresses."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals |= {
        "say": say,
        "say_n": say_n,
        "static": static,
        "languages": NAMES,
        "in_language": in_language,
        "notices": notices,
        "described": described,
    }
    app.jinja_env.filters["sentence"] = sentence
    app.context_processor(lambda: {"language": language(), "words": words()})
    app.before_request(_remember)


def language() -> str:
    """The language of this page: as asked in the address, as chosen earlier, or as the browser likes it."""
    if not has_request_context():
        return LANGUAGES[0]
    asked = request.args.get("lang") or (session.get("language") if _cookies() else None)
    if asked in LANGUAGES:
        return str(asked)
    return _liked(request.headers.get("Accept-Language", ""))


@lru_cache(maxsize=512)
def _liked(accepted: str) -> str:
    """The language that a browser likes best; browsers say this in few ways."""
    return parse_accept_header(accepted, LanguageAccept).best_match(LANGUAGES) or LANGUAGES[0]


def _cookies() -> bool:
    """Whether the browser brought a session: looking at one that is not there would set a cookie."""
    # Taking a header apart that is not there costs respondents more than looking whether it is.
    brought = "HTTP_COOKIE" in request.environ
    return brought and current_app.config["SESSION_COOKIE_NAME"] in request.cookies


def _remember() -> None:
    """Keeps a language that was chosen for who has a session; respondents get no cookie."""
    asked = request.args.get("lang")
    if asked in LANGUAGES and _cookies():
        session["language"] = asked


@lru_cache
def words_of(code: str) -> Words:
    """The fixed words in a language."""
    return Words(code)


def words() -> Words:
    """The fixed words in the language of this page."""
    return words_of(language())


def say(message: str, **values: object) -> Markup:
    """A message in the language of this page."""
    return words().say(message, **values)


def say_n(one: str, many: str, count: int, **values: object) -> Markup:
    """A message about a number of things in the language of this page."""
    return words().say_n(one, many, count, **values)


def in_language(code: str) -> str:
    """This page in another language."""
    return f"{request.path}?{urlencode({**request.args, 'lang': code})}"


def described(field: Field, hint: str = "") -> dict[str, str]:
    """The attributes that tie a field to its hint and to what is wrong with it."""
    ids = [f"{field.id}-hint"] * bool(hint) + [f"{field.id}-problem"] * bool(field.errors)
    found = {"aria-describedby": " ".join(ids)} if ids else {}
    return found | ({"aria-invalid": "true"} if field.errors else {})


def notices() -> list[str]:
    """What was done just now, told once; nothing where there is no session."""
    return list(map(str, get_flashed_messages())) if _cookies() else []


@lru_cache
def _version(name: str) -> str:
    return hashlib.sha256((paths.STATIC / name).read_bytes()).hexdigest()[:12]


def static(name: str) -> str:
    """The address of a file that browsers may keep for ever: another content is another address."""
    return url_for("static", filename=name, v=_version(name))
