"""Each `fn` of a golden file, mapped to the product's function.

Where the gate would hide what a case expects, the function behind the gate is called.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

import numpy as np

from assess.core import agreement, change, mirror, scoring, statistics
from assess.core import items as item_rules
from assess.core import pool as pools
from assess.core.figures import ItemFigures
from assess.core.plan import make_plan
from assess.core.priority import Situation, factors
from assess.core.questionnaire import Scale
from assess.core.responses import LARGEST_ANSWER
from assess.core.scheduling import Limits
from tests.golden import building
from tests.golden.whole import end_to_end

Result = dict[str, Any]


def pomp(value: float | str | None, lo: int, hi: int, reverse: bool) -> Result:
    if not isinstance(value, int | float):  # don't know, not applicable or nothing: what is not scored
        answered = building.column([value]) <= LARGEST_ANSWER
        return {"score": 0.0 if answered[0] else None}
    return {"score": scoring.item_score(value, building.scale(lo, hi), reverse)}


def domain_score(
    items: Sequence[Any], answers: Mapping[str, Any], min_coverage: str | float = "2/3"
) -> Result:
    asked = building.items(items)
    sheet = building.answers([answers], [item.id for item in asked])
    one = scoring.respondents(asked, sheet, Fraction(min_coverage).limit_denominator(1000))
    return {
        "score": float(one.score[0]) if one.enough[0] else None,
        "status": scoring.STATUSES[one.status()[0]],
        "answered": int(one.answered[0]),
        "applicable": int(one.applicable[0]),
        "dont_know": sum(value == "dk" for value in answers.values()),
        "required_open": [id for id, is_open in one.required_open.items() if is_open[0]],
    }


def group_mean(scores: Sequence[float | None]) -> Result:
    mean = statistics.mean_interval([score for score in scores if score is not None])
    shown = {"mean": mean.value, "sd": mean.sd, "lo": mean.lo, "hi": mean.hi}
    return {"n": mean.n, **shown, "show_interval": mean.shows_interval}


def level(raw_mean: float | None) -> Result:
    return {"level": None if raw_mean is None else scoring.level(raw_mean)}


def capped_level(raw_mean: float | None, parts: Sequence[float | None]) -> Result:
    found = scoring.capped_level(
        raw_mean, {str(place): part for place, part in enumerate(parts) if part is not None}
    )
    return {"level": found.level, "uncapped": found.uncapped, "capped": found.capped}


def overall(
    domains: Mapping[str, float | None], weights: Mapping[str, float], required: Sequence[str]
) -> Result:
    counted = {id: score for id, score in domains.items() if score is not None or id in required}
    whole = scoring.overall(counted, weights)
    return {"score": whole.score, "status": whole.status, "missing": list(whole.missing)}


def wilson(k: int, n: int, conf: float = 0.95) -> Result:
    share = statistics.wilson(k, n, conf)
    return {"share": share.value, "lo": share.lo, "hi": share.hi}


def top2(values: Sequence[Any], scale_max: int) -> Result:
    found = _figures(values, scale_max)
    return {"k": found.agreed, "n": found.n, "share": found.agree_share, "lo": found.lo, "hi": found.hi}


def _figures(values: Sequence[Any], highest: int) -> ItemFigures:
    counted = item_rules.count(building.column(values), building.scale(1, highest))
    return item_rules.item_figures(counted, topic=False)


def newcombe(k1: int, n1: int, k2: int, n2: int) -> Result:
    found = statistics.newcombe(statistics.wilson(k1, n1), statistics.wilson(k2, n2))
    return {"diff": found.value, "lo": found.lo, "hi": found.hi}


def perception_gap(
    k_leaders: int, n_leaders: int, k_other: int, n_other: int, min_leaders: int, min_other: int,
    material_pp: float, band_pp: float,
) -> Result:  # fmt: skip
    fewest = (min_leaders, min_other)
    found = mirror.perception_gap(k_leaders, n_leaders, k_other, n_other, fewest, material_pp, band_pp)
    return {"gap_pp": found.gap_pp, "lo_pp": found.lo_pp, "hi_pp": found.hi_pp, "verdict": found.verdict}


def believers(pool: Sequence[Mapping[str, Any]]) -> Result:
    who = ("leaders", "customers")
    found = pools.believers(
        {row["org"]: tuple(statistics.wilson(*row[name]) for name in who) for row in pool}
    )
    both = {"believer": found.believers, "achiever": found.achievers}
    return {
        "rows": [{"org": id} | asdict(standing) for id, standing in found.standings.items()],
        "n": len(found.standings),
        "believers": found.believers.k,
        "achievers": found.achievers.k,
        **{f"{name}_share": share.value for name, share in both.items()},
        **{f"{name}_lo": share.lo for name, share in both.items()},
        **{f"{name}_hi": share.hi for name, share in both.items()},
    }


def agreement_of(rows: Sequence[Sequence[Any]], scale_points: int) -> Result:
    lowest = 0 if any(value == 0 for row in rows for value in row) else 1
    scale = Scale("golden", lowest, lowest + scale_points - 1)
    columns = map(building.column, zip(*rows, strict=True))
    counted = [
        agreement.ItemCounts(scale_points, item_rules.count(column, scale).counts) for column in columns
    ]
    found = agreement.agreement(counted or [agreement.ItemCounts(scale_points, [])])
    return {"rwg_j": found.rwg_j, "ad": found.ad, "ad_limit": found.limit, "agree": found.agree}


def cronbach_alpha(rows: Sequence[Sequence[Any]]) -> Result:
    complete = [row for row in rows if all(isinstance(value, int | float) for value in row)]
    columns = [np.array(column, np.int16) for column in zip(*complete, strict=True)]
    found = agreement.cronbach_alpha(columns)
    return {"alpha": found.value, "n": found.n, "lo": found.lo, "hi": found.hi}


def percentile(score: float, pool: Sequence[float], min_pool: int) -> Result:
    found = pools.percentile(score, pool, min_pool)
    return {"percentile": found, "pool_n": len(pool), "reason": "pool_too_small" if found is None else None}


def change_mean(
    before: Sequence[float], after: Sequence[float], min_n: int, smallest_change: float
) -> Result:
    return _change(change.change_of_means(before, after, min_n, smallest_change))


def change_paired(before: Sequence[Any], after: Sequence[Any], min_n: int, smallest_change: float) -> Result:
    return _change(change.change_of_same_people(before, after, min_n, smallest_change))


def _change(found: change.Change) -> Result:
    return {name: getattr(found, name) for name in ("n", "diff", "lo", "hi", "df", "p", "verdict")}


def bh_adjust(p: Sequence[float]) -> Result:
    return {"q": change.adjusted(p)}


def nps(values: Sequence[int]) -> Result:
    counted = item_rules.count(building.column(values), building.scale(0, 10))
    found = statistics.recommend_score(counted.counts)
    return {name: getattr(found, name) for name in found.__slots__}


def csat(values: Sequence[Any], scale_max: int) -> Result:
    figures = _figures(values, scale_max)
    found = item_rules.satisfaction(figures.counts, building.scale(1, scale_max))
    return {"k": figures.agreed, "n": found.n, "share": found.share, "lo": found.lo, "hi": found.hi}


def ces(values: Sequence[Any]) -> Result:
    found = item_rules.ease(_figures(values, 7).counts, building.scale(1, 7))
    return {"n": found.n, "mean": found.mean, "easy_share": found.share, "lo": found.lo, "hi": found.hi}


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> Result:
    return {"delta": change.cliffs_delta(a, b)}


def distribution(values: Sequence[Any], scale_points: int) -> Result:
    found = _figures(values, scale_points)
    return {
        "n": found.n,
        "counts": list(found.counts),
        "dont_know": found.dont_know,
        "median": found.median,
        "top2": found.agree_share,
        "bottom2": sum(found.counts[:2]) / found.n if found.n else None,
        "split": found.split,
    }


def weighted_mean(teams: Sequence[Mapping[str, Any]]) -> Result:
    found = statistics.weighted_mean(
        [statistics.TeamScores(team["headcount"], team["scores"]) for team in teams]
    )
    return {name: getattr(found, name) for name in found.__slots__}


def comparable(
    before_items: Mapping[str, Any],
    after_items: Mapping[str, Any],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Result:
    versions = [
        {id: change.Wording(**item) for id, item in version.items()}
        for version in (before_items, after_items)
    ]
    found = change.comparability(*versions)
    result = {"common": list(found.common), "coverage": found.coverage, "comparable": found.comparable}
    for name, version, sheet in (("before", versions[0], before), ("after", versions[1], after)):
        common = [building.GoldenItem(id, building.scale(1, 5), version[id].weight) for id in found.common]
        one = scoring.respondents(common, building.answers([sheet], found.common))
        result[name] = float(one.score[0]) if one.enough[0] else None
    return result


def situation(domain: Mapping[str, Any]) -> Situation:
    return Situation(
        theme=domain["id"],
        topics=domain.get("topics", {}),
        flags=domain["flags"],
        gap_pp=domain["gap_pp"] if domain["gap_clear"] else None,
        target=domain["target"],
    )


def priority(action: Mapping[str, Any], domain: Mapping[str, Any]) -> Result:
    stands = situation(domain)
    found = factors(domain["current"], action["impact"], action["effort"], stands)
    return {
        "need": found.need,
        "confidence": found.confidence,
        "gap_factor": found.gap_factor,
        "priority": found.priority,
        "discuss_first": stands.discuss_first,
        "listen_first": stands.listen_first,
    }


def plan(
    domains: Sequence[Any], actions: Sequence[Any], capacity: int, per_domain: int, max_total: int
) -> Result:
    limits = Limits(capacity, per_domain, max_total)
    found = make_plan([situation(d) for d in domains], [building.action(row) for row in actions], limits)
    return {
        "ranking": [
            {
                "id": e.action,
                "current": e.current,
                "own": e.own,
                "effective": e.priority,
                "tags": list(e.tags),
            }
            for e in found.ranking
        ],
        **{block: [entry.action for entry in entries] for block, entries in found.blocks.items()},
        "later": [entry.action for entry in found.later],
        "blocked": {id: list(waits) for id, waits in found.blocked.items()},
    }


def blind_spot(values: Sequence[Any]) -> Result:
    found = item_rules.count(building.column(values), building.scale(1, 5))
    asked = found.dont_know + found.n
    return {
        "dont_know": found.dont_know,
        "valid": found.n,
        "share": found.dont_know / asked if asked else None,
        "blind_spot": scoring.blind_spot(found.dont_know, found.n),
    }


FUNCTIONS: dict[str, Callable[..., Result]] = {
    function.__name__: function
    for function in (
        pomp, domain_score, group_mean, level, capped_level, overall, wilson, top2, newcombe, perception_gap,
        believers, cronbach_alpha, percentile, change_mean, change_paired, bh_adjust, nps, csat, ces,
        cliffs_delta, distribution, weighted_mean, comparable, priority, plan, blind_spot, end_to_end,
    )
} | {"agreement": agreement_of}  # fmt: skip
