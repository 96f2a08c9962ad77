"""Draws a whole sheet of strips in one go.

The engine's price is per call, not per mark. So all strips of a frame are drawn on top of each other
in one picture, each mark carrying the number of its strip; then the picture is taken apart again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from assess.charts.marks import LINE, LOOKS, TICK, Frame, Mark, Strip
from assess.charts.template import POINTS, RANGES, TICKS, template

AXIS = "axis"
STYLE = ("fill", "stroke", "stroke-width", "stroke-dasharray")
COMMAND = re.compile(r"([MLCZhv])([^MLCZhv]*)")
NUMBER = re.compile(r"-?\d*\.?\d+(?:e[+-]?\d+)?")

Path = tuple[tuple[tuple[str, str], ...], str]
"""How a drawn mark is painted, and its outline."""


def draw(frame: Frame, strips: Sequence[Strip]) -> tuple[str, ...]:
    """One SVG picture per strip, in order, with the strip's alternative text as its title."""
    if not strips:
        return ()
    # Imported here: reading answers and checking questionnaires need no charts.
    import vl_convert

    sheet = vl_convert.vega_to_svg(_filled(frame, strips), allowed_base_urls=[])
    marks = _taken_apart(sheet)
    return tuple(
        _picture(frame, strip, marks[AXIS] + marks[str(number)]) for number, strip in enumerate(strips)
    )


def _filled(frame: Frame, strips: Sequence[Strip]) -> dict[str, Any]:
    """The template with this frame's size and axis and the marks of all its strips."""
    values = {
        TICKS: [_tick(frame, x) for x in frame.ticks],
        RANGES: list(_ranges(frame, strips)),
        POINTS: list(_points(frame, strips)),
    }
    axes = {
        "x": {"domain": list(frame.domain), "range": [frame.inset, frame.width - frame.inset]},
        "y": {"domain": [0, frame.height], "range": [0, frame.height]},
    }
    empty = template()
    data = [{**d, "values": values[d["name"]]} if d["name"] in values else d for d in empty["data"]]
    scales = [{**scale, **axes[scale["name"]]} for scale in empty["scales"]]
    return {**empty, "width": frame.width, "height": frame.height, "data": data, "scales": scales}


def _tick(frame: Frame, x: float) -> dict[str, object]:
    return {"strip": AXIS, "x": x, "y": frame.height - TICK, "foot": frame.height, "colour": LINE}


def _ranges(frame: Frame, strips: Sequence[Strip]) -> Iterator[dict[str, object]]:
    for number, mark in _numbered(strips):
        if mark.lo is not None and mark.hi is not None:
            look = LOOKS[mark.look]
            ends = {"x": frame.clip(mark.lo), "to": frame.clip(mark.hi)}
            line = {"y": mark.lane, "colour": look.colour, "dash": list(look.dash) or None}
            yield {"strip": str(number), **ends, **line}


def _points(frame: Frame, strips: Sequence[Strip]) -> Iterator[dict[str, object]]:
    for number, mark in _numbered(strips):
        if not frame.holds(mark.x):
            raise ValueError(f"{mark.x} does not lie on the axis from {frame.domain[0]} to {frame.domain[1]}")
        look = LOOKS[mark.look]
        place = {"x": mark.x, "y": mark.lane, "area": look.area * frame.size}
        yield {"strip": str(number), **place, "shape": look.shape, "colour": look.colour, "fill": look.fill}


def _numbered(strips: Sequence[Strip]) -> Iterator[tuple[int, Mark]]:
    for number, strip in enumerate(strips):
        for mark in strip.marks:
            yield number, mark


def _taken_apart(sheet: str) -> Mapping[str, list[Path]]:
    """The drawn marks by the number of their strip, lines before points, in the order they were given."""
    marks: dict[str, list[Path]] = defaultdict(list)
    for element in ElementTree.fromstring(sheet).iter():
        strip = element.get("aria-label")
        if strip is not None:
            style = tuple((name, element.attrib[name]) for name in STYLE if name in element.attrib)
            marks[strip].append((style, _outline(element.attrib)))
    return marks


def _outline(drawn: Mapping[str, str]) -> str:
    """The path of a mark in the strip's own coordinates, without the engine's shift."""
    x, y = (float(number) for number in NUMBER.findall(drawn["transform"]))
    if "d" not in drawn:
        return f"M{_number(x)},{_number(y)}l{_number(float(drawn['x2']))},{_number(float(drawn['y2']))}"
    parts = []
    for command, numbers in _commands(drawn["d"]):
        shift = (x, y) if command.isupper() else (0, 0)
        parts.append(command + ",".join(_number(n + shift[place % 2]) for place, n in enumerate(numbers)))
    return "".join(parts)


@lru_cache(maxsize=64)
def _commands(path: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """The steps of a shape; there are few shapes and many marks."""
    return tuple(
        (command, tuple(float(number) for number in NUMBER.findall(numbers)))
        for command, numbers in COMMAND.findall(path)
    )


def _number(value: float) -> str:
    """A length to a hundredth of a pixel, which no printer tells from the exact one."""
    return f"{round(value, 2) + 0:g}"


def _picture(frame: Frame, strip: Strip, marks: Sequence[Path]) -> str:
    """The strip as SVG; neighbours of one style become one path, as the PDF engine's price is per path."""
    paths = "".join(
        f"<path{''.join(f' {name}={quoteattr(value)}' for name, value in style)}"
        f' d="{"".join(outline for _, outline in alike)}"/>'
        for style, alike in groupby(marks, key=itemgetter(0))
    )
    width, height = _number(frame.width), _number(frame.height)
    # Inside a page the title is the picture's alternative text, for the PDF and for browsers alike.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" fill="none">'
        f"<title>{escape(strip.alternative)}</title>{paths}</svg>"
    )
