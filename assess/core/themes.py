"""One audience's view of each theme, and the leaders' view of the whole."""

from collections.abc import Mapping, Sequence

import numpy as np

from assess.core.agreement import ItemCounts, agreement, cronbach_alpha
from assess.core.figures import Maturity, Overall, Status, ThemeFigures
from assess.core.items import Counted
from assess.core.questionnaire import (
    EVIDENCE,
    Audience,
    Item,
    Questionnaire,
    QuestionnaireSet,
    Scale,
)
from assess.core.responses import MISSING, Answers, valid
from assess.core.scoring import (
    COVERAGE,
    Respondents,
    blind_spot,
    capped_level,
    evidenced_scores,
    overall,
    raw_mean,
    respondents,
)
from assess.core.statistics import Mean, mean_interval

FEWEST_FOR_ALPHA = 30
"""Respondents; with fewer, alpha says more about chance than about the statements."""

Counts = Mapping[str, Counted]
Themes = Mapping[str, ThemeFigures]
Views = Mapping[str, Respondents]


def views(questionnaires: QuestionnaireSet, answers: Answers, audience: Audience) -> Views:
    """Each respondent's view of every theme of which this audience is asked something, in the set's order."""
    asked = {q.id: q.scored(audience) for q in questionnaires.questionnaires}
    return {id: respondents(scored, answers) for id, scored in asked.items() if scored}


def themes(
    questionnaires: QuestionnaireSet, answers: Answers, audience: Audience, counts: Counts, seen: Views
) -> Themes:
    """The figures of every theme on which there are views."""
    of = {q.id: q for q in questionnaires.questionnaires}
    return {
        id: _theme(of[id], of[id].scored(audience), answers, counts, people) for id, people in seen.items()
    }


def _theme(
    questionnaire: Questionnaire,
    scored: Sequence[Item],
    answers: Answers,
    counts: Counts,
    people: Respondents,
) -> ThemeFigures:
    mean = mean_interval(people.scores)
    spread = agreement([ItemCounts(item.scale.points, counts[item.id].counts) for item in scored])
    by_topics = scored[0] in questionnaire.topics
    return ThemeFigures(
        n=mean.n,
        score=mean.value,
        lo=mean.lo if mean.shows_interval else None,
        hi=mean.hi if mean.shows_interval else None,
        ad=spread.ad,
        agree=spread.agree,
        alpha=None if by_topics else _alpha(scored, answers),
        maturity=_maturity(scored, answers, counts, people, mean) if by_topics else None,
    )


def _alpha(scored: Sequence[Item], answers: Answers) -> float | None:
    """Cronbach's alpha over the respondents who answered every statement, reversed ones turned."""
    columns = [answers.item(item.id) for item in scored]
    complete = np.ones(answers.n, bool)
    for column in columns:
        complete &= valid(column)
    # Places instead of a mask: taken for every column, they are ten times as fast.
    rows = np.flatnonzero(complete)
    if len(rows) < FEWEST_FOR_ALPHA:
        return None
    turned = [-column if item.reverse else column for column, item in zip(columns, scored, strict=True)]
    return cronbach_alpha([column[rows].astype(np.int16) for column in turned]).value


def _maturity(
    scored: Sequence[Item], answers: Answers, counts: Counts, people: Respondents, mean: Mean
) -> Maturity:
    scale = scored[0].scale
    parts = {item.id: counts[item.id].mean for item in scored if item.required}
    known = {id: part for id, part in parts.items() if part is not None}
    found = capped_level(None if mean.value is None else raw_mean(mean.value, scale), known)
    evidenced = evidenced_scores(scored, answers)[people.enough]
    return Maturity(
        status=_status(scored, answers, people),
        level=found.level,
        uncapped=found.uncapped,
        held_by=found.held_by,
        blind_spots=tuple(i.id for i in scored if blind_spot(counts[i.id].dont_know, counts[i.id].n)),
        evidenced=mean_interval(evidenced).value,
        evidence=_evidence(scored, answers),
    )


def _status(scored: Sequence[Item], answers: Answers, people: Respondents) -> Status:
    if all((answers.item(item.id) == MISSING).all() for item in scored):
        return "none"
    if not people.enough.any():
        return "insufficient"
    return "provisional" if people.provisional.any() else "ok"


def _evidence(scored: Sequence[Item], answers: Answers) -> dict[str, int]:
    """How many answers rest on each kind of evidence."""
    counts = np.zeros(len(EVIDENCE), int)
    for item in scored:
        known = answers.evidence_of(item.id)[valid(answers.item(item.id))]
        counts += np.bincount(known, minlength=len(EVIDENCE))
    return dict(zip(EVIDENCE, counts.tolist(), strict=True))


def whole(
    questionnaires: QuestionnaireSet, found: Mapping[str, ThemeFigures | None], spread: Mean
) -> Overall | None:
    """The leaders' view of the whole; None for a set without topics.

    At most one level above the lowest theme. `spread` is the mean of the respondents' own overall
    scores: its half-width is laid around the score.
    """
    rated = {q.id: q for q in questionnaires.questionnaires if q.topics}
    if not rated:
        return None
    scores = {id: _score(found.get(id)) for id in rated}
    result = overall(scores, {id: q.weight for id, q in rated.items()})
    scale = _maturity_scale(rated)
    levels = {id: figures.maturity.level for id, figures in found.items() if figures and figures.maturity}
    known = {id: float(value) for id, value in levels.items() if value is not None and id in rated}
    capped = capped_level(None if result.score is None else raw_mean(result.score, scale), known)
    lo, hi = _around(result.score, spread)
    return Overall(result.score, result.status, result.missing, capped.level, capped.uncapped, lo, hi)


def covered(questionnaires: QuestionnaireSet, found: Overall) -> tuple[int, int]:
    """How many themes the whole rests on, and how many there are."""
    rated = sum(bool(q.topics) for q in questionnaires.questionnaires)
    return rated - len(found.missing), rated


def covers_enough(questionnaires: QuestionnaireSet, found: Overall) -> bool:
    """Whether enough themes have a score to speak of the whole: the same part as of one theme."""
    part, rated = covered(questionnaires, found)
    return COVERAGE.denominator * part >= COVERAGE.numerator * rated


def _score(figures: ThemeFigures | None) -> float | None:
    return None if figures is None else figures.score


def _maturity_scale(rated: Mapping[str, Questionnaire]) -> Scale:
    return next(iter(rated.values())).topics[0].scale


def _around(score: float | None, spread: Mean) -> tuple[float | None, float | None]:
    if (
        score is None
        or not spread.shows_interval
        or spread.lo is None
        or spread.value is None
        or spread.hi is None
    ):
        return None, None
    half = max(spread.hi - spread.value, spread.value - spread.lo)
    return max(0.0, score - half), min(100.0, score + half)


def own_overall(questionnaires: QuestionnaireSet, seen: Views) -> Mean:
    """The mean of the leaders' own overall scores: of those who have a score on every theme."""
    people = [(q.weight, seen[q.id]) for q in questionnaires.questionnaires if q.topics]
    if not people:
        return Mean(0)
    everywhere = np.logical_and.reduce([one.enough for _, one in people])
    total = sum(weight for weight, _ in people)
    scores = np.sum([weight * one.score for weight, one in people], axis=0) / total
    return mean_interval(scores[everywhere])
