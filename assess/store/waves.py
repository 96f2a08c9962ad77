"""Earlier waves: what the same organisation published before, which anybody can hold beside a report."""

import json
from pathlib import Path

from assess.store import assessments, kept
from assess.store.assessments import Assessment

HELD_BESIDE = "waves.json"
"""The name under which is kept what a report was held beside."""


def published_before(assessment: Assessment) -> list[str]:
    """The assessments of its organisation that were published first; all that are while it is not."""
    until = assessment.published_at
    return sorted(
        one.id
        for one in assessments.of_organisation(assessment.organisation_id)
        if one.id != assessment.id and one.published_at and (until is None or one.published_at < until)
    )


def held_beside(home: Path, assessment: Assessment) -> list[str]:
    """The waves that its report was held beside when it was made."""
    file = kept.file(home, assessment.id, HELD_BESIDE)
    found: list[str] = json.loads(file.read_bytes()) if file else []
    return found
