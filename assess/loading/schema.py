"""The kinds of files: what validates each, its JSON Schema for editors, and what that says of one place."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic_core import SchemaValidator

from assess.loading.definition import validated_by
from assess.loading.parts import Benchmarks, QuestionnairePart, SharedFilePart

Kind = Literal["questionnaire", "shared", "benchmarks"]
KINDS: tuple[Kind, ...] = ("questionnaire", "shared", "benchmarks")

WHOLE: Mapping[Kind, Any] = {
    "questionnaire": QuestionnairePart,
    "shared": SharedFilePart,
    "benchmarks": Benchmarks,
}


def validated(kind: Kind, tree: object, *, lenient: bool = False) -> Any:
    """The content of a file in the form that `parts` defines. Raises pydantic's ValidationError.

    Lenient: keys that are needed may be lacking.
    """
    return _validator(kind, lenient=lenient).validate_python(tree, strict=True)


@cache
def _validator(kind: Kind, *, lenient: bool) -> SchemaValidator:
    return SchemaValidator(validated_by(WHOLE[kind], lenient=lenient))


@cache
def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a kind of file, made from the definition that the loader itself goes by."""
    # Most of pydantic is not needed to validate, and takes long to import.
    from pydantic.json_schema import GenerateJsonSchema

    class Untitled(GenerateJsonSchema):
        def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
            return False  # it would only repeat the key

    schema = Untitled().generate(validated_by(WHOLE[kind]))
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}
