"""Where the words are in what a file holds, by the definition of its kind."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin, is_typeddict

from assess.loading.definition import UNIONS
from assess.loading.kinds import TEXT
from assess.loading.schema import WHOLE, Kind
from assess.loading.tree import Path

Written = Mapping[str, str]
"""The same words in some languages."""

ANY = "*"
"""Every value of a list, or of a mapping with names for keys."""

Route = Mapping[str, Any] | bool
"""True where a text stands, else the keys that lead to texts."""


def writings(kind: Kind, content: Any) -> tuple[tuple[Path, Written], ...]:
    """Every text in the content of a file, with its path, in the order of the definition."""
    return tuple(_follow(_routes(kind), content, ()))


@cache
def _routes(kind: Kind) -> Route:
    return _route(WHOLE[kind])


def _route(kind: Any) -> Route:
    if is_typeddict(kind):
        return {key: route for key, inner in kind.__annotations__.items() if (route := _route(inner))}
    inner = get_args(kind)
    match get_origin(kind):
        case origin if origin is list or origin is dict:
            return {ANY: route} if (route := _route(inner[-1])) else {}
        case origin if origin is Annotated:
            return TEXT in inner or _route(inner[0])
        case origin if origin in UNIONS:
            return next((route for one in inner if (route := _route(one))), {})
    return {}


def _follow(route: Route, value: Any, path: Path) -> Iterator[tuple[Path, Written]]:
    if not value:
        return
    if isinstance(route, bool):
        yield path, value
        return
    for key, further in route.items():
        if key == ANY:
            parts = enumerate(value) if isinstance(value, list) else value.items()
            for step, part in parts:
                yield from _follow(further, part, (*path, step))
        else:
            yield from _follow(further, value.get(key), (*path, key))
