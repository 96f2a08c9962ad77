"""From a report to its pages, from its pages to HTML, from HTML to PDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as Date

from assess.core.decided import DecidedPlan
from assess.core.proposing import as_decided
from assess.core.report import Report
from assess.document.fieldwork import Fieldwork
from assess.document.order import Attachment
from assess.document.pages.contents import pages
from assess.document.reading import Reading
from assess.document.strips import Strips
from assess.document.templates import filled
from assess.document.words import Words


@dataclass(frozen=True, slots=True)
class Document:
    """The HTML of a report and the pictures it refers to as `asset:NAME`."""

    html: str
    assets: Mapping[str, bytes]


def make_html(
    report: Report,
    organisation: str,
    date: Date,
    language: str,
    fieldwork: Fieldwork | None = None,
    decided: DecidedPlan | None = None,
) -> Document:
    """The report as HTML with its pictures."""
    words, strips = Words(language), Strips()
    told = as_decided(report, decided) if decided else report
    reading = Reading(told, organisation, date, words, fieldwork, decided)
    found = pages(reading, strips)
    title = words.say("{organisation}: what we believed, what they said", organisation=organisation)
    html = filled("report.html", words, pages=found, title=title, organisation=organisation)
    return Document(html, {name: svg.encode() for name, svg in strips.drawn().items()})


def make_pdf(
    report: Report,
    organisation: str,
    date: Date,
    language: str,
    attachment_json: str | None = None,
    progress: Callable[[str], None] | None = None,
    fieldwork: Fieldwork | None = None,
    decided: DecidedPlan | None = None,
) -> bytes:
    """The report as PDF, its figures attached as `result.json`."""
    from assess.document import rendering

    tell = progress or (lambda _: None)
    rendering.warm_up()
    tell("drawing the pages")
    document = make_html(report, organisation, date, language, fieldwork, decided)
    tell("printing the PDF")
    attachments = []
    if attachment_json is not None:
        described = str(Words(language).say("All figures of this report"))
        attachments.append(Attachment("result.json", attachment_json.encode(), described))
    return rendering.render(document.html, date=date, assets=document.assets, attachments=attachments)
