"""`python -m assess.loading [FOLDER]` writes the JSON Schemas of the files, by default to docs/schema."""

import json
import sys
from pathlib import Path

from assess.loading.schema import KINDS, Kind, json_schema


def schema_text(kind: Kind) -> str:
    """The JSON Schema of a kind of file as it is kept for editors."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Writes one schema file for each kind of file."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(*sys.argv[1:2] or ["docs/schema"]))
