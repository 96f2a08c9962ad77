"""Charts without words: strips of marks on a shared axis, drawn as SVG.

A chart is a table of HTML whose middle cell is a strip. All strips of a table share one frame, so
they share one axis; names and numbers stay text, in any language. This package is the only one that
knows Altair and its engine.
"""

from assess.charts.drawing import draw
from assess.charts.marks import Frame, LookName, Mark, Strip, cluster

__all__ = ["Frame", "LookName", "Mark", "Strip", "cluster", "draw"]
