"""`assess serve`: the product for the browser, with a worker process beside it for what takes long."""

import ctypes
import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from assess.cli import refusing
from assess.cli.endings import GOOD, Refused
from assess.settings import Settings
from assess.store import accounts, db
from assess.store.migrating import NewerDatabase, is_newest, migrate
from assess.web import create_app

LOCK = "serving.lock"
MOST_HEAPS = -8
"""The name of the setting M_ARENA_MAX of the C library (malloc.h)."""


def run(settings: Settings) -> int:
    """Serves until it is told to stop: the database first, then the pages, then the worker."""
    _free(settings)
    _share_one_heap()
    with _alone(settings.home):
        try:
            _migrate(settings.home)
        except NewerDatabase:
            raise Refused(
                [f"{settings.home}: made by a later version; start that version, or restore a backup"]
            ) from None
        app = create_app(settings)
        with app.app_context():
            link = accounts.first_link()
            db.engine.dispose()
        print(f"Buitenspiegel runs at {settings.reached_at}", flush=True)
        if link:
            print(f"Make the first account, once: {settings.reached_at}/set-up/{link}", flush=True)
        refusing.init_app(app)
        Server(app, settings).run()
    return GOOD


def _migrate(home: Path) -> None:
    """Takes the steps that are lacking, in a process of its own: what that loads is not held ever after."""
    if not is_newest(home):
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(1, get_context("fork")) as apart:
            apart.submit(migrate, home).result()


def _share_one_heap() -> None:
    """Lets all threads use one heap: with one for each, every heap keeps memory that the others lack."""
    with suppress(AttributeError, OSError):  # other C libraries than that of GNU have no such setting
        ctypes.CDLL(None).mallopt(MOST_HEAPS, 1)


def _free(settings: Settings) -> None:
    """Says so at once when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            place = f"{settings.host}:{settings.port}"
            why = error.strerror or str(error)
            raise Refused([f"{place}: {why.lower()}; stop what runs there, or set ASSESS_PORT"]) from None


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Holds a home so that no second server works in it."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (home / LOCK).open("w")
    except OSError as error:
        raise Refused([f"{home}: {error.strerror}; set ASSESS_HOME to a folder of your own"]) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Refused([f"{home}: a server is at work in it; stop that one first"]) from None
        yield


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with this application: one process with several threads."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._worker: subprocess.Popen[bytes] | None = None
        super().__init__()

    def load_config(self) -> None:
        """What gunicorn would read from a file. No access log: it would say who answered when."""
        options: dict[str, Any] = {
            "bind": f"{self._settings.host}:{self._settings.port}",
            "workers": 1,
            "worker_class": "assess.cli.refusing.Worker",
            "threads": self._settings.threads,
            "preload_app": True,
            # Its warnings name the address of whoever sent something odd.
            "loglevel": "error",
            # What a client writes into a header is never taken for where the product lies.
            "forwarder_headers": "",
            "graceful_timeout": 20,
            "timeout": 60,
            "control_socket_disable": True,
            "on_exit": self._end_work,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application."""
        return self._app

    def run(self) -> None:
        """Serves until it is told to stop."""
        Keeper(self).run()

    def work(self) -> None:
        """Starts a worker unless one lives; it takes up what the one before it left."""
        if self._worker is None or self._worker.poll() is not None:
            home, server = str(self._settings.home), str(os.getpid())
            command = [sys.executable, "-m", "assess.jobs.worker", home, server]
            # Without the server's lock: a worker that outlives it must not keep the next one out.
            # The gate's matrices are small: on several cores they only wait for one another.
            alone = {"OPENBLAS_NUM_THREADS": "1", **os.environ}
            self._worker = subprocess.Popen(command, env=alone, start_new_session=True)

    def _end_work(self, _: object) -> None:
        if self._worker is None:
            return
        self._worker.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._worker.wait(30)
        self._worker.kill()


class Keeper(Arbiter):  # type: ignore[misc]
    """Gunicorn's look, every second, whether who answers still lives; and whether who works does."""

    def manage_workers(self) -> None:
        """Starts what is missing, the pages first."""
        super().manage_workers()
        self.app.work()
