"""How high the whole stands, and the themes that stand out."""

from collections.abc import Iterator, Mapping

from assess.cli.summary.telling import Telling
from assess.core.figures import AudienceFigures, Overall, ThemeFigures
from assess.core.questionnaire import AUDIENCES, LEADERS, Audience, Scale
from assess.core.report import Report
from assess.core.scoring import level, raw_mean
from assess.core.themes import covered, covers_enough

WEAKEST = 2


def level_line(report: Report, telling: Telling) -> str:
    """The leaders' level with what its interval leaves open and what holds it back."""
    leaders = report.published.audiences[LEADERS]
    whole, scale = leaders.overall, _scale(report)
    if whole is None or scale is None:
        return telling.tell("no topics")
    if whole.level is None or whole.uncapped is None:
        return telling.tell("too open" if leaders.n else "no leader")
    part, n = covered(report.questionnaires, whole)
    if not covers_enough(report.questionnaires, whole):
        return telling.tell("part", part=part, n=n)
    told = telling.tell(
        "level",
        level=telling.level(whole.level),
        number=whole.level,
        highest=scale.highest,
        range=_range(leaders, whole, scale, report.smallest.leaders, telling),
    )
    return told + _held_back(leaders, whole, telling) + _without(whole, telling)


def _scale(report: Report) -> Scale | None:
    topic = next(report.questionnaires.topics(), None)
    return topic.scale if topic else None


def _levels(leaders: AudienceFigures) -> dict[str, int]:
    """The level of each theme that has one."""
    found = {id: theme.maturity.level for id, theme in leaders.themes.items() if theme and theme.maturity}
    return {id: number for id, number in found.items() if number is not None}


def _range(leaders: AudienceFigures, whole: Overall, scale: Scale, fewest: int, telling: Telling) -> str:
    """The neighbouring levels that the interval reaches, or whose view this is when there is none."""
    if leaders.n is not None and leaders.n < fewest:
        return telling.tell("one view" if leaders.n == 1 else "few views", n=leaders.n)
    if whole.lo is None or whole.hi is None or whole.level is None:
        return ""
    ceiling = min(_levels(leaders).values()) + 1
    lower = level(raw_mean(whole.lo, scale))
    higher = min(level(raw_mean(whole.hi, scale)), ceiling)
    reached = {"still": lower < whole.level, "already": higher > whole.level}
    sentence = " or ".join(word for word, reaches in reached.items() if reaches)
    return (
        telling.tell(sentence, lower=telling.level(lower), higher=telling.level(higher)) if sentence else ""
    )


def _held_back(leaders: AudienceFigures, whole: Overall, telling: Telling) -> str:
    if whole.level is None or whole.uncapped is None or whole.level == whole.uncapped:
        return ""
    levels = _levels(leaders)
    lowest = [id for id, number in levels.items() if number == min(levels.values())]
    sentence = "capped" if len(lowest) == 1 else "capped many"
    return telling.tell(sentence, uncapped=telling.level(whole.uncapped), themes=telling.themes(lowest))


def _without(whole: Overall, telling: Telling) -> str:
    missing = [q.id for q in telling.set.questionnaires if q.id in whole.missing]
    return telling.tell("partial", themes=telling.themes(missing)) if missing else ""


def theme_lines(report: Report, telling: Telling) -> Iterator[str]:
    """The strongest theme and the two weakest, as the first audience sees them that has scores."""
    for audience in AUDIENCES:
        scored = _scored(report, audience)
        if scored:
            yield from _told(scored, audience, telling)
            return
    yield telling.tell("no themes")
    yield telling.tell("no weakest")


def _scored(report: Report, audience: Audience) -> dict[str, ThemeFigures]:
    """The themes with a score, weakest first."""
    themes = report.published.audiences[audience].themes
    scored = {id: theme for id, theme in themes.items() if theme and theme.score is not None}
    return dict(sorted(scored.items(), key=lambda pair: pair[1].score or 0))


def _told(scored: Mapping[str, ThemeFigures], audience: Audience, telling: Telling) -> Iterator[str]:
    *others, strongest = scored
    seen = telling.tell(f"seen {audience}")
    yield telling.tell("strongest", seen=seen, theme=_theme(strongest, scored[strongest], telling))
    if not others:
        yield telling.tell("one theme")
        return
    weakest = "; ".join(_theme(id, scored[id], telling) for id in others[:WEAKEST])
    yield telling.tell("weakest", seen=seen, themes=weakest)


def _theme(id: str, theme: ThemeFigures, telling: Telling) -> str:
    known = theme.lo is not None and theme.hi is not None
    told = telling.tell(
        "theme",
        theme=telling.themes([id]),
        score=theme.score,
        range=telling.tell("range", lo=theme.lo, hi=theme.hi) if known else "",
    )
    held_by = theme.maturity.held_by if theme.maturity else ()
    return told + (telling.tell("held", topics=telling.topics(held_by)) if held_by else "")
