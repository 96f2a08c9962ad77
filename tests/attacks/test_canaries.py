"""Nothing of who answers, and no code, is left anywhere: database, logs, temporary files, PDF, kept files."""

import http.client
import io
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pikepdf
import pypdf
import pytest

from assess.attacks.carving import carved, spelled
from assess.jobs import ask
from assess.store import assessments, db, jobs
from tests.attacks.watched import BREAK
from tests.browser.serving import free_port
from tests.web.building import believable, home_of
from tests.web.employing import LINK, TYPED, an_open_box, some_codes, typed_code

ROOT = Path(__file__).parents[2]
PATIENCE = 120
PEOPLE = 9
"""So few that what one of them wrote is not kept."""
ADDRESS = "127.77.66.55"
COMMENT = "canary words: more time for each customer and fewer forms"
HEADERS = {
    "User-Agent": "CanaryBrowser/77.6 (CanaryPhone)",
    "Accept-Language": "en-ZW,en;q=0.8,xx-canary",
    "X-Forwarded-For": "203.0.113.77",
    "Referer": "https://canary-intranet.example/mail",
    "Content-Type": "application/x-www-form-urlencoded",
}


@dataclass
class Server:
    """A server at work in a home, all that it wrote, and all that it answered."""

    app: object
    id: str
    port: int
    folder: Path
    answers: list

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, source_address=(ADDRESS, 0))
        sent = urlencode(body).encode() if body is not None else None
        connection.request(method, f"/e/{self.id}{path}", sent, HEADERS)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        self.answers.append((f"{method} {path}", answer))
        return answer.status


@contextmanager
def served(app, folder, *arguments):
    """The watched server in the home of an app, with a folder for all that it says and puts aside."""
    home, port, temporary = home_of(app), free_port(), folder / "temporary"
    temporary.mkdir()
    id = an_open_box(app)
    environment = os.environ | {"ASSESS_HOME": str(home), "ASSESS_PORT": str(port), "TMPDIR": str(temporary)}
    environment |= {"ASSESS_ADDRESS": f"http://127.0.0.1:{port}"}
    with (folder / "out").open("wb") as out, (folder / "errors").open("wb") as errors:
        command = [sys.executable, "-m", "tests.attacks.watched", *arguments]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=out, stderr=errors)
        try:
            until(lambda: b"runs at" in (folder / "out").read_bytes())
            server = Server(app, id, port, folder, [])
            until(lambda: reached(server))
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def reached(server):
    try:
        return server.ask("GET", "/thanks")
    except OSError:
        return False


def until(found):
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end
        time.sleep(0.05)


def canaries(codes, comment=COMMENT):
    """All spellings of everything that must not be found."""
    found = {f"code {place}": code for place, code in enumerate(codes)}
    found |= {"address": ADDRESS, "forwarded": "203.0.113.77", "language": "xx-canary", "region": "en-ZW"}
    found |= {"browser": "CanaryBrowser", "device": "CanaryPhone", "referrer": "canary-intranet"}
    return spelled(found | {"comment": comment})


def visit(server, codes, typed):
    """People answer, and everything that can go wrong for one of them does."""
    rows = believable()["employees"][:PEOPLE]
    server.ask("GET", "")
    for code, row in zip(codes, rows, strict=False):
        assert server.ask("POST", "", row | {LINK: code}) == 303
    assert server.ask("POST", "", rows[-1] | {TYPED: typed, "CUS-OPEN": COMMENT}) == 303
    everything = rows[0] | {LINK: codes[0], TYPED: typed, "CUS-OPEN": COMMENT}
    expected = {
        ("POST", "", (409,)): everything,
        ("POST", "?lang=nl", (409,)): everything | {LINK: ""},
        ("POST", "", (422,)): {LINK: codes[0], "x": "y"},
        ("POST", "", (400, 422)): everything | {"HOS-M1": "9"},
        ("POST", "", (413,)): everything | {"x": "y" * 70_000},
        ("GET", "-unknown", (404,)): None,
        ("PUT", "", (405,)): everything,
        ("GET", f"?{BREAK}", (500,)): None,
        ("POST", f"?{BREAK}", (500,)): everything,
        ("GET", f"/thanks?{BREAK}", (500,)): None,
    }
    for (method, path, statuses), body in expected.items():
        assert server.ask(method, path, body) in statuses, (method, path)


def swept(server, looked_for):
    """What can be found in everything the server wrote; by canary, where."""
    found = carved(home_of(server.app), looked_for) | carved(server.folder, looked_for)
    return {looked_for[canary]: names for canary, names in found.items()}


def printed(home):
    """All text, metadata and streams of all PDFs that were kept."""
    for path in (home / "kept").iterdir():
        if path.read_bytes().startswith(b"%PDF"):
            reader = pypdf.PdfReader(path)
            yield " ".join(page.extract_text() for page in reader.pages).encode()
            yield str((reader.metadata, reader.attachments, reader.xmp_metadata)).encode()
            plain = io.BytesIO()
            with pikepdf.open(path) as pdf:
                pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
            yield plain.getvalue()


def close(server):
    """Asks the worker of the server to close, and waits for the PDFs."""
    with server.app.test_request_context():
        ask(home_of(server.app), "close", server.id)

    def printed():
        with server.app.test_request_context():
            job = jobs.latest(server.id, "pdf")
            assert job is None or job.state != "failed", job.error
            return job is not None and job.state == "done"

    until(printed)
    with server.app.test_request_context():
        assert assessments.find(server.id).state == "closed"
        db.engine.dispose()


@pytest.mark.attack
def test_nothing_of_who_answers_is_left_anywhere(app, tmp_path, measured):
    folder = tmp_path / "outside"
    folder.mkdir()
    with served(app, folder) as server:
        codes, typed = some_codes(app, server.id, PEOPLE - 1), typed_code(app, server.id)
        visit(server, codes, typed)
        looked_for = canaries([*codes, typed, typed.replace("-", "")])
        assert swept(server, looked_for) == {}
        close(server)
    found = swept(server, looked_for) | {
        name: "a PDF"
        for text in printed(home_of(app))
        for needle, name in looked_for.items()
        if needle in text
    }
    measured(f"canaries: {len(found)} of {len(set(looked_for.values()))}")

    assert found == {}
    assert b"RuntimeError at" in (folder / "errors").read_bytes(), "the log is looked at"
    assert list(faults(server)) == []


def faults(server):
    """What an answer tells a browser, or keeps in it, that it should not."""
    for what, answer in server.answers:
        for name in ("Set-Cookie", "ETag", "Last-Modified"):
            if answer.headers[name] is not None:
                yield f"{what}: {answer.status}: {name}"
        if "no-store" not in answer.headers.get("Cache-Control", ""):
            yield f"{what}: {answer.status}: may be kept"
        if answer.headers.get("Referrer-Policy") != "no-referrer":
            yield f"{what}: {answer.status}: tells where it was"


@pytest.mark.attack
def test_a_server_that_notes_who_asks_is_caught(app, tmp_path, measured):
    folder = tmp_path / "outside"
    folder.mkdir()
    with served(app, folder, "--spy") as server:
        [code] = some_codes(app, server.id, 1)
        row = believable()["employees"][0]
        server.ask("POST", "", row | {LINK: code, "CUS-OPEN": COMMENT.replace(" ", "")})
    found = swept(server, canaries([code], COMMENT.replace(" ", "")[15:]))
    measured(f"canaries on a server that notes who asks: {len(found)} of 9")

    assert len(found) == 9
