"""`assess analyse`: from a spreadsheet to scores and a plan."""

import sys
import warnings
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from assess.cli.endings import GOOD, MOST_TOLD, Refused, first_of
from assess.cli.outputs import same_place, why_not_writable, write
from assess.cli.progress import Progress
from assess.settings import Settings

if TYPE_CHECKING:
    from assess.core.report import Report

STDOUT = "-"
ORGANISATION = {"en": "Your organisation", "nl": "Uw organisatie"}


def run(options: Namespace, settings: Settings) -> int:
    """Writes the files that are asked for, or else prints a summary."""
    files = [path for path in (options.json, options.pdf) if path not in (None, STDOUT)]
    _agree(options, files)
    unwritable = [f"{path}: {why}" for path in files if (why := why_not_writable(path))]
    if unwritable:
        raise Refused(unwritable)
    options.organisation = options.organisation or ORGANISATION[options.lang]
    options.date = options.date or datetime.now().astimezone().date()
    with Progress() as progress:
        results = _results(options, settings, progress)
        _write({path: content for path, content in results.items() if path != STDOUT})
    if STDOUT in results:
        sys.stdout.buffer.write(results[STDOUT])
    else:
        print(*(f"{path}: written" for path in results), sep="\n")
    return GOOD


def _agree(options: Namespace, files: Sequence[str]) -> None:
    """Ends with wrong usage when what was typed cannot be done together."""
    if options.pdf == STDOUT:
        options.wrong("--pdf needs the name of a file")
    if len(files) == 2 and same_place(*files):
        options.wrong("--json and --pdf name the same file")
    for path in files:
        if same_place(path, options.responses):
            options.wrong(f"{path} holds the answers; name another file to write to")
        if path.lower().endswith((".yaml", ".yml")):
            options.wrong(f"{path} is named like a questionnaire; name another file to write to")


def _results(options: Namespace, settings: Settings, progress: Progress) -> dict[str, bytes]:
    """What is asked for, by where it goes."""
    if options.pdf:
        _warm_up()
    report = _report(options, settings, progress)
    if not options.json and not options.pdf:
        from assess.cli.summary import summary

        return {STDOUT: summary(report, options.organisation, options.lang).encode()}
    from assess.sheets.result import as_json

    results, text = {}, as_json(report)
    if options.json:
        results[options.json] = text.encode()
    if options.pdf:
        results[options.pdf] = _pdf(report, text, options, progress)
    return results


def _warm_up() -> None:
    """Lets the PDF engine load while the answers are read."""
    from assess.document import rendering

    rendering.warm_up()


def _report(options: Namespace, settings: Settings, progress: Progress) -> "Report":
    from assess.cli.questionnaires import load
    from assess.core.report import report
    from assess.core.smallest import SmallestGroup
    from assess.sheets.problems import InvalidResponses
    from assess.sheets.reading import read

    path = options.responses
    loaded = load(options.questionnaires, settings, every=options.all)
    progress(f"reading {path}")
    try:
        told = None if options.all else MOST_TOLD
        responses = read(path, loaded.set, lambda rows: progress(f"reading {path}: {rows:,} rows"), told)
    except InvalidResponses as error:
        raise Refused(first_of(error.problems, error.more, every=options.all)) from None
    progress(f"working out the figures of {responses.n:,} people")
    smallest = SmallestGroup(leaders=settings.smallest_leaders, others=settings.smallest_group)
    return report(loaded.set, responses, loaded.benchmarks, smallest)


def _pdf(report: "Report", text: str, options: Namespace, progress: Progress) -> bytes:
    from assess.document import make_pdf
    from assess.document.rendering import DocumentFailed, DocumentWarning

    progress("making the PDF")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DocumentWarning)
        try:
            pdf = make_pdf(report, options.organisation, options.date, options.lang, text, progress)
        except DocumentFailed as error:
            raise Refused([f"{options.pdf}: {error}"]) from None
    for warning in caught:
        if issubclass(warning.category, DocumentWarning):
            print(f"{options.pdf}: {warning.message}", file=sys.stderr)
    return pdf


def _write(contents: Mapping[str, bytes]) -> None:
    try:
        write(contents)
    except OSError as error:
        names = " and ".join(contents)
        raise Refused(
            [f"{names}: nothing is written ({error.strerror}); make room or choose another place"]
        ) from None
