"""The checks of a PDF's structure notice what they are there for."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
import weasyprint

from assess.document.rendering import Attachment, render
from tests.document.structure import problems

PAGE = """<html lang=en><title>x</title><style>@page { @top-left { content: "running" } }</style><h1>One</h1>
<h2 id=a>Two</h2><table><thead><tr><th>x</table><ul><li>x</ul><a href='#a'>x</a>
<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9 style='margin-left: 600px'><title>words</title>
<rect width=9 height=9 /></svg>"""


@pytest.fixture(scope="module")
def sound():
    return render(PAGE, date=date(2025, 11, 12), attachments=[Attachment("a.json", b"{}", "figures")])


def things(document, kind):
    found = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in found if kind in (thing.get("/S"), thing.get("/Type"), thing.get("/Subtype"))]


def first(document, kind):
    return things(document, kind)[0]


def drop(thing, key):
    del thing[key]


def unembed(descriptor):
    for key in [key for key in descriptor.keys() if "FontFile" in key]:  # noqa: SIM118
        del descriptor[key]


def test_a_sound_document_has_no_problems(sound):
    assert problems(sound) == []


@pytest.mark.parametrize(
    "problem",
    [
        "a heading cell does not say what it heads",
        "a heading cell cannot be found by its name",
        "page 1 draws part 8, which nobody is told about",
        "the picture 'words' lies outside its page",
        "the attachment a.json has a date of its own",
    ],
)
def test_what_weasyprint_leaves_open_is_noticed(problem):
    attachment = weasyprint.Attachment(string=b"{}", name="a.json", description="figures")

    assert problem in problems(
        weasyprint.HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1", attachments=[attachment])
    )


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        pytest.param(lambda d: drop(d.Root, "/StructTreeRoot"), "is not tagged", id="tags"),
        pytest.param(lambda d: drop(d.Root, "/MarkInfo"), "does not say that it is tagged", id="mark"),
        pytest.param(lambda d: drop(d.Root, "/Lang"), "has no language", id="language"),
        pytest.param(lambda d: drop(d.docinfo, "/Title"), "has no title", id="title"),
        pytest.param(lambda d: drop(d.docinfo, "/ModDate"), "two dates differ", id="dates"),
        pytest.param(lambda d: drop(d.Root, "/ViewerPreferences"), "the file name", id="title shown"),
        pytest.param(lambda d: d.Root.Metadata.write(b"<x/>"), "does not declare PDF/UA-1", id="metadata"),
        pytest.param(lambda d: drop(d.Root, "/Outlines"), "has no bookmarks", id="bookmarks"),
        pytest.param(lambda d: d.Root.update({"/OpenAction": 1}), "unexpected /OpenAction", id="action"),
        pytest.param(lambda d: drop(first(d, "/Figure"), "/Alt"), "no alternative text", id="words"),
        pytest.param(
            lambda d: first(d, "/Figure").A.update({"/BBox": [0, 0, 9, 9e9]}), "outside", id="place"
        ),
        pytest.param(
            lambda d: first(d, "/H2").update({"/S": pikepdf.Name.H4}), "level 4 follows", id="levels"
        ),
        pytest.param(
            lambda d: first(d, "/H1").update({"/S": pikepdf.Name.P}), "follows one of level 0", id="h1"
        ),
        pytest.param(lambda d: first(d, "/TH").update({"/S": pikepdf.Name.TD}), "no heading cells", id="th"),
        pytest.param(lambda d: drop(first(d, "/TH").A, "/Scope"), "what it heads", id="scope"),
        pytest.param(lambda d: drop(first(d, "/TH"), "/ID"), "cannot be found by its name", id="name"),
        pytest.param(lambda d: first(d, "/LI").update({"/S": pikepdf.Name.P}), "a list holds", id="list"),
        pytest.param(
            lambda d: first(d, "/LBody").update({"/S": pikepdf.Name.P}), "item of a list", id="item"
        ),
        pytest.param(lambda d: drop(d.pages[0], "/Tabs"), "the tab key", id="tabs"),
        pytest.param(lambda d: drop(d.pages[0].Annots[0], "/Contents"), "where it leads", id="link words"),
        pytest.param(lambda d: drop(d.pages[0].Annots[0], "/StructParent"), "not part of", id="link owner"),
        pytest.param(lambda d: unembed(first(d, "/FontDescriptor")), "is not embedded", id="font"),
        pytest.param(lambda d: d.pages[0].contents_add(b"0 0 9 9 re f"), "neither told", id="drawing"),
    ],
)
def test_harm_is_noticed(sound, harm, problem):
    with pikepdf.open(BytesIO(sound)) as document:
        harm(document)
        harmed = BytesIO()
        document.save(harmed)

    assert any(problem in each for each in problems(harmed.getvalue()))
