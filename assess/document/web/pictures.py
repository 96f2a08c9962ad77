"""The strips as they stand in a page of the web: in the colours of the stylesheet, light and dark."""

from collections.abc import Mapping

from markupsafe import Markup

from assess.charts.marks import ACCENT, INK, LINE, MUTED, PAPER
from assess.document.strips import Figure

COLOURS = {INK: "ink", MUTED: "muted", LINE: "line", ACCENT: "accent", PAPER: "paper"}
"""The name that each colour of the strips has in the stylesheet."""


class Pictures:
    """The drawn strips by the figure that asked for them."""

    def __init__(self, drawn: Mapping[str, str]) -> None:
        self._drawn = {name: coloured(svg) for name, svg in drawn.items()}

    def picture(self, figure: Figure) -> Markup:
        """A strip as a picture of its own, told in words to who cannot see it."""
        return Markup(self._drawn[figure.name])

    def marks(self, figure: Figure) -> Markup:
        """Only the marks of a strip, to stand in a larger picture."""
        return Markup(self._drawn[figure.name].partition("</title>")[2].removesuffix("</svg>"))


def coloured(svg: str) -> str:
    """A picture whose colours are those of the stylesheet."""
    for colour, name in COLOURS.items():
        svg = svg.replace(f'"{colour}"', f'"var(--{name})"')
    return svg
