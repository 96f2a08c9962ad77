"""How an assessment stands: who answered so far, and what may still be undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assess.ballots import box
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.core.rounded import FEWEST, at_least, at_most
from assess.document.words import later, later_n, sentence
from assess.store import counting, trustees
from assess.store.assessments import Assessment
from assess.store.counting import Customers
from assess.store.jobs import Job
from assess.store.leaders import Leader
from assess.store.trustees import Trustee
from assess.web import box_key, links
from assess.web.frame import say, say_n, words
from assess.web.openers import either, openers_told


@dataclass(frozen=True, slots=True)
class Overview:
    """What came in so far."""

    taking_part: int
    """Leaders who are invited and did not drop out."""
    submitted: int
    leaders: Markup
    """How far they are, in a sentence."""
    employees: int | None
    """Down to a ten, so that nobody sees one ballot come in; None for fewer than may be told."""
    customers: Markup
    """What came in from them, in words; empty when nothing did."""
    lacking: list[Markup]
    """Of whom closing now would show nothing, or little."""
    closing_failed: bool
    no_reopening: Markup | None
    """Why it cannot be reopened; None when it can."""
    openers: Markup
    """Who can open the box, in a sentence."""
    keepers: Markup
    """The names of those who alone can open it; empty when its key lies on this server."""
    may_appoint: bool
    """Whether there is room for another trustee."""
    not_ready: list[Trustee]
    """Trustees of a draft who have not set a passphrase."""
    waits_for: list[tuple[Trustee, str]]
    """Trustees, each with a link, of whom one has to open the box now."""
    stuck: bool
    """Whether closing cannot go on as it stands."""


def of(assessment: Assessment, invited: Sequence[Leader], closing: Job | None) -> Overview:
    """How an assessment stands now."""
    there = [leader for leader in invited if leader.dropped_at is None]
    submitted = sum(leader.submitted_at is not None for leader in there)
    started = sum(leader.started and leader.submitted_at is None for leader in there)
    asked = EMPLOYEES in assessment.audiences and assessment.state in ("open", "closing")
    appointed = trustees.of_assessment(assessment.id) if EMPLOYEES in assessment.audiences else ()
    return Overview(
        taking_part=len(there),
        submitted=submitted,
        leaders=sentence(leaders_told(len(there), started, submitted)),
        employees=box.told_count(links.settings().home, assessment.id) if asked else None,
        customers=customers_told(assessment, counting.customers(assessment.id)),
        lacking=list(_lacking(assessment, submitted)),
        closing_failed=closing is not None and closing.state == "failed",
        no_reopening=no_reopening(assessment, closing),
        openers=openers_told(assessment, appointed),
        keepers=either([each.name for each in trustees.holding(appointed)], words()),
        may_appoint=box_key.may_change(assessment) and len(appointed) < trustees.MOST,
        not_ready=trustees.awaited(appointed) if assessment.state == "draft" else [],
        waits_for=waits_for(assessment, closing),
        stuck=box_key.is_stuck(assessment, closing),
    )


def waits_for(assessment: Assessment, closing: Job | None) -> list[tuple[Trustee, str]]:
    """The trustees, each with a link, of whom one has to open the box now; nobody when it need not wait."""
    return [(each, links.trustee(each.id)) for each in box_key.awaited_at(assessment, closing)]


def _lacking(assessment: Assessment, submitted: int) -> Iterator[Markup]:
    """Of whom too few answered: told before a box is opened that cannot be closed again."""
    fewest = assessment.smallest
    if LEADERS in assessment.audiences and submitted < fewest.leaders:
        few = words().count(fewest.leaders)
        yield say(later("Leaders: of fewer than {few} only scores and levels are shown."), few=few)
    few = words().count(fewest.others)
    told = box.told_count(links.settings().home, assessment.id)
    # Only where no number that a told one can stand for is enough: else this line would count.
    if EMPLOYEES in assessment.audiences and at_most(told) < fewest.others:
        yield say(later("Employees: of fewer than {few} nothing is kept."), few=few)
    if CUSTOMERS in assessment.audiences and _most_customers(assessment.id) < fewest.others:
        yield say(later("Customers: of fewer than {few} nothing is shown."), few=few)


def _most_customers(assessment_id: str) -> int:
    pages = at_most(at_least(counting.customers(assessment_id).pages))
    return pages + counting.imported_customers(assessment_id)


SENT_IN = later_n("one sent in", "{count} sent in")
ON_THE_WAY = later_n("one on the way", "{count} on the way")


def leaders_told(taking_part: int, started: int, submitted: int) -> Markup:
    """How far the leaders are."""
    if not taking_part:
        return say(later("Nobody takes part any more."))
    if submitted == taking_part:
        return say_n("One invited, and it is sent in.", "All {count} have sent it in.", taking_part)
    if not started and not submitted:
        return say_n("One invited, not begun yet.", "{count} invited; nobody has begun yet.", taking_part)
    far = [say_n(*unit, n) for unit, n in ((SENT_IN, submitted), (ON_THE_WAY, started)) if n]
    return say_n("One invited, on the way.", "{count} invited: {far}.", taking_part, far=words().listing(far))


PAGES = later_n("{n} answer on the page", "{n} answers on the page")
CARDS = later_n("{n} card", "{n} cards")
FILES = later_n("{n} imported file", "{n} imported files")


def customers_told(assessment: Assessment, found: Customers) -> Markup:
    """What came in from customers, in steps; of a draft only what is there, since nobody can answer it."""
    asked = assessment.state != "draft"
    told = [how_many(unit, n) for unit, n in ((PAGES, found.pages), (CARDS, found.cards)) if asked or n]
    if found.imports:
        told.append(say_n(*FILES, found.imports, n=words().whole(found.imports)))
    return sentence(words().listing(told))


def how_many(unit: tuple[str, str], count: int) -> Markup:
    """A number of answers of which none shows when it comes in; one or a few look like none."""
    told = at_least(count)
    if told is None:
        return say_n(*unit, FEWEST, n=say(later("fewer than {few}"), few=words().count(FEWEST)))
    return say_n(*unit, told, n=say(later("at least {n}"), n=words().whole(told)))


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
    if assessment.unread:
        return say(later("The ballots are being destroyed unread."))
    if assessment.state == "closing" and closing is not None and closing.state == "running":
        return say(later("The box of ballots is being opened now."))
    return None


def nobody_answered(assessment: Assessment, invited: Sequence[Leader]) -> bool:
    """Whether opening can be undone: nobody began, and no employee can have, without a code."""
    return looks_unanswered(assessment, invited) and not counting.customers(assessment.id).any


def looks_unanswered(assessment: Assessment, invited: Sequence[Leader]) -> bool:
    """The same as far as a page may tell: it would show the first customer come in."""
    return not (assessment.codes_made or any(each.started or each.submitted_at for each in invited))
