"""An installation for benchmarks: an account, assessments, and a way to ask for a page without a network."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask_security import hash_password
from werkzeug.test import EnvironBuilder, run_wsgi_app

from assess.ballots import box
from assess.core.questionnaire import AUDIENCES, EMPLOYEES
from assess.core.smallest import SmallestGroup
from assess.jobs import reporting
from assess.settings import Settings
from assess.store import assessments, db, opened, organisations, tables, writing
from assess.store.asked import AskedSet
from assess.store.migrating import migrate
from assess.web import create_app
from benchmarks.answers import TEAMS, employees, questionnaires

LEAD = "lead@example.org"
PASSWORD = secrets.token_urlsafe(16)
AGENT = "benchmarks"
VISITOR = {"REMOTE_ADDR": "127.0.0.1", "HTTP_USER_AGENT": AGENT}
"""Always the same: who seems to be elsewhere all of a sudden gets another session with each answer."""
PERIOD = Date(2026, 9, 7), Date(2026, 10, 2)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that can be made again and again of any application."""

    path: str
    method: str = "GET"
    body: bytes = b""
    cookie: str = ""
    encoding: str = "gzip"

    def send(self, app: Flask) -> bytes:
        """The body of the answer, which has to be a good one."""
        environ = EnvironBuilder(path=self.path, method=self.method).get_environ() | VISITOR
        environ["HTTP_ACCEPT_ENCODING"] = self.encoding
        if self.cookie:
            environ["HTTP_COOKIE"] = self.cookie
        if self.body:
            environ["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
            environ |= {"CONTENT_LENGTH": str(len(self.body)), "wsgi.input": BytesIO(self.body)}
        answer, status, _ = run_wsgi_app(app, environ)
        assert status.startswith(("200", "303")), status
        return b"".join(answer)


def hello() -> Flask:
    """The least that Flask can do."""
    app = Flask("hello")
    app.add_url_rule("/", "hello", lambda: "hello")
    return app


@contextmanager
def installation() -> Iterator[Flask]:
    """An application on a new database with one account."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        migrate(home)
        app = create_app(Settings(home=home))
        with app.test_request_context(), writing():
            lead = tables.User(email=LEAD, name="Lea", active=True, password=hash_password(PASSWORD))
            lead.fs_uniquifier = secrets.token_hex()
            db.session.add(lead)
        yield app
        with app.app_context():
            db.engine.dispose()


def home_of(app: Flask) -> Path:
    """The folder of an installation."""
    settings: Settings = app.extensions["settings"]
    return settings.home


def an_open_assessment(app: Flask) -> str:
    """An assessment that employees can answer now; gives its id."""
    with app.test_request_context(), writing():
        id = _made()
        assessments.set_box_key(id, box.make(home_of(app), id))
        assessments.move(id, ["draft"], "open")
    return id


def organisation_of(app: Flask, id: str) -> str:
    """The id of the organisation that is assessed."""
    with app.test_request_context():
        assessment = assessments.find(id)
        assert assessment is not None
        return assessment.organisation_id


def results_of(app: Flask, ballots: int) -> str:
    """A closed assessment that so many employees answered, with its pages; gives its id."""
    with app.test_request_context():
        with writing():
            id = _made()
            opened.keep(id, employees(ballots).of(EMPLOYEES), 0, b"")
            assessments.move(id, ["draft"], "closed")
            assessments.publish(id)
        reporting.run(home_of(app), id, lambda *_: None)
    return id


def _made() -> str:
    user = db.session.scalar(db.select(tables.User.id))
    organisation = organisations.make("Voorbeeld Energie", user)
    setup = assessments.Setup(
        name="2026",
        opens_on=PERIOD[0],
        closes_on=PERIOD[1],
        languages=("en", "nl"),
        audiences=AUDIENCES,
        teams={f"Team {place}": 100 for place in range(1, TEAMS + 1)},
        smallest=SmallestGroup(),
    )
    return assessments.make(organisation, setup, AskedSet(questionnaires()))


def signed_in(app: Flask) -> str:
    """The cookie of who leads everything."""
    client = app.test_client()
    client.environ_base = dict(VISITOR)
    page = client.get("/sign-in").get_data(as_text=True)
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    client.post("/sign-in", data={"email": LEAD, "password": PASSWORD, "csrf_token": token})
    cookie = client.get_cookie("session")
    assert cookie is not None
    return f"session={cookie.value}"
