"""Everything that is asked has somebody to answer it, and standard questions fit the part they play."""

from collections.abc import Iterator

from assess.core.questionnaire import AUDIENCES
from assess.loading.drafts import Draft, Drafts
from assess.loading.parts import Spoken
from assess.loading.problems import Problem
from assess.loading.rules.references import unknown_scale
from assess.loading.rules.scales import OPEN, ends_of
from assess.loading.tree import Path


def roles(drafts: Drafts) -> Iterator[Problem]:
    """Statements without an audience, and standard questions that do not fit their role."""
    for draft, theme in drafts.themes():
        for n, statement in enumerate(theme["statements"]):
            yield from _unheard(draft, ("statements", n), statement.get("id"), statement)
    shared, seen = drafts.shared, set()
    for n, question in enumerate(drafts.common()["standard"]):
        path = ("standard", n)
        yield from _unheard(shared, path, question.get("id"), question)
        role: str = question.get("role", "")
        if not role:
            continue
        if role in seen:
            yield shared.problem(
                (*path, "role"), f"a second question has the role {role!r}", "keep one of them"
            )
        seen.add(role)
        if shared.lacks(path, "scale"):
            yield from _scale(drafts, (*path, "scale"), role, question["scale"])
        if role == "headline" and audiences(question) == 1 and shared.lacks(path, *AUDIENCES):
            what = "the headline is put to one audience only, so there is nothing to compare"
            yield shared.problem(path, what, "give the words of at least two audiences")


def audiences(spoken: Spoken) -> int:
    """To how many audiences something is put."""
    return sum(bool(spoken[audience]) for audience in AUDIENCES)


def _unheard(draft: Draft, path: Path, id: str | None, spoken: Spoken) -> Iterator[Problem]:
    if not audiences(spoken) and draft.lacks(path, *AUDIENCES):
        advice = "add 'leaders:', 'employees:' or 'customers:' with the words"
        yield draft.problem(path, f"{id or 'this'!r} is put to nobody", advice)


def _scale(drafts: Drafts, path: Path, role: str, name: str | None) -> Iterator[Problem]:
    shared = drafts.shared
    if role == "open":
        if name not in (None, OPEN):
            yield shared.problem(path, "an open question takes words and no scale", "leave 'scale' out")
    elif name is None:
        yield shared.problem(
            path, f"the {role} question has no scale", "add 'scale:' with a name from 'scales'"
        )
    elif name == OPEN:
        yield shared.problem(path, f"the {role} question takes a number", "name a scale with points")
    elif name not in shared.names("scale"):
        if shared.knows("scales"):
            yield unknown_scale(drafts, shared, path, name)
    elif role == "recommend":
        yield from _recommend(drafts, path, name)


def _recommend(drafts: Drafts, path: Path, name: str) -> Iterator[Problem]:
    ends = ends_of(drafts.scales().get(name))
    if ends and ends != (0, 10):
        what = f"recommend is asked from 0 to 10, and {name!r} runs from {ends[0]} to {ends[1]}"
        yield drafts.shared.problem(path, what, "name a scale from 0 to 10")
