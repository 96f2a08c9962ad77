"""What the board's page says: strengths and priorities, by rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.core.disclosure import Published
from assess.core.mirror import mirrored
from assess.core.plan import Plan, PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience, QuestionnaireSet
from assess.core.scoring import overall

MOST = 3


@dataclass(frozen=True, slots=True)
class Strength:
    """A theme clearly above the own mean, or a statement that most customers agree with: one of the two."""

    theme: str | None = None
    statement: str | None = None
    audience: Audience = LEADERS
    """Whose scores say so of the theme."""


@dataclass(frozen=True, slots=True)
class Board:
    """At most three strengths and three priorities; fewer than three means fewer than three."""

    strengths: tuple[Strength, ...]
    priorities: tuple[PlannedAction, ...]
    """The highest-ranked actions of different themes."""


def board(questionnaires: QuestionnaireSet, published: Published, plan: Plan) -> Board:
    """What to be glad of and what to decide; what customers say goes before what leaders think."""
    strengths = [*_customers_say(questionnaires, published), *_above_own_mean(questionnaires, published)]
    return Board(tuple(strengths[:MOST]), _priorities(plan))


def _customers_say(questionnaires: QuestionnaireSet, published: Published) -> list[Strength]:
    """Mirrored statements with which more than half of the customers surely agree, surest first."""
    sure = []
    for _, statement in mirrored(questionnaires):
        item = published.item(CUSTOMERS, statement.id)
        turned = getattr(statement, "reverse", False)
        if item is not None and item.lo is not None and item.lo > 0.5 and not turned:
            sure.append((item.lo, statement.id))
    return [Strength(statement=id) for _, id in sorted(sure, key=lambda pair: -pair[0])]


def _above_own_mean(questionnaires: QuestionnaireSet, published: Published) -> Iterator[Strength]:
    """Themes whose interval lies above the own mean of who scores them, in the set's order."""
    whose = _whose(published)
    mean = own_mean(questionnaires, published, whose)
    for id, theme in published.audiences[whose].themes.items():
        if mean is not None and theme and theme.lo is not None and theme.lo > mean:
            yield Strength(theme=id, audience=whose)


def _whose(published: Published) -> Audience:
    """Whose themes can be strengths: the leaders', or the employees' when they are the only ones heard."""
    leaders, customers = published.audiences[LEADERS], published.audiences[CUSTOMERS]
    return LEADERS if leaders.n or not customers.hidden else EMPLOYEES


def own_mean(questionnaires: QuestionnaireSet, published: Published, audience: Audience) -> float | None:
    """What an audience's themes score on average, by their weights; None without a score."""
    scores = {id: t.score if t else None for id, t in published.audiences[audience].themes.items()}
    weights = {questionnaire.id: questionnaire.weight for questionnaire in questionnaires.questionnaires}
    return overall(scores, weights).score


def _priorities(plan: Plan) -> tuple[PlannedAction, ...]:
    best: dict[str, PlannedAction] = {}
    for entry in plan.ranking:
        best.setdefault(entry.theme, entry)
    return tuple(best.values())[:MOST]
