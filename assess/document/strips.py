"""The strips of one document: asked for page by page, drawn together, one call per frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assess import charts
from assess.charts import Frame, Mark, Strip


@dataclass(frozen=True, slots=True)
class Figure:
    """A strip in a page: the name of its picture and the same in words."""

    name: str
    alternative: str
    width: float
    height: float


@dataclass
class Strips:
    """Hands out figures and remembers what has to be drawn for them."""

    asked: dict[Frame, list[tuple[str, Strip]]] = field(default_factory=dict)

    def figure(self, frame: Frame, marks: Sequence[Mark], alternative: str = "") -> Figure:
        """A strip with these marks; the alternative text comes from their labels when none is given."""
        strip = Strip(tuple(marks), alternative)
        number = sum(len(strips) for strips in self.asked.values()) + 1
        name = f"strip-{number}.svg"
        self.asked.setdefault(frame, []).append((name, strip))
        return Figure(name, strip.alternative, frame.width, frame.height)

    def drawn(self) -> Mapping[str, str]:
        """The pictures by name."""
        pictures: dict[str, str] = {}
        for frame, asked in self.asked.items():
            svgs = charts.draw(frame, [strip for _, strip in asked])
            pictures |= {name: svg for (name, _), svg in zip(asked, svgs, strict=True)}
        return pictures
