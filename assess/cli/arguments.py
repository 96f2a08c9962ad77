"""What can be typed after `assess`."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date as Date

from assess import __version__
from assess.core.questionnaire import AUDIENCES
from assess.settings import Settings

LANGUAGES = ("en", "nl")
LONGEST_NAME = 100
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parser() -> ArgumentParser:
    """All commands with their options; `run` of what was typed imports what it needs when it is called."""
    top = ArgumentParser(
        prog="assess",
        description="How customer-centric is an organisation, and what can it do next?",
        epilog="Ends with 0 when all is good, 1 when the input has problems, 2 for wrong usage.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"assess {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name, help, options in (
        ("check", "say what is wrong in questionnaires", _check),
        ("template", "print an empty spreadsheet for one audience", _template),
        ("analyse", "turn a spreadsheet of answers into scores and a plan", _analyse),
        ("demo", "fill the product with an example organisation, and print links to look around", _demo),
        ("serve", "start the product for the browser", _serve),
        ("prove-anonymity", "attack the anonymity of an assessment, on a copy of what lies here", _prove),
    ):
        options(commands.add_parser(name, help=help, description=_sentence(help), allow_abbrev=False))
    return top


def _sentence(help: str) -> str:
    return f"{help[0].upper()}{help[1:]}."


def _check(command: ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="a file or folder; without one, the set that is shipped"
    )
    command.set_defaults(run=_run_check)


def _template(command: ArgumentParser) -> None:
    _questionnaires(command)
    command.add_argument("audience", choices=AUDIENCES, metavar="AUDIENCE", help=" or ".join(AUDIENCES))
    command.set_defaults(run=_run_template)


def _analyse(command: ArgumentParser) -> None:
    command.add_argument(
        "responses", metavar="RESPONSES.csv", help="the answers; `assess template` shows its columns"
    )
    _questionnaires(command)
    command.add_argument("--json", metavar="OUT", help="write all figures here; - prints them")
    command.add_argument("--pdf", metavar="OUT", help="write the action plan here")
    command.add_argument(
        "--lang", choices=LANGUAGES, default="en", help="the language of summary and PDF (en)"
    )
    command.add_argument(
        "--organisation", type=organisation, metavar="NAME", help="the name in summary and PDF"
    )
    command.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="the date on the PDF (today)")
    command.add_argument("--all", action="store_true", help="tell every problem, not just the first 20")
    command.set_defaults(run=_run_analyse, wrong=command.error)


def _demo(command: ArgumentParser) -> None:
    command.set_defaults(run=_run_demo)


def _serve(command: ArgumentParser) -> None:
    command.set_defaults(run=_run_serve)


def _prove(command: ArgumentParser) -> None:
    command.add_argument("assessment", metavar="ASSESSMENT", help="its address in the browser, or its id")
    command.add_argument(
        "--json", metavar="OUT", help="write what was found here as well; - prints only that"
    )
    command.set_defaults(run=_run_prove)


def _questionnaires(command: ArgumentParser) -> None:
    command.add_argument("--questionnaires", metavar="DIR", help="a folder with a set of your own")


def day(typed: str) -> Date:
    """A date as it is typed."""
    try:
        if DAY.fullmatch(typed):
            return Date.fromisoformat(typed)
    except ValueError:
        pass
    raise ArgumentTypeError(f"{typed!r} is not a date such as 2026-03-31")


def organisation(typed: str) -> str:
    """A name that can be printed."""
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ArgumentTypeError(f"{typed[:40]!r} is not a name of 1 to {LONGEST_NAME} visible characters")
    return name


def _run_check(options: Namespace, _: Settings) -> int:
    from assess.cli import checking

    return checking.run(options.paths)


def _run_template(options: Namespace, settings: Settings) -> int:
    from assess.cli import printing

    return printing.run(options, settings)


def _run_analyse(options: Namespace, settings: Settings) -> int:
    from assess.cli import analysing

    return analysing.run(options, settings)


def _run_demo(_: Namespace, settings: Settings) -> int:
    from assess.cli import demo

    return demo.run(settings)


def _run_serve(_: Namespace, settings: Settings) -> int:
    from assess.cli import serving

    return serving.run(settings)


def _run_prove(options: Namespace, settings: Settings) -> int:
    from assess.cli import proving

    return proving.run(options, settings)
