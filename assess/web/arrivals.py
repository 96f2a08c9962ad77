"""What arrives is a form, all of it, and no larger than a form can be; nothing else is read."""

from io import BytesIO
from typing import IO, Any

from flask import Request, request
from werkzeug.exceptions import BadRequest, LengthRequired, RequestEntityTooLarge, UnsupportedMediaType
from werkzeug.formparser import FormDataParser

FORMS = TYPED, _WITH_FILES = ("application/x-www-form-urlencoded", "multipart/form-data")
"""How a browser sends what was filled in."""


class Forms(FormDataParser):
    """Werkzeug's reader of forms; it says so when it cannot read one, where that would give an empty form."""

    def parse(self, stream: IO[bytes], mimetype: str, *args: Any, **more: Any) -> Any:
        """The form; 413 for too many fields, before each of them costs memory, and 400 for nonsense."""
        self.silent = False
        if mimetype == TYPED:
            body = stream.read()
            if body.count(b"&") >= (self.max_form_parts or 0):
                raise RequestEntityTooLarge
            stream = BytesIO(body)
        try:
            return super().parse(stream, mimetype, *args, **more)
        except ValueError:
            raise BadRequest from None


class Arrival(Request):
    """A request whose form is read with care."""

    form_data_parser_class = Forms


def check() -> None:
    """Refuses what is no form (415) or tells no length (411); Werkzeug answers 400 when some is missing."""
    environ = request.environ
    # Of what comes in pieces Werkzeug would take the beginning, and leave the rest without a word.
    if "HTTP_TRANSFER_ENCODING" in environ:
        raise LengthRequired
    # The server promises that what it hands over ends by itself; after a broken connection it ends too early.
    if request.content_length is not None:
        environ.pop("wsgi.input_terminated", None)
    kind = environ.get("CONTENT_TYPE") or TYPED
    if not kind.lower().startswith(FORMS) or "HTTP_CONTENT_ENCODING" in environ:
        raise UnsupportedMediaType
