"""`python -m benchmarks [NAME …]` measures the bounds with these names, or all of them.

Ends with 1 when a bound is broken or a control keeps within it.
"""

import sys
from collections.abc import Sequence

from benchmarks import (
    checking,
    groups,
    plans,
    reports,
    spreadsheets,
    strips,
    table,
    web_box,
    web_pages,
    web_process,
)
from benchmarks.bounds import Bound, Outcome, measure


def every() -> dict[str, Bound]:
    """All bounds by name, in the order in which they are measured."""
    parts = (plans, strips, reports, groups, spreadsheets, checking, web_pages, web_process, web_box)
    return {bound.name: bound for part in parts for bound in part.bounds()}


def main(names: Sequence[str]) -> int:
    """Measures and prints; gives 0 when every bound holds and every control breaks it."""
    bounds = every()
    unknown = [name for name in names if name not in bounds]
    if unknown:
        print(f"no bound is called {' or '.join(unknown)}; there are {', '.join(bounds)}", file=sys.stderr)
        return 2
    print(table.HEADINGS)
    outcomes: list[Outcome] = []
    for name in names or bounds:
        outcomes.append(measure(bounds[name]))
        print(*table.lines(outcomes[-1]), sep="\n", flush=True)
    print(table.conclusion(outcomes))
    return 0 if all(outcome.holds for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
