"""The themes on the web: the overview with what is claimed and what is evidenced, and a page for each."""

from dataclasses import dataclass

from assess.core.questionnaire import CUSTOMERS, Questionnaire
from assess.core.voices import Voices
from assess.document.pages.evidence import Evidence, evidence
from assess.document.pages.mirror import Share, share_told
from assess.document.pages.teams import teams_page
from assess.document.pages.theme import ThemePage, theme_page
from assess.document.pages.themes import ThemeRow, ThemesPage, themes_page
from assess.document.reading import Reading
from assess.document.strips import Strips


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme in the overview, with the way to its own page."""

    id: str
    row: ThemeRow
    evidence: Evidence | None
    customers: list[Share]


@dataclass(frozen=True, slots=True)
class ThemesView:
    """All that the overview of themes shows."""

    page: ThemesPage | None
    lines: list[ThemeLine]
    with_teams: bool
    names: list[tuple[str, str]]
    """Themes by id and name: their pages exist when there is no score, too."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """All that the page of one theme shows, and the themes beside it."""

    page: ThemePage
    examples: list[tuple[str, tuple[str, ...]]]
    """By topic: what leaders gave as an example."""
    before: tuple[str, str] | None
    after: tuple[str, str] | None


def themes_view(reading: Reading, strips: Strips) -> ThemesView:
    """The themes on one axis."""
    page = themes_page(reading, strips)
    themes = reading.set.questionnaires
    rows = page.rows if page else []
    lines = [
        ThemeLine(theme.id, row, evidence(reading, theme), _customers(reading, theme))
        for theme, row in zip(themes, rows, strict=False)
    ]
    # Only whether there is such a page: its strips are not drawn here.
    with_teams = teams_page(reading, Strips()) is not None
    return ThemesView(page, lines, with_teams, [(theme.id, reading.name(theme.id)) for theme in themes])


def _customers(reading: Reading, theme: Questionnaire) -> list[Share]:
    """What customers say to the theme's mirrored statements, as far as it is shown."""
    told = (share_told(reading, CUSTOMERS, s.id) for s in theme.statements if s.mirrored)
    return [share for share in told if share.span]


def theme_view(reading: Reading, strips: Strips, theme: Questionnaire, voices: Voices) -> ThemeView:
    """One theme with its neighbours."""
    examples = ((reading.name(topic.id), voices.examples.get(topic.id, ())) for topic in theme.topics)
    beside = [(other.id, reading.name(other.id)) for other in reading.set.questionnaires]
    place = [id for id, _ in beside].index(theme.id)
    return ThemeView(
        page=theme_page(reading, strips, theme),
        examples=[(name, texts) for name, texts in examples if texts],
        before=beside[place - 1] if place else None,
        after=beside[place + 1] if place + 1 < len(beside) else None,
    )
