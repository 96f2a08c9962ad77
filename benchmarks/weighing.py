"""`python -m benchmarks.weighing MODULE:FUNCTION [ARGUMENT …]` prints how many bytes a call adds at its peak.

What the module imports counts as there already: import in it what the function needs.
"""

import ctypes
import gc
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.answers import questionnaires


def _status(key: str) -> int:
    """A line of what the kernel knows about this process, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith(f"{key}:"))


def main(function: str, *arguments: str) -> None:
    """Calls the function and prints how much more memory this process had at its peak than before."""
    module, name = function.split(":")
    call = getattr(import_module(module), name)
    questionnaires()
    gc.collect()
    # Memory that is free but still held would hide the first megabytes of the call.
    ctypes.CDLL(None).malloc_trim(0)
    # The kernel forgets the highest peak so far, which was that of the imports.
    Path("/proc/self/clear_refs").write_text("5")
    before = _status("VmRSS")
    kept = call(*arguments)
    print(_status("VmHWM") - before)
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
