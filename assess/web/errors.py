"""What went wrong, in the reader's language: what happened, what is safe, what to do next."""

import secrets

from flask import Flask, current_app, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from assess.document.words import later
from assess.store import StoreFailed
from assess.web.forgery import FromElsewhere
from assess.web.frame import say

Trouble = tuple[str, str, str]
"""What happened; what is safe; what to do next. Each a message."""

TROUBLES: dict[int, Trouble] = {
    400: (
        later("This page did not understand what was sent"),
        later("Nothing was changed."),
        later("Go back, load the page again, and send it once more."),
    ),
    403: (
        later("This is not open to you"),
        later("Nothing was changed."),
        later("Sign in with another account, or ask whoever gave you the link."),
    ),
    404: (
        later("There is no such page"),
        later("Nothing is lost."),
        later("Check the link: is all of it there? Otherwise ask whoever gave it to you for a new one."),
    ),
    405: (
        later("This page cannot be used that way"),
        later("Nothing was changed."),
        later("Go back and use the buttons of the page."),
    ),
    409: (
        later("This can no longer be changed"),
        later("What was stored earlier is safe, and unchanged."),
        later("Load the page again to see how it stands now."),
    ),
    410: (
        later("This is closed"),
        later("What was sent in before is safe."),
        later("Ask whoever invited you if it should be open."),
    ),
    413: (
        later("That is more than this page takes"),
        later("Nothing was stored."),
        later("Go back: your text is still there. Shorten it and send it again."),
    ),
    414: (
        later("This link is too long"),
        later("Nothing was changed."),
        later("Check the link: does it hold more than it should? Otherwise ask whoever gave it to you."),
    ),
    415: (
        later("This page takes only what is filled in on it"),
        later("Nothing was stored."),
        later("Go back, load the page again, and send it from there."),
    ),
    429: (
        later("Too many attempts"),
        later("Nothing was changed."),
        later("Wait a minute and try again."),
    ),
    500: (
        later("Something broke on our side"),
        later("What was stored before is safe."),
        later("Load the page again. If it goes wrong once more, tell us the reference below."),
    ),
    503: (
        later("This page cannot be shown just now"),
        later("Nothing is lost."),
        later("Load it again in a minute."),
    ),
}
AT_SENDING: dict[int, Trouble] = {
    410: (
        later("This is closed"),
        later("What was sent in before is safe. What you sent just now came too late, and is not stored."),
        later("Ask whoever invited you if it should be open."),
    ),
    500: (
        later("Something broke on our side"),
        later("What was stored before is safe; what you sent just now may not be stored."),
        later("Go back and send it again. If it goes wrong once more, tell us the reference below."),
    ),
    503: (
        later("This cannot be stored just now"),
        later("What you sent is not stored, and what was stored before is safe."),
        later("Go back: your answers are still there. Try again in a minute."),
    ),
}
"""What is said instead to who sent something."""
OUT_OF_DATE: Trouble = (
    later("This form is out of date"),
    later("Nothing was changed."),
    later("Go back and copy what you typed. Then load the page again, and send it once more."),
)
FROM_ELSEWHERE: Trouble = (
    later("This was sent from another site"),
    later("Nothing was changed."),
    later("Open the link you were given, and answer there."),
)


def init_app(app: Flask) -> None:
    """Every error gets a page of ours."""
    app.register_error_handler(CSRFError, lambda _: told(400, OUT_OF_DATE))
    app.register_error_handler(FromElsewhere, lambda _: told(403, FROM_ELSEWHERE))
    app.register_error_handler(HTTPException, lambda error: page(error.code or 500))
    app.register_error_handler(StoreFailed, lambda _: page(503))
    app.register_error_handler(Exception, _fault)


def page(code: int) -> tuple[str, int]:
    """The page for a status; one that is not listed is told as its hundred."""
    return told(code, _trouble(code))


def told(code: int, trouble: Trouble, **more: str) -> tuple[str, int]:
    """A page that tells a trouble."""
    # The store may be what is broken, so nobody is looked up in it for this page.
    g.setdefault("_login_user", current_app.login_manager.anonymous_user())  # type: ignore[attr-defined]
    happened, safe, next_step = map(say, trouble)
    signed_in = current_app.config["SESSION_COOKIE_NAME"] in request.cookies
    html = render_template(
        "error.html", happened=happened, safe=safe, next_step=next_step, signed_in=signed_in, **more
    )
    return html, code


def _trouble(code: int) -> Trouble:
    sent = AT_SENDING.get(code) if request.method == "POST" else None
    return sent or TROUBLES.get(code) or TROUBLES[code // 100 * 100]


def _fault(error: Exception) -> tuple[str, int]:
    reference = secrets.token_hex(4)
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    # The class and the line, never the message: it may hold what somebody answered.
    current_app.logger.error("fault %s: %s at %s", reference, type(error).__name__, where)
    return told(500, _trouble(500), reference=reference)
