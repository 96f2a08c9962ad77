"""The real server keeps what comes over the line at arm's length: clear pages, and no memory lost on it."""

import socket
from contextlib import closing
from pathlib import Path

import pytest

from assess.store import db
from assess.store.migrating import migrate
from tests.cli.test_serving import Served, until
from tests.web.conftest import add_account
from tests.web.employing import an_open_box
from tests.web.product import product

MOST_MORE = 50_000
"""Kilobytes of memory that an attack may cost at most."""
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
CHUNKED = FORM + "Transfer-Encoding: chunked\r\n"
HUGE = 10**7
REST = "HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


class Line:
    """A server, and how one talks to it without any manners."""

    def __init__(self, served, id):
        self.served, self.id = served, id
        self.port = int(served.environment["ASSESS_PORT"])

    def say(self, head, body=b"", more=b""):
        """What comes back for a request as it is written here."""
        with closing(socket.create_connection(("127.0.0.1", self.port), 30)) as line:
            try:
                line.sendall(head.encode("latin-1") + body)
                line.sendall(more)
            except OSError:
                pass  # it has heard enough
            return heard(line)

    def listens(self):
        """Whether it takes calls."""
        with closing(socket.socket()) as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    def post(self, page, headers, body=b"", more=b""):
        """What comes back for a form."""
        head = f"POST /{page}/{self.id} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
        return self.say(head, body, more)

    @property
    def web(self):
        """The process that answers."""
        found = [int(pid) for pid in children(self.served.process.pid) if "jobs.worker" not in command(pid)]
        return found[0]

    def memory(self, kind):
        """Kilobytes: VmRSS now, VmHWM at most since `forget`."""
        lines = Path(f"/proc/{self.web}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(kind))

    def forget(self):
        """Lets the most memory be counted from now on."""
        Path(f"/proc/{self.web}/clear_refs").write_text("5")


def children(pid):
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return " ".join(thread.read_text() for thread in threads).split()


def command(pid):
    return Path(f"/proc/{pid}/cmdline").read_text()


def heard(line):
    parts = []
    try:
        while part := line.recv(65_536):
            parts.append(part)
    except OSError:
        pass
    return b"".join(parts).decode("utf-8", "replace")


pytestmark = pytest.mark.attack


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    home = tmp_path_factory.mktemp("served") / "home"
    migrate(home)
    app = product(home)
    add_account(app, "lead@example.org", "Lea")
    id = an_open_box(app)
    with app.app_context():
        db.engine.dispose()
    served = Served(home)
    found = Line(served, id)
    until(found.listens)
    for page in "ec":
        assert status(found.say(f"GET /{page}/{id} {REST}")) == 200
    yield found
    served.process.kill()
    served.process.communicate()


def status(answer):
    return int(answer.split(" ", 2)[1])


def length(size):
    return f"{FORM}Content-Length: {size}\r\n"


def chunk(content):
    return b"%x\r\n%s\r\n" % (len(content), content)


BODIES = {
    "too large": (length(HUGE), b"a" * HUGE, b"", {413}),
    "said to be too large": (length(10**15), b"a=1", b"", {413}),
    "a length that is no number": (length("1e3"), b"a=1", b"", {400}),
    "a length below nothing": (length(-1), b"a=1", b"", {400}),
    "two lengths": (length(3) + "Content-Length: 5\r\n", b"a=1", b"", {400}),
    "length and chunks": (CHUNKED + "Content-Length: 3\r\n", b"0\r\n\r\n", b"", {400}),
    "too large in chunks": (CHUNKED, chunk(b"a" * 100_000) * 100, b"0\r\n\r\n", {411}),
    "a form in chunks": (CHUNKED, chunk(b"HEAD-M=4&a=" + b"a" * 1_100_000), b"0\r\n\r\n", {411}),
    "a chunk without end": (CHUNKED, b"ffffffffffffffff\r\n" + b"a" * 2_000_000, b"", {400, 411}),
    "a chunk that is no number": (CHUNKED, b"zz\r\na=1\r\n", b"", {400, 411}),
    "a chunk with a long remark": (CHUNKED, b"1;" + b"a" * 100_000 + b"\r\na\r\n0\r\n\r\n", b"", {400, 411}),
    "long trailers": (CHUNKED, b"0\r\n" + b"X: y\r\n" * 50_000, b"\r\n", {400, 411}),
    "another coding": (FORM + "Transfer-Encoding: gzip\r\n", b"a=1", b"", {400, 501}),
    "a million fields": (length(2_999_999), b"&".join([b"a="] * 10**6), b"", {413}),
    "a million separators": (length(10**6 - 1), b"&" * (10**6 - 1), b"", {413, 422}),
    "many fields": (length(999_999), b"a&" * 499_999 + b"a", b"", {413, 422}),
}  # fmt: skip


@pytest.mark.parametrize("page", ["e", "c"])
@pytest.mark.parametrize(("headers", "body", "more", "statuses"), BODIES.values(), ids=BODIES.keys())
def test_a_body_is_refused_and_costs_little_memory(line, page, headers, body, more, statuses):
    line.forget()
    before = line.memory("VmRSS")
    answer = line.post(page, headers, body, more)

    assert status(answer) in statuses, answer[:300]
    assert "<h1>" in answer
    assert line.memory("VmHWM") - before < MOST_MORE


REQUESTS = {
    "a long link": ("GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n" % ("a" * 5_000), 414),
    "a very long link": ("GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n" % ("a" * 500_000), 414),
    "many headers": ("GET / HTTP/1.1\r\nHost: localhost\r\n%s\r\n" % ("X: y\r\n" * 300), 431),
    "a long header": ("GET / HTTP/1.1\r\nHost: localhost\r\nX: %s\r\n\r\n" % ("y" * 100_000), 431),
    "a long cookie": ("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: session=%s\r\n\r\n" % ("y" * 9_000), 431),
    "no request": ("<script>alert(1)</script>\r\n\r\n", 400),
    "no method": ("GE\x00T / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    "another protocol": ("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 400),
    "a header in two lines": ("GET / HTTP/1.1\r\nHost: localhost\r\n X: y\r\n\r\n", 400),
    "a header without name": ("GET / HTTP/1.1\r\nHost: localhost\r\n: y\r\n\r\n", 400),
    "two hosts": ("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
    "a link to elsewhere": ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400),
    "a tunnel": ("CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", 400),
    "an expectation": ("GET / HTTP/1.1\r\nHost: localhost\r\nExpect: <b>\r\n\r\n", 417),
}  # fmt: skip


@pytest.mark.parametrize(("request_", "wanted"), REQUESTS.values(), ids=REQUESTS.keys())
def test_what_is_no_request_gets_a_page_of_ours(line, request_, wanted):
    answer = line.say(request_)

    assert status(answer) == wanted, answer[:300]
    assert '<a class="skip"' in answer
    assert "Content-Security-Policy: default-src 'none'" in answer
    assert "evil" not in answer
    assert "script>alert" not in answer
    assert "\r\nServer: gunicorn/" not in answer


def test_a_client_cannot_say_where_the_product_lies(line):
    for header in (
        "SCRIPT_NAME: /evil",
        "SCRIPT-NAME: /evil",
        "X-Forwarded-Prefix: /evil",
        "PATH_INFO: /evil",
    ):
        answer = line.say(
            f"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n{header}\r\nConnection: close\r\n\r\n"
        )
        assert "evil" not in answer


def test_nothing_of_all_this_is_stored_or_told(line):
    """Comes last: it ends the server."""
    _, told = line.served.end()

    assert told == ""
