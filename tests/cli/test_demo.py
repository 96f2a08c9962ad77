"""`assess demo`: an organisation that does not exist, with results; the same every time."""

import re
from dataclasses import replace

import pytest

from assess.cli import main
from assess.cli.demo import filling, running
from assess.cli.demo.people import ORGANISATION
from assess.settings import Settings
from assess.store import assessments, database, db, jobs, kept, organisations, writing
from tests.web.browser import Browser
from tests.web.product import product

pytestmark = pytest.mark.slow


@pytest.fixture
def demo(monkeypatch, capsys):
    """Fills a home; gives the links that it prints, by whom they are for, and the product."""

    def demo(home):
        monkeypatch.setenv("ASSESS_HOME", str(home))
        assert main(["demo"]) == 0
        told = capsys.readouterr().out
        links = dict(re.findall(r"^(\S.*?) +http://[^/]+(/\S+)$", told, re.M))
        app = product(home)
        apps.append(app)
        return links, app

    apps = []
    yield demo
    for app in apps:
        with app.app_context():
            db.engine.dispose()


def made(app):
    """The hashes of all pages, figures and PDFs of the assessment that is closed."""
    with app.app_context():
        [closed] = [one for one in of_the_example() if one.state == "closed"]
        home = app.extensions["settings"].home
        return {name: kept.file(home, closed.id, name).name for name in kept.names(closed.id)}


def of_the_example():
    return assessments.of_organisation(organisations.named(ORGANISATION))


def test_it_is_the_same_every_time_with_its_pdfs_and_nothing_left_to_do(demo, tmp_path):
    first, second = (demo(tmp_path / name)[1] for name in ("first", "second"))

    assert made(first) == made(second)
    assert {"report-en.pdf", "report-nl.pdf", "report.json"} <= made(first).keys()
    with first.app_context():
        assert jobs.waiting() == []


def test_a_run_that_was_broken_off_is_finished_by_the_next(demo, tmp_path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(running, "do_waiting", broken_off)
        with pytest.raises(KeyboardInterrupt):
            running.run(replace(Settings(), home=tmp_path))
    _, app = demo(tmp_path)

    assert {"report-en.pdf", "report-nl.pdf"} <= made(app).keys()
    with app.app_context():
        [closed] = [one for one in of_the_example() if one.state == "closed"]
        assert closed.closed_on == filling.TO
    assert (tmp_path / database.FILE).stat().st_mode & 0o077 == 0


def broken_off(_):
    raise KeyboardInterrupt


def test_when_nothing_can_be_answered_any_more_there_is_another_assessment(demo, tmp_path):
    _, app = demo(tmp_path)
    with app.test_request_context(), writing():
        for one in of_the_example():
            assessments.move(one.id, ["open"], "closed")
    links, _ = demo(tmp_path)

    with app.app_context():
        assert [one.state for one in of_the_example()].count("open") == 1
    assert "to answer as a leader" in links


def test_its_links_lead_to_what_they_say_and_a_second_run_makes_no_second_example(demo, tmp_path):
    demo(tmp_path)
    links, app = demo(tmp_path)
    browser = Browser(app)

    respondents = {"to answer as a leader", "to answer as an employee", "to answer as a customer"}
    assert {*respondents, "to run it, first", "the results"} == links.keys()
    for who in (*respondents, "to run it, first"):
        assert browser.get(links[who].partition("#")[0]).status == 200
    with app.app_context():
        assert sorted(one.state for one in of_the_example()) == ["closed", "open"]
