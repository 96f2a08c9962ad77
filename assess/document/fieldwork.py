"""How the answers were gathered: what a reader must know of it beside the figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Literal

from markupsafe import Markup

from assess.core.attributes import Attribute
from assess.core.questionnaire import Audience
from assess.document.words import Words, later, sentence

SourceKind = Literal["page", "card", "import"]

KINDS = {
    "page": later("the short page"),
    "card": later("the card of ten seconds"),
    "import": later("research of our own"),
}


@dataclass(frozen=True, slots=True)
class AskedCustomers:
    """One source of customers' answers: how they were asked, when, and how many."""

    kind: SourceKind
    how: str = ""
    period: str = ""
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """When people could answer, how many were asked, and how customers were."""

    opened: Date
    closed: Date
    invited: frozenset[Audience] = frozenset()
    """Who could answer, whether anybody did or not."""
    traits: Mapping[str, Attribute] = field(default_factory=dict)
    """What employees could tell of themselves, team first, by the key it has in an address."""
    head_counts: Mapping[Audience, int] = field(default_factory=dict)
    sources: tuple[AskedCustomers, ...] = ()
    anonymous: bool = False
    """Whether employees' codes were all drawn by lot, so that no list exists of who had which."""


def how_asked(words: Words, fieldwork: Fieldwork) -> Markup:
    """How customers were asked, source by source, as sentences."""
    return Markup(" ").join(_source(words, source) for source in fieldwork.sources)


def _source(words: Words, source: AskedCustomers) -> Markup:
    kind = sentence(words.say(KINDS[source.kind]))
    how = source.how.rstrip(" .") or words.say("how they were asked is not known")
    return words.say("{kind}: {told}.", kind=kind, told=Markup("; ").join(_told(words, source, how)))


def _told(words: Words, source: AskedCustomers, how: str) -> Iterator[str]:
    yield how
    if source.period:
        yield source.period
    if source.asked is None:
        yield words.say("how many were asked is not known")
    else:
        yield words.say_n(
            "{n} customer asked", "{n} customers asked", source.asked, n=words.whole(source.asked)
        )
