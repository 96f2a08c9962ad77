"""Taking keys off the disk that should not lie there: those that trustees hold, unless a box is being opened.

One may be left behind when a process dies between sealing a key and destroying it, or when opening a box
gave up.
"""

from contextlib import suppress
from pathlib import Path

from assess.ballots import keys
from assess.store import jobs, trustees, writing


def tidy(home: Path) -> None:
    """Destroys every key that lies on the disk while trustees hold it and nobody is opening its box."""
    for assessment_id in keys.lying(home):
        if _should_not_lie(assessment_id):
            # Once more where nobody can write: somebody may be laying it down to open the box.
            with writing(), suppress(OSError):
                if _should_not_lie(assessment_id):
                    keys.destroy(home, assessment_id)


def _should_not_lie(assessment_id: str) -> bool:
    closing = jobs.latest(assessment_id, "close")
    if closing is not None and closing.at_work:
        return False
    return bool(trustees.holding(trustees.of_assessment(assessment_id)))
