"""Closing an assessment: the box is opened once, its ballots are shuffled and kept, box and key destroyed.

It may break off anywhere and be done again. While the box is held no ballot goes in, and what holds it is a
transaction: when the process dies, the box is as it was. Only once all answers are stored together with the
state `closed` is anything destroyed; from then on doing it again only destroys.

A key that a trustee unlocked lies on the disk for as long as this is at work, or will be begun again by
itself; when it gives up, `tidying` takes the key off the disk and a trustee has to come again.
"""

from pathlib import Path

from assess.ballots import box, keys
from assess.ballots.opening import Shuffled, opened
from assess.ballots.paper import paper
from assess.core.questionnaire import EMPLOYEES
from assess.core.stacking import gathered
from assess.document.words import later
from assess.jobs.asking import ask
from assess.jobs.doing import Progress
from assess.store import assessments, sources, trustees, writing
from assess.store import opened as stored
from assess.store.assessments import Assessment


class Reopened(Exception):
    """Somebody reopened the assessment meanwhile: nothing was opened."""


def run(home: Path, assessment_id: str, progress: Progress) -> None:
    """Closes an assessment and asks for its report. Raises KeyMissing and BoxFailed."""
    with writing():
        assessments.move(assessment_id, ["open"], "closing")
    assessment = assessments.find(assessment_id)
    if assessment is None or assessment.state == "draft":
        return
    if assessment.state == "closing":
        try:
            _close(home, assessment, progress)
        except Reopened:
            return
    box.destroy(home, assessment_id)
    ask(home, "report", assessment_id)


def _close(home: Path, assessment: Assessment, progress: Progress) -> None:
    with box.held(home, assessment.id) as held:
        shuffled = _shuffled(home, assessment, held, progress)
        with writing():
            if shuffled is not None:
                _keep(assessment, shuffled)
            if not assessments.move(assessment.id, ["closing"], "closed"):
                raise Reopened
            sources.forget_removed(assessment.id)
            trustees.forget_wrapped(assessment.id)
        held.empty()


def _shuffled(home: Path, assessment: Assessment, held: box.Held, progress: Progress) -> Shuffled | None:
    """What is in the box; None when nobody can open it, or so few answered that nothing may be kept of it."""
    if assessment.unread or EMPLOYEES not in assessment.audiences:
        return None
    if held.count() < assessment.smallest.of(EMPLOYEES):
        return None
    found = opened(
        held,
        keys.opener(home, assessment.id),
        paper(assessment),
        lambda done, total: progress(later("Opening and shuffling the ballots"), done, total),
    )
    return found if len(found.rows) >= assessment.smallest.of(EMPLOYEES) else None


def _keep(assessment: Assessment, shuffled: Shuffled) -> None:
    asked, n = paper(assessment), len(shuffled.rows)
    answers = gathered(asked.names, shuffled.rows, asked.teams, asked.attributes)
    stored.keep(assessment.id, answers, shuffled.damaged, b"".join(shuffled.receipts))
    # What so few wrote is gone unread: words tell more than a figure who wrote them.
    if n >= assessment.smallest.for_texts:
        stored.keep_comments(assessment.id, shuffled.comments)
