"""What the board's page says: strengths and priorities, by rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from assess.core.disclosure import Published
from assess.core.mirror import mirrored
from assess.core.plan import Plan, PlannedAction
from assess.core.questionnaire import CUSTOMERS, LEADERS, QuestionnaireSet

MOST = 3


@dataclass(frozen=True, slots=True)
class Strength:
    """A theme clearly above the own mean, or a statement that most customers agree with: one of the two."""

    theme: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """At most three strengths and three priorities; fewer than three means fewer than three."""

    strengths: tuple[Strength, ...]
    priorities: tuple[PlannedAction, ...]
    """The highest-ranked actions of different themes."""


def board(questionnaires: QuestionnaireSet, published: Published, plan: Plan) -> Board:
    """What to be glad of and what to decide; what customers say goes before what leaders think."""
    strengths = [*_customers_say(questionnaires, published), *_above_own_mean(published)]
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


def _above_own_mean(published: Published) -> Iterator[Strength]:
    """Themes whose interval lies above the leaders' own overall score, in the set's order."""
    leaders = published.audiences[LEADERS]
    if leaders.overall is None or leaders.overall.score is None:
        return
    for id, theme in leaders.themes.items():
        if theme and theme.lo is not None and theme.lo > leaders.overall.score:
            yield Strength(theme=id)


def _priorities(plan: Plan) -> tuple[PlannedAction, ...]:
    best: dict[str, PlannedAction] = {}
    for entry in plan.ranking:
        best.setdefault(entry.theme, entry)
    return tuple(best.values())[:MOST]
