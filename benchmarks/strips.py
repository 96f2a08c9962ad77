"""How long it takes to draw the charts of a whole document."""

from collections.abc import Iterator
from contextlib import contextmanager

from assess.charts import Frame, Mark, Strip, draw
from benchmarks.bounds import Bound, Pair, Race

SHEET = 60
FRAME = Frame(300, 28)


def bounds() -> tuple[Bound, ...]:
    """The bounds on drawing."""
    return (
        Bound(
            "strips",
            f"{SHEET} strips drawn on one sheet : a single strip",
            "one call of the engine for each strip",
            15,
            _sheet,
            rounds=15,
        ),
    )


@contextmanager
def _sheet() -> Iterator[Race]:
    strips = [_strip(number) for number in range(SHEET)]

    def one() -> None:
        draw(FRAME, strips[:1])

    def one_by_one() -> None:
        for strip in strips:
            draw(FRAME, [strip])

    yield Race(Pair(lambda: draw(FRAME, strips), one), Pair(one_by_one, one))


def _strip(number: int) -> Strip:
    """What three audiences said, a little further along for every strip."""
    leaders, employees, customers = 40 + number * 0.8, 30 + number * 0.7, 20 + number * 0.6
    return Strip(
        (
            Mark("leaders", 8, leaders, leaders - 12, leaders + 12, "leaders"),
            Mark("employees", 14, employees, employees - 4, employees + 4, "employees"),
            Mark("customers", 20, customers, customers - 7, customers + 7, "customers"),
        )
    )
