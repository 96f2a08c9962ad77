"""`assess check`: what is wrong in questionnaires."""

import sys
from collections.abc import Sequence

from assess.cli.endings import GOOD, PROBLEMS
from assess.loading import check


def run(paths: Sequence[str]) -> int:
    """Prints a line for each good file, and on stderr one for each problem."""
    ending = GOOD
    for checked in check(paths):
        if checked.problems:
            ending = PROBLEMS
        print(*checked.lines, sep="\n", file=sys.stderr if checked.problems else sys.stdout)
    return ending
