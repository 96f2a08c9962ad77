"""Whatever a file refers to exists: scales, owners, topics and other actions."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from assess.loading.drafts import Draft, Drafts
from assess.loading.parts import QuestionnairePart
from assess.loading.problems import Problem
from assess.loading.tree import Path
from assess.loading.wording import instead, listed

MATURITY = "maturity"
"""The scale of all topics."""

LONGEST_CIRCLE = 6


def references(drafts: Drafts) -> Iterator[Problem]:
    """Names that nothing bears, and actions that wait for each other in a circle."""
    for draft, theme in drafts.themes():
        if drafts.shared.knows("scales"):
            yield from _scales(drafts, draft, theme)
        if drafts.shared.knows("owners"):
            yield from _owners(drafts, draft, theme)
        topics = draft.names("topic")
        for n, action in enumerate(theme["actions"] if draft.knows("topics") else ()):
            advice = "name a topic of this file"
            yield from _unknown(
                draft, ("actions", n, "moves"), action.get("moves", ()), topics, "topic of this file", advice
            )
    yield from _requirements(drafts)
    yield from _circles(drafts)


def _scales(drafts: Drafts, draft: Draft, theme: QuestionnairePart) -> Iterator[Problem]:
    known = drafts.shared.names("scale")
    if theme["topics"] and MATURITY not in known:
        what = f"{drafts.shared.file} has no scale {MATURITY!r}, on which topics are answered"
        yield draft.problem(("topics",), what, "add it there", key=True)
    for n, statement in enumerate(theme["statements"]):
        path, scale = ("statements", n), statement["scale"]
        if scale not in known and draft.lacks(path, "scale"):
            yield unknown_scale(drafts, draft, (*path, "scale"), scale)


def unknown_scale(drafts: Drafts, draft: Draft, path: Path, scale: str) -> Problem:
    """The problem that a scale is named which does not exist."""
    known = drafts.shared.names("scale")
    what = f"there is no scale {scale!r}"
    return draft.problem(
        path, what, instead(scale, known, f"use {listed(known)}, or add it to {drafts.shared.file}")
    )


def _owners(drafts: Drafts, draft: Draft, theme: QuestionnairePart) -> Iterator[Problem]:
    owners = drafts.shared.names("owner")
    add = f"add it under 'owners' in {drafts.shared.file}"
    advice = f"use {listed(owners)}, or {add}" if owners else add
    for n, action in enumerate(theme["actions"]):
        owner = action.get("owner")
        if owner and owner not in owners:
            path = ("actions", n, "owner")
            yield draft.problem(path, f"there is no owner {owner!r}", instead(owner, owners, advice))


def _unknown(
    draft: Draft, path: Path, names: Sequence[str], known: Collection[str], noun: str, advice: str
) -> Iterator[Problem]:
    for n, name in enumerate(names):
        if name not in known:
            yield draft.problem((*path, n), f"{name!r} is not a {noun}", instead(name, known, advice))
        elif name in names[:n]:
            yield draft.problem((*path, n), f"{name!r} is named twice", "leave one out")


def _requirements(drafts: Drafts) -> Iterator[Problem]:
    if not all(draft.knows("actions") for draft in drafts.questionnaires):
        return  # what is required may be in the file that cannot be read
    known = drafts.elsewhere.union(drafts.names("action"))
    for draft, theme in drafts.themes():
        for n, action in enumerate(theme["actions"]):
            path, advice = ("actions", n, "requires"), "name an action of this set"
            yield from _unknown(draft, path, action["requires"], known, "known action", advice)


def _circles(drafts: Drafts) -> Iterator[Problem]:
    requires: dict[str, Sequence[str]] = {}
    places: dict[str, tuple[Draft, Path]] = {}
    for draft, theme in drafts.themes():
        for n, action in enumerate(theme["actions"]):
            name = action.get("id", "")
            requires.setdefault(name, action["requires"])
            places.setdefault(name, (draft, ("actions", n, "requires")))
    for circle in circles(requires):
        draft, path = places[circle[-1]]
        around = (*circle, circle[0])
        names = around if len(around) <= LONGEST_CIRCLE else (*around[:3], "…", *around[-2:])
        what = f"actions wait for each other in a circle: {' requires '.join(names)}"
        position = list(requires[circle[-1]]).index(circle[0])
        yield draft.problem((*path, position), what, "leave one of these out")


def circles(requires: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle that is found when every requirement is followed once."""
    done: set[str] = set()
    for start in requires:
        trail = {} if start in done else {start: iter(requires[start])}
        while trail:
            last = next(reversed(trail))
            following = next(trail[last], None)
            if following is None:
                trail.pop(last)
                done.add(last)
            elif following in trail:
                names = list(trail)
                yield tuple(names[names.index(following) :])
            elif following in requires and following not in done:
                trail[following] = iter(requires[following])
