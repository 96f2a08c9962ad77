"""The third pass: does it mean something? Each rule looks at all files of a set."""

from collections.abc import Callable, Iterator
from itertools import islice

from assess.loading.drafts import Drafts
from assess.loading.problems import MOST_PROBLEMS, Problem
from assess.loading.rules.figures import figures
from assess.loading.rules.ids import ids
from assess.loading.rules.placeholders import placeholders
from assess.loading.rules.references import references
from assess.loading.rules.roles import roles
from assess.loading.rules.scales import scales
from assess.loading.rules.texts import languages, texts

Rule = Callable[[Drafts], Iterator[Problem]]
RULES: tuple[Rule, ...] = (ids, references, scales, roles, texts, placeholders, figures)


def broken_rules(drafts: Drafts) -> Iterator[Problem]:
    """Every problem with the meaning of a set, rule by rule."""
    for rule in RULES:
        yield from islice(rule(drafts), MOST_PROBLEMS)


__all__ = ["broken_rules", "languages"]
