"""What pydantic says does not fit, in plain words."""

from collections.abc import Iterator, Sequence
from typing import Any

from assess.loading.expected import Expected, expected
from assess.loading.problems import Problem
from assess.loading.schema import Kind
from assess.loading.tree import ANY_KEY, HOLE, Path, Table, known_part, place_of, value_at
from assess.loading.wording import instead, listed, nearest, shown, with_article

Advised = tuple[str, str]
"""What is wrong and what to do."""

AT_KEY = ("extra_forbidden", "invalid_key")
NOT_A_NAME = {
    "series": ("is not a year", "use whole numbers, as in 2006: 68"),
    "scales": ("cannot be a name", "begin with a letter and use letters, digits, '-' and '_'"),
    "owners": ("cannot be a name", "begin with a letter and use letters, digits, '-' and '_'"),
    "value": ("cannot be a name", "begin with a letter and use letters, digits, '-' and '_'"),
}
NOT_A_LANGUAGE = ("is not a language code", "use small letters, as in 'en' or 'nl', or 'pt-BR'")


def misfits(kind: Kind, file: str, tree: object, errors: Sequence[Any]) -> Iterator[Problem]:
    """One problem for each place that pydantic complains about; nothing about what was refused before."""
    told = set()
    for error in errors:
        missing = error["type"] == "missing"
        path, at_key = _place(tree, error)
        about = (path, at_key, error["loc"] if missing else None)
        holder = value_at(tree, path)
        if about in told or holder is HOLE or (missing and _unsure(holder)):
            continue
        told.add(about)
        if missing:
            advised = _missing(kind, path, holder, error["loc"][-1])
        else:
            advised = _misplaced(kind, path) if at_key else _unfit(kind, path, error)
        yield Problem(file, *place_of(tree, path, key=at_key), *advised)


def _place(tree: object, error: Any) -> tuple[Path, bool]:
    """The path in the tree that an error is about, and whether it is about the key there."""
    path: Path = error["loc"]
    if error["type"] in AT_KEY:
        return path, True
    # Where there is a choice of kinds, pydantic names the kind in between, which the tree does not have.
    if path[-1:] == ("[key]",) and known_part(tree, path[:-1]) == path[:-1]:
        return path[:-1], True
    return known_part(tree, path), False


def _unsure(holder: object) -> bool:
    return isinstance(holder, Table) and ANY_KEY in holder.refused


def _missing(kind: Kind, path: Path, holder: object, key: str) -> Advised:
    here = expected(kind, path)
    name = holder.get("id") if path and isinstance(holder, Table) else None
    who = f"{here.title} {shown(name)}" if isinstance(name, str) else f"this {here.title}"
    return f"{who} has no {key!r}", f"add '{key}:' with {here.inside(key).words}"


def _misplaced(kind: Kind, path: Path) -> Advised:
    """About a key that may not stand where it does."""
    key, holder = path[-1], expected(kind, path[:-1])
    if holder.keys:
        near = nearest(str(key), holder.keys)
        known = listed(sorted(holder.keys))
        advice = f"did you mean {near!r}? Allowed are {known}" if near else f"allowed are {known}"
        return f"{shown(key)} is not a key of {with_article(holder.title)}", advice
    what, advice = NOT_A_NAME.get(str(path[-2]) if path[1:] else "", NOT_A_LANGUAGE)
    return f"{shown(key)} {what}", advice


def _unfit(kind: Kind, path: Path, error: Any) -> Advised:
    """About a value that is not of the kind that is expected."""
    value, here = error["input"], expected(kind, path)
    what, advice = f"{_subject(path)} is {shown(value)}", f"give {here.words}"
    match error["type"]:
        case "string_too_long":
            what = f"{_subject(path)} has {len(value):,} characters"
        case "too_long":
            return f"{_subject(path)} has more than {here.most} entries", "leave some out"
        case "string_pattern_mismatch" if len(value.splitlines()) > 1:
            what = f"{_subject(path)} runs over several lines"
            advice += " ('>-' folds lines into one)"
        case "string_too_short" | "too_short":
            what = f"{_subject(path)} is empty"
    return what, _hint(value, here, advice)


def _hint(value: object, here: Expected, advice: str) -> str:
    """The advice, or a better one where it can be seen what the author meant."""
    if isinstance(value, str) and here.choices:
        return instead(value, here.choices, advice)
    if here.kind is str and isinstance(value, bool | int | float):
        return f"{advice} (as words it needs quotes)"
    if here.kind is str and isinstance(value, Table):
        return f"{advice} (words that begin with {{ need quotes)"
    return advice


def _subject(path: Path) -> str:
    """What a problem is about: the key, or the place in a list."""
    match path:
        case (*_, str() as key):
            return repr(key)
        case (*_, str() as key, int() as position):
            return f"number {position + 1} of {key!r}"
        case (int() as position,):
            return f"number {position + 1}"
    return "this"
