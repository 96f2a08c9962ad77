"""`assess serve` as it is, but an employee's page breaks when asked to, and a control may spy.

python -m tests.attacks.watched [--spy]
"""

import sys

from flask import request

from assess.cli import main, serving

BREAK = "break"
"""A page whose address asks for this breaks after it has done its work, with all it knows in the error."""


def breaking(view):
    """A view that tells all it was sent in an error, when asked to."""

    def broken(**arguments):
        answer = view(**arguments)
        if BREAK in request.args:
            everything = request.get_data(as_text=True), dict(request.headers), request.remote_addr
            raise RuntimeError(f"{arguments} {everything}")
        return answer

    return broken


class Spy:
    """What many servers do: notes who asked for what, with what."""

    def __init__(self, app, file):
        self.app, self.file = app, file

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read() if environ["REQUEST_METHOD"] == "POST" else b""
        with self.file.open("a") as log:
            print({name: str(value) for name, value in environ.items()}, body.decode(), file=log)
        return self.app(environ, start_response)


def watched(make, spy):
    """An application of the product, watched."""

    def create(settings):
        app = make(settings)
        for endpoint, view in app.view_functions.items():
            if endpoint.startswith("employees."):
                app.view_functions[endpoint] = breaking(view)
        if spy:
            app.wsgi_app = Spy(app.wsgi_app, settings.home / "access.log")
        return app

    return create


if __name__ == "__main__":
    serving.create_app = watched(serving.create_app, "--spy" in sys.argv)
    sys.exit(main(["serve"]))
