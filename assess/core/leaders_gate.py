"""What may be shown of the leaders, who answer by name: of very few only scores and levels."""

from collections.abc import Mapping
from dataclasses import replace

from assess.core.figures import AudienceFigures, ItemFigures, ThemeFigures
from assess.core.questionnaire import Questionnaire, QuestionnaireSet
from assess.core.scoring import capped_level, raw_mean
from assess.core.statistics import Mean
from assess.core.themes import whole


def leaders_shown(
    questionnaires: QuestionnaireSet, measured: AudienceFigures, fewest: int
) -> AudienceFigures:
    """Leaders answer by name: one or two are "one person's view", scores and levels without more."""
    if measured.n and measured.n < fewest:
        bare = {id: theme and _bare(theme) for id, theme in measured.themes.items()}
        overall = measured.overall and replace(measured.overall, lo=None, hi=None)
        return AudienceFigures(
            n=measured.n, response_rate=measured.response_rate, themes=bare, overall=overall
        )
    items = {id: item if item and item.n >= fewest else None for id, item in measured.items.items()}
    themes = {
        q.id: _leaders_cell(q, measured.themes[q.id], items, fewest)
        for q in questionnaires.questionnaires
        if q.id in measured.themes
    }
    overall = measured.overall
    if themes != measured.themes:
        overall = whole(questionnaires, themes, Mean(0))
    return replace(measured, themes=themes, overall=overall, items=items)


def _bare(theme: ThemeFigures) -> ThemeFigures:
    """A score and a level, and nothing that one or two people alone would show."""
    maturity = theme.maturity and replace(
        theme.maturity, held_by=(), blind_spots=(), evidenced=None, evidence=None
    )
    return ThemeFigures(theme.n, theme.score, None, None, None, None, None, maturity)


def _leaders_cell(
    questionnaire: Questionnaire,
    theme: ThemeFigures | None,
    items: Mapping[str, ItemFigures | None],
    fewest: int,
) -> ThemeFigures | None:
    """A theme that enough leaders have a score on, with a level that no topic of one or two holds back.

    A theme on which nobody has a score keeps its status and what nobody knows: that is no figure.
    """
    if theme is None or theme.maturity is None:
        return theme if theme and theme.n >= fewest else None
    if theme.n == 0:
        maturity = replace(theme.maturity, evidenced=None, evidence=None)
        return ThemeFigures(0, None, None, None, None, None, None, maturity)
    if theme.n < fewest or theme.score is None:
        return None
    known = {id: item.mean for id, item in items.items() if item and item.mean is not None}
    parts = {t.id: known[t.id] for t in questionnaire.topics if t.required and t.id in known}
    found = capped_level(raw_mean(theme.score, questionnaire.topics[0].scale), parts)
    return replace(theme, maturity=replace(theme.maturity, level=found.level, held_by=found.held_by))
