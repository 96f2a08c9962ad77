"""Small plans: themes with the means of their topics, and actions on them."""

from typing import Any

from assess.core.plan import Plan, make_plan
from assess.core.priority import Situation
from assess.core.questionnaire import Action


def a_situation(
    theme: str = "service", *, flags: tuple[Any, ...] = (), gap: float | None = None, **topics: Any
):
    """A theme whose topics have these means, in levels; None is unknown."""
    return Situation(theme, topics, flags, gap)


def plan_of(themes: Situation | list[Situation], *actions: Action) -> Plan:
    """The plan; each action belongs to the theme of the first topic it moves."""
    situations = themes if isinstance(themes, list) else [themes]
    home = {topic: situation.theme for situation in situations for topic in situation.topics}
    return make_plan(situations, [(home[action.moves[0]], action) for action in actions])


def ids(entries: Any) -> list[str]:
    return [entry.action for entry in entries]


def blocks(plan: Plan) -> list[list[str]]:
    """The ids in each block of thirty days, then those for later."""
    return [*map(ids, plan.blocks.values()), ids(plan.later)]


def tags(plan: Plan, id: str) -> tuple[str, ...]:
    return next(entry.tags for entry in plan.ranking if entry.action == id)
