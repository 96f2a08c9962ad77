"""The report as a document: pages of HTML, printed to PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date as Date

    from assess.core.decided import DecidedPlan
    from assess.core.report import Report
    from assess.document.fieldwork import Fieldwork
    from assess.document.making import Document

# The process that prints imports this package and needs none of what the pages need: so late imports.


def make_html(
    report: Report, organisation: str, date: Date, language: str, decided: DecidedPlan | None = None
) -> Document:
    """The report as HTML with its pictures: what the PDF is printed from."""
    from assess.document import making

    return making.make_html(report, organisation, date, language, decided=decided)


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
    """The report as PDF, its figures attached as `result.json`; the same input gives the same bytes.

    Without `fieldwork` there is a line to write down how customers were asked. With a decided plan it says
    who does what by when, and who decided it; without, what the rules propose.
    """
    from assess.document import making

    return making.make_pdf(
        report, organisation, date, language, attachment_json, progress, fieldwork, decided
    )
