"""Applications behind the server of the product, and what the processes behind it cost."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.gauges import ROOT, TICK, Unit, Work
from benchmarks.web_home import AGENT, Request

PRODUCT = "import sys; from assess.cli import main; sys.exit(main())"
HELLO = "benchmarks.web_home:hello()"
GUNICORN = ["--worker-class", "gthread", "--threads", "8", "--workers", "1", "--preload"]


@dataclass(frozen=True, slots=True)
class Served:
    """A server at work."""

    process: subprocess.Popen[bytes]
    port: int

    def answers(self, path: str) -> None:
        """Waits until the server answers, and fails when it has ended."""
        while self.process.poll() is None:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                connection.request("GET", path)
                assert connection.getresponse().status == 200
                return
            except ConnectionRefusedError:
                time.sleep(0.005)
            finally:
                connection.close()
        raise AssertionError("the server did not start")

    def send(self, requests: Sequence[Request]) -> None:
        """Asks for all of it over one connection; each answer has to be a good one."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        for request in requests:
            headers = {"User-Agent": AGENT, "Accept-Encoding": request.encoding}
            if request.cookie:
                headers["Cookie"] = request.cookie
            if request.body:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(request.method, request.path, request.body or None, headers)
            answer = connection.getresponse()
            answer.read()
            assert answer.status in (200, 303), (request.path, answer.status)
        connection.close()

    def cpu(self, requests: Sequence[Request]) -> float:
        """Seconds of work by the processor for all of it, in the process that answers."""
        before = self._worked()
        self.send(requests)
        return self._worked() - before

    def memory(self, key: str) -> int:
        """Bytes of the process that answers: Rss for all of it, Pss for its share."""
        lines = Path(f"/proc/{self._answering()}/smaps_rollup").read_text().splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith(f"{key}:"))

    def _worked(self) -> float:
        fields = Path(f"/proc/{self._answering()}/stat").read_text().rpartition(")")[2].split()
        return TICK * sum(map(int, fields[11:13]))

    def _answering(self) -> str:
        """The process that answers; the one beside it does jobs."""
        pid = self.process.pid
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        [answering] = [
            one for one in found if b"assess.jobs" not in Path(f"/proc/{one}/cmdline").read_bytes()
        ]
        return answering

    def end(self) -> None:
        """Stops the server as an operator does."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def start(home: Path, program: str = PRODUCT) -> Served:
    """Starts `assess serve` on an installation."""
    port = _free_port()
    environment = os.environ | {"ASSESS_HOME": str(home), "ASSESS_PORT": str(port)}
    return _started([sys.executable, "-c", program, "serve"], port, environment)


def start_hello() -> Served:
    """Starts the least that Flask can do, behind the same server."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", *GUNICORN, "--log-level", "warning"]
    return _started([*command, "--bind", f"127.0.0.1:{port}", HELLO], port, dict(os.environ))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _started(command: list[str], port: int, environment: Mapping[str, str]) -> Served:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    return Served(process, port)


@contextmanager
def running(server: Served, path: str) -> Iterator[Served]:
    """The same server once it answers, and stopped afterwards."""
    try:
        server.answers(path)
        yield server
    finally:
        server.end()


def told_cpu(work: Work) -> Mapping[Unit, float]:
    """What work that measures itself says it took of the processor."""
    return {"CPU": float(work())}
