"""The product on a port of this machine, for a real browser."""

import socket
from contextlib import closing, contextmanager
from threading import Thread

from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    """Tells nobody what was asked."""

    def log(self, *_):
        pass


def whole(app):
    """The application with each answer read before it is sent: a browser that leaves leaves no file open."""

    def answer(environ, start_response):
        with closing(app(environ, start_response)) as parts:
            return [b"".join(parts)]

    return answer


def free_port():
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(app, port=0):
    """The address at which an application can be reached meanwhile; at any free port unless one is given."""
    server = make_server("127.0.0.1", port, whole(app), threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
