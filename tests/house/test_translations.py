"""Every fixed word has its translation, and what is loaded (.mo) is what translators read (.po)."""

import re
import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "assess" / "translations").glob("*/LC_MESSAGES/*.po"))
each_catalogue = pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parts[-3])


def read(path):
    with path.open("rb") as file:
        return read_po(file)


def forms(text):
    return (text,) if isinstance(text, str) else tuple(text)


def blanks(text):
    """For one thing and for several: the names that are filled in."""
    return [set(re.findall(r"\{\w+\}", form)) for form in forms(text)]


def loaded(mo):
    """All messages of a compiled catalogue, and how it counts; its dates say nothing to a reader."""
    translations = GNUTranslations(mo)
    return translations._catalog | {"": translations.info()["plural-forms"]}


@pytest.fixture(scope="module")
def messages(tmp_path_factory):
    """What code and templates say, as the translators get it."""
    found = tmp_path_factory.mktemp("messages") / "messages.pot"
    pybabel = Path(sys.executable).with_name("pybabel")
    subprocess.run([pybabel, "-q", "extract", "-F", "pyproject.toml", "-o", found, "."], cwd=ROOT, check=True)
    return {message.id for message in read(found) if message.id}


def test_there_is_a_dutch_catalogue():
    assert "nl" in {po.parts[-3] for po in CATALOGUES}


@each_catalogue
def test_a_catalogue_holds_what_is_said_and_nothing_else(po, messages):
    assert {message.id for message in read(po) if message.id} == messages


@each_catalogue
def test_every_message_is_translated(po):
    assert [m.id for m in read(po) if m.id and (m.fuzzy or not all(forms(m.string)))] == []


@each_catalogue
def test_a_translation_has_the_same_blanks_to_fill_in(po):
    assert [m.id for m in read(po) if m.id and not all(b in blanks(m.id) for b in blanks(m.string))] == []


@each_catalogue
def test_what_is_loaded_is_what_translators_read(po):
    compiled = BytesIO()
    write_mo(compiled, read(po))
    compiled.seek(0)

    with po.with_suffix(".mo").open("rb") as mo:
        assert loaded(mo) == loaded(compiled)
