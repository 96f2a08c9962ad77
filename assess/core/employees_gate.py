"""What may be shown of the employees: everything that is published of them is decided on together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from assess.core.capping import capped_item, point_of
from assess.core.cells import TEAM, Group, Reason, Withheld
from assess.core.complement import hidden_groups
from assess.core.facts import facts
from assess.core.figures import AudienceFigures, ItemFigures, TeamFigures, ThemeFigures
from assess.core.questionnaire import EMPLOYEES, QuestionnaireSet
from assess.core.recovering import to_hide
from assess.core.smallest import SmallestGroup
from assess.core.theme_gate import EVERYBODY, Keeper, Theme, ThemeShown


@dataclass(frozen=True, slots=True)
class Shown:
    """What passed, and everything that did not."""

    figures: AudienceFigures
    withheld: tuple[Withheld, ...] = ()


def employees_shown(
    questionnaires: QuestionnaireSet, measured: AudienceFigures, keeper: Keeper, smallest: SmallestGroup
) -> Shown:
    """The figures of all employees, of teams and of other groups that nobody can be told from together."""
    if (measured.n or 0) < smallest.others:
        return _too_few(measured)
    closed = _closed(measured, keeper)
    named = {group: own for group, own in measured.by_group().items() if group not in closed}
    themes = _themes(questionnaires, named, closed, keeper)
    items = dict(_items(questionnaires, measured, smallest))
    groups = {group: _group(group, own, closed, themes) for group, own in measured.by_group().items()}
    figures = replace(
        measured,
        themes=groups[EVERYBODY].themes,
        teams={name: groups[((TEAM, name),)] for name in measured.teams},
        groups={group: groups[group] for group in measured.groups},
        items=items,
    )
    return Shown(figures, (*_hidden_groups(closed, themes), *_hidden_items(items)))


def _too_few(measured: AudienceFigures) -> Shown:
    """That nobody answered is no secret, nor that nobody of those who were asked did."""
    if measured.n == 0:
        return Shown(AudienceFigures(0, True, measured.response_rate))
    return Shown(AudienceFigures(None, True), (Withheld(EVERYBODY, None, "too_few"),))


def _closed(measured: AudienceFigures, keeper: Keeper) -> dict[Group, Reason]:
    """The groups of which nothing is shown, not even how many they are."""
    sizes = {group: own.n or 0 for group, own in measured.by_group().items()}
    closed: dict[Group, Reason] = {group: "too_few" for group, n in sizes.items() if n < keeper.fewest}
    teams = hidden_groups({name: team.n or 0 for name, team in measured.teams.items()}, keeper.fewest)
    closed |= {group: "complement" for name in teams if (group := ((TEAM, name),)) not in closed}
    told = facts(keeper.crowd, [group for group in sizes if group not in closed], keeper.crowd.n)
    return closed | dict.fromkeys(to_hide(told, keeper.fewest), "complement")


def _themes(
    questionnaires: QuestionnaireSet,
    named: Mapping[Group, TeamFigures],
    closed: Collection[Group],
    keeper: Keeper,
) -> dict[str, ThemeShown]:
    """Each theme decided on for itself: other people answered it."""
    hidden_teams = [group[0][1] for group in closed if [name for name, _ in group] == [TEAM]]
    found = {}
    for questionnaire in questionnaires.questionnaires:
        if questionnaire.id in keeper.crowd.themes:
            figures = {g: theme for g, own in named.items() if (theme := own.themes[questionnaire.id])}
            point = point_of(questionnaire.scored(EMPLOYEES))
            found[questionnaire.id] = keeper.decide(Theme(questionnaire.id, point, figures, hidden_teams))
    return found


def _group(
    group: Group, own: TeamFigures, closed: Collection[Group], themes: Mapping[str, ThemeShown]
) -> TeamFigures:
    if group in closed:
        return TeamFigures(None, True)
    shown: dict[str, ThemeFigures | None] = {
        id: themes[id].figures.get(group) if id in themes else None for id in own.themes
    }
    return replace(own, themes=shown)


def _items(
    questionnaires: QuestionnaireSet, measured: AudienceFigures, smallest: SmallestGroup
) -> Iterator[tuple[str, ItemFigures | None]]:
    scales = {item.id: item.scale for item in questionnaires.items()}
    for id, item in measured.items.items():
        scale = scales[id]
        enough = item is not None and item.n >= smallest.others and scale is not None
        yield id, capped_item(item, scale, smallest.for_texts) if item and scale and enough else None


def _hidden_groups(closed: Mapping[Group, Reason], themes: Mapping[str, ThemeShown]) -> Iterator[Withheld]:
    """What is hidden of groups; a figure of which only a bound is shown is hidden as well."""
    for group, reason in closed.items():
        yield Withheld(group, None, reason)
    for id, theme in themes.items():
        for group, reason in theme.closed.items():
            yield Withheld(group, id, reason)
        for group, own in theme.figures.items():
            if own.capped:
                yield Withheld(group, id, "unanimous")


def _hidden_items(items: Mapping[str, ItemFigures | None]) -> Iterator[Withheld]:
    for id, item in items.items():
        if item is None:
            yield Withheld(EVERYBODY, None, "too_few", id)
        elif item.capped or item.mean_capped:
            yield Withheld(EVERYBODY, None, "unanimous", id)
