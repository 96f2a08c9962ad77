"""Every page in a real browser: no fault that axe finds, nothing runs off it, no error in its console."""

import pytest

from assess.web.headers import HEADERS
from tests.browser.example import TROUBLE
from tests.browser.looking import MAIN_WAYS, WAYS, Looker
from tests.browser.pages import NO_PAGES, PAGES


@pytest.fixture(scope="session")
def look(request, chromium, example, addresses):
    looker = Looker(chromium, request.param, example, addresses)
    yield looker
    looker.close()


def test_every_page_is_looked_at(example):
    rules = [rule for rule in example.app.url_map.iter_rules() if "GET" in rule.methods]

    assert {rule.endpoint for rule in rules} - NO_PAGES == {page.endpoint for page in PAGES}
    assert TROUBLE in {rule.endpoint for rule in rules}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("look", MAIN_WAYS, ids=str, indirect=True)
def test_a_page_is_sound(look, page):
    assert look.faults(page) == []


@pytest.mark.axe
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("look", WAYS, ids=str, indirect=True)
def test_a_page_is_sound_in_every_way(look, page):
    assert look.faults(page) == []


REFUSED = (
    "<!doctype html><title>x</title><style>p { color: red }</style><p style='color: red' onclick='x()'>x"
    "<script>document.title = 'ran'</script><img src='http://127.0.0.2/x'>"
)


def test_what_the_policy_refuses_is_seen(chromium, addresses):
    page, told = chromium.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    address = addresses[0] + "/sign-in"
    page.route(address, lambda route: route.fulfill(headers=HEADERS, content_type="text/html", body=REFUSED))
    page.goto(address)

    assert page.title() == "x"
    for what in ("style-src", "script-src", "img-src"):
        assert any(what in line for line in told), told
    page.close()
