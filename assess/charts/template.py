"""The chart that every strip is drawn with, built by Altair once per process and filled ever after."""

from functools import lru_cache
from typing import Any

TICKS, RANGES, POINTS = "ticks", "ranges", "points"


@lru_cache(maxsize=1)
def template() -> dict[str, Any]:
    """The Vega specification of a frame without size, axis or marks. Whoever fills it copies it first.

    Building it takes Altair longer than drawing sixty strips, so figures are put in afterwards.
    """
    # Imported here: reading answers and checking questionnaires need no charts.
    import altair
    import vl_convert

    chart = altair.layer(_ticks(), _ranges(), _points()).properties(
        width=1, height=1, padding=0, autosize="none", background="transparent"
    )
    return dict(vl_convert.vegalite_to_vega(chart.configure_view(stroke=None).to_dict()))


def _ticks() -> Any:
    import altair

    rules = altair.Chart(altair.NamedData(TICKS)).mark_rule(strokeWidth=1)
    return rules.encode(y2="foot:Q", **_shared())


def _ranges() -> Any:
    import altair

    rules = altair.Chart(altair.NamedData(RANGES)).mark_rule(strokeWidth=1.1)
    return rules.encode(x2="to:Q", strokeDash=_as_given(altair.StrokeDash, "dash:N"), **_shared())


def _points() -> Any:
    import altair

    points = altair.Chart(altair.NamedData(POINTS)).mark_point(strokeWidth=1.4, opacity=1)
    return points.encode(
        shape=_as_given(altair.Shape, "shape:N"),
        size=_as_given(altair.Size, "area:Q"),
        fill=_as_given(altair.Fill, "fill:N"),
        **_shared(),
    )


def _shared() -> dict[str, Any]:
    """The two axes, the colour, and the number of the strip, which travels with each mark."""
    import altair

    along = altair.Scale(domain=[0, 1], range=[0, 1], nice=False, zero=False)
    return {
        "x": altair.X("x:Q", axis=None, scale=along),
        "y": altair.Y("y:Q", axis=None, scale=along),
        "stroke": _as_given(altair.Stroke, "colour:N"),
        "description": altair.Description("strip:N"),
    }


def _as_given(channel: Any, field: str) -> Any:
    """A channel that draws the value in the data as it stands."""
    return channel(field, legend=None, scale=None)
