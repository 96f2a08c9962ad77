"""Job "report": figures and pages of an assessment, made when it closes and whenever they are lacking."""

import json
from dataclasses import asdict
from pathlib import Path

from assess.core.disclosure import publish_voices
from assess.core.earlier import Earlier
from assess.core.questionnaire import CUSTOMERS
from assess.core.report import Report, report
from assess.document.fieldwork import AskedCustomers, Fieldwork
from assess.document.web import WebPage, make_pages
from assess.document.words import LANGUAGES, later
from assess.jobs.asking import ask
from assess.jobs.doing import Progress
from assess.sheets.earlier import earlier
from assess.sheets.result import as_json
from assess.store import assessments, kept, plans, waves, writing
from assess.store import responses as answered
from assess.store.assessments import Assessment

FIGURES = "report.json"


def run(home: Path, assessment_id: str, progress: Progress) -> None:
    """Keeps the figures and the pages in every language, then asks for the PDFs."""
    assessment = assessments.closed(assessment_id)
    if assessment is None:
        return
    progress(later("Counting what was answered"), 0, 0)
    beside = waves.published_before(assessment)
    found = report_of(home, assessment)
    figures = {FIGURES: as_json(found).encode(), waves.HELD_BESIDE: json.dumps(beside).encode()}
    contents = figures | _pages(assessment, found, progress)
    with writing():
        if assessments.closed(assessment_id) is None:
            # Reopened meanwhile: this is not what will have been answered.
            return
        kept.keep(home, assessment_id, contents)
        plans.propose(assessment, found)
    ask(home, "pdf", assessment_id)


def _pages(assessment: Assessment, found: Report, progress: Progress) -> dict[str, bytes]:
    """Every page in every language that the product speaks, since its reader may choose any of them."""
    voices = publish_voices(answered.voices(assessment), found.published, found.smallest)
    fieldwork = fieldwork_of(assessment)
    contents: dict[str, bytes] = {}
    for place, language in enumerate(LANGUAGES):
        progress(later("Drawing the pages"), place, len(LANGUAGES))
        pages = make_pages(found, fieldwork, voices, assessment.organisation, language)
        contents |= {f"{name}-{language}": _as_bytes(page) for name, page in pages.items()}
    return contents


def _as_bytes(page: WebPage) -> bytes:
    return json.dumps(asdict(page), ensure_ascii=False).encode()


def report_of(home: Path, assessment: Assessment) -> Report:
    """The one report of what was answered, for pages, figures and PDFs alike."""
    asked, answers = assessment.asked, answered.responses(assessment)
    return report(asked.set, answers, asked.benchmarks, assessment.smallest, _earlier(home, assessment))


def _earlier(home: Path, assessment: Assessment) -> list[Earlier]:
    """What was published before, as the file of figures told it."""
    files = (kept.file(home, wave, FIGURES) for wave in waves.published_before(assessment))
    order = [trait.name for trait in assessment.traits.values()]
    return [earlier(file.read_text(), order) for file in files if file]


def fieldwork_of(assessment: Assessment) -> Fieldwork:
    """How the answers were gathered."""
    ways = answered.ways_asked(assessment.id) if CUSTOMERS in assessment.audiences else []
    return Fieldwork(
        opened=assessment.opens_on,
        closed=assessment.closed_on,
        invited=frozenset(assessment.audiences),
        traits=assessment.traits,
        head_counts=answered.head_counts(assessment),
        sources=tuple(AskedCustomers(*way) for way in ways),
        anonymous=assessment.anonymous,
    )
