"""How each theme stands for the plan, read from what has passed the gate."""

from collections.abc import Sequence

from assess.core.disclosure import Published
from assess.core.mirror import Gap
from assess.core.priority import Flag, Situation
from assess.core.questionnaire import EMPLOYEES, LEADERS, Questionnaire, QuestionnaireSet

FEW_LEADERS = 5
LOW_RESPONSE = 0.6


def situations(
    questionnaires: QuestionnaireSet, published: Published, gaps: Sequence[Gap]
) -> list[Situation]:
    """Every theme with topics: the means of its topics, its doubts and its largest clear gap.

    The target is one below the top of the scale (4 of 1-5): nobody needs the highest everywhere.
    """
    return [
        _situation(questionnaire, published, gaps)
        for questionnaire in questionnaires.questionnaires
        if questionnaire.topics
    ]


def _situation(questionnaire: Questionnaire, published: Published, gaps: Sequence[Gap]) -> Situation:
    scale = questionnaire.topics[0].scale
    items = {topic.id: published.item(LEADERS, topic.id) for topic in questionnaire.topics}
    clear = [
        gap.gap_pp
        for gap in gaps
        if gap.theme == questionnaire.id
        and gap.a == LEADERS
        and gap.verdict == "clear_gap"
        and gap.gap_pp is not None
    ]
    return Situation(
        theme=questionnaire.id,
        topics={id: item.mean if item else None for id, item in items.items()},
        flags=_flags(questionnaire.id, published),
        gap_pp=max(clear, default=None),
        target=scale.highest - 1,
        span=scale.highest - scale.lowest,
    )


def _flags(theme: str, published: Published) -> tuple[Flag, ...]:
    leaders, employees = published.audiences[LEADERS], published.audiences[EMPLOYEES]
    figures = leaders.themes.get(theme)
    flags: list[Flag] = []
    if figures and figures.agree is False:
        flags.append("disagreement")
    if figures and figures.maturity and figures.maturity.blind_spots:
        flags.append("dont_know")
    if leaders.n is not None and leaders.n < FEW_LEADERS:
        flags.append("small_n")
    if employees.response_rate is not None and employees.response_rate < LOW_RESPONSE:
        flags.append("low_response")
    return tuple(flags)
