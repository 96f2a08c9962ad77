"""What arrives only in part counts as nothing: a connection that breaks must not store half of a form."""

from flask import request


def count() -> None:
    """Lets Werkzeug count what arrives, and answer 400 when something is missing; before anybody reads it."""
    # The server promises that what it hands over ends by itself; after a broken connection it ends too early.
    if request.content_length is not None:
        request.environ.pop("wsgi.input_terminated", None)
