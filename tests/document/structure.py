"""Our own checks of a tagged PDF: what a screen reader or a careful archive would stumble over.

They are no proof that a document conforms to PDF/UA, which it only declares.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "EI"}


def problems(pdf: bytes) -> list[str]:
    """Everything that is wrong with the structure of a PDF, a line each; empty when nothing is."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        if "/StructTreeRoot" not in root:
            return ["the document is not tagged"]
        elements = list(_elements(root.StructTreeRoot.K))
        checks = (
            _declarations(document),
            _pictures(elements),
            _headings(elements),
            _tables(elements, root.StructTreeRoot),
            _lists(elements),
            _content(document, elements),
            _links(document),
            _fonts(document),
            _attachments(document),
        )
        return [problem for check in checks for problem in check]


def _elements(kids: Any) -> Iterator[Any]:
    """The structure from top to bottom, as it is read out."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from _elements(kid.get("/K", pikepdf.Array()))


def _declarations(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "the document does not say that it is tagged"
    if not str(root.get("/Lang", "")):
        yield "the document has no language"
    if not str(document.docinfo.get("/Title", "")):
        yield "the document has no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer would show the file name instead of the title"
    if b'pdfuaid:part="1"' not in root.Metadata.read_bytes():
        yield "the document does not declare PDF/UA-1"
    if "/Outlines" not in root or not root.Outlines.get("/Count"):
        yield "the document has no bookmarks"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in root:
            yield f"the document has an unexpected {key}"
    if document.docinfo.get("/CreationDate") != document.docinfo.get("/ModDate"):
        yield "the document's two dates differ"


def _pictures(elements: list[Any]) -> Iterator[str]:
    for figure in _kind(elements, "/Figure"):
        alternative = str(figure.get("/Alt", ""))
        if not alternative.strip():
            yield "a picture has no alternative text"
        left, low, right, high = (float(side) for side in figure.A.BBox)
        width, height = (float(side) for side in list(figure.Pg.MediaBox)[2:])
        if not (0 <= left < right <= width and 0 <= low < high <= height):
            yield f"the picture {alternative!r} lies outside its page"


def _headings(elements: list[Any]) -> Iterator[str]:
    levels = [int(str(e.S)[2:]) for e in elements if str(e.S)[:2] == "/H" and str(e.S)[2:].isdigit()]
    if not levels:
        yield "the document has no headings"
    for above, below in pairwise([0, *levels]):
        if below > above + 1:
            yield f"a heading of level {below} follows one of level {above}"


def _tables(elements: list[Any], root: Any) -> Iterator[str]:
    names = [str(name) for name in root.get("/IDTree", {}).get("/Names", [])][::2]
    if names != sorted(names):
        yield "the names of the headings are not sorted"
    for table in _kind(elements, "/Table"):
        inside = list(_elements(table.K))
        headings = _kind(inside, "/TH")
        if not headings:
            yield "a table has no heading cells"
        for heading in headings:
            if heading.get("/A", {}).get("/Scope") not in ("/Row", "/Column"):
                yield "a heading cell does not say what it heads"
            if str(heading.get("/ID", "")) not in names:
                yield "a heading cell cannot be found by its name"
        for cell in _kind(inside, "/TD"):
            if {str(name) for name in cell.A.get("/Headers", [])} - set(names):
                yield "a cell refers to a heading that does not exist"


def _lists(elements: list[Any]) -> Iterator[str]:
    for each in _kind(elements, "/L"):
        kinds = {str(kid.S) for kid in each.K if isinstance(kid, pikepdf.Dictionary)}
        if kinds - {"/LI", "/L", "/Caption"}:
            yield f"a list holds {sorted(kinds)}"
    for each in _kind(elements, "/LI"):
        kinds = {str(kid.S) for kid in each.K if isinstance(kid, pikepdf.Dictionary)}
        if kinds - {"/Lbl", "/LBody"}:
            yield f"an item of a list holds {sorted(kinds)}"


def _content(document: pikepdf.Pdf, elements: list[Any]) -> Iterator[str]:
    told = {element.objgen for element in elements}
    owners = _owners(document)
    for number, page in enumerate(document.pages, 1):
        owner = owners.get(page.get("/StructParents"), [])
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(str(operator), 0)
            if str(operator) in PAINTING and not depth:
                yield f"page {number} draws something ({operator}) that is neither told nor furniture"
            mark = operands[1].get("/MCID") if str(operator) == "BDC" else None
            if mark is not None and (owner[mark] is None or owner[mark].objgen not in told):
                yield f"page {number} draws part {mark}, which nobody is told about"
        if page.get("/Tabs") != "/S":
            yield f"on page {number} the tab key does not follow the structure"


def _owners(document: pikepdf.Pdf) -> Mapping[Any, Any]:
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _links(document: pikepdf.Pdf) -> Iterator[str]:
    owners = _owners(document)
    for number, page in enumerate(document.pages, 1):
        for annotation in page.get("/Annots", []):
            if not str(annotation.get("/Contents", "")):
                yield f"a link on page {number} does not say where it leads"
            if owners.get(annotation.get("/StructParent"), {}).get("/S") != "/Link":
                yield f"a link on page {number} is not part of the text"


def _fonts(document: pikepdf.Pdf) -> Iterator[str]:
    for font in _described(document):
        name = str(font.BaseFont)
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()):
            yield f"the font {name} is not embedded"
        if name[7:8] != "+":
            yield f"the font {name} is embedded whole"


def _described(document: pikepdf.Pdf) -> list[Any]:
    things = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in things if thing.get("/Type") == "/Font" and "/FontDescriptor" in thing]


def _attachments(document: pikepdf.Pdf) -> Iterator[str]:
    if "/Names" not in document.Root or "/EmbeddedFiles" not in document.Root.Names:
        return
    attached = list(document.Root.Names.EmbeddedFiles.Names)
    for name, file in zip(attached[::2], attached[1::2], strict=True):
        if not str(file.get("/Desc", "")):
            yield f"the attachment {name} has no description"
        dates = {str(file.EF.F.Params.get(key)) for key in ("/CreationDate", "/ModDate")}
        if dates != {str(document.docinfo.get("/CreationDate"))}:
            yield f"the attachment {name} has a date of its own"


def attachments(pdf: bytes) -> dict[str, bytes]:
    """The files inside a PDF by name."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts in a PDF, such as `Inter-Semi-Bold`."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {str(font.BaseFont)[8:] for font in _described(document)}


def _kind(elements: list[Any], kind: str) -> list[Any]:
    return [element for element in elements if element.S == kind]
