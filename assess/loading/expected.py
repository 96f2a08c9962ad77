"""What the definition says about one place in a file."""

from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, is_typeddict

from assess.loading.definition import UNIONS, Expect, title_of
from assess.loading.schema import WHOLE, Kind
from assess.loading.tree import Path
from assess.loading.wording import listed, with_article


class Expected:
    """What may stand at one place: its kind, and the limits and words that go with it."""

    def __init__(self, kind: Any) -> None:
        self._marks: list[Expect] = []
        while get_origin(kind) is Annotated or NoneType in get_args(kind):
            inner, *marks = get_args(kind)
            if get_origin(kind) is Annotated:
                self._marks += [mark for mark in marks if isinstance(mark, Expect)]
            kind = inner
        self.kind = kind

    @property
    def words(self) -> str:
        """What an author should give."""
        if is_typeddict(self.kind):
            return f"the keys of {with_article(self.title)}: {listed(self.keys)}"
        return next((mark.words for mark in reversed(self._marks) if mark.words), "another value")

    @property
    def title(self) -> str:
        """What a group of keys is called."""
        return title_of(self.kind) if is_typeddict(self.kind) else "group"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that may stand in it; none where keys are names or languages."""
        return tuple(self.kind.__annotations__) if is_typeddict(self.kind) else ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which it has to be one."""
        return get_args(self.kind) if get_origin(self.kind) is Literal else ()

    @property
    def most(self) -> int | None:
        """How many entries or characters there may be."""
        return next((mark.limits["max_length"] for mark in self._marks if "max_length" in mark.limits), None)

    def inside(self, step: str | int) -> "Expected":
        """What may stand one key or list position further."""
        inner = get_args(self.kind)
        if is_typeddict(self.kind):
            return Expected(self.kind.__annotations__.get(step))
        return Expected(inner[-1] if inner and get_origin(self.kind) not in (*UNIONS, Literal) else None)


def expected(kind: Kind, path: Path) -> Expected:
    """What the definition expects at a path in a kind of file."""
    here = Expected(WHOLE[kind])
    for step in path:
        here = here.inside(step)
    return here
