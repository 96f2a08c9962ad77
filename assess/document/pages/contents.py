"""Which pages the report has, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import AUDIENCES
from assess.document.pages.appendix import appendix_page
from assess.document.pages.board import board_page
from assess.document.pages.cover import cover_page
from assess.document.pages.decided import decided_page
from assess.document.pages.disagreement import disagreement_page
from assess.document.pages.effort import effort_page
from assess.document.pages.limits import limits_page
from assess.document.pages.mirror import mirror_page
from assess.document.pages.nothing import nothing_page
from assess.document.pages.plan import plan_page
from assess.document.pages.teams import teams_page
from assess.document.pages.theme import theme_page
from assess.document.pages.themes import themes_page
from assess.document.reading import NOBODY, Reading
from assess.document.strips import Strips
from assess.document.words import later_n, sentence


@dataclass(frozen=True, slots=True)
class Page:
    """One chapter: the values it shows, the template that shows them, and how it is found."""

    kind: str
    """The name of its template."""
    view: object
    chapter: Markup | str = ""
    """What the header of the page and the bookmark say."""
    entry: Markup | str = ""
    """Its line in the contents; empty for none."""
    place: int = 0
    """Which of the pages of its kind it is; 0 for the only one."""

    @property
    def template(self) -> str:
        """The template that shows it."""
        return f"{self.kind}.html"

    @property
    def anchor(self) -> str:
        """What links point at."""
        return f"{self.kind}-{self.place}" if self.place else self.kind


def pages(reading: Reading, strips: Strips) -> list[Page]:
    """The pages, cover first; one single page when nobody answered."""
    if all(reading.presence(audience) == NOBODY for audience in AUDIENCES):
        return [Page("nothing", nothing_page(reading), reading.words.say("Nothing yet"))]
    return [
        Page("cover", cover_page(reading)),
        *_results(reading, strips),
        *_themes(reading, strips),
        *_people(reading, strips),
        *_what_to_do(reading),
        *_last(reading),
    ]


THEMES = later_n("{count} theme", "{count} themes")
THEMES_ENTRY = later_n("The theme and what holds it back", "{count} themes and what holds each back")


def _results(reading: Reading, strips: Strips) -> Iterator[Page]:
    say = reading.words.say
    yield Page("board", board_page(reading, strips), say("For the board"), say("For the board, on one page"))
    entry = say("The Mirror: the same statements, side by side")
    yield Page("mirror", mirror_page(reading, strips), say("The Mirror"), entry)


def _themes(reading: Reading, strips: Strips) -> Iterator[Page]:
    """All themes on one page, and a page for each: they stand under it in the contents."""
    words, count, together = reading.words, len(reading.themes), themes_page(reading, strips)
    if together:
        chapter = words.say_n(*THEMES, count)
        entry = words.say_n(*THEMES_ENTRY, count) if together.leveled else chapter
        yield Page("themes", together, sentence(chapter), sentence(entry))
    for place, theme in enumerate(reading.set.questionnaires, start=1):
        name = reading.name(theme.id)
        yield Page("theme", theme_page(reading, strips, theme), name, name, place)


def _people(reading: Reading, strips: Strips) -> Iterator[Page]:
    say, teams, apart = reading.words.say, teams_page(reading, strips), disagreement_page(reading, strips)
    if teams:
        yield Page("teams", teams, say("Teams"), say("Teams, as employees see it"))
    if apart:
        entry = say("Where leaders disagree, and what they do not know")
        yield Page("disagreement", apart, say("Where we differ"), entry)


def _what_to_do(reading: Reading) -> Iterator[Page]:
    say, effort = reading.words.say, effort_page(reading)
    if effort:
        yield Page("effort", effort, say("Impact and effort"), say("Impact and effort"))
    if reading.decided:
        view = decided_page(reading, reading.decided)
        yield Page("plan", view, say("The plan"), say("The plan for ninety days"))
    elif reading.actions:
        yield Page("plan", plan_page(reading), say("The plan"), say("The plan for ninety days"))


def _last(reading: Reading) -> Iterator[Page]:
    say, appendix = reading.words.say, appendix_page(reading)
    entry = say("How to read this, its limits and its sources")
    yield Page("limits", limits_page(reading), say("How to read this"), entry)
    if appendix.chapters:
        yield Page("appendix", appendix, say("All answers"), say("Appendix: all answers"))
