"""The ten lines in their order."""

from collections.abc import Iterator, Mapping

from assess.cli.summary.gap import gap_line, guess_line
from assess.cli.summary.standing import level_line, theme_lines
from assess.cli.summary.telling import Telling
from assess.core.no_plan import Cause, why_nothing_starts
from assess.core.questionnaire import AUDIENCES, LEADERS, Audience
from assess.core.report import Report

PRIORITIES = 3
NO_PLAN: Mapping[Cause, str] = {
    "few leaders": "no plan",
    "unknown": "no plan unknown",
    "at target": "no plan at target",
    "no action": "no action",
}


def summary(report: Report, organisation: str, language: str) -> str:
    """The ten lines as text."""
    telling = Telling(report.questionnaires, organisation, language)
    lines = [
        _who(report, telling),
        level_line(report, telling),
        gap_line(report, telling),
        guess_line(report, telling),
        *theme_lines(report, telling),
        _agreement(report, telling),
        *_priorities(report, telling),
    ]
    return "".join(f"{line}\n" for line in lines)


def _who(report: Report, telling: Telling) -> str:
    who = telling.listed(_people(report, telling, audience) for audience in AUDIENCES)
    return telling.tell("who", organisation=telling.organisation, who=who)


def _people(report: Report, telling: Telling, audience: Audience) -> str:
    n = report.published.audiences[audience].n
    if n is None:
        return telling.tell("fewer", people=telling.people(audience, report.smallest.of(audience)))
    return telling.people(audience, n)


def _agreement(report: Report, telling: Telling) -> str:
    """What leaders see differently and what they do not know."""
    leaders = report.published.audiences[LEADERS]
    if not telling.asks(LEADERS):
        return telling.tell("no agreement asked")
    themes = {id: theme for id, theme in leaders.themes.items() if theme}
    disagreed = [id for id, theme in themes.items() if theme.agree is False]
    blind = [id for theme in themes.values() if theme.maturity for id in theme.maturity.blind_spots]
    told = [telling.tell("disagree", themes=telling.themes(disagreed))] if disagreed else []
    told += [telling.tell("blind", topics=telling.topics(blind))] if blind else []
    alike = any(theme.agree for theme in themes.values())
    return " ".join(told) or telling.tell("agree" if alike else "no agreement")


def _priorities(report: Report, telling: Telling) -> Iterator[str]:
    """The first actions of different themes."""
    priorities = [
        telling.action(entry.action, place) for place, entry in enumerate(report.board.priorities, 1)
    ]
    yield from priorities
    why = why_nothing_starts(report)
    sentence = "no priority" if priorities or why is None else NO_PLAN[why]
    if not telling.asks(LEADERS):
        sentence = "no plan asked"
    for place in range(len(priorities) + 1, PRIORITIES + 1):
        yield telling.tell(sentence, place=place, fewest=report.smallest.leaders)
