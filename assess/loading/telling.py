"""`python -m assess.loading.telling FOLDER` prints what a folder of questionnaires holds, as JSON.

For a process that has to stay small: reading such files takes much memory, and is seldom done. Ends with 1
when the folder cannot be used.
"""

import json
import sys
from dataclasses import asdict

from assess.loading import InvalidQuestionnaires, load


def main(folder: str) -> int:
    """Prints; gives how it ended."""
    try:
        loaded = load(folder)
    except InvalidQuestionnaires:
        return 1
    print(json.dumps(asdict(loaded)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
