"""What WeasyPrint leaves open in the structure of a tagged PDF, put right before it is written.

A screen reader goes by this structure: which cell heads what, where a picture is, what is furniture.
"""

from collections.abc import Iterator, Mapping
from typing import Any

POINTS_PER_PX = 0.75

Objects = Mapping[bytes, Any]
"""The objects of a PDF by their reference."""


def complete(_document: object, pdf: Any) -> None:
    """Complete the structure of a PDF that is about to be written."""
    objects = {item.reference: item for item in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    elements = {reference: item for reference, item in objects.items() if _is_element(item)}
    told = {reference: elements[reference] for reference in _references(root["K"], elements)}
    _set_running_lines_apart(pdf, objects, told)
    for reference in elements.keys() - told.keys():
        elements[reference].clear()
    root["IDTree"] = b"<</Names [" + b" ".join(_names(told)) + b"]>>"
    for element in told.values():
        if element["S"] == "/TH":
            _scope(element, told)
        elif element["S"] == "/Figure":
            _place(element, objects)


def _is_element(item: Any) -> bool:
    return isinstance(item, dict) and item.get("Type") == "/StructElem"


def _references(kids: Any, elements: Objects) -> Iterator[bytes]:
    """The elements that are read out, from these down."""
    for kid in kids:
        if kid in elements:
            yield kid
            yield from _references(elements[kid]["K"], elements)


def _set_running_lines_apart(pdf: Any, objects: Objects, told: Objects) -> None:
    """Mark headers and footers as furniture of the page: they are drawn, but not part of what is told."""
    owners = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    for number, page in enumerate(pdf.page_references):
        owner = owners[2 * number + 1]
        drawn = objects[objects[page]["Contents"]].stream
        for place in [place for place, operator in enumerate(drawn) if operator == b"BDC"]:
            properties = drawn[place - 1]
            mark = properties.get("MCID")
            if mark is not None and owner[mark] not in told:
                drawn[place - 2] = "/Artifact"
                del properties["MCID"]
                properties["Type"] = "/Pagination"
                owner[mark] = "null"


def _names(told: Objects) -> Iterator[bytes]:
    """The names by which cells refer to their headings, in the order that the format asks for."""
    for name, reference in sorted((told[each]["ID"].data, each) for each in told if "ID" in told[each]):
        yield from (name, reference)


def _scope(heading: Any, told: Objects) -> None:
    """Say whether a heading cell heads its column or its row."""
    row = told[heading["P"]]
    in_head = told[row["P"]]["S"] == "/THead"
    beside_data = any(kid in told and told[kid]["S"] == "/TD" for kid in row["K"])
    heading["A"]["Scope"] = "/Row" if beside_data and not in_head else "/Column"


def _place(figure: Any, objects: Objects) -> None:
    """Give a picture's place in the PDF's own units, from the foot of the page up."""
    height = objects[figure["Pg"]]["MediaBox"][3]
    left, top, right, bottom = (POINTS_PER_PX * side for side in figure["A"]["BBox"])
    figure["A"]["BBox"][:] = [left, height - bottom, right, height - top]
