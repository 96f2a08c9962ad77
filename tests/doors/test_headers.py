"""Every answer, whatever was asked and whoever asked it, tells the browser what it may do with it."""

import pytest

from assess.web.headers import HEADERS
from tests.browser.example import LEAD
from tests.doors.routes import routes
from tests.web.browser import Browser
from tests.web.conftest import PASSWORD, add_account
from tests.web.product import product

KEPT = {"static"}
"""Endpoints whose answers a browser may keep: files that are the same for everybody."""
ASK = {
    "full": {"assessment_id": ("full",), "job_id": ("job_failed",)},
    "open": {"assessment_id": ("open",), "job_id": ("job_waiting",)},
    "trustee": {"token": ("asked_keeper",)},
    "broken": dict.fromkeys(("assessment_id", "organisation_id", "token", "job_id", "filename"), ("x",)),
}
STATUSES = {200, 303, 304, 400, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503}
SECURE = "https://assess.example.org"


def faults(response, endpoint, secure=False):
    """What an answer lacks, or has too much."""
    headers = response.headers
    found = [
        f"{name}: {headers.getlist(name)}"
        for name, value in HEADERS.items()
        if headers.getlist(name) != [value]
    ]
    kept = (
        "public, max-age=31536000, immutable"
        if endpoint in KEPT and response.status_code in (200, 206, 304)
        else "no-store"
    )
    if headers.getlist("Cache-Control") not in ([kept], [kept.replace("public", "no-cache, public")]):
        found.append(f"Cache-Control: {headers.getlist('Cache-Control')}")
    if kept == "no-store":
        found += [f"{name} is told" for name in ("ETag", "Last-Modified", "Expires") if name in headers]
    if headers.get("Strict-Transport-Security") != ("max-age=31536000" if secure else None):
        found.append("Strict-Transport-Security")
    found += [f"{name} is told" for name in ("Server", "X-Powered-By", "Via") if name in headers]
    return [
        *found,
        *(f"cookie: {each}" for each in headers.getlist("Set-Cookie") if not careful(each, secure)),
    ]


def careful(cookie, secure):
    """Whether no script, no other site and no other host gets a cookie."""
    name, *marks = [part.strip() for part in cookie.split(";")]
    safe = {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(marks) and not any(
        "Domain" in mark for mark in marks
    )
    return safe and (not secure or ("Secure" in marks and name.startswith("__Host-session=")))


def walk(doors):
    """Asks every route by every method, as somebody and as nobody, for what is there and what is not."""
    for route in routes(doors.app):
        asked = {address for only in ASK.values() for address in [next(route.addresses(doors.ids, **only))]}
        for address in sorted(asked):
            for who, browser in doors.browsers.items():
                for method in (*route.methods, "PUT"):
                    yield route, method, who, browser.client.open(address, method=method)


def special(doors):
    """What needs more than an address."""
    client = doors.browsers[""].client
    kept = client.get("/static/app.css")
    kept.close()
    yield "static", client.get("/static/app.css", headers={"If-None-Match": kept.headers["ETag"]})
    yield "static", client.get("/static/app.css", headers={"Range": "bytes=0-9"})
    yield None, client.get("/nothing/of/ours")
    yield None, client.get("//")
    open = f"/e/{doors.ids['open']}"
    yield "employees.send", client.post(open, data={"HEAD-M": "4" * 70_000})
    yield "employees.send", client.post(open, data={"HEAD-M": "4"}, headers={"Sec-Fetch-Site": "cross-site"})
    yield "customers.answer", client.post(f"/c/{doors.ids['open']}", data={})
    yield "customers.answer", client.post(f"/c/{doors.ids['open']}", json={})
    yield "customers.start", client.get(f"/c/{doors.ids['full']}")
    yield "home", client.get("/", headers={"Host": "evil.example"})
    for code in (400, 404, 409, 410, 413, 429, 500, 503):
        yield "trouble", client.get(f"/trouble/{code}")


@pytest.fixture(scope="module")
def walked(doors):
    # Without the token of a form, so nothing is changed.
    return list(walk(doors))


def sign_in(browser, **more):
    values = {"email": LEAD, "password": PASSWORD} | more
    return browser.submit(browser.get("/sign-in"), values, "password", follow_redirects=False)


def test_every_answer_has_the_headers(doors, walked):
    answers = [(route.endpoint, answer) for route, _, _, answer in walked] + list(special(doors))
    for _, answer in answers:
        answer.close()

    assert {} == {
        f"{endpoint} {answer.request.method} {answer.request.path} {answer.status_code}": found
        for endpoint, answer in answers
        if (found := faults(answer, endpoint))
    }
    assert {answer.status_code for _, answer in answers} >= STATUSES


def test_every_route_was_found_by_who_may_find_it(walked):
    found = {
        route.rule
        for route, method, who, answer in walked
        if method in route.methods and answer.status_code != 404
    }

    assert {route.rule for route, *_ in walked} - found == set()


def test_over_https_the_browser_is_told_to_stay_there_and_the_cookie_is_bound_to_the_host(
    tmp_path, empty_home
):
    (tmp_path / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(tmp_path, address=SECURE)
    add_account(app, LEAD, "Lea")
    browser = Browser(app)
    options = {"base_url": SECURE}
    page = browser.get("/sign-in", **options)
    values = {"email": LEAD, "password": PASSWORD}
    signed_in = browser.submit(page, values, "password", follow_redirects=False, **options)
    answers = [page, signed_in, browser.get("/", **options), browser.get("/nothing", **options)]

    assert signed_in.response.headers.getlist("Set-Cookie")
    assert [faults(answer.response, None, secure=True) for answer in answers] == [[]] * 4


def test_no_cookie_outlives_the_browser(app, lead, browser):
    signed_in = sign_in(browser, remember="y")

    assert signed_in.status == 302
    assert [cookie.partition("=")[0] for cookie in signed_in.response.headers.getlist("Set-Cookie")] == [
        "session"
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda headers: headers.remove("Content-Security-Policy"), id="none"),
        pytest.param(lambda headers: headers.add("Referrer-Policy", "origin"), id="twice"),
        pytest.param(
            lambda headers: headers.set("Cache-Control", "private=True, no-store=True"), id="unreadable"
        ),
        pytest.param(
            lambda headers: headers.add("Set-Cookie", "a=b; Path=/; SameSite=Lax"), id="for scripts"
        ),
        pytest.param(lambda headers: headers.add("ETag", "x"), id="kept"),
    ],
)
def test_a_fault_would_be_seen(browser, spoil):
    response = browser.client.get("/sign-in")
    spoil(response.headers)

    assert len(faults(response, "security.login")) == 1
