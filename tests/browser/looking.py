"""Looking at a page in Chromium, and what is wrong with it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from tests.web.browser import Browser

PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5)
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 3)"""
AXE = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"


@dataclass(frozen=True)
class Way:
    """How somebody looks at pages."""

    language: str
    colours: str
    screen: str

    def context(self, chromium):
        """A browser that is set so."""
        return chromium.new_context(
            locale={"en": "en-GB", "nl": "nl-NL"}[self.language],
            color_scheme=self.colours,
            viewport=PHONE if self.screen == "phone" else DESKTOP,
            reduced_motion="reduce",
        )

    def __str__(self):
        return f"{self.language} {self.colours} {self.screen}"


WAYS = [
    Way(language, colours, screen)
    for language in ("nl", "en")
    for colours in ("light", "dark")
    for screen in ("phone", "desktop")
]
MAIN_WAYS = [Way("nl", "light", "phone"), Way("en", "dark", "desktop")]


class Looker:
    """Chromium, set in one way, that looks at pages one after the other."""

    def __init__(self, chromium, way, example, addresses):
        self.way, self.example = way, example
        self._full, self._empty = addresses
        self._context = way.context(chromium)
        # Once for all its pages: handing it to each page again costs as much as using it.
        self._context.add_init_script(Axe().axe_script)
        self._page = self._context.new_page()
        self._told = []
        self._page.on("console", self._note)
        self._page.on("pageerror", lambda error: self._told.append(f"script: {error}"))
        self._page.on("request", self._asked)

    def close(self):
        self._context.close()

    def faults(self, page):
        """What is wrong with a page as it is seen in this way."""
        self._told.clear()
        answer = self._go(page)
        self._page.evaluate(UNFOLD)
        found = [*self._told]
        if answer.status != page.status:
            found.append(f"status {answer.status}")
        if self._page.evaluate("document.documentElement.lang") != self.way.language:
            found.append("another language")
        if self._page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"runs off the page: {self._page.evaluate(TOO_WIDE)}")
        return [*found, *self._violations()]

    def _go(self, page):
        address = (self._empty if page.empty else self._full) + page.address(self.example)
        self._be(page)
        if page.part:
            # From elsewhere, since one part of a page is no other page than another part.
            self._page.goto("about:blank")
        if page.sent is None:
            return self._page.goto(address + ("#" + page.part if page.part else ""))
        return self._see(address, page)

    def _be(self, page):
        """Signed in as who sees this page, or as nobody."""
        self._context.clear_cookies()
        if page.who:
            session = self.example.browser(page.who, self.way.language).client.get_cookie("session")
            self._context.add_cookies([{"name": "session", "value": session.value, "url": self._full}])

    def _see(self, address, page):
        """What came back for a form: made without Chromium, shown in it at the address it came from."""
        response = fetched(self.example, page, self.way.language).response
        headers = dict(response.headers)
        body = response.get_data()
        self._page.route(
            address, lambda route: route.fulfill(status=response.status_code, headers=headers, body=body)
        )
        try:
            return self._page.goto(address + ("#" + page.part if page.part else ""))
        finally:
            self._page.unroute(address)

    def _note(self, message):
        # Chromium also tells of the page itself when its status is that of an error, as it should be.
        of_the_page = message.location.get("url", "").partition("#")[0] == self._page.url.partition("#")[0]
        if message.type == "error" and not (of_the_page and "Failed to load resource" in message.text):
            self._told.append(f"console: {message.text}")

    def _asked(self, request):
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            self._told.append(f"asks another host: {request.url}")

    def _violations(self):
        for violation in self._page.evaluate(AXE):
            for node in violation["nodes"]:
                yield f"{violation['id']}: {' '.join(map(str, node['target']))}: {_why(node)}"


def _why(node):
    return " ".join(node["failureSummary"].split())[:300]


def fetched(example, page, language):
    """A page as the product sends it; its house rules are checked on the way."""
    address = page.address(example)
    browser = Browser(example.empty, language) if page.empty else example.browser(page.who, language)
    if page.sent is None:
        return browser.get(address)
    values = {example.ids.get(name, name): value for name, value in page.sent.values.items()}
    if page.sent.straight:
        return browser.post(address, values, follow_redirects=False)
    return browser.submit(browser.get(address), values, page.sent.containing, follow_redirects=False)
