"""What a leader types is kept as it is typed, and comes back when it could not be."""

import pytest

from assess.store import leader_answers
from tests.browser.serving import served
from tests.web import leading
from tests.web.conftest import app  # noqa: F401 (a fixture)

TOPIC, EXAMPLE = "HOS-1", "[name='HOS-1:example']"
STORED = "() => Object.keys(localStorage).length"


class Desk:
    """A leader at a browser, on the page of one theme."""

    def __init__(self, app, context, address):  # noqa: F811
        self.leader = leading.a_leader(app, leading.an_assessment(app))
        self.app, self.context = app, context
        self.address = f"{address}{leading.link(app, self.leader)}/hostmanship"

    def window(self):
        page = self.context.new_page()
        page.goto(self.address)
        return page

    def stored(self):
        with self.app.test_request_context():
            part = leader_answers.sections(self.leader).get("hostmanship")
            return {} if part is None else dict(part.answers)


@pytest.fixture
def desk(app, chromium):  # noqa: F811
    context = chromium.new_context(locale="en-GB")
    with served(app) as address:
        yield Desk(app, context, address)
        context.close()


def choose(page, value):
    page.locator(f"[name='{TOPIC}'][value='{value}']").check()


def told(page, words):
    page.locator("[data-status]", has_text=words).wait_for(timeout=10_000)


def test_an_answer_is_saved_without_a_button(desk):
    page = desk.window()

    choose(page, 3)
    told(page, "Saved at")

    assert desk.stored() == {TOPIC: "3"}
    assert page.locator(".rail > .themes [aria-current]").inner_text().split("\n")[-1] == "1 of 8"
    assert page.evaluate(STORED) == 0


def test_what_was_typed_without_a_connection_comes_back(desk):
    page = desk.window()
    desk.context.set_offline(True)
    page.fill(EXAMPLE, "Typed in a tunnel")
    told(page, "Not saved: no connection")
    page.close()
    desk.context.set_offline(False)

    again = desk.window()

    assert again.input_value(EXAMPLE) == "Typed in a tunnel"
    told(again, "Saved at")
    assert desk.stored() == {"HOS-1:example": "Typed in a tunnel"}
    assert again.evaluate(STORED) == 0


def test_a_button_without_a_connection_stays_on_the_page(desk):
    page = desk.window()
    desk.context.set_offline(True)

    choose(page, 2)
    page.click("button.primary")
    told(page, "Not saved: no connection")

    assert page.url == desk.address
    desk.context.set_offline(False)
    told(page, "Saved at")
    assert desk.stored() == {TOPIC: "2"}


def test_an_answer_of_the_server_that_got_lost_is_no_second_window(desk):
    page = desk.window()
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    page.route("**/hostmanship", lose)
    page.fill(EXAMPLE, "Stored, though nobody said so")
    page.locator("[data-status].failed").wait_for()
    choose(page, 4)
    told(page, "Saved at")
    page.click("button.primary")
    page.wait_for_url("**/values")

    assert desk.stored() == {TOPIC: "4", "HOS-1:example": "Stored, though nobody said so"}


def test_two_windows_see_both(desk):
    first, second = desk.window(), desk.window()
    choose(first, 1)
    told(first, "Saved at")

    choose(second, 5)
    told(second, "changed in another window")
    second.click("button.primary")

    assert second.locator("h1").inner_text() == "Hostmanship was changed twice"
    assert desk.stored() == {TOPIC: "1"}
    second.click("button.primary")
    second.wait_for_url("**/hostmanship")
    assert desk.stored() == {TOPIC: "5"}
    assert second.evaluate(STORED) == 0


def test_enter_goes_on(desk):
    page = desk.window()
    choose(page, 3)

    page.keyboard.press("Enter")

    page.wait_for_url("**/values")
    assert desk.stored() == {TOPIC: "3"}


def test_a_copy_does_not_outlive_sending_in(desk):
    page = desk.window()
    choose(page, 3)
    told(page, "Saved at")
    desk.context.set_offline(True)
    page.fill(EXAMPLE, "Too late")
    told(page, "Not saved: no connection")
    page.close()
    desk.context.set_offline(False)

    other = desk.context.new_page()
    other.goto(desk.address.replace("hostmanship", "review"))
    other.click("text=Send in as it is")

    other.get_by_role("heading", name="Thank you, Anna Smit").wait_for()
    assert other.evaluate(STORED) == 0


def test_without_a_connection_nothing_is_sent_in_and_the_page_says_so(desk):
    page = desk.window()
    choose(page, 3)
    told(page, "Saved at")
    page.goto(desk.address.replace("hostmanship", "review"))
    desk.context.set_offline(True)
    page.click("text=Send in as it is")
    page.get_by_text("Not sent: there is no connection.").wait_for()
    desk.context.set_offline(False)
    page.click("text=Send in as it is")

    page.get_by_role("heading", name="Thank you, Anna Smit").wait_for()


def test_an_answer_given_back_to_what_it_was_leaves_no_copy(desk):
    page = desk.window()
    page.fill(EXAMPLE, "For a moment")
    told(page, "Saved at")
    page.locator(EXAMPLE).press("End")
    page.keyboard.type("s")
    page.keyboard.press("Backspace")
    page.wait_for_timeout(1_500)

    assert page.evaluate(STORED) == 0
    assert desk.stored() == {"HOS-1:example": "For a moment"}
