"""From a report to the pieces of HTML that the web server puts into its frame."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assess import paths
from assess.core.comparing import comparisons, page_name
from assess.core.report import Report
from assess.core.voices import Voices
from assess.document.fieldwork import Fieldwork
from assess.document.pages.disagreement import disagreement_page
from assess.document.pages.teams import teams_page
from assess.document.reading import Reading
from assess.document.strips import Strips
from assess.document.web.groups import Groups
from assess.document.web.hidden import hidden_view
from assess.document.web.made import made_view
from assess.document.web.mirror import mirror_view
from assess.document.web.nothing import nothing_view
from assess.document.web.pictures import Pictures
from assess.document.web.statements import statements_view
from assess.document.web.themes import theme_view, themes_view
from assess.document.words import Words

FLAT = ("mirror", "themes", "teams", "disagreement", "statements", "made")
"""The pages that stand beside each other; those of the themes stand one deeper."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """One page: the title, which begins with its heading, and what stands in the frame."""

    title: str
    html: str


@dataclass(frozen=True, slots=True)
class _View:
    name: str
    template: str
    values: object
    up: str = "."
    """How its links reach the other pages."""


def make_pages(
    report: Report, fieldwork: Fieldwork, voices: Voices, organisation: str, language: str
) -> dict[str, WebPage]:
    """All pages of results in one language by name; a theme's is called `theme-` and its place."""
    words, strips = Words(language), Strips()
    reading = Reading(report, organisation, fieldwork.closed, words, fieldwork)
    views = list(_views(reading, strips, fieldwork, voices))
    pictures = Pictures(strips.drawn())
    return {view.name: _page(view, words, pictures) for view in views}


def _views(reading: Reading, strips: Strips, fieldwork: Fieldwork, voices: Voices) -> Iterator[_View]:
    yield _View("hidden", "hidden", hidden_view(reading))
    nothing = None if voices.cards else nothing_view(reading)
    if nothing:
        places = range(1, len(reading.set.questionnaires) + 1)
        yield from (_View(name, "nothing", nothing) for name in FLAT)
        yield from (_View(f"theme-{place}", "nothing", nothing, "..") for place in places)
        yield from (_View(page_name(keys), "nothing", nothing) for keys, _ in comparisons(fieldwork.traits))
        return
    yield _View("mirror", "mirror", mirror_view(reading, strips, fieldwork))
    yield _View("themes", "themes", themes_view(reading, strips))
    yield _View("teams", "teams", teams_page(reading, strips))
    yield _View("disagreement", "disagreement", disagreement_page(reading, strips))
    yield _View("statements", "statements", statements_view(reading, voices))
    yield _View("made", "made", made_view(reading, fieldwork))
    for place, theme in enumerate(reading.set.questionnaires, start=1):
        yield _View(f"theme-{place}", "theme", theme_view(reading, strips, theme, voices), "..")
    groups = Groups(reading, strips)
    for keys, comparison in comparisons(fieldwork.traits):
        yield _View(page_name(keys), "groups", groups.view(comparison))


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(paths.TEMPLATES / "web" / "results"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _page(view: _View, words: Words, pictures: Pictures) -> WebPage:
    template = _environment().get_template(f"{view.template}.html")
    filled = {"view": view.values, "up": view.up, "picture": pictures.picture, "marks": pictures.marks}
    html = template.render(say=words.say, say_n=words.say_n, language=words.language, **filled)
    heading = html.partition("<h1")[2].partition(">")[2].partition("</h1>")[0]
    return WebPage(" ".join(Markup(heading).striptags().split()), html)
