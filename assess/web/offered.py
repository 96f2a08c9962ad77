"""The questionnaires that can be chosen from: those in the folder of this installation."""

import subprocess
import sys
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from subprocess import CalledProcessError

from flask import Response, abort, make_response, render_template

from assess.core.choosing import chosen
from assess.document.words import later
from assess.store import values
from assess.store.asked import AskedSet
from assess.web import links
from assess.web.frame import say

Stamp = tuple[tuple[str, int, int], ...]


def offered() -> AskedSet:
    """All questionnaires of this installation; a page that says so when they cannot be used."""
    folder = links.settings().questionnaires
    try:
        return _read(folder, _stamp(folder))
    except CalledProcessError:
        abort(_unusable())


def asked(themes: Collection[str]) -> AskedSet:
    """What is put to people when these themes are chosen."""
    whole = offered()
    return AskedSet(chosen(whole.set, themes), whole.benchmarks)


@lru_cache(maxsize=1)
def _read(folder: Path, _: Stamp) -> AskedSet:
    """What the folder holds, read by a process of its own: it takes memory that no page needs."""
    command = [sys.executable, "-m", "assess.loading.telling", str(folder)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return values.of(AskedSet, told)


def _stamp(folder: Path) -> Stamp:
    """Another value as soon as a file changes."""
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*.yml")))
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _unusable() -> Response:
    html = render_template(
        "error.html",
        happened=say(later("The questionnaires of this installation cannot be used")),
        safe=say(later("Assessments that were made before keep their own copy and go on.")),
        next_step=say(later("On the machine itself, `assess check` names every problem and its line.")),
    )
    return make_response(html, 500)
