"""What comes in and is no request gets a page of ours as well; no line tells who sent it, or what."""

import socket
import sys
import time
from contextlib import suppress
from http import HTTPStatus

from flask import Flask
from gunicorn.http import errors as http
from gunicorn.workers.gthread import ThreadWorker

from assess.web import errors

STATUS: tuple[tuple[type[Exception], HTTPStatus], ...] = (
    (http.LimitRequestLine, HTTPStatus.REQUEST_URI_TOO_LONG),
    (http.LimitRequestHeaders, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    (http.UnsupportedTransferCoding, HTTPStatus.NOT_IMPLEMENTED),
    (http.ExpectationFailed, HTTPStatus.EXPECTATION_FAILED),
    (http.InvalidResponseHeader, HTTPStatus.INTERNAL_SERVER_ERROR),
    (http.InvalidResponseHeaderName, HTTPStatus.INTERNAL_SERVER_ERROR),
    (http.ParseException, HTTPStatus.BAD_REQUEST),
)
"""Gunicorn's own errors, with what is answered; anything else is a fault of ours."""
LISTENING, MOST_LEFT = 2.0, 1_000_000
"""Seconds and bytes for what is still being sent: a connection cut off before that loses the answer."""


class Worker(ThreadWorker):  # type: ignore[misc]
    """Gunicorn's worker with several threads, whose own errors look like ours."""

    def handle_error(self, _: object, client: socket.socket, __: object, fault: Exception) -> None:
        """Answers with a page instead of the words of the library, which repeat what was sent."""
        found = [status for kind, status in STATUS if isinstance(fault, kind)]
        status = found[0] if found else HTTPStatus.INTERNAL_SERVER_ERROR
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            # The class alone: the message may hold what somebody answered.
            print(f"fault: {type(fault).__name__} in the server", file=sys.stderr, flush=True)
        with suppress(OSError):
            client.settimeout(LISTENING)
            client.sendall(answer(self.wsgi, status))
            client.shutdown(socket.SHUT_WR)
            _hear_out(client)


def init_app(app: Flask) -> None:
    """What turns out to be no request only while it is read is told in the same way."""
    app.register_error_handler(http.ParseException, lambda _: errors.page(HTTPStatus.BAD_REQUEST))


def answer(app: Flask, status: HTTPStatus) -> bytes:
    """The page for a status as it goes over the line."""
    with app.test_request_context():
        response = app.process_response(app.make_response(errors.page(status)))
        body = response.get_data()
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in response.headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _hear_out(client: socket.socket) -> None:
    """Reads what is still on its way, within limits."""
    end, left = time.monotonic() + LISTENING, MOST_LEFT
    while left > 0 and time.monotonic() < end:
        read = client.recv(65_536)
        if not read:
            return
        left -= len(read)
