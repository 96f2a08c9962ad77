"""The templates of the report, filled without a web server."""

import re
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assess import paths
from assess.document.words import Words

SPACE_BEFORE = re.compile(r" <(em|b|i)>")
"""WeasyPrint breaks a line after its first word when the last space on it stands before such a tag; when
the space stands behind the tag, it breaks where it should."""


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(paths.TEMPLATES / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def _stylesheet() -> str:
    return (paths.STATIC / "print.css").read_text("utf-8")


def filled(template: str, words: Words, **values: object) -> str:
    """A template with its values, the fixed words at hand as `say` and `say_n`."""
    page = _environment().get_template(template)
    html = page.render(say=words.say, say_n=words.say_n, language=words.language, css=_stylesheet(), **values)
    return SPACE_BEFORE.sub(r"<\1> ", html)
