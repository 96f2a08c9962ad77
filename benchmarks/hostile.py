"""Files that are meant to hurt whoever reads them, and a good one to compare them with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from assess.loading import check
from benchmarks.gauges import ROOT

LARGEST = 256 * 1024
HEAD = "id: hostile\nversion: 1\ntitle: {en: Hostile, nl: Vijandig}\n"


def _laughs() -> str:
    """Eight levels of nine aliases each: forty million words when they are followed."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    return "\n".join(["a0: &a0 ha", *levels])


def _up_to(size: int, part: str) -> str:
    return part * (size // len(part.encode()))


VALUES = "values without end"
TEXTS = {
    "aliases within aliases": _laughs(),
    "lists within lists": _up_to(LARGEST, "["),
    "indents within indents": "\n".join(" " * n + "a:" for n in range(720)),
    VALUES: HEAD + "x: [" + _up_to(LARGEST - 100, "a,") + "]\n",
    "keys without end": HEAD + "".join(f"k{n}: 1\n" for n in range(26_000)),
    "one key over and over": HEAD + _up_to(LARGEST - 100, "statements: []\n"),
    "unknown keys": HEAD + "".join(f"statementt{n}: 1\n" for n in range(9_000)),
    "unseen characters": HEAD + _up_to(LARGEST - 100, "# \u202e\n"),
    "a number of 250,000 figures": HEAD.replace("version: 1", f"version: {'9' * 250_000}"),
    "one long word": HEAD + "intro: {en: '" + _up_to(LARGEST - 100, "w") + "'}\n",
    "escapes": HEAD + 'intro: {en: "' + _up_to(LARGEST - 100, "\\u202e") + '"}\n',
    "quotes without end": HEAD + "intro: {en: '" + _up_to(LARGEST - 100, "''") + "\n",
}


@contextmanager
def files() -> Iterator[dict[str, str]]:
    """Every hostile text as a file of its own, by what is in it, for as long as they are needed."""
    with TemporaryDirectory() as folder:
        paths = {name: Path(folder, f"{number}.yaml") for number, name in enumerate(TEXTS)}
        for name, path in paths.items():
            path.write_text(TEXTS[name], encoding="utf-8")
        yield {name: str(path) for name, path in paths.items()}


def good() -> str:
    """A questionnaire that is shipped."""
    return str(ROOT / "questionnaires" / "values.yaml")


def composed(path: str) -> object:
    """A file as the library reads it, without limits."""
    return yaml.compose(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def parsed(path: str) -> object:
    """A file as the library reads it when nobody asks for the parser in C."""
    return yaml.safe_load(Path(path).read_text(encoding="utf-8"))


def accepted(path: str) -> None:
    """Reads a file as the product does, and makes sure that it is accepted."""
    assert not _problems(path), path


def refused(path: str) -> None:
    """Reads a file as the product does, and makes sure that it is refused."""
    assert _problems(path), path


def _problems(path: str) -> int:
    return sum(len(found.problems) for found in check([path]))
