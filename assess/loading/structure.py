"""The second pass: are the keys and the kinds of values right?"""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from pydantic_core import ValidationError

from assess.loading.expected import expected
from assess.loading.misfits import AT_KEY, misfits
from assess.loading.problems import MOST_PROBLEMS, Problem
from assess.loading.schema import Kind, validated
from assess.loading.tree import HOLE, Path, Row, Table, known_part, without
from assess.loading.wording import shown, with_article

BEGIN: dict[Kind, str] = {
    "questionnaire": "begin with 'id:'",
    "shared": "begin with 'scales:'",
    "benchmarks": "begin each benchmark with '- id:'",
}
DEPTH = {"scales": 3, "owners": 2}
"""How many keys lead to the smallest part of a file that can be judged without its neighbours."""


def structured(kind: Kind, file: str, tree: object) -> tuple[Any, list[Problem]]:
    """The content of a file without the values that have a problem, and those problems.

    Takes those values out of the tree as well, so that content and tree keep step: keys that are needed may
    be lacking then. None when nothing is left.
    """
    try:
        return validated(kind, tree), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False)
    if not isinstance(tree, Row if kind == "benchmarks" else Table):
        noun = "list of benchmarks" if kind == "benchmarks" else expected(kind, ()).title
        what = f"{shown(tree)} is not {with_article(noun)}"
        return None, [] if tree is HOLE else [Problem(file, 1, 1, what, BEGIN[kind])]
    problems = list(islice(misfits(kind, file, tree, errors), MOST_PROBLEMS + 1))
    _take_out(tree, (_refused(tree, error) for error in errors if error["type"] != "missing"))
    try:
        return validated(kind, tree, lenient=True), problems
    except ValidationError:
        return None, problems


def _refused(tree: object, error: Any) -> Path:
    """The value that has to go with an error, so that the rest of the file can be judged."""
    path: Path = error["loc"]
    if error["type"] in AT_KEY:
        return known_part(tree, path)
    if isinstance(tree, Table) and path:
        in_list = isinstance(tree.get(path[0]), Row)
        return known_part(tree, path[: 3 if in_list else DEPTH.get(str(path[0]), 1)])
    return known_part(tree, path[:2])


def _take_out(tree: object, paths: Iterable[Path]) -> None:
    """Takes parts out, the last and deepest first, so that the places of the others stay right."""
    for path in sorted(set(paths), key=lambda path: [str(step).rjust(9) for step in path], reverse=True):
        without(tree, path)
