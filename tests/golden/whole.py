"""The golden end-to-end cases: a whole assessment of leaders and employees."""

from collections.abc import Mapping, Sequence
from typing import Any

from assess.core.agreement import ItemCounts, agreement
from assess.core.figures import AudienceFigures
from assess.core.measuring import measure
from assess.core.mirror import perception_gap
from assess.core.questionnaire import EMPLOYEES, LEADERS, Audience, Questionnaire, QuestionnaireSet, Statement
from assess.core.responses import Answers, Responses
from assess.core.scoring import STATUSES, raw_mean, respondents
from tests.golden import building

AGREE = building.scale(1, 5)
FEWEST = (3, 5)


def end_to_end(
    domains: Sequence[Mapping[str, Any]],
    leaders: Sequence[Mapping[str, Any]],
    leaders_mirror: Mapping[str, Sequence[Any]],
    employees_mirror: Mapping[str, Sequence[Any]],
) -> dict[str, Any]:
    questionnaires = QuestionnaireSet(tuple(_questionnaire(domain) for domain in domains), {"agree": AGREE})
    ids = [item["id"] for domain in domains for item in domain["items"]]
    sheets = building.answers(leaders, ids)
    columns = {**sheets.items, **_mirror(leaders_mirror)}
    others = _mirror(employees_mirror)
    n = max((len(column) for column in others.values()), default=0)
    found = measure(
        questionnaires, Responses({LEADERS: Answers(sheets.n, columns), EMPLOYEES: Answers(n, others)})
    ).audiences
    whole = found[LEADERS].overall
    assert whole is not None
    scale = questionnaires.questionnaires[0].topics[0].scale
    return {
        "domains": {q.id: _theme(q, sheets, found) for q in questionnaires.questionnaires},
        "overall": {
            "score": whole.score,
            "status": whole.status,
            "missing": list(whole.missing),
            "raw_mean": None if whole.score is None else raw_mean(whole.score, scale),
            "level": whole.level,
            "uncapped": whole.uncapped,
            "capped": whole.level != whole.uncapped,
        },
    }


def _questionnaire(domain: Mapping[str, Any]) -> Questionnaire:
    texts = {LEADERS: {"en": "we"}, EMPLOYEES: {"en": "they"}}
    mirrored = Statement(f"{domain['id']}-mirror", texts, AGREE)
    return Questionnaire(
        domain["id"], 1, {"en": domain["id"]}, topics=building.items(domain["items"]), statements=(mirrored,)
    )  # type: ignore[arg-type]


def _mirror(answers: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    return {f"{domain}-mirror": building.column(values) for domain, values in answers.items()}


def _theme(
    questionnaire: Questionnaire, sheets: Answers, found: Mapping[Audience, AudienceFigures]
) -> dict[str, Any]:
    theme = found[LEADERS].themes[questionnaire.id]
    assert theme is not None
    assert theme.maturity is not None
    people = respondents(questionnaire.topics, sheets)
    items = {topic.id: found[LEADERS].items[topic.id] for topic in questionnaire.topics}
    counts = [ItemCounts(t.scale.points, items[t.id].counts) for t in questionnaire.topics]
    mirror = [found[audience].items[f"{questionnaire.id}-mirror"] for audience in (LEADERS, EMPLOYEES)]
    gap = perception_gap(mirror[0].agreed, mirror[0].n, mirror[1].agreed, mirror[1].n, FEWEST)
    return {
        "score": theme.score,
        "lo": theme.lo,
        "hi": theme.hi,
        "n_used": theme.n,
        "n_total": sheets.n,
        "statuses": [STATUSES[code] for code in people.status()],
        "raw_mean": None if theme.score is None else raw_mean(theme.score, questionnaire.topics[0].scale),
        "level": theme.maturity.level,
        "uncapped": theme.maturity.uncapped,
        "capped": theme.maturity.level != theme.maturity.uncapped,
        "item_means": {id: item.mean for id, item in items.items()},
        "ad": theme.ad,
        "rwg_j": agreement(counts).rwg_j,
        "gap": {"gap_pp": gap.gap_pp, "lo_pp": gap.lo_pp, "hi_pp": gap.hi_pp, "verdict": gap.verdict},
    }
