"""Scales make sense, and what counts their points has the right number."""

from collections.abc import Iterator

from assess.loading.drafts import Draft, Drafts
from assess.loading.kinds import MOST_POINTS
from assess.loading.parts import QuestionnairePart, ScalePart
from assess.loading.problems import Problem
from assess.loading.rules.references import MATURITY
from assess.loading.tree import Path
from assess.loading.wording import counted

OPEN = "text"
"""The scale of open questions, which has no points."""


def scales(drafts: Drafts) -> Iterator[Problem]:
    """Scales that run the wrong way, are too long or lack labels, and whatever does not fit `maturity`."""
    common, shared = drafts.common(), drafts.shared
    for name, scale in common["scales"].items():
        path = ("scales", name)
        if name == OPEN:
            yield shared.problem(
                path, f"the name {OPEN!r} is kept for open questions", "choose another", key=True
            )
        yield from _scale(shared, path, name, scale)
    if common["levels"] and shared.knows("scales") and MATURITY not in shared.names("scale"):
        what = f"levels need a scale {MATURITY!r}"
        yield shared.problem(("levels",), what, "add it under 'scales' or leave the levels out", key=True)
    maturity = common["scales"].get(MATURITY)
    points, ends = points_of(maturity), ends_of(maturity)
    if not points or not ends:
        return
    if common["levels"] and len(common["levels"]) != points and shared.lacks(("levels",)):
        yield _miscounted(shared, ("levels",), "level", len(common["levels"]), points)
    for draft, theme in drafts.themes():
        yield from _on_maturity(draft, theme, points, ends)


def ends_of(scale: ScalePart | None) -> tuple[int, int] | None:
    """The lowest and highest point of a scale, if both are known."""
    return (scale["from"], scale["to"]) if scale and "from" in scale and "to" in scale else None


def points_of(scale: ScalePart | None) -> int:
    """How many points a scale has; none when it makes no sense."""
    ends = ends_of(scale)
    return max(0, ends[1] - ends[0] + 1) if ends and ends[0] < ends[1] else 0


def _scale(shared: Draft, path: Path, name: str, scale: ScalePart) -> Iterator[Problem]:
    ends, points = ends_of(scale), points_of(scale)
    if not ends:
        return
    if not points:
        what = f"the scale {name!r} runs from {ends[0]} to {ends[1]}"
        yield shared.problem((*path, "to"), what, "let 'to' be higher than 'from'")
        return
    if points > MOST_POINTS:
        what = f"the scale {name!r} has {points} points"
        yield shared.problem((*path, "to"), what, f"give it at most {MOST_POINTS}")
    agree_from, labels = scale["agree_from"], scale["labels"]
    if agree_from is not None and not ends[0] <= agree_from <= ends[1]:
        what = f"{agree_from} is not on the scale {name!r}"
        yield shared.problem((*path, "agree_from"), what, f"give a whole number from {ends[0]} to {ends[1]}")
    if labels and len(labels) != points:
        yield _miscounted(shared, (*path, "labels"), "label", len(labels), points)


def _miscounted(draft: Draft, path: Path, noun: str, found: int, points: int) -> Problem:
    verb = "is" if found == 1 else "are"
    what = f"there {verb} {counted(found, noun)} for {points} points of the scale"
    return draft.problem(path, what, f"give {points}, lowest first", key=True)


def _on_maturity(
    draft: Draft, theme: QuestionnairePart, points: int, ends: tuple[int, int]
) -> Iterator[Problem]:
    for n, topic in enumerate(theme["topics"]):
        descriptions = topic.get("descriptions")
        if descriptions is not None and len(descriptions) != points:
            path = ("topics", n, "descriptions")
            yield _miscounted(draft, path, "description", len(descriptions), points)
    for n, action in enumerate(theme["actions"]):
        level = action.get("from_level", ends[1])
        if not ends[0] <= level <= ends[1]:
            what = f"there is no level {level}: the scale {MATURITY!r} runs from {ends[0]} to {ends[1]}"
            way_out = f"give a whole number from {ends[0]} to {ends[1]}"
            yield draft.problem(("actions", n, "from_level"), what, way_out)
