"""`assess analyse`: figures and a plan when the answers are good, every problem when they are not."""

import json
import os
import stat
import warnings
from datetime import date
from pathlib import Path

import pytest

from assess import document
from assess.core.report import Report
from assess.document.rendering import DocumentFailed, DocumentWarning


@pytest.fixture
def pdf(monkeypatch):
    """Stands in for the PDF, which has tests of its own; keeps what it was made from."""
    asked = {}

    def make_pdf(report, organisation, day, language, attachment_json, progress):
        asked.update(
            report=report,
            organisation=organisation,
            day=day,
            language=language,
            json=attachment_json,
        )
        progress("drawing")
        return b"%PDF-1.7"

    monkeypatch.setattr(document, "make_pdf", make_pdf)
    monkeypatch.setattr(document.rendering, "warm_up", lambda: None)
    return asked


def files(folder):
    return {path.name for path in folder.iterdir()}


def test_the_figures_go_where_they_are_asked(assess, here):
    ending, out, err = assess("analyse", "good.csv", "--json", "result.json")

    assert (ending, out, err) == (0, "result.json: written\n", "")
    assert json.loads((here / "result.json").read_text())["audiences"]["leaders"]["n"] == 5
    assert files(here) == {"good.csv", "bad.csv", "result.json"}


def test_the_figures_can_be_printed(assess, here):
    ending, out, err = assess("analyse", "good.csv", "--json", "-")

    assert (ending, err) == (0, "")
    assert json.loads(out)["schema"] == 1
    assert files(here) == {"good.csv", "bad.csv"}


def test_the_pdf_is_made_of_the_report_and_carries_the_figures(assess, here, pdf):
    words = ("--lang", "nl", "--organisation", "Voorbeeld  Energie", "--date", "2026-03-31")
    ending, out, _ = assess("analyse", "good.csv", "--pdf", "plan.pdf", "--json", "r.json", *words)

    assert (ending, out) == (0, "r.json: written\nplan.pdf: written\n")
    assert (here / "plan.pdf").read_bytes() == b"%PDF-1.7"
    assert isinstance(pdf["report"], Report)
    assert (pdf["organisation"], pdf["day"], pdf["language"]) == (
        "Voorbeeld Energie",
        date(2026, 3, 31),
        "nl",
    )
    assert pdf["json"] == (here / "r.json").read_text()


@pytest.mark.parametrize(("language", "name"), [("en", "Your organisation"), ("nl", "Uw organisatie")])
def test_without_a_name_the_organisation_is_the_readers_own(assess, pdf, language, name):
    assess("analyse", "good.csv", "--pdf", "plan.pdf", "--lang", language)

    assert pdf["organisation"] == name


def test_the_same_input_gives_the_same_figures_whatever_the_date(assess, here):
    for name, day in (("a.json", "2026-03-31"), ("b.json", "2025-01-01")):
        assess("analyse", "good.csv", "--json", name, "--date", day)

    assert (here / "a.json").read_bytes() == (here / "b.json").read_bytes()


def test_settings_can_raise_the_smallest_group(assess, monkeypatch):
    monkeypatch.setenv("ASSESS_SMALLEST_LEADERS", "6")
    _, out, _ = assess("analyse", "good.csv", "--json", "-")

    assert json.loads(out)["audiences"]["leaders"]["items"] == {}


def test_other_questionnaires_come_from_an_option_or_a_setting(assess, here, monkeypatch):
    (here / "own").mkdir()
    (here / "own" / "climate.yaml").write_text(
        "id: climate\nversion: 1\ntitle: {en: Climate, nl: Klimaat}\n"
        "statements:\n  - id: CLI-E1\n    employees: {en: We laugh., nl: We lachen.}\n"
    )
    (here / "own.csv").write_text("audience,CLI-E1\n" + "employees,4\n" * 5)
    by_option = assess("analyse", "own.csv", "--questionnaires", "own", "--json", "-")
    monkeypatch.setenv("ASSESS_QUESTIONNAIRES", "own")

    assert by_option[0] == 0
    assert assess("analyse", "own.csv", "--json", "-") == by_option
    assert [q["id"] for q in json.loads(by_option[1])["questionnaires"]] == ["climate"]


def test_of_many_problems_the_first_20_are_told(assess, here, pdf):
    ending, out, err = assess("analyse", "bad.csv", "--json", "r.json", "--pdf", "p.pdf")
    lines = err.splitlines()

    assert (ending, out, len(lines)) == (1, "", 21)
    assert lines[0].startswith("bad.csv:2:HOS-1: 9 is not on the scale 1 to 5; ")
    assert lines[20] == "and 980 more; --all shows them"
    assert files(here) == {"good.csv", "bad.csv"}
    assert pdf == {}


def test_all_problems_can_be_told(assess):
    ending, _, err = assess("analyse", "bad.csv", "--all")
    # On a busy machine how far it is stands there too.
    told = [line for line in err.splitlines() if line.startswith("bad.csv:")]

    assert (ending, len(told)) == (1, 1_000)


