"""`python -m tests.golden FILE.json`: every case of the file, and `N passed, M failed`."""

import sys
from pathlib import Path

from tests.golden.running import run

if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("usage: python -m tests.golden FILE.json", file=sys.stderr)
        raise SystemExit(2)
    raise SystemExit(run(Path(sys.argv[1])))
