"""A value as JSON and back, by the types of its fields.

The library that does this and checks everything takes fourteen megabytes in the process that answers, which
leaves it no room within its ninety; what is read here was checked before it was written.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date as Date
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Maker = Callable[[Any], Any]


def text(value: Any) -> str:
    """The JSON text from which `of` makes the same value."""
    return json.dumps(asdict(value), default=Date.isoformat, sort_keys=True, ensure_ascii=False)


def of(kind: type[Value], told: str | bytes) -> Value:
    """The value of this kind that a JSON text tells of."""
    wanted: Any = kind
    found: Value = _maker(wanted)(json.loads(told))
    return found


@lru_cache(maxsize=256)
def _maker(kind: Any) -> Maker:
    """What makes a value of a kind from what JSON gives."""
    origin, parts = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _object(kind)
    if origin is tuple:
        return _row(parts)
    if origin is Mapping:
        name_of, part_of = map(_maker, parts)
        return lambda told: {name_of(name): part_of(part) for name, part in told.items()}
    if origin in (Union, UnionType):
        return _either(parts)
    if kind in (int, float):
        # JSON writes 1.0 as it likes, and the names of an object always as text.
        return lambda told: kind(told)
    if kind is Date:
        return Date.fromisoformat
    if origin is Literal or kind in (str, bool):
        return lambda told: told
    raise TypeError(kind)


def _object(kind: Any) -> Maker:
    types = get_type_hints(kind)
    makers = {field.name: _maker(types[field.name]) for field in fields(kind)}
    return lambda told: kind(**{name: makers[name](part) for name, part in told.items()})


def _row(parts: tuple[Any, ...]) -> Maker:
    if parts[-1] is Ellipsis:
        each = _maker(parts[0])
        return lambda told: tuple(each(part) for part in told)
    makers = tuple(map(_maker, parts))
    return lambda told: tuple(make(part) for make, part in zip(makers, told, strict=True))


def _either(parts: tuple[Any, ...]) -> Maker:
    """One of several kinds, told apart by what stands there: nothing, a text, a number, a list, an object."""
    makers = {_look(part): _maker(part) for part in parts if part is not NoneType}
    return lambda told: None if told is None else makers[_look(type(told))](told)


def _look(kind: Any) -> type:
    if kind in (int, float):
        return float
    if kind in (str, Date):
        return str
    return list if kind is list or get_origin(kind) is tuple else dict
