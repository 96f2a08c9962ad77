"""All figures of all audiences, as they are: nothing here has passed the gate yet.

Only `disclosure` may import this module; a contract in pyproject.toml holds that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from assess.core.cells import Group
from assess.core.crowd import Crowd, crowd
from assess.core.figures import AudienceFigures, TeamFigures, ThemeFigures
from assess.core.groups import Rows, rows_of_groups, traits
from assess.core.items import Counted, count, item_figures, standard
from assess.core.questionnaire import AUDIENCES, EMPLOYEES, LEADERS, Audience, QuestionnaireSet
from assess.core.responses import MISSING, Answers, Responses
from assess.core.scoring import Respondents
from assess.core.statistics import Mean, mean_interval, t_value
from assess.core.themes import Views, own_overall, themes, views, whole


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures that have not passed the gate: never to be shown, written or drawn."""

    audiences: Mapping[Audience, AudienceFigures]
    crowd: Crowd
    """The employees, as the gate has to see them."""


def measure(questionnaires: QuestionnaireSet, responses: Responses) -> Measured:
    """The figures of every audience, ungated: for `disclosure.publish` and nothing else."""
    kept = [audience for audience in AUDIENCES if audience not in responses.withheld]
    sheets = {audience: _who_answered(responses.of(audience)) for audience in kept}
    seen = {audience: views(questionnaires, answers, audience) for audience, answers in sheets.items()}
    figures = {audience: AudienceFigures(n=None, hidden=True) for audience in AUDIENCES} | {
        audience: _audience(questionnaires, responses, audience, answers, seen[audience])
        for audience, answers in sheets.items()
    }
    employees = sheets.get(EMPLOYEES)
    if employees is None:
        return Measured(figures, Crowd())
    return Measured(figures, crowd(traits(employees), employees.n, seen[EMPLOYEES]))


def _audience(
    questionnaires: QuestionnaireSet,
    responses: Responses,
    audience: Audience,
    answers: Answers,
    seen: Views,
) -> AudienceFigures:
    head_count = responses.head_counts.get(audience)
    counts = _counts(questionnaires, answers, audience)
    topics = {topic.id for topic in questionnaires.topics()}
    found = themes(questionnaires, answers, audience, counts, seen)
    figures = AudienceFigures(
        n=answers.n,
        response_rate=answers.n / head_count if head_count else None,
        themes=found,
        teams=_teams(questionnaires, answers, audience, seen),
        groups=_groups(answers, seen),
        items={id: item_figures(counted, topic=id in topics) for id, counted in counts.items()},
    )
    if audience == LEADERS:
        return replace(figures, overall=whole(questionnaires, found, own_overall(questionnaires, seen)))
    return replace(figures, **standard(questionnaires, counts))


def _counts(questionnaires: QuestionnaireSet, answers: Answers, audience: Audience) -> dict[str, Counted]:
    return {
        item.id: count(answers.item(item.id), item.scale)
        for item in questionnaires.items()
        if item.put_to(audience) and item.scale is not None
    }


def _who_answered(answers: Answers) -> Answers:
    """Only the respondents who answered anything: an empty sheet is nobody's view."""
    present = np.zeros(answers.n, bool)
    for column in (*answers.items.values(), *answers.guesses.values()):
        present |= column != MISSING
        if present.all():
            return answers
    return _rows(answers, np.flatnonzero(present))


def _rows(answers: Answers, rows: Rows) -> Answers:
    """The sheets of some respondents only."""
    return Answers(
        n=len(rows),
        items={id: column[rows] for id, column in answers.items.items()},
        evidence={id: column[rows] for id, column in answers.evidence.items()},
        guesses={audience: column[rows] for audience, column in answers.guesses.items()},
        teams=None if answers.teams is None else answers.teams[rows],
        team_names=answers.team_names,
        attributes={name: column[rows] for name, column in answers.attributes.items()},
        choices=answers.choices,
    )


def _teams(
    questionnaires: QuestionnaireSet, answers: Answers, audience: Audience, seen: Views
) -> dict[str, TeamFigures]:
    """Every team's figures, in alphabetical order."""
    teams = sorted(_by_team(answers), key=lambda team: team[0])
    if [name for name, _ in teams] == [""]:
        return {}
    return {name: _team(questionnaires, answers, audience, seen, rows) for name, rows in teams}


def _groups(answers: Answers, seen: Views) -> dict[Group, TeamFigures]:
    """Every other group's scores; none when nobody told an attribute."""
    if not answers.attributes:
        return {}
    spreads = {id: mean_interval(people.scores) for id, people in seen.items()}
    return {
        group: TeamFigures(
            len(rows), False, {id: _score(people.of(rows), spreads[id]) for id, people in seen.items()}
        )
        for group, rows in rows_of_groups(traits(answers))
    }


def _score(people: Respondents, everybody: Mean) -> ThemeFigures:
    """A group's score; its interval rests on everybody's standard deviation, which tells nothing of it."""
    mean = mean_interval(people.scores)
    lo, hi = None, None
    if mean.value is not None and everybody.sd and everybody.shows_interval:
        half = t_value(everybody.n - 1) * everybody.sd / sqrt(mean.n)
        lo, hi = max(0.0, mean.value - half), min(100.0, mean.value + half)
    return ThemeFigures(mean.n, mean.value, lo, hi, None, None)


def _team(
    questionnaires: QuestionnaireSet, answers: Answers, audience: Audience, seen: Views, rows: Rows
) -> TeamFigures:
    sheets, own = _rows(answers, rows), {id: people.of(rows) for id, people in seen.items()}
    counts = _counts(questionnaires, sheets, audience)
    return TeamFigures(len(rows), False, themes(questionnaires, sheets, audience, counts, own))


def _by_team(answers: Answers) -> Iterator[tuple[str, Rows]]:
    """Each team's rows; those without a team form one of their own, named with the empty text."""
    if answers.teams is None:
        return
    order = np.argsort(answers.teams, kind="stable")
    places = answers.teams[order]
    starts = np.flatnonzero(np.diff(places, prepend=np.iinfo(np.int32).min))
    for rows in np.split(order, starts[1:]) if len(order) else []:
        place = int(answers.teams[rows[0]])
        yield (answers.team_names[place] if place >= 0 else ""), rows
