"""There is one placeholder, the name of the organisation; it is filled in every text."""

import re
from collections.abc import Iterator

from assess.loading.drafts import Draft, Drafts
from assess.loading.problems import Problem
from assess.loading.rules.texts import own
from assess.loading.tree import Path
from assess.loading.wording import shown
from assess.loading.writings import Written

FILLED = "{organisation}"
BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def placeholders(drafts: Drafts) -> Iterator[Problem]:
    """Placeholders that nothing fills."""
    for draft in own(drafts):
        for path, text in draft.writings:
            if any("{" in words or "}" in words for words in text.values()):
                yield from _unknown(draft, path, text)


def _unknown(draft: Draft, path: Path, text: Written) -> Iterator[Problem]:
    for language, words in text.items():
        for found in dict.fromkeys(BRACES.findall(words)):
            if found != FILLED:
                what = f"nothing fills {shown(found)}"
                yield draft.problem((*path, language), what, f"use {FILLED}, or no braces")
