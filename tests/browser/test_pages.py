"""Every page in a real browser: no fault that axe finds, nothing runs off it, no error in its console."""

import pytest

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
