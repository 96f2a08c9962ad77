"""Runs golden cases and holds what comes out against what is expected."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.golden.adapter import FUNCTIONS


def run(file: Path) -> int:
    """Prints every failure and the count; 1 when any case fails."""
    try:
        cases = json.loads(file.read_text("utf-8"))["cases"]
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        print(f"{file}: not a file of golden cases: {trouble}")
        return 1
    failed = 0
    for case in cases:
        problems = list(differences(case))
        failed += bool(problems)
        for problem in problems:
            print(f"{case.get('id')}: {problem}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


def differences(case: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one case; nothing when it passes."""
    function = FUNCTIONS.get(case.get("fn"))
    if function is None:
        yield f"{case.get('fn')!r} is not a function of the product"
        return
    try:
        result = function(**case["inputs"])
    except Exception as trouble:  # a case that breaks has failed; the others still run
        yield f"{type(trouble).__name__}: {trouble}"
        return
    yield from _compare(case["expected"], result, case.get("tol", 1e-6), "")


def _compare(expected: Any, found: Any, tol: float, place: str) -> Iterator[str]:
    if isinstance(expected, Mapping) and isinstance(found, Mapping):
        for key, value in expected.items():
            if key in found:
                yield from _compare(value, found[key], tol, f"{place}.{key}")
            else:
                yield f"{place}.{key} is missing"
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{place}: expected {expected}, found {found}"
            return
        for index, pair in enumerate(zip(expected, found, strict=True)):
            yield from _compare(*pair, tol, f"{place}[{index}]")
    elif not _same(expected, found, tol):
        yield f"{place}: expected {expected!r}, found {found!r}"


def _same(expected: Any, found: Any, tol: float) -> bool:
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return abs(expected - found) <= tol
    return type(expected) is type(found) and bool(expected == found)
