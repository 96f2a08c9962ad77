"""What each answer tells the browser: load nothing from elsewhere, run nothing inline, keep no page."""

from flask import Flask, Response, request

from assess.web.links import settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SECURE_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
"""Where people come over https, they do so for a year."""
NOT_KEPT = "no-store"
SAME = {200, 206, 304}
"""What is answered for a file that is there."""


def init_app(app: Flask) -> None:
    """Adds the headers to every answer."""
    with app.app_context():
        headers = HEADERS | (SECURE_ONLY if settings().secure else {})

    # Comes last: what a library says of its own pages is not always what a browser reads.
    @app.after_request
    def add(response: Response) -> Response:
        # No page sets one of these itself; looking whether it did costs more than all the rest.
        response.headers.extend(headers)
        if request.endpoint == "static" and response.status_code in SAME:
            response.cache_control.immutable = True
        else:
            response.headers["Cache-Control"] = NOT_KEPT
        return response
