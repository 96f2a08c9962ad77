"""How an assessment stands: who answered so far, and what may still be undone."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES
from assess.document.words import later
from assess.store import counting
from assess.store.assessments import Assessment
from assess.store.counting import Customers
from assess.store.jobs import Job
from assess.store.leaders import Leader
from assess.web import box
from assess.web.frame import say


@dataclass(frozen=True, slots=True)
class Overview:
    """What came in so far."""

    taking_part: int
    """Leaders who are invited and did not drop out."""
    started: int
    submitted: int
    employees: int | None
    """Down to a ten, so that nobody sees one ballot come in; None for fewer than may be told."""
    customers: Customers
    closing_failed: bool
    no_reopening: Markup | None
    """Why it cannot be reopened; None when it can."""


def of(assessment: Assessment, invited: Sequence[Leader], closing: Job | None) -> Overview:
    """How an assessment stands now."""
    there = [leader for leader in invited if leader.dropped_at is None]
    asked = EMPLOYEES in assessment.audiences and assessment.state in ("open", "closing")
    return Overview(
        taking_part=len(there),
        started=sum(leader.started and leader.submitted_at is None for leader in there),
        submitted=sum(leader.submitted_at is not None for leader in there),
        employees=box.told_count(assessment) if asked else None,
        customers=counting.customers(assessment.id)
        if CUSTOMERS in assessment.audiences
        else Customers(0, 0, 0),
        closing_failed=closing is not None and closing.state == "failed",
        no_reopening=no_reopening(assessment, closing),
    )


def no_reopening(assessment: Assessment, closing: Job | None) -> Markup | None:
    """Why an assessment cannot be reopened; None when it can."""
    if assessment.state not in ("closing", "closed"):
        return say(later("It is not closed."))
    if (assessment.state == "closed" and EMPLOYEES in assessment.audiences) or counting.opened(assessment.id):
        return say(
            later(
                "The box of ballots has been opened and its key is gone: "
                "nothing can be sealed in it again. Ask once more in a new assessment."
            )
        )
    if assessment.state == "closing" and closing is not None and closing.state == "running":
        return say(later("The box of ballots is being opened now."))
    return None


def nobody_answered(assessment: Assessment, invited: Sequence[Leader]) -> bool:
    """Whether opening can be undone: nobody began, and no employee can have, without a code."""
    begun = any(leader.started or leader.submitted_at for leader in invited)
    return not (begun or assessment.codes_made or counting.customers(assessment.id).any)
