"""Progress is told only when work takes long."""

import time

from assess.cli.progress import Progress


def test_quick_work_is_silent(capsys):
    with Progress() as progress:
        progress("reading")

    assert capsys.readouterr().err == ""


def test_long_work_says_what_it_is_doing_each_thing_once(capsys):
    told = ""
    with Progress(patience=0.01) as progress:
        for doing in ("reading", "drawing"):
            progress(doing)
            while doing not in told:
                time.sleep(0.05)
                told += capsys.readouterr().err

    assert told == "reading …\ndrawing …\n"
