"""Requests that nobody would send by accident, made of the routes, the forms and a random number."""

from random import Random

from tests.browser.example import LEAD, TROUBLE
from tests.doors.corpus import CORPUS
from tests.doors.routes import BROKEN, FOREIGN, PLACED
from tests.web.browser import Page, elements, filled_in

METHODS = (
    "GET",
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "X",
)
VALUES = (
    *CORPUS,
    *(
        "",
        " ",
        "0",
        "-1",
        "1e9",
        "9" * 30,
        "1.5",
        "NaN",
        "inf",
        "true",
        "null",
        "None",
        "[]",
        "{}",
        "\x00",
        "\ud800",
    ),
    *(
        "2026-13-45",
        "0000-00-00",
        "9999-12-31",
        "2026-02-30",
        "0001-01-01",
        "10000-01-01",
        "³",
        "٣",
        "1_0",
        "+1",
    ),
    *(
        "a" * 100_000,
        "é" * 3_000,
        "\n" * 5_000,
        "A;1\n" * 300,
        "A" * 22,
        "dk",
        "na",
        "5",
        "6",
        "x@example.org",
    ),
)
LANGUAGES = ("en", "nl", "nl-NL,nl;q=0.9,en;q=0.1", "*", "", "x" * 3_000, "en;q=x", "nl;q=2", "é", ",,;;")
HEADERS = {
    "Accept": ("*/*", "application/json", "text/html;q=x", ""),
    "Origin": ("null", "https://evil.example", "http://localhost", "://", "http://["),
    "Referer": ("http://localhost/", "://", "http://["),
    "Sec-Fetch-Site": ("same-origin", "cross-site", "none", "x"),
    "Content-Type": (
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json",
        "text/plain",
        "/",
    ),
    "If-None-Match": ("*", '"x"', "x"),
    "If-Modified-Since": ("x", "Thu, 01 Jan 1970 00:00:00 GMT"),
    "Range": ("bytes=0-", "bytes=9-1", "bytes=-x", "x"),
    "Cookie": ("session=x", "session=", "=", ";;;", "session=x.y.z; session=a", "remember_token=1|x"),
    "Authorization": ("Basic x", "Basic Og==", "Bearer x", "x"),
    "Authentication-Token": ("x", "a.b.c"),
    "X-Saves-By-Itself": ("1", "x"),
    "X-HTTP-Method-Override": ("DELETE", "x"),
    "Content-Length": ("x", "-1"),
    "Host": ("evil.example", "localhost:99999", "["),
}
TAILS = ("/", "//", "%00", "/..", ";x")
QUERIES = (
    "lang",
    "next",
    "done",
    "told",
    "imported",
    "removed",
    "download",
    "theme",
    "before",
    "team",
    "part",
    "x",
)


class Asker:
    """Makes one request after the other; the same ones from the same seed."""

    def __init__(self, doors, seed):
        self.doors, self.random = doors, Random(seed)
        self.routes = [route for route in doors.routes if route.endpoint != TROUBLE]
        self.tokens = {}
        self.forms = {}

    def ask(self):
        """Sends one; gives who asked, by what method, where, and the answer."""
        who = self.random.choice((LEAD, LEAD, ""))
        route = self.random.choice(self.routes)
        # Most often one that the route takes.
        method = self.random.choice(route.methods if self.random.random() < 0.85 else METHODS)
        address = self.address(route)
        options = {"headers": self.headers(), "query_string": self.query()}
        if method not in ("GET", "HEAD", "OPTIONS"):
            options["data"] = self.body(address, who)
        address = "/" + address.lstrip("/")
        answer = self.client(who).open(address, method=method, **options)
        return who, method, address, answer

    def client(self, who):
        return self.doors.browsers[who].client

    def address(self, route):
        """An address of a route, most often one at which something is."""
        values = {part: self.place(part) for part in route.parts}
        found = route.address(values)
        return found if self.random.random() < 0.97 else found + self.random.choice(TAILS)

    def place(self, part):
        if self.random.random() < 0.12:
            return self.random.choice(BROKEN)
        if part in FOREIGN and self.random.random() < 0.1:
            return self.doors.ids[FOREIGN[part]]
        chosen = self.random.choice(PLACED[part])
        return self.doors.ids.get(chosen, chosen)

    def headers(self):
        found = {"Accept-Language": self.random.choice(LANGUAGES)}
        for name, values in HEADERS.items():
            if self.random.random() < 0.04:
                found[name] = self.random.choice(values)
        return {name: value for name, value in found.items() if value.isascii()}

    def query(self):
        return {name: self.value() for name in QUERIES if self.random.random() < 0.06}

    def value(self):
        value = self.random.choice(VALUES)
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    def body(self, address, who):
        """The fields of the forms at an address, some of them with something else in them."""
        fields = dict(self.random.choice(self.forms_at(address, who)))
        for name in list(fields):
            chance = self.random.random()
            if name.endswith("csrf_token") and chance < 0.95:
                continue
            if chance < 0.4:
                fields[name] = self.value()
            elif chance < 0.5:
                del fields[name]
            elif chance < 0.55:
                fields[name] = [self.value(), self.value()]
        if self.random.random() < 0.1:
            fields[self.value()[:200]] = self.value()
        return fields

    def forms_at(self, address, who):
        """The forms of the page at an address, or of the page from which one comes there."""
        if who not in self.tokens:
            page = Page(self.client(who).get("/sign-in" if not who else "/organisations/new"))
            self.tokens[who] = _token(page)
        if (address, who) not in self.forms:
            self.forms[address, who] = list(self._forms(address, who)) or [{"csrf_token": self.tokens[who]}]
        return self.forms[address, who]

    def _forms(self, address, who):
        parents = [address, *(address.rsplit("/", cut)[0] for cut in (1, 2, 3, 4))]
        for parent in dict.fromkeys(parents):
            # Two slashes in front would be another host for the client that asks.
            page = Page(self.client(who).get("/" + parent.lstrip("/"), follow_redirects=True))
            page.response.close()
            forms = page.all("form") if page.tree is not None else []
            found = [
                form for form in forms if parent == address or (form.get("action") or "").startswith(address)
            ]
            yield from (self._fields(form, who) for form in found)
            if found:
                return

    def _fields(self, form, who):
        names = {
            field.get("name") for field in elements(form, "input", "textarea", "select") if field.get("name")
        }
        fields = {name: self.value() for name in names} | filled_in(form)
        return fields | {name: self.tokens[who] for name in names if name.endswith("csrf_token")}


def _token(page):
    return next(field.get("value") for field in page.all("input") if field.get("name") == "csrf_token")
