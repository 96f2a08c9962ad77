"""How a definition of structure, written as types, becomes what pydantic validates by.

Building pydantic's models takes longer than checking all files that come with the product, so the types are
handed to pydantic's own engine directly.
"""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from pydantic_core import CoreSchema, core_schema

UNIONS = (Union, UnionType)
PLAIN = {str: "str", int: "int", float: "float", bool: "bool"}


class Expect:
    """What is expected at a place: in words, for authors and editors, and as limits, for pydantic."""

    def __init__(self, words: str | None = None, **limits: Any) -> None:
        self.words = words
        self.limits = limits


class Default:
    """A key may be left out, and then has this value."""

    def __init__(self, value: object) -> None:
        self.value = value


def validated_by(kind: Any, *, lenient: bool = False) -> CoreSchema:
    """The pydantic schema of a kind of value; lenient ones allow that needed keys are lacking."""
    if is_typeddict(kind):
        return _group(kind, lenient=lenient)
    inner = get_args(kind)
    parts = [validated_by(part, lenient=lenient) for part in inner if _is_kind(part)]
    match get_origin(kind):
        case origin if origin is Annotated:
            return _limited(parts[0], inner[1:])
        case origin if origin is list:
            return core_schema.list_schema(parts[0])
        case origin if origin is dict:
            return _mapping(*parts)
        case origin if origin is Literal:
            return core_schema.literal_schema(list(inner))
        case origin if origin in UNIONS:
            schema = parts[0] if len(parts) == 1 else core_schema.union_schema([*parts])
            return core_schema.nullable_schema(schema) if NoneType in inner else schema
    return {"type": PLAIN[kind]}


def _is_kind(part: Any) -> bool:
    return part in PLAIN or is_typeddict(part) or get_origin(part) is not None


def title_of(kind: type) -> str:
    """What a group of keys is called: the name of its type without `Part`, as in `standard question`."""
    name = kind.__name__.removesuffix("Part")
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _limited(schema: CoreSchema, marks: tuple[object, ...]) -> CoreSchema:
    for mark in marks:
        if isinstance(mark, Expect):
            schema = _noted({**schema, **mark.limits}, description=mark.words)
        elif isinstance(mark, Default):
            schema = core_schema.with_default_schema(schema, default=mark.value)
    return schema


def _mapping(keys: CoreSchema, values: CoreSchema) -> CoreSchema:
    schema = core_schema.dict_schema(keys, values)
    return _noted(schema, additionalProperties=False) if "pattern" in keys else schema


def _group(kind: Any, *, lenient: bool) -> CoreSchema:
    fields = {}
    for key, inner in kind.__annotations__.items():
        schema = validated_by(inner, lenient=lenient)
        needed = schema["type"] != "default" and not lenient
        fields[key] = core_schema.typed_dict_field(schema, required=needed)
    schema = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    return _noted(schema, title=title_of(kind), description=kind.__doc__)


def _noted(schema: CoreSchema, **notes: object) -> CoreSchema:
    """The schema with notes for its JSON Schema; None is no note."""
    metadata = schema.get("metadata", {})
    known = metadata.get("pydantic_js_updates", {})
    noted = known | {key: note for key, note in notes.items() if note is not None}
    return {**schema, "metadata": {**metadata, "pydantic_js_updates": noted}}
