"""Job "pdf": the report of an assessment on paper, in each of its languages."""

from pathlib import Path

from assess import document
from assess.document.words import later
from assess.jobs.doing import Progress
from assess.jobs.reporting import fieldwork_of, report_of
from assess.sheets.result import as_json
from assess.store import assessments, kept, plans, writing


def run(home: Path, assessment_id: str, progress: Progress) -> None:
    """Keeps a PDF for each language: the one of `assess analyse`, with the plan as the team decided it."""
    assessment = assessments.closed(assessment_id)
    if assessment is None:
        return
    found, fieldwork = report_of(home, assessment), fieldwork_of(assessment)
    decided = plans.to_print(assessment_id)
    contents = {plans.PRINTED: str(decided.number if decided else "").encode()}
    for place, language in enumerate(assessment.languages):
        progress(later("Printing the PDF"), place, len(assessment.languages))
        contents[f"report-{language}.pdf"] = document.make_pdf(
            found,
            assessment.organisation,
            assessment.closed_on,
            language,
            as_json(found),
            fieldwork=fieldwork,
            decided=decided.plan if decided else None,
        )
    with writing():
        if assessments.closed(assessment_id) is None:
            # Reopened meanwhile: this is not what will have been answered.
            return
        kept.keep(home, assessment_id, contents)
