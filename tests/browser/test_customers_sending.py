"""With a script: a customer's page stays where it is until what was filled in has arrived."""

import pytest

from assess.store import customer_answers
from tests.browser.serving import served
from tests.web.conftest import app  # noqa: F401 (a fixture)
from tests.web.employing import an_open_box


@pytest.fixture
def page(app, chromium):  # noqa: F811
    context = chromium.new_context(locale="nl-NL")
    with served(app) as address:
        page = context.new_page()
        page.id = an_open_box(app)
        page.goto(f"{address}/c/{page.id}")
        yield page
        context.close()


def stored(app, page):  # noqa: F811
    with app.test_request_context():
        return list(customer_answers.rows(page.id))


def send(page):
    page.get_by_role("button", name="Verzenden").click()


def test_without_a_connection_nothing_is_lost_and_it_can_be_sent_again(app, page):  # noqa: F811
    page.locator("[name=HEAD-M][value='4']").check()
    page.context.set_offline(True)
    send(page)
    page.locator("form [role=status]:not(:empty)").wait_for()
    page.context.set_offline(False)
    send(page)
    page.wait_for_url("**/thanks*")

    assert stored(app, page) == [{"HEAD-M": "4"}]


def test_what_cannot_be_stored_is_shown_as_without_a_script(app, page):  # noqa: F811
    send(page)
    page.get_by_role("alert").wait_for()

    assert stored(app, page) == []


def test_the_way_back_does_not_lead_to_what_was_sent(app, page):  # noqa: F811
    before = page.url
    page.locator("[name=HEAD-M][value='4']").check()
    send(page)
    page.wait_for_url("**/thanks*")
    page.go_back()

    assert page.url != before
    assert page.locator("input:checked").count() == 0
