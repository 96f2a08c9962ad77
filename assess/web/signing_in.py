"""Who is signed out signs in first, and then comes to the page they asked for."""

import re

from flask import Flask, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, Unauthorized

SIGN_IN = "security.login"
OF_OURS = re.compile(r"/(?!/)[!-\[\]-~]*")
"""A path with a query: no host before it, nothing that a browser would take for one."""


class SignInFirst(Unauthorized):
    """Nobody is signed in, and this page is for whoever runs an assessment."""


def init_app(app: Flask) -> None:
    """Leads to the sign-in page from every page that needs it."""
    app.register_error_handler(SignInFirst, lambda _: to_sign_in())
    app.extensions["security"].unauthn_handler(lambda *_, **__: to_sign_in())
    app.before_request(_back_to_ours)


def to_sign_in() -> ResponseReturnValue:
    """The sign-in page, with the way back to what can be asked for again."""
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for(SIGN_IN, next=back), code=303)


def _back_to_ours() -> ResponseReturnValue | None:
    """Nobody is led from the sign-in page to another site: such a way back is left out."""
    if request.endpoint != SIGN_IN or all(map(_is_ours, request.values.getlist("next"))):
        return None
    return redirect(url_for(SIGN_IN), code=303)


def _is_ours(address: str) -> bool:
    """Whether this is a page of the product; an empty field is no address."""
    if not address:
        return True
    path = address.partition("?")[0]
    if not OF_OURS.fullmatch(address):
        return False
    try:
        current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return False
    return True
