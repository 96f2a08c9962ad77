"""Under which names this installation answers: whatever asks for another one gets nothing from it."""

import re
from typing import Any

from flask import Flask, request
from werkzeug.exceptions import BadRequest

from assess.document.words import later
from assess.web import errors
from assess.web.links import settings

NAME = re.compile(r"([0-9a-z.-]+|\[::1\])(:[0-9]{1,5})?")
"""A name, with or without a port: by which port somebody came says nothing about whose name it is."""
HOST, OTHER = "HTTP_HOST", "assess.other_name"
UNDER_ANOTHER_NAME: errors.Trouble = (
    later("This page has another address"),
    later("Nothing was changed."),
    later(
        "Use the address you were given. Whoever runs this: set ASSESS_ADDRESS to the address that people "
        "type, or add the name you just used to ASSESS_OTHER_NAMES; then start it again."
    ),
)


class UnderAnotherName(BadRequest):
    """The request is for a host that is not this one."""


def init_app(app: Flask) -> None:
    """Gives who came by another name a page that says so."""
    app.register_error_handler(UnderAnotherName, lambda _: errors.told(400, UNDER_ANOTHER_NAME))
    with app.app_context():
        app.extensions["names"] = settings().names


def settle(environ: dict[str, Any], names: frozenset[str]) -> None:
    """Takes the name of another host out of a request, so that nothing here is ever made of it."""
    asked = environ.get(HOST)
    if not asked:
        return
    found = NAME.fullmatch(asked.lower())
    if found is None or found[1] not in names:
        environ |= {HOST: "localhost", OTHER: True}


def check() -> None:
    """Refuses (400) what was asked of another host; before anybody reads it."""
    if OTHER in request.environ:
        raise UnderAnotherName
