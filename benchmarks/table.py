"""The outcome as a table."""

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.bounds import Outcome

LINE = "{:18} {:>6} {:>7} {:>15} {:>7} {:>8}  {}"
HEADINGS = LINE.format("name", "on", "ratio", "(min–max)", "bound", "control", "verdict")


def lines(outcome: Outcome) -> Iterator[str]:
    """The bound's own line, one for what else was read, and what the names stand for."""
    bound = outcome.bound
    for unit, found in outcome.ours.items():
        held = unit == bound.unit
        yield LINE.format(
            bound.name if held else "",
            unit,
            f"{median(found):.2f}",
            f"({min(found):.2f}–{max(found):.2f})",
            f"≤ {bound.most:g}" if held else "",
            f"{median(outcome.control[unit]):.2f}",
            outcome.verdict if held else "",
        ).rstrip()
    yield f"    {bound.what}"
    yield f"    control: {bound.control}"


def conclusion(outcomes: Sequence[Outcome]) -> str:
    """One line: whether all is well, and otherwise what is not."""
    wrong = [f"{outcome.bound.name} ({outcome.verdict})" for outcome in outcomes if not outcome.holds]
    if wrong:
        return f"Not good: {', '.join(wrong)}."
    return f"All {len(outcomes)} bounds hold, and every control breaks its bound."
