"""A text is a text: whatever is typed comes back as it was typed, on every page, paper, chart and file."""

import pytest

from assess.store import accounts, db
from tests.doors import judging
from tests.doors.corpus import CORPUS
from tests.doors.typing import Typed, crawl
from tests.web.building import home_of
from tests.web.product import product

pytestmark = pytest.mark.attack


@pytest.fixture(scope="module")
def typed(tmp_path_factory, empty_home):
    home = tmp_path_factory.mktemp("typed")
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    with app.app_context():
        link = accounts.first_link()
    yield Typed(app, link)
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def answers(typed):
    """Everything there is to see: while people answer, and afterwards."""
    found = crawl(typed.lead.browser, ["/"]) + crawl(typed.others.browser, typed.trustees)
    typed.open()
    found += while_open(typed)
    typed.answer()
    found += while_open(typed)
    found += [typed.import_file(bad, "xss.csv").response for bad in bad_files()]
    typed.close()
    found += crawl(typed.lead.browser, [f"/assessments/{typed.id}/publish"])
    typed.publish()
    typed.decide()
    papers = [f"/assessments/{typed.id}/report-{language}.pdf" for language in ("en", "nl")]
    crawl(typed.lead.browser, papers)  # which asks for them
    typed.work()
    return (
        found
        + crawl(typed.lead.browser, papers)
        + crawl(typed.lead.browser, ["/", f"/assessments/{typed.id}/mirror"])
    )


def while_open(typed):
    open = [f"/e/{typed.id}", f"/c/{typed.id}", f"/c/{typed.id}/card", typed.leaders[0], typed.leaders[1]]
    return crawl(typed.lead.browser, ["/"]) + crawl(typed.others.browser, open)


def bad_files():
    """Files of which the page tells what is wrong with them, in their own words."""
    for text in CORPUS:
        cell = '"' + text.replace('"', '""') + '"'
        yield f"{cell}\n1\n"
        yield f"audience,CUS-NPS\ncustomers,{cell}\n"


def test_no_text_becomes_anything_else(answers):
    found = {}
    for answer in answers:
        for fault in judging.faults(answer):
            found.setdefault(fault, answer.request.path)

    assert found == {}
    assert len(answers) > 250


def test_the_corpus_came_everywhere(typed, answers):
    shown = {answer.request.path for answer in answers if b"xss" in answer.get_data()}
    kinds = {answer.content_type.partition(";")[0] for answer in answers}

    assert typed.lead.typed + typed.others.typed > 500
    assert len(shown) > 40
    assert {"text/html", "text/csv", "image/svg+xml", "application/pdf"} <= kinds


def test_charts_are_made_of_nothing_but_shapes_and_words(answers):
    pages = [answer.get_data() for answer in answers if "html" in answer.content_type]

    assert [fault for page in pages for fault in judging.charts(page)] == []
    assert sum(page.count(b"<svg") for page in pages) > 5


def test_where_nothing_is_escaped_the_corpus_does_harm(typed, answers, monkeypatch):
    naive = product(home_of(typed.app))
    naive.jinja_env.bytecode_cache = None
    naive.jinja_env.autoescape = False
    harmed = [f"/e/{typed.id}/thanks", "/"]
    client = naive.test_client()
    client.set_cookie("session", typed.lead.browser.client.get_cookie("session").value)
    faults = [fault for address in harmed for fault in judging.faults(client.get(address))]
    with naive.app_context():
        db.engine.dispose()

    assert any(fault.startswith("element xss") for fault in faults), faults
    assert any(fault.startswith("attribute on") for fault in faults)
