"""What a text may tell of who wrote it, or of somebody else: to be pointed out before it is sent.

It knows names by their capitals and a few lists, and phrases by their turn. It misses some and is wrong
about others: a reason to look once more, never to refuse.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assess.core.telling_words import (
    ABOUT_ONESELF,
    FIRST_NAMES,
    NAMES_WITH_CAPITAL,
    NO_NAMES,
    PARTICLES,
    TITLES,
)

Kind = Literal["reach", "address", "team", "name", "oneself"]
"""A mail address or number; where somebody lives or works; a team; a name; who the writer is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a text that may give somebody away, as it was written."""

    kind: Kind
    words: str


Found = tuple[int, int, Kind]

REACH = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*|\w{2,64} ?[\[(]at[\])] ?\w{2,64}|(?<!\w)@\w{2,64}"
    r"|(?<![\w.,])(?:\+|\(?0)[\d(][\d\s()./-]{6,20}\d|(?<![\w.,])\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)"
    r"|\b(?:toestel|doorkiesnummer|extension|ext|tel|phone|personeelsnummer|medewerkersnummer|klantnummer"
    r"|staff number|employee number|badge)\b[.:]? ?(?:no\.? |nr\.? |is )?[\d-]{2,12}"
    r"|\blinkedin\.com/\S{1,80}",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b[1-9]\d{3} ?[A-Z]{2}\b|\b[1-9]\d{3}[a-z]{2}\b"
    r"|\b\w{2,40}(?:straat|laan|weg|plein|gracht|kade|dijk|singel|steeg|dreef|hof) \d{1,4}(?: ?[a-z])?\b"
    r"|\b\d{1,5} (?:[A-Z]\w{1,30} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Square|Way|Close|St|Rd)\b"
)
ONESELF = re.compile("|".join(ABOUT_ONESELF), re.IGNORECASE)
INITIALS = re.compile(r"\b(?:[A-Z]\. ?){1,4}(?:(?:van|de|der|den|ten|ter) ){0,3}[A-Z][\w'’-]{1,40}")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
BEGINS = frozenset('.!?:;…•–—-*"“”„‘(\n/')
"""What stands before the first word of a sentence; a capital after it says nothing."""
ACRONYM = 5
"""Letters; so many capitals are an abbreviation."""


def telling(text: str, teams: Iterable[str] = (), organisation: str = "") -> tuple[Finding, ...]:
    """What may give somebody away, in the order of the text, each place once."""
    found: list[Found] = []
    for kind, pattern in (("reach", REACH), ("address", ADDRESS), ("oneself", ONESELF)):
        found += [(hit.start(), hit.end(), kind) for hit in pattern.finditer(text)]  # type: ignore[misc]
    found += _teams(text, teams)
    found += [(hit.start(), hit.end(), "name") for hit in INITIALS.finditer(text)]
    found += _names(text, {word.casefold() for word in WORD.findall(organisation)})
    told = dict.fromkeys(Finding(kind, text[start:end]) for start, end, kind in _apart(found))
    return tuple(told)


def _apart(found: list[Found]) -> Iterator[Found]:
    """The places in their order; of two that overlap the one that begins first, or was looked for first."""
    past = 0
    for place in sorted(found, key=lambda each: each[0]):
        if place[0] >= past:
            past = place[1]
            yield place


def _teams(text: str, teams: Iterable[str]) -> Iterator[Found]:
    """Teams by their name: as it is written, unless it begins a sentence, or after a word that says team."""
    for team in filter(None, teams):
        name = rf"(?<!\w){re.escape(team)}(?!\w)"
        for hit in re.finditer(name, text):
            if " " in team or not _begins(text, hit.start()):
                yield hit.start(), hit.end(), "team"
        for hit in re.finditer(rf"\b(?:team|afdeling|department|dept|unit) {name}", text, re.IGNORECASE):
            yield hit.start(), hit.end(), "team"


def _names(text: str, harmless: set[str]) -> Iterator[Found]:
    """Words that look like a name; those of one person together."""
    words = list(WORD.finditer(text))
    start = end = -1
    for place, word in enumerate(words):
        if not _is_name(text, words, place, harmless):
            continue
        if start >= 0 and set(text[end : word.start()].casefold().split()) <= PARTICLES:
            end = word.end()
            continue
        if start >= 0:
            yield start, end, "name"
        start, end = word.start(), word.end()
    if start >= 0:
        yield start, end, "name"


def _is_name(text: str, words: Sequence[re.Match[str]], place: int, harmless: set[str]) -> bool:
    word = words[place].group()
    plain = re.sub(r"['’]s?$", "", word.casefold())
    if plain in harmless or word.casefold() in harmless:
        return False
    before = words[place - 1].group().casefold() if place else ""
    if plain in FIRST_NAMES or (before in TITLES and plain not in PARTICLES):
        return True
    if not word[0].isupper() or plain in PARTICLES | NO_NAMES or word.casefold() in NO_NAMES:
        return False
    if plain in NAMES_WITH_CAPITAL:
        return True
    return not (word.isupper() and len(word) <= ACRONYM) and not _begins(text, words[place].start())


def _begins(text: str, place: int) -> bool:
    """Whether a sentence may begin here."""
    before = text[:place]
    near = before.rstrip()
    return not near or near[-1] in BEGINS or "\n" in before[len(near) :]
