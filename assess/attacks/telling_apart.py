"""Whether two kinds of things can be told apart by how long they take."""

from collections.abc import Callable, Sequence
from time import perf_counter_ns


def apart(near: Sequence[float], far: Sequence[float]) -> float:
    """How often one of the first kind takes longer than one of the second: 0.5 when nothing tells them."""
    ranked = sorted([(time, True) for time in near] + [(time, False) for time in far])
    fewer = above = 0
    for _, is_near in ranked:
        above += fewer if is_near else 0
        fewer += not is_near
    return above / (len(near) * len(far))


def timed(try_one: Callable[[str], object], guesses: Sequence[str]) -> list[float]:
    """How long each guess takes, in nanoseconds, one after the other."""
    found = []
    for guess in guesses:
        start = perf_counter_ns()
        try_one(guess)
        found.append(float(perf_counter_ns() - start))
    return found
