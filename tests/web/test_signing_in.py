"""Who is signed out comes to the sign-in page, and from there to the page they asked for."""

import pytest

from tests.web import building
from tests.web.conftest import PASSWORD, add_account

LEAD = "lead@example.org"


def sign_in_on(browser, page):
    return browser.submit(page, {"email": LEAD, "password": PASSWORD}, "password")


@pytest.fixture
def id(app):
    add_account(app, LEAD, "Lea de Lead")
    return building.an_assessment(app)


@pytest.mark.parametrize(
    "path", ["", "/invitations", "/mirror", "/plan", "/preview/leaders?theme=hostmanship"]
)
def test_signing_in_leads_to_the_page_that_was_asked_for(app, browser, id, path):
    address = f"/assessments/{id}{path}"
    page = browser.get(address, follow_redirects=True)
    answer = browser.submit(page, {"email": LEAD, "password": PASSWORD}, "password", follow_redirects=False)

    assert page.h1 == "Sign in"
    assert "you come straight to it" in page.text
    assert answer.response.location == address


@pytest.mark.parametrize("address", ["/account", "/organisations/new", "/password"])
def test_pages_of_an_account_ask_to_sign_in_as_well(app, browser, id, address):
    assert sign_in_on(browser, browser.get(address, follow_redirects=True)).address == address


def test_a_wrong_password_keeps_the_way_back(browser, id):
    page = browser.get(f"/assessments/{id}", follow_redirects=True)
    page = browser.submit(page, {"email": LEAD, "password": "x" * 12}, "password")

    assert sign_in_on(browser, page).address == f"/assessments/{id}"


def test_the_other_language_keeps_the_way_back(browser, id):
    page = browser.get(f"/assessments/{id}", follow_redirects=True)
    page = browser.get(page.links()["Nederlands"])

    assert sign_in_on(browser, page).address == f"/assessments/{id}"


def test_who_is_signed_out_does_not_learn_whether_something_exists(browser, id):
    pages = [browser.get(f"/assessments/{one}", follow_redirects=True) for one in (id, "unknown")]

    assert {page.h1 for page in pages} == {"Sign in"}


def test_what_was_sent_while_signed_out_is_no_page_to_come_back_to(app, browser, id):
    page = browser.get("/sign-in")
    token = next(f.get("value") for f in page.form().iter() if f.get("name") == "csrf_token")
    answer = browser.post(f"/assessments/{id}/close", {"csrf_token": token}, follow_redirects=False)

    assert answer.response.location == "/sign-in"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "/nothing/of/ours",
        "/sign-out",
    ],
)
def test_nobody_is_led_to_another_site(browser, id, elsewhere):
    asked = browser.get("/sign-in", query_string={"next": elsewhere})
    page = browser.get("/sign-in")
    values = {"email": LEAD, "password": PASSWORD, "next": elsewhere}
    sent = browser.submit(page, values, "password", follow_redirects=False)

    assert asked.response.location == "/sign-in"
    assert sent.response.location == "/sign-in"
