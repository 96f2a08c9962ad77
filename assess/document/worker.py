"""The process that prints: started once, it loads WeasyPrint and forks a child for every document.

A child of its own gives each document its own limits, and what WeasyPrint leaks goes with it. Started
by hand rather than by multiprocessing: that would run the main program again in every child, and its
server cannot warm up what it preloads.
"""

import ctypes.util
import gc
import json
import os
import resource
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait

from assess.document.order import Limits, Order

OUT_OF_MEMORY = 77
"""The exit status of a child that ran into its limit and can still say so."""
PANGO = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FONT = "apt install fonts-inter"
LESS = "print fewer teams or questionnaires in one report"


def main(descriptor: int) -> None:
    """Print what comes in through a connection until the other side closes it."""
    caller = Connection(descriptor)
    problem, remarks = _loaded()
    caller.send_bytes(_answer(problem, remarks))
    while problem is None:
        try:
            order = caller.recv()
        except EOFError:
            return
        caller.send_bytes(_printed(order, caller))


def _answer(failed: str | None, complaints: Sequence[str] = (), pdf: bytes = b"") -> bytes:
    """A line of JSON and then the PDF; not a pickle, which could run code where it is read."""
    return json.dumps({"failed": failed, "complaints": complaints}).encode() + b"\n" + pdf


def _loaded() -> tuple[str | None, list[str]]:
    """Load the engine; gives what keeps it from printing at all, and what it prints less well without."""
    # WeasyPrint tries other systems' names of its libraries first, and for each of them Python would start
    # a compiler to look for it: half a second. Under its own name a library is found without.
    ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
    with warnings.catch_warnings(record=True) as remarks:
        warnings.simplefilter("always")
        try:
            from assess.document import printing
        except OSError:
            return f"Pango is not installed; {PANGO}", []
    # Without any font the engine does not complain when it prints: it crashes.
    if any("FontConfig" in str(remark.message) for remark in remarks):
        return f"no font is installed; {FONT}", []
    return None, printing.warm_up()


def _printed(order: Order, caller: Connection) -> bytes:
    """What became of a document."""
    result, child_end = Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        caller.close()
        result.close()
        _child(order, child_end)
    child_end.close()
    answer = b""
    in_time = result in wait([result, caller], order.limits.patience)
    if in_time:
        # When the child broke off there is no answer, or half of one.
        with suppress(EOFError, OSError):
            answer = result.recv_bytes()
    else:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    result.close()
    return answer or _answer(_reason(status if in_time else None, order.limits))


def _child(order: Order, result: Connection) -> None:
    """Print within the limits and end the process, whatever happens."""
    # The process ends with the document: what is collected before that is time lost.
    gc.disable()
    status = 1
    try:
        _limit(order.limits)
        from assess.document import printing

        pdf, complaints = printing.print_pdf(order)
        result.send_bytes(_answer(None, complaints, pdf))
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    except Exception as problem:
        reason = f"it cannot be laid out ({type(problem).__name__}: {problem}); shorten the longest texts"
        result.send_bytes(_answer(reason))
    finally:
        os._exit(status)


def _limit(limits: Limits) -> None:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    # Libraries in C write here when they give up; the caller gets one line instead.
    os.dup2(silence, 2)
    memory = limits.megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))


def _reason(status: int | None, limits: Limits) -> str:
    """Why a child gave no document, by its exit status or because it had none in time; and what to do."""
    if status is None:
        return f"it was not ready after {limits.patience:g} seconds; try again when the machine is less busy"
    if status == -signal.SIGXCPU:
        return f"it took more than {limits.seconds} seconds of work; {LESS}"
    if status == OUT_OF_MEMORY:
        return f"it needed more than {limits.megabytes} MB of memory; {LESS}"
    # Libraries in C abort when memory is refused, so nothing is left that could say why.
    return f"it broke off, most likely at its limit of {limits.megabytes} MB of memory; {LESS}"


if __name__ == "__main__":
    main(int(sys.argv[1]))
