"""A figure from outside carries what is needed to judge it."""

from collections.abc import Iterator

from assess.loading.drafts import Drafts
from assess.loading.problems import Problem


def figures(drafts: Drafts) -> Iterator[Problem]:
    """Benchmarks without a grade of trust, and intervals that run the wrong way."""
    draft = drafts.benchmarks
    if draft is None:
        return
    for n, benchmark in enumerate(drafts.figures()):
        if benchmark["value"] is not None and benchmark["trust"] is None and draft.lacks((n,), "trust"):
            what = f"benchmark {benchmark.get('id', n + 1)!r} has a value and no 'trust'"
            yield draft.problem((n,), what, "add 'trust:' with A, B or C")
        interval = benchmark["interval95"]
        if interval and interval[0] > interval[1]:
            yield draft.problem(
                (n, "interval95"), "the interval runs from high to low", "give the lowest first"
            )
