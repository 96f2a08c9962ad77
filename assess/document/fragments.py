"""Small pieces of HTML that stand inside a sentence: marks, voices and room for a pen."""

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from assess.charts import LookName
from assess.core.questionnaire import CUSTOMERS, Audience


def mark(look: LookName) -> Markup:
    """The shape that says who speaks; the words beside it say the same."""
    return Markup('<i class="mark {}"></i>').format(look)


def spoken(audience: Audience, text: str) -> Markup:
    """Words about an audience; the accent is kept for what customers say."""
    return Markup("<em>{}</em>").format(text) if audience == CUSTOMERS else Markup.escape(text)


def voice(audience: Audience, text: str) -> Markup:
    """What an audience says, behind its mark."""
    first, _, rest = Markup.escape(text).partition(" ")
    return behind(mark(audience), spoken(audience, first)) + (
        spoken(audience, Markup(" ") + rest) if rest else ""
    )


def behind(mark: Markup, text: str) -> Markup:
    """A text behind a mark, which stays on the line of the first word."""
    first, _, rest = Markup.escape(text).partition(" ")
    held = Markup('<span class="voice">{} {}</span>').format(mark, first)
    return held + Markup(" ") + rest if rest else held


def named(text: str) -> Markup:
    """The name of a topic or a theme inside a sentence."""
    return Markup("<i>{}</i>").format(text)


def strong(text: str) -> Markup:
    """The words that are read first."""
    return Markup("<b>{}</b>").format(text)


def blank(room: Literal["name", "date"]) -> Markup:
    """A line to write on."""
    return Markup('<span class="blank {}"></span>').format(room)


def joined(parts: Iterable[str], between: str = " ") -> Markup:
    """The parts that say something, one after the other."""
    return Markup(between).join(part for part in parts if part)
