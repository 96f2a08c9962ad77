"""Pages that a job has made: where they are kept, and where one waits for them."""

import json
from pathlib import Path
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from assess import jobs
from assess.document.words import later
from assess.store import jobs as stored_jobs
from assess.store import kept, remembered
from assess.store.assessments import Assessment
from assess.web import links
from assess.web.frame import say


def kept_file(assessment: Assessment, name: str) -> Path | None:
    """What a job made, as long as the assessment is closed."""
    if assessment.state != "closed":
        return None
    file = remembered.read(kept.file, links.settings().home, assessment.id, name)
    return file if file and file.exists() else None


def page_of(file: Path) -> dict[str, Any]:
    """A kept page: its title, and what stands in its frame."""
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


def not_yet(assessment: Assessment, kind: stored_jobs.Kind) -> ResponseReturnValue:
    """To where one can see why there is nothing yet: still open, or being made."""
    if assessment.state in ("draft", "open"):
        flash(say(later("Results appear when the assessment has closed.")))
        return redirect(url_for("assessments.show", assessment_id=assessment.id), code=303)
    job = stored_jobs.latest(assessment.id, "close", "report", kind)
    if job is not None and job.state != "done":
        return redirect(url_for("progress.show", job_id=job.id), code=303)
    id = jobs.ask(links.settings().home, kind, assessment.id)
    return redirect(url_for("progress.show", job_id=id), code=303)
