"""Prints HTML to PDF in a process of its own, which fetches nothing and has limits.

The process is started early, by `warm_up`, so that it loads WeasyPrint while the answers are still
being read; see `assess.document.worker` for what happens there. Whoever renders waits for one document
at a time.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date as Date
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from threading import RLock

from assess.document.order import Attachment, Limits, Order

STARTING, GRACE = 60.0, 10.0
"""How many seconds the process may take to load, and to answer after its own time is over."""
ROOT = Path(__file__).parents[2]


class DocumentFailed(Exception):
    """No PDF was made; the message is one line that says why and what to do."""


class DocumentWarning(UserWarning):
    """A PDF was made, but something in it could not be drawn as asked."""


def warm_up() -> None:
    """Start loading the engine; returns at once."""
    _printer.start()


def render(
    html: str,
    *,
    date: Date,
    assets: Mapping[str, bytes] | None = None,
    attachments: Sequence[Attachment] = (),
    limits: Limits | None = None,
) -> bytes:
    """The HTML as a tagged PDF, dated `date`; the same input gives the same bytes.

    The HTML carries language and title, and may refer to an asset as `asset:NAME` and to nothing else.
    """
    order = Order(html, date, dict(assets or {}), tuple(attachments), limits=limits or Limits.of(html))
    return _printer.render(order)


class Printer:
    """The printing process, as seen from here."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._remarks: list[str] | None = None
        # Not `stop`, which would wait for a thread that is still printing.
        atexit.register(self._kill)
        os.register_at_fork(after_in_child=self._leave_to_parent)

    def start(self) -> None:
        """Start the process unless it runs already."""
        with self._lock:
            if self._process is not None and self._process.poll() is None:
                return
            self.stop()
            self._line, theirs = Pipe()
            with theirs:
                self._process = _started(theirs.fileno())

    def stop(self) -> None:
        """End the process and whatever it is printing."""
        with self._lock:
            self._kill()
            if self._line is not None:
                self._line.close()
            self._process = self._line = self._remarks = None

    def _kill(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def render(self, order: Order) -> bytes:
        """The printed document."""
        with self._lock:
            self.start()
            try:
                complaints, pdf = self._printed(order)
            except (EOFError, OSError) as problem:
                self.stop()
                raise DocumentFailed(_line("the printing process ended; try again")) from problem
            except DocumentFailed:
                # A document that failed says nothing about the next one; an engine that never came up does.
                if self._remarks is None:
                    self.stop()
                raise
            except BaseException:
                self.stop()
                raise
        for complaint in complaints:
            warnings.warn(complaint, DocumentWarning, stacklevel=3)
        return pdf

    def _printed(self, order: Order) -> tuple[list[str], bytes]:
        if self._remarks is None:
            self._remarks, _ = self._answer(STARTING)
        assert self._line is not None
        self._line.send(order)
        complaints, pdf = self._answer(order.limits.patience + GRACE)
        return self._remarks + complaints, pdf

    def _answer(self, seconds: float) -> tuple[list[str], bytes]:
        """What the process has to remark and the PDF, when it did not fail."""
        assert self._line is not None
        if not self._line.poll(seconds):
            raise EOFError
        head, _, pdf = self._line.recv_bytes().partition(b"\n")
        answer = json.loads(head)
        if answer["failed"] is not None:
            raise DocumentFailed(_line(answer["failed"]))
        return answer["complaints"], pdf

    def _leave_to_parent(self) -> None:
        """A fork of this program starts a printing process of its own: two on one line would mix."""
        self._lock = RLock()
        if self._process is not None:
            # Not ours to wait for; without this Python would warn that nobody did.
            self._process.returncode = 0
        if self._line is not None:
            self._line.close()
        self._process = self._line = self._remarks = None


def _started(descriptor: int) -> subprocess.Popen[bytes]:
    """The process, with one end of the line; it ends by itself when the other end closes."""
    # -P: a file in the working directory that is called like a library is not one.
    command = [sys.executable, "-P", "-m", "assess.document.worker", str(descriptor)]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        command,
        pass_fds=[descriptor],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        # Ctrl-C is for the program in front, which then ends this one.
        start_new_session=True,
    )


def _line(reason: str) -> str:
    """Why there is no PDF and what to do, on one line."""
    return f"the PDF was not made: {' '.join(reason.split())[:300]}"


_printer = Printer()
