"""`assess template`: an empty spreadsheet."""

import sys
from argparse import Namespace

from assess.cli.endings import GOOD
from assess.cli.questionnaires import load
from assess.settings import Settings
from assess.sheets.template import template


def run(options: Namespace, settings: Settings) -> int:
    """Prints the template of one audience, as UTF-8 whatever the terminal speaks."""
    loaded = load(options.questionnaires, settings)
    sys.stdout.buffer.write(template(loaded.set, options.audience).encode())
    return GOOD
