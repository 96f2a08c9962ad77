"""How a command ends."""

from collections.abc import Iterable

GOOD, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130

MOST_TOLD = 20
"""Problems that are told in full, unless all are asked for."""


class Refused(Exception):
    """The input has problems; `lines` tell them."""

    def __init__(self, lines: Iterable[object]) -> None:
        self.lines = tuple(map(str, lines))
        super().__init__("\n".join(self.lines))


def first_of(problems: Iterable[object], more: int = 0, *, every: bool = False) -> list[str]:
    """The first problems, and how many more there are; `more` counts those that were left out before."""
    lines = list(map(str, problems))
    told = lines if every else lines[:MOST_TOLD]
    left_out = len(lines) - len(told) + more
    return [*told, f"and {left_out} more; --all shows them"] if left_out else told
