"""Runs the attacks in a private folder that is gone afterwards, and keeps how they went."""

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from assess.attacks.copying import copied
from assess.ballots import boxes
from assess.cli.endings import GOOD, PROBLEMS, Refused
from assess.cli.outputs import why_not_writable, write
from assess.cli.progress import Progress
from assess.cli.proving import looking, telling
from assess.cli.proving.tried import Tried
from assess.cli.proving.trying import on_files
from assess.core.questionnaire import EMPLOYEES
from assess.settings import Settings
from assess.store import assessments, database, db, organisations, proofs, writing
from assess.store.assessments import Assessment
from assess.store.migrating import is_newest

STDOUT = "-"
ADDRESS = "/assessments/"
"""What comes before the id in the address of an assessment."""


def run(options: Namespace, settings: Settings) -> int:
    """Prints the report and keeps it, so that employees can read how the last run went."""
    home = settings.home
    if not is_newest(home):
        raise Refused([f"{home}: no database of this version; set ASSESS_HOME, or start the product once"])
    if options.json not in (None, STDOUT) and (why := why_not_writable(options.json)):
        raise Refused([f"{options.json}: {why}"])
    with database.bare_app(home).app_context():
        of = _found(options.assessment)
        with Progress() as progress, _folder() as folder:
            tried = _tried(home, of, folder, progress)
        with writing():
            passed = all(one.passed for one in tried)
            proofs.keep(of.id, telling.rows(tried), passed=passed)
    _tell(options.json, of, tried)
    return GOOD if passed else PROBLEMS


def _found(typed: str) -> Assessment:
    """The assessment with this id, or at this address."""
    id = typed.partition(ADDRESS)[2].partition("/")[0] or typed
    found = assessments.find(id)
    if found is None:
        raise Refused([f"{id}: no such assessment; there {_what_there_is()}"])
    if EMPLOYEES not in found.audiences:
        raise Refused([f"{id}: employees are not asked in it, so there is nothing to attack"])
    return found


def _what_there_is() -> str:
    """All assessments, each on a line of its own."""
    every = [one for each in organisations.every() for one in assessments.of_organisation(each.id)]
    lines = "".join(f"\n  {one.id}  {one.organisation}, {one.name} ({one.state})" for one in every)
    return f"is{lines}" if lines else "is none yet"


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that only its owner may read, and that is gone in the end, also when it is told to stop."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with TemporaryDirectory(prefix="assess-") as folder:
            yield Path(folder)
    finally:
        signal.signal(signal.SIGTERM, before)


def _tried(home: Path, of: Assessment, folder: Path, progress: Progress) -> list[Tried]:
    """All attacks, on a copy."""
    copy, naive = folder / "home", folder / "naive"
    copy.mkdir(mode=0o700)
    naive.mkdir(mode=0o700)
    progress("copying")
    copied(home / database.FILE, copy / database.FILE)
    found = []
    if boxes.file_of(home, of.id).exists():
        copied(boxes.file_of(home, of.id), boxes.file_of(copy, of.id))
        found.append(looking.on_box(home, copy, of))
        boxes.file_of(copy, of.id).unlink()
    if (figures := looking.on_figures(home, of)) is not None:
        found.append(figures)
    with database.bare_app(copy).app_context():
        try:
            return [*on_files(copy, of, naive, progress), *found]
        finally:
            db.engine.dispose()


def _tell(json: str | None, of: Assessment, tried: Sequence[Tried]) -> None:
    if json == STDOUT:
        sys.stdout.write(telling.as_json(of, tried))
        return
    print(*telling.lines(of, tried), sep="\n")
    if json:
        write({json: telling.as_json(of, tried).encode()})
