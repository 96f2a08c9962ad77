"""Why a plan starts nothing: few leaders, nothing known, nothing below the target, or no action."""

from typing import Literal

from assess.core.questionnaire import LEADERS
from assess.core.report import Report
from assess.core.situations import situations

Cause = Literal["few leaders", "unknown", "at target", "no action"]


def why_nothing_starts(report: Report) -> Cause | None:
    """The cause; None where something starts."""
    if any(report.plan.blocks.values()):
        return None
    if (report.published.audiences[LEADERS].n or 0) < report.smallest.leaders:
        return "few leaders"
    themes = situations(report.questionnaires, report.published, report.gaps)
    known = [(mean, theme.target) for theme in themes for mean in theme.topics.values() if mean is not None]
    if not known:
        return "unknown"
    return "at target" if all(mean >= target for mean, target in known) else "no action"
