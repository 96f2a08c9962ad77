import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from assess import paths
from assess.loading import KINDS, json_schema
from assess.loading.__main__ import schema_text
from assess.loading.reading import read_tree
from assess.loading.text import read_text
from tests.loading.files import BENCHMARK, FULL, SHARED, TWO_THEMES, spoiled

KEPT = Path(__file__).parents[2] / "docs" / "schema"
SHIPPED = sorted(paths.QUESTIONNAIRES.glob("*.yaml")) + sorted(TWO_THEMES.glob("*.yaml"))


def kind_of(path):
    return path.stem if path.stem in KINDS else "questionnaire"


def as_json(text):
    """What a YAML text holds, as an editor sees it."""
    return json.loads(json.dumps(read_tree("file", text)[0]))


@pytest.mark.parametrize("kind", KINDS)
def test_the_kept_schema_is_that_of_the_definition(kind):
    assert (KEPT / f"{kind}.json").read_text(encoding="utf-8") == schema_text(kind), (
        "write it anew with `python -m assess.loading`"
    )


def test_the_command_writes_every_schema(tmp_path):
    subprocess.run([sys.executable, "-m", "assess.loading", tmp_path / "new"], check=True)

    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(
        f"{kind}.json" for kind in KINDS
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind):
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_editor_agrees_that_a_good_file_is_good(path):
    jsonschema.validate(as_json(read_text(str(path))[0]), json_schema(kind_of(path)))


@pytest.mark.parametrize(
    ("kind", "text", "change"),
    [
        ("questionnaire", FULL, ("impact: 2", "impact: 4")),
        ("questionnaire", FULL, ("days: 14", "dais: 14")),
        ("questionnaire", FULL, ("en: Topic", "english: Topic")),
        ("questionnaire", FULL, ("version: 1", "version: one")),
        ("shared", SHARED, ("role: headline", "role: headlin")),
        ("shared", SHARED, ("from: 1", "form: 1")),
        ("benchmarks", BENCHMARK, ("trust: B", "trust: D")),
    ],
)
def test_an_editor_agrees_on_what_is_wrong(kind, text, change):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_json(spoiled(text, change)), json_schema(kind))


def test_an_editor_is_told_what_is_expected():
    properties = json_schema("questionnaire")["properties"]["actions"]["items"]["properties"]

    assert properties["impact"]["description"] == "a whole number from 1 to 3"
    assert "title" not in properties["impact"]
