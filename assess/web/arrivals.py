"""What arrives is a form, and all of it: neither half of one nor something else is read."""

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
"""How a browser sends what was filled in."""


def check() -> None:
    """Refuses (415) what is no form; lets Werkzeug answer 400 when some of one is missing."""
    environ = request.environ
    # The server promises that what it hands over ends by itself; after a broken connection it ends too early.
    if request.content_length is not None:
        environ.pop("wsgi.input_terminated", None)
    kind = environ.get("CONTENT_TYPE") or FORMS[0]
    if not kind.lower().startswith(FORMS) or "HTTP_CONTENT_ENCODING" in environ:
        raise UnsupportedMediaType
