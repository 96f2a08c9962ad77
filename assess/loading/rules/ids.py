"""Every id stands for one thing, for life, and may head a column of a spreadsheet."""

from collections.abc import Iterator

from assess.loading.drafts import Draft, Drafts, Named
from assess.loading.problems import Problem

COLUMNS = frozenset({"audience", "team", "respondent", "guess-employees", "guess-customers"})
"""Columns of a spreadsheet of answers that are not items."""


def ids(drafts: Drafts) -> Iterator[Problem]:
    """Ids that are used twice, and names that are kept for something else."""
    first: dict[tuple[bool, str], tuple[Draft, Named]] = {}
    for draft in drafts.all():
        for named in draft.named:
            if named.noun in ("scale", "owner"):
                continue
            if named.name.lower() in COLUMNS:
                what = f"{named.name!r} is the name of a column in spreadsheets of answers"
                yield Problem(draft.file, *named.place, what, "choose another id")
            before, there = first.setdefault((named.noun == "benchmark", named.name), (draft, named))
            if there is not named:
                at = f"{before.file}:{there.place[0]}:{there.place[1]}"
                what = f"the id {named.name!r} is used before, at {at}"
                yield Problem(draft.file, *named.place, what, f"give this {named.noun} an id of its own")
