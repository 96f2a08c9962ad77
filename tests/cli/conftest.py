import os

import pytest

from assess.cli import main

LEADERS = "audience,respondent,guess-customers,HOS-1,HOS-2,HEAD-M\n" + "".join(
    f"leaders,{name},60,{answer},3,5\n" for name, answer in zip("abcde", "33445", strict=True)
)


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    """No setting of whoever runs the tests reaches them."""
    for name in [name for name in os.environ if name.startswith("ASSESS_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder of its own for every test, with a good and a bad spreadsheet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.csv").write_text(LEADERS)
    (tmp_path / "bad.csv").write_text("audience,HOS-1\n" + "leaders,9\n" * 1_000)
    return tmp_path


@pytest.fixture
def assess(capfdbinary):
    """Runs a command as if typed; gives how it ends, stdout and stderr."""

    def assess(*arguments):
        try:
            ending = main(arguments)
        except SystemExit as stop:
            ending = stop.code
        out, err = capfdbinary.readouterr()
        return ending, out.decode(), err.decode()

    return assess
