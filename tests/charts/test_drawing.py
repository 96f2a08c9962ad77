"""Strips show the right figures at the right place, and nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert

from assess.charts import Frame, Mark, Strip, draw
from assess.charts.template import template

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
FRAME = Frame(210, 40)  # 2 px a point
PAINT = {"fill", "stroke", "stroke-width", "stroke-dasharray", "d"}
VOICES = Strip(
    (
        Mark("leaders", 7.5, 100 * 7 / 9, 45, 94),
        Mark("employees", 18.5, 42, 34, 51),
        Mark("customers", 29.5, 22, 17, 28),
        Mark("guess", 29.5, 60, 40, 80),
        Mark("weakest", 16, 35),
    ),
    "Leaders 78%, employees 42%, customers 22%.",
)


def paths(svg):
    return [path.attrib for path in ElementTree.fromstring(svg).iter(f"{SVG}path")]


def marks(svg):
    """All but the ticks, which come first."""
    return paths(svg)[1:]


def middle(path):
    """Where a symmetrical mark stands."""
    pairs = re.findall(r"[MLC,](-?[\d.]+),(-?[\d.]+)", path["d"].replace("C", "M"))
    xs, ys = ([float(pair[axis]) for pair in pairs] for axis in (0, 1))
    return pytest.approx((min(xs) + max(xs)) / 2, abs=0.02), pytest.approx((min(ys) + max(ys)) / 2, abs=0.02)


def test_there_is_a_picture_for_each_strip_in_order():
    strips = [Strip([Mark("leaders", 20, x)], f"number {x}") for x in range(12)]

    drawn = draw(FRAME, strips)

    assert [ElementTree.fromstring(svg)[0].text for svg in drawn] == [s.description for s in strips]
    assert drawn == tuple(draw(FRAME, [strip])[0] for strip in strips)


def test_a_mark_stands_at_its_figure_and_in_its_lane():
    [svg] = draw(FRAME, [Strip([Mark("leaders", 13, 25)])])

    [mark] = marks(svg)
    assert middle(mark) == (5 + 2 * 25, 13)


def test_another_axis_has_another_scale():
    [svg] = draw(Frame(100, 40, domain=(1, 5), ticks=(1, 5), inset=10), [Strip([Mark("employees", 9, 3)])])

    ticks, mark = paths(svg)
    assert ticks["d"] == "M10,36l0,4M90,36l0,4"
    assert middle(mark) == (50, 9)


def test_an_interval_is_a_line_from_its_low_to_its_high_end():
    [svg] = draw(FRAME, [Strip([Mark("customers", 30, 50, 40, 70)])])

    line, _ = marks(svg)
    assert line["d"] == "M85,30l60,0"


def test_an_interval_that_runs_past_the_axis_ends_with_it():
    [svg] = draw(FRAME, [Strip([Mark("leaders", 30, 50, -8, 108)])])

    line, _ = marks(svg)
    assert line["d"] == "M5,30l200,0"


@pytest.mark.parametrize("x", [-9, 109, float("nan"), float("inf")])
def test_a_figure_beside_the_axis_is_refused(x):
    with pytest.raises(ValueError, match="does not lie on the axis"):
        draw(FRAME, [Strip([Mark("leaders", 30, x)])])


def test_only_a_range_of_guesses_is_dotted():
    [svg] = draw(FRAME, [VOICES])

    dashes = [path.get("stroke-dasharray") for path in marks(svg) if "fill" not in path]
    assert dashes == [None, None, None, "1.5,2.5"]


def test_shape_and_filling_tell_the_marks_apart_without_colour():
    [svg] = draw(FRAME, [VOICES])

    shapes = [re.sub(r"[\d.,-]+", "", path["d"]) for path in marks(svg) if "fill" in path]
    hollow = [path["fill"] == "#fbfaf7" for path in marks(svg) if "fill" in path]
    assert len(set(zip(shapes, hollow, strict=True))) == 5


def test_circles_are_curves_because_arcs_print_as_polygons():
    [svg] = draw(FRAME, [Strip([Mark("leaders", 13, 25), Mark("guess", 13, 75)])])

    assert all(path["d"].count("C") == 4 and "A" not in path["d"] for path in marks(svg))


def test_a_strip_without_marks_has_its_ticks_and_nothing_more():
    [svg] = draw(FRAME, [Strip(description="Too few answers.")])

    assert len(paths(svg)) == 1


def test_no_strips_are_no_pictures():
    assert draw(FRAME, []) == ()


def test_the_size_of_a_picture_is_given_in_px():
    [svg] = draw(Frame(244, 32.5), [VOICES])

    assert (
        ElementTree.fromstring(svg).attrib.items()
        >= {
            "width": "244",
            "height": "32.5",
            "viewBox": "0 0 244 32.5",
        }.items()
    )


def test_a_picture_holds_paths_and_a_title_and_no_other_words():
    [svg] = draw(FRAME, [VOICES])

    title, *rest = ElementTree.fromstring(svg)
    assert (title.tag, title.text) == (f"{SVG}title", VOICES.description)
    assert {element.tag for element in rest} == {f"{SVG}path"}
    assert {name for path in rest for name in path.attrib} <= PAINT


def test_without_a_description_the_labels_of_the_marks_are_read_out():
    labelled = Strip([Mark("leaders", 9, 78, label="leaders 78%"), Mark("customers", 9, 22, label="22%")])

    [svg] = draw(FRAME, [labelled])

    assert ElementTree.fromstring(svg)[0].text == "leaders 78%; 22%"


@pytest.mark.parametrize("text", ["</title><script>x</script>", "a & b < c", "\"'>", "datum.x ${1+1}"])
def test_a_description_stays_text(text):
    [svg] = draw(FRAME, [Strip([Mark("leaders", 9, 5)], text)])

    root = ElementTree.fromstring(svg)
    assert root[0].text == text
    assert {element.tag for element in root} == {f"{SVG}title", f"{SVG}path"}


def test_lengths_have_at_most_two_decimals():
    [svg] = draw(FRAME, [Strip([Mark("leaders", 10 / 3, 200 / 7, 10 / 3, 200 / 3)])])

    assert re.findall(r"\d\.\d{3,}|\de-\d", svg) == []


def test_a_whole_sheet_is_one_call_of_the_engine(monkeypatch):
    calls = []
    engine = vl_convert.vega_to_svg
    monkeypatch.setattr(vl_convert, "vega_to_svg", lambda *a, **k: calls.append(a) or engine(*a, **k))

    draw(FRAME, [VOICES] * 60)

    assert len(calls) == 1


def test_filling_the_template_leaves_it_as_it_was():
    before = repr(template())

    draw(FRAME, [VOICES])

    assert repr(template()) == before


def test_every_process_draws_the_same_bytes():
    code = "from tests.charts.test_drawing import *; sys.stdout.write(draw(FRAME, [VOICES])[0])"
    again = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert again.stdout == draw(FRAME, [VOICES])[0]


def test_planning_strips_loads_no_engine():
    code = "import sys, assess.charts; print({'altair', 'vl_convert', 'numpy'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
