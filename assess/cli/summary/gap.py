"""What leaders believe beside what others say of the headline statement, and what they guessed."""

from assess.cli.summary.telling import Telling
from assess.core.figures import Capped
from assess.core.mirror import Gap
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.core.report import Report

COUNTED = 12
"""Up to so many people are counted: a percentage of nine says too much."""


def gap_line(report: Report, telling: Telling) -> str:
    """The gap on the headline: with customers, else with employees, else why there is none."""
    headline = report.questionnaires.with_role("headline")
    if headline is None:
        return telling.tell("no headline")
    gaps = {(gap.a, gap.b): gap for gap in report.gaps if gap.statement == headline.id}
    for other in (CUSTOMERS, EMPLOYEES):
        gap = gaps.get((LEADERS, other))
        if gap is not None and gap.verdict != "too_few":
            absent = [_absence(report, CUSTOMERS, telling)] if other != CUSTOMERS else []
            return " ".join([_told(gap, telling), *absent])
    missing = LEADERS if _absent(report, LEADERS) else CUSTOMERS
    return telling.tell("no gap", why=_absence(report, missing, telling))


def _absent(report: Report, audience: Audience) -> bool:
    n = report.published.audiences[audience].n
    return n is None or n < report.smallest.of(audience)


def _absence(report: Report, audience: Audience, telling: Telling) -> str:
    if not telling.asks(audience):
        return telling.tell(f"nothing {audience}")
    nobody = report.published.audiences[audience].n == 0
    return telling.tell(f"{'nobody' if nobody else 'few'} {audience}")


def _told(gap: Gap, telling: Telling) -> str:
    lo, hi = gap.lo_pp or 0, gap.hi_pp or 0
    least, most = sorted((abs(lo), abs(hi)))
    sure = gap.verdict not in ("aligned", "unclear")
    return telling.tell(
        gap.verdict,
        a=_bounded(_share(gap.a, gap.k_a or 0, gap.n_a or 0, telling), gap.capped_a, telling),
        b=_bounded(_share(gap.b, gap.k_b or 0, gap.n_b or 0, telling), gap.capped_b, telling),
        headline=telling.headline(),
        points=telling.bound(abs(gap.gap_pp or 0)) if sure else 0,
        lo=telling.bound(least) if sure else least,
        hi=most,
        most=most,
    )


def _share(audience: Audience, agreed: int, n: int, telling: Telling) -> str:
    people = telling.people(audience, n)
    if n <= COUNTED:
        return telling.tell("counted", k=agreed, people=people)
    return telling.tell("share", share=100 * agreed / n, people=people)


def _bounded(share: str, capped: Capped | None, telling: Telling) -> str:
    return telling.tell(capped, share=share) if capped else share


def guess_line(report: Report, telling: Telling) -> str:
    """What leaders guessed beside what is: of customers, else of employees."""
    known = {audience: guess for audience, guess in report.guesses.items() if guess is not None}
    compared = [
        audience
        for audience in (CUSTOMERS, EMPLOYEES)
        if audience in known and known[audience].actual is not None
    ]
    for audience in (*compared, *known):
        guess = known[audience]
        sentence = "guess" if audience in compared else "guess alone"
        people = telling.tell(audience)
        return telling.tell(
            sentence, mean=guess.mean, people=people, actual=guess.actual, lo=guess.lo, hi=guess.hi
        )
    return telling.tell("no guess" if telling.asks(LEADERS) else "no guess asked")
