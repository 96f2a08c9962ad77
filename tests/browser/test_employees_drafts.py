"""With a script: the code comes from the link, a draft stays in the browser until it is sent."""

import re

import pytest

from assess.ballots import boxes
from tests.browser.serving import served
from tests.web.building import home_of
from tests.web.conftest import app  # noqa: F401 (a fixture)
from tests.web.employing import an_open_box, some_codes, typed_code

KEPT = "() => Object.keys(localStorage).length + Object.keys(sessionStorage).length"
OPEN = "What should we do differently tomorrow?"
FIRST = "#part-1 [name='EXP-M1'][value='4']"


class Desk:
    """An employee at a browser, with a link."""

    def __init__(self, app, context, address):  # noqa: F811
        self.app, self.home, self.context = app, home_of(app), context
        self.id = an_open_box(app)
        [self.code] = some_codes(app, self.id, 1)
        self.address = f"{address}/e/{self.id}"

    def window(self, code=True):
        page = self.context.new_page()
        page.goto(f"{self.address}#{self.code}" if code else self.address)
        return page

    def ballots(self):
        return boxes.count(self.home, self.id)


@pytest.fixture
def desk(app, chromium):  # noqa: F811
    context = chromium.new_context(locale="en-GB")
    with served(app) as address:
        yield Desk(app, context, address)
        context.close()


def fill(page):
    page.get_by_role("link", name="Start").click()
    page.locator(FIRST).check()


def last_part(page):
    while page.locator("#send").is_hidden():
        page.locator("a.primary:visible").click()


def send(page):
    last_part(page)
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you").wait_for()


def test_the_code_leaves_the_address_and_need_not_be_typed(desk):
    page = desk.window()

    assert page.url == desk.address
    fill(page)
    last_part(page)
    assert page.get_by_label("Your code").is_hidden()
    assert page.get_by_text("Your code came with the link.").is_visible()


def test_sending_stores_a_ballot_and_leaves_nothing_in_the_browser(desk):
    page = desk.window()
    fill(page)
    send(page)

    assert desk.ballots() == 1
    assert page.evaluate(KEPT) == 0
    assert "#" not in page.url


def test_the_receipt_is_shown_and_leaves_the_address(desk):
    page = desk.window()
    fill(page)
    send(page)

    assert re.fullmatch(r"([a-z]{5}-){2}[a-z]{5}", page.locator(".receipt .words").inner_text())
    assert page.get_by_text("at the end of the address").is_hidden()
    assert page.url.endswith("/thanks?lang=en")


def test_the_receipt_goes_along_into_another_language(desk):
    page = desk.window()
    fill(page)
    send(page)
    words = page.locator(".receipt .words").inner_text()
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url("**lang=nl")

    assert page.locator(".receipt .words").inner_text() == words


def test_without_a_receipt_none_is_spoken_of(desk):
    page = desk.context.new_page()
    page.goto(f"{desk.address}/thanks")

    assert page.locator(".receipt").is_hidden()


def test_without_a_script_the_receipt_stands_in_the_address(desk, chromium):
    context = chromium.new_context(locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address)
    fill(page)
    last_part(page)
    page.get_by_label("Your code").fill(typed_code(desk.app, desk.id))
    page.get_by_role("button", name="Send").click()

    assert re.search(r"/thanks\?lang=en#([a-z]{5}-){2}[a-z]{5}$", page.url)
    assert page.get_by_text("at the end of the address").is_visible()
    context.close()


def test_what_one_wrote_is_in_the_draft_and_gone_once_sent(desk):
    page = desk.window()
    fill(page)
    last_part(page)
    page.get_by_label(OPEN).fill("Call back")
    page.reload()
    assert page.get_by_label(OPEN).input_value() == "Call back"
    send(page)

    assert page.evaluate(KEPT) == 0


def test_on_a_shared_computer_what_one_wrote_is_not_kept(desk):
    page = desk.window()
    page.get_by_label("This is a shared computer").check()
    fill(page)
    last_part(page)
    page.get_by_label(OPEN).fill("Call back")

    assert page.evaluate(KEPT) == 0


def test_what_may_give_somebody_away_is_shown_and_sent_after_another_click(desk):
    page = desk.window()
    fill(page)
    last_part(page)
    page.get_by_label(OPEN).fill("Ask Deirdre")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("“Deirdre” looks like a name.").wait_for()
    assert desk.ballots() == 0
    page.get_by_role("button", name="Send it like this").click()
    page.get_by_role("heading", name="Thank you").wait_for()

    assert desk.ballots() == 1