def test_problems_of_questionnaires_are_told_with_the_path_as_typed(assess, here):
    (here / "own").mkdir()
    (here / "own" / "climate.yaml").write_text("id: climate\nversion: 1\ntitel: {en: Climate}\n")
    ending, out, err = assess("analyse", "good.csv", "--questionnaires", "./own/")

    assert (ending, out) == (1, "")
    assert err.startswith("./own/climate.yaml:")


@pytest.mark.parametrize("path", ["./missing.csv", "no/such/folder.csv", "x" * 300])
def test_a_missing_file_is_told_as_typed(assess, path):
    ending, out, err = assess("analyse", path)

    assert (ending, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"{path}:1:-: ")


def test_a_pdf_that_cannot_be_made_leaves_nothing(assess, here, monkeypatch, pdf):
    def fail(*_):
        raise DocumentFailed("the PDF was not made: it is too large; try again with fewer teams")

    monkeypatch.setattr(document, "make_pdf", fail)
    ending, out, err = assess("analyse", "good.csv", "--json", "r.json", "--pdf", "p.pdf")

    assert (ending, out) == (1, "")
    assert err == "p.pdf: the PDF was not made: it is too large; try again with fewer teams\n"
    assert files(here) == {"good.csv", "bad.csv"}


def test_what_could_not_be_drawn_is_told(assess, monkeypatch, pdf):
    def complain(*_):
        warnings.warn("the typeface Inter is not installed", DocumentWarning, stacklevel=2)
        return b"%PDF-1.7"

    monkeypatch.setattr(document, "make_pdf", complain)

    assert assess("analyse", "good.csv", "--pdf", "p.pdf") == (
        0,
        "p.pdf: written\n",
        "p.pdf: the typeface Inter is not installed\n",
    )


@pytest.mark.parametrize(
    ("path", "why"),
    [
        pytest.param("no/such/r.json", "its folder does not exist; make it first", id="no folder"),
        pytest.param("folder", "this is a folder; name a file in it", id="a folder"),
        pytest.param("", "this is a folder; name a file in it", id="nothing"),
        pytest.param("/proc/r.json", "no file can be written there", id="not a place for files"),
        pytest.param("x" * 300, "no file can be written there", id="a long name"),
        pytest.param("good.csv/r.json", "its folder does not exist; make it first", id="in a file"),
    ],
)
def test_an_unwritable_place_is_told_before_anything_is_read(assess, here, path, why):
    (here / "folder").mkdir()
    ending, out, err = assess("analyse", "bad.csv", "--json", path)

    assert (ending, out, err.count("\n")) == (1, "", 1)
    assert err.startswith(f"{path}: {why}")
    assert files(here) == {"good.csv", "bad.csv", "folder"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_overwritten(assess, here):
    (here / "r.json").write_text("old")
    (here / "r.json").chmod(0o400)
    ending, _, err = assess("analyse", "good.csv", "--json", "r.json")

    assert (ending, err) == (1, "r.json: this file may not be overwritten; choose another name\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--json", "x", "--pdf", "x"), id="two files in one place"),
        pytest.param(("--json", "x", "--pdf", "./y/../x"), id="one place written in two ways"),
        pytest.param(("--json", "good.csv"), id="over the answers"),
        pytest.param(("--pdf", "-"), id="a PDF on the screen"),
        pytest.param(("--lang", "fr"), id="a language without words"),
        pytest.param(("--date", "31-03-2026"), id="a date the other way round"),
        pytest.param(("--date", "2026-02-30"), id="no such day"),
        pytest.param(("--date", "20260331"), id="a date without dashes"),
        pytest.param(("--organisation", " "), id="no name"),
        pytest.param(("--organisation", "x" * 101), id="a long name"),
        pytest.param(("--organisation", "Acme\u202e"), id="a name that turns the reading direction"),
        pytest.param(("--js", "x"), id="half an option"),
        pytest.param(("more.csv",), id="two spreadsheets"),
        pytest.param(("--json", "experience.yaml"), id="over a questionnaire"),
    ],
)
def test_wrong_usage_ends_with_2(assess, here, arguments):
    ending, out, err = assess("analyse", "good.csv", *arguments)

    assert (ending, out) == (2, "")
    assert err.startswith("usage: assess")
    assert files(here) == {"good.csv", "bad.csv"}


def test_a_link_is_followed_and_the_rights_of_a_file_are_kept(assess, here):
    (here / "real.json").write_text("old")
    (here / "real.json").chmod(0o600)
    (here / "link.json").symlink_to("real.json")
    assess("analyse", "good.csv", "--json", "link.json")

    assert (here / "link.json").is_symlink()
    assert json.loads((here / "real.json").read_text())["schema"] == 1
    assert stat.S_IMODE((here / "real.json").stat().st_mode) == 0o600


def test_a_device_is_written_to_and_not_replaced(assess):
    ending, _, _ = assess("analyse", "good.csv", "--json", "/dev/null")

    assert ending == 0
    assert Path("/dev/null").is_char_device()
