"""What an answer would hold if a text of the corpus had been read as more than a text."""

import csv
import io
from io import BytesIO
from urllib.parse import unquote, urlsplit

import pikepdf
from lxml import etree, html

from tests.doors.corpus import COMPUTED, EVIL, FORMULA, INVISIBLE

PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)
ADDRESSES = {
    "href",
    "src",
    "action",
    "data",
    "poster",
    "formaction",
    "srcset",
    "xlink:href",
    "background",
    "content",
}
LEADS = {"", "data:image/svg+xml", "data:text/csv;charset=utf-8"}
"""How an address on a page may begin: with a path of ours, or with what it leads to itself."""
NEVER = {
    *(
        "iframe",
        "object",
        "embed",
        "base",
        "math",
        "template",
        "applet",
        "frame",
        "frameset",
        "portal",
        "style",
    ),
    *("foreignobject", "animate", "set", "animatetransform", "image", "use", "feimage", "audio", "video"),
}
DRAWN = {
    "svg",
    "g",
    "path",
    "rect",
    "line",
    "text",
    "tspan",
    "title",
    "desc",
    "circle",
    "polygon",
    "defs",
    "clippath",
}
"""All that our charts are made of."""


def faults(response):
    """Where a text became something else, as lines."""
    kind, body = response.content_type or "", response.get_data()
    told = [f"header {name}" for name, value in response.headers if EVIL in value or "\n" in value]
    if "html" in kind:
        told += in_page(body)
    elif "svg" in kind:
        told += in_drawing(body)
    elif "pdf" in kind:
        told += in_pdf(body)
    elif "csv" in kind:
        told += in_sheet(body.decode())
    return told


def in_page(body):
    """The faults of a page."""
    tree = html.document_fromstring(body, PARSER)
    text = body.decode()
    found = [f"computed {sum}" for sum in COMPUTED if sum in text]
    found += [f"invisible {sign!r}" for sign in INVISIBLE if sign in text or f"&#{ord(sign)};" in text]
    for element in tree.iter():
        found += in_element(element)
    for link in tree.iter("a"):
        address = link.get("href") or ""
        if address.startswith("data:text/csv"):
            found += in_sheet(unquote(address.partition(",")[2]))
    return found


def in_element(element):
    if isinstance(element, html.HtmlComment | etree._ProcessingInstruction):
        return [f"comment {element.text!r:.40}"] if "xss" in (element.text or "") else []
    tag = str(element.tag).lower()
    found = [f"element {tag}"] if tag in NEVER or "xss" in tag else []
    if tag == "script" and (not (element.get("src") or "").startswith("/static/") or element.text):
        found.append("script")
    if tag == "meta" and element.get("http-equiv") and not (element.get("content") or "").isdigit():
        found.append("meta")
    for name, value in element.attrib.items():
        name = str(name).lower()
        if name.startswith("on") or name in ("style", "srcdoc", "autofocus", "nonce") or "xss" in name:
            found.append(f"attribute {name} of {tag}")
        if name in ADDRESSES and tag != "meta" and not leads_well(value):
            found.append(f"{name} of {tag} leads to {value!r:.60}")
    return found


def leads_well(address):
    """Whether an address leads to a page of ours, by a path."""
    if address.startswith("data:"):
        return address.partition(",")[0] in LEADS
    parts = urlsplit(address.strip())
    return not parts.scheme and not parts.netloc and "\\" not in address


def in_drawing(body):
    """The faults of a drawing by itself."""
    found = []
    for element in etree.fromstring(body).iter():
        tag = etree.QName(element).localname.lower()
        if tag not in DRAWN:
            found.append(f"element {tag}")
        found += [fault for fault in in_element(element) if not fault.startswith("element")]
    return found


def charts(body):
    """The faults of the charts on a page."""
    tree = html.document_fromstring(body, PARSER)
    drawn = [element for svg in tree.iter("svg") for element in svg.iter()]
    return [f"element {each.tag}" for each in drawn if str(each.tag).lower() not in DRAWN]


def in_sheet(text):
    """Cells that a spreadsheet would reckon with."""
    rows = csv.reader(io.StringIO(text, newline=""))
    return [f"formula {cell!r}" for row in rows for cell in row if cell.startswith(FORMULA)]


def in_pdf(body):
    """What a PDF would do or bring along."""
    found = []
    with pikepdf.open(BytesIO(body)) as document:
        for one in document.objects:
            if not isinstance(one, pikepdf.Dictionary):
                continue
            for key in ("/JS", "/OpenAction", "/AA", "/Launch", "/GoToR", "/SubmitForm", "/RichMedia"):
                if key in one:
                    found.append(f"action {key}")
            if "/URI" in one and EVIL in str(one["/URI"]):
                found.append(f"link {one['/URI']}")
        found += [f"attachment {name}" for name in document.attachments if not name.endswith(".json")]
    return found
