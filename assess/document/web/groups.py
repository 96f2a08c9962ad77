"""Groups of employees beside each other and the whole: each theme with dots and intervals, no ranking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.charts.marks import TICK
from assess.core.cells import TEAM, Group, Withheld
from assess.core.comparing import Comparison
from assess.core.figures import TeamFigures, ThemeFigures
from assess.document.bounds import told_score
from assess.document.fragments import joined
from assess.document.grouping import choice_name, group_name
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.withheld_words import why
from assess.document.words import Words, later

FRAME = Frame(320, 22, size=1.2)


@dataclass(frozen=True, slots=True)
class Lane:
    """One group on one theme."""

    name: Markup
    whole: bool
    figure: Figure | None
    score: str
    span: str
    n: str
    lacking: Markup
    """Why there is no figure; empty where there is."""


@dataclass(frozen=True, slots=True)
class ThemeLanes:
    """The groups on one theme."""

    id: str
    name: str
    lanes: list[Lane]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """All that the page of one comparison shows."""

    heading: Markup
    themes: list[ThemeLanes]
    rows: list[tuple[Markup, list[Lane]]]
    """The same as a table: each group with its lane of each theme."""
    refused: list[Markup]
    """The groups of which nothing is shown, each with the reason."""


@dataclass
class Groups:
    """The groups of one report; what stands on several pages is drawn once."""

    reading: Reading
    strips: Strips
    drawn: dict[tuple[Group, str], Figure] = field(default_factory=dict)

    def view(self, comparison: Comparison) -> GroupsView:
        """One comparison beside the whole; a group that may not be shown is told with its reason."""
        asked = dict.fromkeys([(), comparison.base, *comparison.groups])
        found = {group: self.reading.report.published.group(group) for group in asked}
        shown = {group: own for group, own in found.items() if isinstance(own, TeamFigures)}
        refused = [one for one in found.values() if isinstance(one, Withheld)]
        beside = any(group in shown for group in comparison.groups)
        themes = list(self._themes(shown, comparison)) if beside else []
        return GroupsView(
            heading=self._heading(comparison),
            themes=themes,
            rows=list(self._rows(themes)),
            refused=[self._refused(one) for one in refused],
        )

    def _heading(self, comparison: Comparison) -> Markup:
        words, (of_all, of_some) = self._words, HEADINGS[comparison.by.name == TEAM]
        if comparison.within is None:
            return words.say(of_all, by=comparison.by.name)
        return words.say(of_some, of=choice_name(words, comparison.within), by=comparison.by.name)

    @property
    def _words(self) -> Words:
        return self.reading.words

    def _refused(self, one: Withheld) -> Markup:
        return joined([group_name(self._words, one.group), why(self.reading, one.reason)], ": ")

    def _themes(self, shown: Mapping[Group, TeamFigures], comparison: Comparison) -> Iterator[ThemeLanes]:
        for theme in self.reading.set.questionnaires:
            lanes = [self._lane(group, own, theme.id, comparison) for group, own in shown.items()]
            if any(lane.figure for lane in lanes):
                yield ThemeLanes(theme.id, self.reading.name(theme.id), lanes)

    def _lane(self, group: Group, own: TeamFigures, theme: str, comparison: Comparison) -> Lane:
        words, found = self._words, own.themes.get(theme)
        # Where all of them stand together the whole choice is told, else only what divides them.
        name = group_name(words, group if group == comparison.base else group[-1:])
        whole = len(group) < len(comparison.groups[0])
        if found is None or found.score is None:
            return Lane(name, whole, None, "–", "", "", self._lacking(group, theme))
        spanned = found.lo is not None and found.hi is not None
        return Lane(
            name=name,
            whole=whole,
            figure=self._figure(group, theme, found, name),
            score=told_score(words, found),
            span=words.span(found.lo or 0, found.hi or 0) if spanned else "",
            n=words.sample(found.n),
            lacking=Markup(),
        )

    def _figure(self, group: Group, theme: str, found: ThemeFigures, name: Markup) -> Figure:
        """The strip, drawn once however often it stands on a page."""
        if (group, theme) not in self.drawn:
            words, score = self._words, found.score or 0
            told = words.say("{name}: score {score} of 100", name=name, score=told_score(words, found))
            mark = Mark("employees", (FRAME.height - TICK) / 2, score, found.lo, found.hi)
            self.drawn[group, theme] = self.strips.figure(FRAME, [mark], str(told))
        return self.drawn[group, theme]

    def _lacking(self, group: Group, theme: str) -> Markup:
        withheld = self.reading.report.published.withheld
        told = [one.reason for one in withheld if (one.group, one.theme) == (group, theme)]
        return why(self.reading, told[0] if told else "too_few")

    def _rows(self, themes: list[ThemeLanes]) -> Iterator[tuple[Markup, list[Lane]]]:
        for lanes in zip(*(theme.lanes for theme in themes), strict=True):
            yield lanes[0].name, list(lanes)


HEADINGS = {
    False: (later("Employees side by side: {by}"), later("{of}, side by side: {by}")),
    True: (later("Teams side by side"), later("{of}: teams side by side")),
}
"""Of all employees, and of who made one choice; whether it is teams that stand there."""