def test_every_ballot_is_as_long_on_its_way(desk):
    sizes = set()
    for answer in ("4", "dk", None):
        [desk.code] = some_codes(desk.app, desk.id, 1)
        page = desk.window()
        page.on("request", lambda request: request.method == "POST" and sizes.add(len(request.post_data)))
        page.get_by_role("link", name="Start").click()
        page.locator("#part-1 [name='EXP-M2'][value='3']").check()
        if answer:
            page.locator(f"#part-1 [name='EXP-M1'][value='{answer}']").check()
        send(page)

    assert sizes == {8192}
    assert desk.ballots() == 3


def test_after_sending_the_way_back_shows_no_answer(desk):
    page = desk.window()
    fill(page)
    send(page)
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state()

    assert page.locator("input:checked").count() == 0


def test_a_draft_and_the_code_survive_loading_again(desk):
    page = desk.window()
    fill(page)
    page.reload()

    assert page.locator(FIRST).is_checked()
    send(page)
    assert desk.ballots() == 1


def test_another_language_keeps_draft_and_code(desk):
    page = desk.window()
    fill(page)
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url("**lang=nl")

    assert page.locator(FIRST).is_checked()
    last_part(page)
    assert page.get_by_label("Uw code").is_hidden()


def test_on_a_shared_computer_nothing_is_kept(desk):
    page = desk.window()
    page.get_by_label("This is a shared computer").check()
    fill(page)

    assert page.evaluate(KEPT) == 0
    page.reload()
    assert page.locator("input:checked").count() == 0


def test_the_draft_of_one_assessment_is_not_that_of_another(desk, app):  # noqa: F811
    fill(desk.window())
    desk.id = an_open_box(app)
    desk.address = desk.address.rpartition("/")[0] + "/" + desk.id
    page = desk.window(code=False)

    assert page.locator("input:checked").count() == 0


def test_enter_on_a_choice_goes_on_and_sends_nothing(desk):
    page = desk.window()
    fill(page)
    page.keyboard.press("Enter")

    assert page.locator("#part-2").is_visible()
    assert desk.ballots() == 0


def test_how_many_are_answered_is_counted(desk):
    page = desk.window()
    fill(page)

    assert page.locator("#part-1 .answered").inner_text() == "1 of 31 answered"


def test_a_second_click_does_nothing(desk):
    page = desk.window()
    fill(page)
    last_part(page)
    page.get_by_role("button", name="Send").dblclick()
    page.get_by_role("heading", name="Thank you").wait_for()

    assert desk.ballots() == 1


def test_without_a_connection_the_page_says_so_and_loses_no_answer(desk):
    page = desk.window()
    page.get_by_label("This is a shared computer").check()
    fill(page)
    last_part(page)
    desk.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Not sent: there is no connection.").wait_for()
    desk.context.set_offline(False)
    send(page)

    assert desk.ballots() == 1
    assert page.evaluate(KEPT) == 0


def test_an_answer_of_the_server_that_got_lost_is_told_as_what_it_may_be(desk):
    page = desk.window()
    fill(page)
    last_part(page)
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0))
            route.abort()
        else:
            route.continue_()

    page.route("**/e/**", lose)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Not sent: there is no connection.").wait_for()
    page.get_by_role("button", name="Send").click()

    page.get_by_text("If you pressed Send twice, or sent before, your answers are stored").wait_for()
    assert desk.ballots() == 1


def test_a_wrong_code_is_told_and_leaves_the_answers(desk):
    page = desk.window(code=False)
    fill(page)
    last_part(page)
    page.get_by_label("Your code").fill("AAAA-BBBB-CCCC-DDDD")
    page.get_by_role("button", name="Send").click()

    page.get_by_text("This code is not known, or was used already.").wait_for()
    assert page.locator(FIRST).is_checked()


def test_without_a_script_the_parts_follow_each_other(desk, chromium):
    context = chromium.new_context(locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address)
    assert page.locator("#part-1").is_hidden()
    fill(page)
    assert page.locator("#promise").is_hidden()
    last_part(page)

    assert page.get_by_label("Your code").is_visible()
    context.close()
