"""The command line: what is typed in, what is run, what comes out and how it ends."""

import io
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from assess import settings
from assess.cli.arguments import parser
from assess.cli.endings import PROBLEMS, STOPPED, USAGE, Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives 0 when all is good, 1 when the input has problems, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        ending = _run(arguments)
        sys.stdout.flush()
    except Refused as refused:
        return _tell(refused.lines, PROBLEMS)
    except KeyboardInterrupt:
        return _tell(["assess: stopped"], STOPPED)
    except OSError as error:
        # Python would try once more to write what is left, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        seen_enough = isinstance(error, BrokenPipeError)
        return _tell([] if seen_enough else [f"assess: {error}; make room or check the rights"], PROBLEMS)
    except Exception as error:
        return _tell([_fault(error)], PROBLEMS)
    return ending


def _run(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options, settings.read(os.environ)))
    except settings.InvalidSettings as error:
        return _tell(error.problems, USAGE)


def _tell(lines: Iterable[str], ending: int) -> int:
    with suppress(BrokenPipeError):
        for line in lines:
            print(line, file=sys.stderr)
    return ending


def _fault(error: Exception) -> str:
    """One line about an error that is the program's own, with the place where it happened."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    where = f"{Path(place.filename).name}:{place.lineno}"
    return f"assess: a fault in the program itself, {what} ({where}); please report this line"
