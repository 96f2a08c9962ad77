"""The plain words in which problems are told."""

from collections.abc import Collection, Iterable
from functools import lru_cache

LONGEST_SHOWN = 40
MOST_COMPARED = 10


def shown(value: object) -> str:
    """A value as an author may read it back: short, and with anything invisible spelled out."""
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case str():
            cut = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
            return repr(cut)
        case dict():
            return "a group of keys"
        case list():
            return "a list"
    return str(value)


def listed(names: Iterable[str]) -> str:
    """Names in a row: `a, b, c`."""
    return ", ".join(names)


def counted(n: int, noun: str) -> str:
    """A number with its noun, as in `1 topic` and `5 topics`."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def with_article(noun: str) -> str:
    """A noun with `a` or `an` before it."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def nearest(word: str, names: Collection[str]) -> str | None:
    """The name the author probably meant, if one is close."""
    return _nearest(word, tuple(names)) if len(word) <= LONGEST_SHOWN else None


@lru_cache(maxsize=1_000)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    # Only a file with a problem pays for this import.
    from difflib import get_close_matches

    if len(names) > MOST_COMPARED:
        # A hostile file has thousands of wrong words and hundreds of names: only the likeliest are compared.
        first = word[:1].lower()
        names = tuple(name for name in names if name[:1].lower() == first)
        names = tuple(sorted(names, key=lambda name: abs(len(name) - len(word))))[:MOST_COMPARED]
    lowered = {name.lower(): name for name in reversed(names)}
    near = get_close_matches(word.lower(), lowered, n=1)
    return lowered[near[0]] if near else None


def instead(word: str, names: Collection[str], otherwise: str) -> str:
    """What to do about an unknown word: the near name if there is one, else `otherwise`."""
    near = nearest(word, names)
    return f"did you mean {near!r}?" if near else otherwise
