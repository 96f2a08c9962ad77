"""A report as JSON: full precision, null for no value, the same bytes for the same report."""

import json
from collections.abc import Mapping

from assess.core.cells import Withheld
from assess.core.figures import AudienceFigures, ItemFigures, TeamFigures, ThemeFigures
from assess.core.mirror import Gap, Guess
from assess.core.plan import Plan, PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience, QuestionnaireSet
from assess.core.report import Report

SCHEMA = 1

Json = dict[str, object]

THEME = ("n", "score", "lo", "hi", "ad", "agree")
MATURITY = ("status", "level", "uncapped", "held_by", "blind_spots", "evidenced", "evidence")
ITEM = ("n", "counts", "dont_know", "not_applicable", "mean", "median", "split")
SHARE = ("agree_share", "lo", "hi")
OVERALL = ("score", "status", "missing", "level", "uncapped")
STANDARD = {
    "recommend": ("n", "nps", "lo", "hi"),
    "satisfaction": ("n", "share", "lo", "hi"),
    "ease": ("n", "mean", "share", "lo", "hi"),
}
GAP = ("statement", "theme", "a", "b", "k_a", "n_a", "k_b", "n_b", "gap_pp", "lo_pp", "hi_pp", "verdict")
ACTION = ("action", "priority", "own", "need", "impact", "confidence", "gap_factor", "effort", "tags")


def as_json(report: Report) -> str:
    """The report as text that ends with a line break."""
    shown = {
        "schema": SCHEMA,
        "questionnaires": [
            {"id": q.id, "version": q.version, "sha256": q.sha256()}
            for q in report.questionnaires.questionnaires
        ],
        "audiences": {
            name: _audience(name, figures, report.questionnaires)
            for name, figures in report.published.audiences.items()
        },
        "withheld": [_withheld(one) for one in report.published.withheld],
        "gaps": [_picked(gap, GAP) | _capped(gap, "capped_a", "capped_b") for gap in report.gaps],
        "guesses": {audience: _guess(guess) for audience, guess in report.guesses.items()},
        "plan": _plan(report.plan),
    }
    return json.dumps(shown, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"


def _picked(value: object, names: tuple[str, ...]) -> Json:
    return {name: getattr(value, name) for name in names}


def _audience(name: Audience, figures: AudienceFigures, questionnaires: QuestionnaireSet) -> Json:
    shown = _picked(figures, ("n", "hidden", "response_rate"))
    if figures.hidden:
        return shown
    topics = {topic.id for topic in questionnaires.topics()}
    shown["themes"] = _themes(figures.themes)
    shown["items"] = {id: item and _item(item, id in topics) for id, item in figures.items.items()}
    if name == LEADERS:
        shown["overall"] = figures.overall and _picked(figures.overall, OVERALL)
    if name == EMPLOYEES:
        shown["teams"] = {team: _group(own) for team, own in figures.teams.items()}
        if figures.groups:
            shown["groups"] = [
                {"choices": dict(group)} | _group(own) for group, own in figures.groups.items()
            ]
    if name == CUSTOMERS:
        shown["standard"] = _standard(figures, questionnaires)
    return shown


def _group(own: TeamFigures) -> Json:
    return {"n": own.n, "hidden": own.hidden} | ({} if own.hidden else {"themes": _themes(own.themes)})


def _themes(themes: Mapping[str, ThemeFigures | None]) -> Json:
    return {id: theme and _theme(theme) for id, theme in themes.items()}


def _theme(theme: ThemeFigures) -> Json:
    if theme.maturity is None:
        return _picked(theme, (*THEME, "alpha")) | _capped(theme, "capped")
    shown = _picked(theme, THEME) | _picked(theme.maturity, MATURITY)
    if theme.maturity.withheld:
        # Empty would say that nothing holds it back and that everybody knows.
        shown |= {"held_by": None, "blind_spots": None}
    return shown


def _item(item: ItemFigures, topic: bool) -> Json:
    return _picked(item, ITEM if topic else ITEM + SHARE) | _capped(item, "capped", "mean_capped")


def _capped(figures: ThemeFigures | ItemFigures | Gap, *names: str) -> Json:
    """Which figures are bounds; nothing is said of those that are not."""
    return {name: value for name in names if (value := getattr(figures, name)) is not None}


def _withheld(one: Withheld) -> Json:
    return {"choices": dict(one.group), "theme": one.theme, "item": one.item, "reason": one.reason}


def _standard(figures: AudienceFigures, questionnaires: QuestionnaireSet) -> Json:
    """The roles that the set has; null where too few customers answered."""
    values = {"recommend": figures.recommend, "satisfaction": figures.satisfaction, "ease": figures.ease}
    asked = {q.role for q in questionnaires.standard if q.put_to(CUSTOMERS)}
    return {role: value and _picked(value, STANDARD[role]) for role, value in values.items() if role in asked}


def _guess(guess: Guess | None) -> Json | None:
    if guess is None:
        return None
    between = {"min": guess.smallest, "max": guess.largest}
    return _picked(guess, ("n", "mean", "actual", "lo", "hi", "off_by")) | between


def _plan(plan: Plan) -> Json:
    shown: Json = {block: _actions(actions) for block, actions in plan.blocks.items()}
    blocked = [{"action": action, "waits_for": waits} for action, waits in plan.blocked.items()]
    return shown | {
        "later": _actions(plan.later),
        "blocked": blocked,
        "without_action": plan.without_action,
    }


def _actions(actions: tuple[PlannedAction, ...]) -> list[Json]:
    return [_picked(action, ACTION) for action in actions]
