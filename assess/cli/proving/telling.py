"""The report on the attacks, as lines and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from assess.cli.proving.tried import Tried
from assess.store.assessments import Assessment


def lines(of: Assessment, tried: Sequence[Tried]) -> Iterator[str]:
    """What a person reads."""
    yield f"{of.organisation}, {of.name}: attacked on a copy of what lies here now."
    yield f"{'attack':22}{'found here':34}{'on a naive build':19}{'seconds':>8}"
    for one in tried:
        yield f"{one.name:22}{_here(one):34}{_control(one):19}{one.seconds:8.1f}"
    yield from (f"  {one.name}: {what}" for one in tried if not one.passed for what in one.found)
    yield _verdict(tried)


def _here(one: Tried) -> str:
    between = f" (by chance {one.chance[0]} to {one.chance[1]})" if one.chance else ""
    return f"{one.hits} of {one.of}{between}"


def _control(one: Tried) -> str:
    return "-" if one.control is None else f"{one.control} of {one.control_of}"


def _verdict(tried: Sequence[Tried]) -> str:
    if all(one.passed for one in tried):
        return "No attack succeeded here; each succeeded on the naive build."
    names = ", ".join(one.name for one in tried if not one.passed)
    return (
        f"Not good: {names}. Run it once more: chance alone does this to one run in a thousand. "
        "If it stays, do not promise anonymity, and please report these lines."
    )


def as_json(of: Assessment, tried: Sequence[Tried]) -> str:
    """The same for a program."""
    told = {"assessment": of.id, "passed": all(one.passed for one in tried), "attacks": rows(tried)}
    return json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def rows(tried: Sequence[Tried]) -> list[dict[str, object]]:
    """Each attack as it is stored."""
    return [asdict(one) | {"passed": one.passed} for one in tried]
