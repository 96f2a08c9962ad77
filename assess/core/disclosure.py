"""THE gate: what may be shown of an audience. There is no second way to the numbers.

`publish` measures and turns what it finds into `Published`, the only figures that a page, chart or file
receives; what is measured never leaves this module.
Whatever is compared, planned or told later is worked out from `Published`, so it cannot say more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from assess.core.cells import TEAM, Choice, Group, Withheld
from assess.core.figures import AudienceFigures, ItemFigures, TeamFigures, ThemeFigures
from assess.core.measuring import measure
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience, Questionnaire, QuestionnaireSet
from assess.core.responses import Responses
from assess.core.scoring import capped_level, raw_mean
from assess.core.smallest import SmallestGroup
from assess.core.statistics import Mean
from assess.core.themes import whole
from assess.core.voices import Voices

Cell = TypeVar("Cell", ThemeFigures, ItemFigures)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was published of the employees in an earlier wave of the same organisation."""

    employees: AudienceFigures


@dataclass(frozen=True, slots=True)
class Published:
    """Figures that have passed the gate; made by `publish` only."""

    audiences: Mapping[Audience, AudienceFigures]
    withheld: tuple[Withheld, ...] = ()
    """What is not shown of the employees, and why: all that a group or a theme would have said."""

    @property
    def as_earlier(self) -> Earlier:
        """What the gate has to know of this wave when a later one is published."""
        return Earlier(self.audiences[EMPLOYEES])

    def group(self, choices: Iterable[Choice]) -> TeamFigures | Withheld:
        """Employees who made these choices, in whatever order, or why nothing of them is shown.

        No choice at all is everybody. A group that nobody belongs to is too few, and so is one of more
        than two choices or of who would rather not say: such figures are never made.
        """
        wanted = frozenset(choices)
        named = self._employees()
        group = next((group for group in named if frozenset(group) == wanted), tuple(sorted(wanted)))
        if group in named and not named[group].hidden:
            return named[group]
        told = (one for one in self.withheld if one.group == group and one.theme is None)
        return next(told, Withheld(group, None, "too_few"))

    def _employees(self) -> Mapping[Group, TeamFigures]:
        """Every group of employees that has figures or could have: all of them, teams, other groups."""
        employees = self.audiences[EMPLOYEES]
        teams: dict[Group, TeamFigures] = {((TEAM, name),): team for name, team in employees.teams.items()}
        everybody = TeamFigures(employees.n, employees.hidden, employees.themes)
        return {(): everybody, **teams, **employees.groups}

    def item(self, audience: Audience, id: str) -> ItemFigures | None:
        """An item's figures for an audience; None when there are none to show."""
        return self.audiences[audience].items.get(id)


def publish(
    questionnaires: QuestionnaireSet,
    responses: Responses,
    smallest: SmallestGroup,
    earlier: Sequence[Earlier] = (),  # noqa: ARG001
) -> Published:
    """What may be shown of these responses beside what was `earlier` published."""
    shown = {}
    for audience, measured in measure(questionnaires, responses).audiences.items():
        fewest = smallest.of(audience)
        if audience == LEADERS:
            shown[audience] = _leaders(questionnaires, measured, fewest)
        else:
            shown[audience] = _others(measured, fewest)
    return Published(shown)


def publish_voices(voices: Voices, published: Published, smallest: SmallestGroup) -> Voices:
    """The cards when there are enough of them, and what was written when even more customers could have.

    Leaders' examples of a topic stand where enough leaders know it.
    """
    few, fewest = voices.cards < smallest.of(CUSTOMERS), smallest.for_texts
    shown = replace(
        voices,
        green=0 if few else voices.green,
        red=0 if few else voices.red,
        green_texts=voices.green_texts if voices.cards >= fewest else (),
        red_texts=voices.red_texts if voices.cards >= fewest else (),
        open_texts=voices.open_texts if voices.sheets >= fewest else (),
        examples={id: texts for id, texts in voices.examples.items() if published.item(LEADERS, id)},
        few_cards=few and voices.cards > 0,
    )
    return replace(shown, few_texts=_written(shown) < _written(voices))


def _written(voices: Voices) -> int:
    return len(voices.green_texts) + len(voices.red_texts) + len(voices.open_texts)


