"""People on their way through the product, in Chromium or at a test client."""

import re

from tests.web.browser import filled_in


def fill(place, row):
    """Answers what stands in a place of a page: choices are clicked, text is typed."""
    for name, cell in row.items():
        fields = place.locator(f'[name="{name}"]:not([type=hidden])')
        if not fields.count():
            continue
        if fields.first.get_attribute("type") == "radio":
            choice = place.locator("label.choice", has=place.page.locator(f'[name="{name}"][value="{cell}"]'))
            choice.click()
        else:
            fields.first.fill(cell)


def lead(page, link, row):
    """A leader answers everything in Chromium, from the link to sending it in."""
    page.goto(link)
    page.locator("main a.primary").click()
    while "/review" not in page.url:
        before = page.url
        fill(page.locator("main form"), row)
        page.locator("main button.primary").click()
        page.wait_for_url(lambda url, before=before: url != before)
    page.locator("main form button").click()
    page.wait_for_url(link)
    return page.locator("h1").inner_text()


def lead_quickly(browser, link, row):
    """The same at a test client."""
    page = browser.get(browser.get(link).links()["Start"])
    while not page.address.endswith("/review"):
        asked = {field.get("name") for field in page.form("page:version").iter()}
        answers = {name: cell for name, cell in row.items() if name in asked}
        page = browser.submit(page, answers, "page:version")
    return browser.submit(page).h1


def vote(page, address, row, code=""):
    """An employee answers in Chromium, screen by screen; a code is typed unless it came with the address."""
    page.goto(address)
    page.locator("#promise a.primary").click()
    for place in range(1, page.locator('section[id^="part-"]').count() + 1):
        part = page.locator(f"#part-{place}")
        fill(part, row)
        part.locator("a.primary").click()
    fill(page.locator("#send"), row | ({"code:typed": code} if code else {}))
    page.locator("#send button.primary").click()
    page.wait_for_url(re.compile("/thanks"))
    return page.locator("h1").inner_text()


def tell(page, address, row):
    """A customer answers in Chromium."""
    page.goto(address)
    fill(page.locator("main form"), row)
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile("/thanks"))
    return page.locator("h1").inner_text()


def tell_quickly(browser, address, row):
    """The same at a test client."""
    page = browser.get(address)
    asked = filled_in(page.form("page:id")).keys() | {
        field.get("name") for field in page.form("page:id").iter()
    }
    return browser.submit(page, {name: row[name] for name in row if name in asked}, "page:id")
