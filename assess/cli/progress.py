"""What is going on, told only when it takes longer than anyone likes to wait in silence."""

import sys
from threading import Event, Thread
from types import TracebackType
from typing import Self

PATIENCE = 1.0
"""Seconds of silence before a line, and between two."""


class Progress:
    """Takes what is being done; prints it on stderr when a second has passed, and then once a second."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._doing = self._told = ""
        self._done = Event()
        self._thread = Thread(target=self._tell, daemon=True)

    def __call__(self, doing: str) -> None:
        """Says what is being done from now on."""
        self._doing = doing

    def __enter__(self) -> Self:
        """Starts waiting."""
        self._thread.start()
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Falls silent."""
        self._done.set()
        self._thread.join()

    def _tell(self) -> None:
        while not self._done.wait(self._patience):
            if self._doing != self._told:
                self._told = self._doing
                print(f"{self._told} …", file=sys.stderr, flush=True)