def _leaders(questionnaires: QuestionnaireSet, measured: AudienceFigures, fewest: int) -> AudienceFigures:
    """Leaders answer by name: one or two are "one person's view", scores and levels without more."""
    if measured.n and measured.n < fewest:
        bare = {id: theme and _bare(theme) for id, theme in measured.themes.items()}
        overall = measured.overall and replace(measured.overall, lo=None, hi=None)
        return AudienceFigures(
            n=measured.n, response_rate=measured.response_rate, themes=bare, overall=overall
        )
    items = {id: item and _cell(item, fewest) for id, item in measured.items.items()}
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
        return theme and _cell(theme, fewest)
    if theme.n == 0:
        maturity = replace(theme.maturity, evidenced=None, evidence=None)
        return ThemeFigures(0, None, None, None, None, None, None, maturity)
    if theme.n < fewest or theme.score is None:
        return None
    known = {id: item.mean for id, item in items.items() if item and item.mean is not None}
    parts = {t.id: known[t.id] for t in questionnaire.topics if t.required and t.id in known}
    found = capped_level(raw_mean(theme.score, questionnaire.topics[0].scale), parts)
    return replace(theme, maturity=replace(theme.maturity, level=found.level, held_by=found.held_by))


def _cell(figures: Cell, fewest: int) -> Cell | None:
    return figures if figures.n >= fewest else None


def _others(measured: AudienceFigures, fewest: int) -> AudienceFigures:
    n = measured.n or 0
    if n < fewest:
        # That nobody answered is no secret, nor that nobody of those who were asked did.
        nobody = measured.n == 0
        return AudienceFigures(0, True, measured.response_rate) if nobody else AudienceFigures(None, True)
    return replace(
        measured,
        themes={id: theme and _cell(theme, fewest) for id, theme in measured.themes.items()},
        items={id: item and _cell(item, fewest) for id, item in measured.items.items()},
        teams=_teams(measured.teams, fewest),
        groups=_groups(measured.groups, fewest),
        recommend=measured.recommend if measured.recommend and measured.recommend.n >= fewest else None,
        satisfaction=measured.satisfaction
        if measured.satisfaction and measured.satisfaction.n >= fewest
        else None,
        ease=measured.ease if measured.ease and measured.ease.n >= fewest else None,
    )


def _teams(teams: Mapping[str, TeamFigures], fewest: int) -> dict[str, TeamFigures]:
    """Teams that are large enough, and of those the themes that are: never one alone hidden."""
    hidden = hidden_groups({name: team.n or 0 for name, team in teams.items()}, fewest)
    ids = {id for team in teams.values() for id in team.themes}
    closed = {id: _closed(teams, id, hidden, fewest) for id in ids}
    shown = {}
    for name, team in teams.items():
        if name in hidden:
            shown[name] = TeamFigures(None, True)
            continue
        themes = {id: None if name in closed[id] else theme for id, theme in team.themes.items()}
        shown[name] = replace(team, themes=themes)
    return shown


def _groups(groups: Mapping[Group, TeamFigures], fewest: int) -> dict[Group, TeamFigures]:
    """Groups that are large enough."""
    return {
        group: figures if (figures.n or 0) >= fewest else TeamFigures(None, True)
        for group, figures in groups.items()
    }


def _closed(teams: Mapping[str, TeamFigures], theme: str, hidden: Collection[str], fewest: int) -> set[str]:
    """The teams whose figures on one theme stay hidden."""
    sizes = {name: _answered(team, theme) for name, team in teams.items()}
    return hidden_groups(sizes, fewest, hidden) | {name for name, n in sizes.items() if n < fewest}


def _answered(team: TeamFigures, theme: str) -> int:
    figures = team.themes.get(theme)
    return figures.n if figures else 0


def hidden_groups(sizes: Mapping[str, int], fewest: int, hidden: Collection[str] = ()) -> set[str]:
    """The groups to hide so that none smaller than `fewest` can be read or worked out.

    One hidden group alone is no secret: the total minus the others gives it away. So the next smallest
    goes too, until at least two are hidden that together have enough people.
    """
    present = {name: size for name, size in sizes.items() if size > 0}
    closed = {name for name, size in present.items() if size < fewest or name in hidden}
    spare = sorted(present.keys() - closed, key=lambda name: (present[name], name))
    while closed and spare and (len(closed) < 2 or sum(present[name] for name in closed) < fewest):
        closed.add(spare.pop(0))
    return closed
