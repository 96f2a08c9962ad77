"""Where the key of a box is: on this server's disk, or sealed to trustees and nowhere else."""

from collections.abc import Sequence

from assess.ballots import box, keys, trust
from assess.core.questionnaire import EMPLOYEES
from assess.store import assessments, trustees
from assess.store.assessments import Assessment
from assess.store.jobs import Job
from assess.store.trustees import Trustee
from assess.web import links


def keepers(assessment: Assessment) -> list[Trustee]:
    """The trustees without whom the box stays shut; nobody when its key lies on this server."""
    if EMPLOYEES not in assessment.audiences:
        return []
    return trustees.holding(trustees.of_assessment(assessment.id))


def may_change(assessment: Assessment) -> bool:
    """Whether trustees may still come: until the key is sealed, and never fewer once people can answer."""
    asked = EMPLOYEES in assessment.audiences
    return asked and assessment.state in assessments.RUNNING and not keepers(assessment)


def awaited_at(assessment: Assessment, closing: Job | None) -> list[Trustee]:
    """Those of whom one has to open the box before closing can go on; nobody when it need not wait."""
    at_work = closing is not None and closing.at_work
    if assessment.state != "closing" or assessment.unread or at_work:
        return []
    return keepers(assessment)


def is_stuck(assessment: Assessment, closing: Job | None) -> bool:
    """Whether the box cannot be opened as it stands: a trustee has to come, or its key is gone."""
    if awaited_at(assessment, closing):
        return True
    failed = assessment.state == "closing" and closing is not None and closing.state == "failed"
    asked = EMPLOYEES in assessment.audiences and not assessment.unread
    return failed and asked and not keys.exists(links.settings().home, assessment.id)


def make(assessment: Assessment) -> None:
    """Makes the box of an assessment that opens: its key goes to its trustees, or else onto the disk."""
    home, appointed = links.settings().home, trustees.of_assessment(assessment.id)
    if not appointed:
        assessments.set_box_key(assessment.id, box.make(home, assessment.id))
        return
    private, public = box.make_for_trustees(home, assessment.id)
    assessments.set_box_key(assessment.id, public)
    _seal(private, appointed)


def hand_over(assessment: Assessment) -> bool:
    """Seals a key that lies on the disk, once all trustees have set a passphrase; false while one has not.

    When this is stored, `take_off_the_disk` comes next.
    """
    appointed = trustees.of_assessment(assessment.id)
    if assessment.state != "open" or not appointed or trustees.awaited(appointed):
        return False
    _seal(keys.read(links.settings().home, assessment.id), appointed)
    return True


def _seal(private: bytes, appointed: Sequence[Trustee]) -> None:
    for trustee in appointed:
        wrapped = trust.wrap(private, lock_of(trustee), trustee.assessment_id)
        trustees.set_wrapped(trustee.id, wrapped)


def lock_of(trustee: Trustee) -> trust.Lock:
    """What is kept of the passphrase of a trustee who has set one."""
    assert trustee.salt is not None
    assert trustee.public_key is not None
    return trust.Lock(trustee.salt, trustee.public_key)


def lend(assessment: Assessment, private: bytes) -> None:
    """Lays an unsealed key onto the disk, for as long as the box is opened."""
    home = links.settings().home
    keys.destroy(home, assessment.id)
    keys.put(home, assessment.id, private)


def take_off_the_disk(assessment: Assessment) -> None:
    """Destroys what lies on the disk of a key that trustees hold."""
    keys.destroy(links.settings().home, assessment.id)
