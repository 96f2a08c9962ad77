"""A browser for page tests: GET, fill in, POST, read. It checks the house rules of every page it gets."""

from urllib.parse import urlsplit

from lxml import html

PARSER = html.HTMLParser(encoding="utf-8", remove_comments=True)
ANYWHERE = {"http", "https"}
CHOICES = {"radio", "checkbox"}
UNLABELLED = {"hidden", "submit", "button"}
HEADERS = ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control")


class Page:
    """One answer of the product."""

    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        self.address = response.request.full_path.rstrip("?")
        self.html = response.get_data(as_text=True) if "html" in (response.content_type or "") else ""
        self.tree = html.document_fromstring(self.html.encode(), PARSER) if self.html else None

    @property
    def text(self):
        """What a reader reads, with single spaces."""
        return " ".join("".join(self.tree.find("body").itertext()).split())

    @property
    def h1(self):
        return text(self.tree.find(".//h1"))

    def all(self, path):
        return self.tree.findall(f".//{path}")

    def links(self):
        return {text(a): a.get("href") for a in self.all("a")}

    def form(self, containing=None):
        """The first form, or the first that has a field with this name."""
        forms = self.all("form")
        if containing:
            forms = [form for form in forms if any(f.get("name") == containing for f in form.iter())]
        return forms[0]


class Browser:
    """One person at one browser."""

    def __init__(self, app, language="en"):
        self.client = app.test_client()
        self.language = language

    def get(self, address, **options):
        return self._page(self.client.get(address, **self._options(options)))

    def post(self, address, values=None, **options):
        """Sends values as a form would; redirects are followed to the page they lead to."""
        options.setdefault("follow_redirects", True)
        return self._page(self.client.post(address, data=values, **self._options(options)))

    def submit(self, page, values=None, containing=None, **options):
        """Fills in a form of a page and sends it, with all that stood in it already."""
        form = page.form(containing)
        filled = {**filled_in(form), **(values or {})}
        address = form.get("action") or page.address
        return self.post(address, {k: v for k, v in filled.items() if v is not None}, **options)

    def _options(self, options):
        options.setdefault("headers", {"Accept-Language": self.language})
        return options

    def _page(self, response):
        page = Page(response)
        if page.html:
            assert faults(page) == [], page.address
        return page


def text(element):
    return " ".join("".join(element.itertext()).split())


def elements(tree, *tags):
    return (element for element in tree.iter() if element.tag in tags)


def filled_in(form):
    """What a form would send as it stands."""
    values = {}
    for field in form.iter():
        name, kind = field.get("name"), field.get("type")
        if not name or field.get("disabled") is not None or field.tag == "button":
            continue
        if field.tag == "textarea":
            values[name] = "".join(field.itertext()).removeprefix("\n")
        elif field.tag == "select":
            chosen = [o for o in field.iter("option") if o.get("selected") is not None]
            values[name] = (chosen or list(field.iter("option")))[0].get("value")
        elif kind in CHOICES and field.get("checked") is not None:
            value = field.get("value", "on")
            values[name] = [*values.get(name, []), value] if kind == "checkbox" else value
        elif kind not in CHOICES | {"submit", "file"}:
            values[name] = field.get("value", "")
    return values


def faults(page):
    """The house rules that a page breaks; empty when it is well made."""
    return [
        *_headings(page.tree),
        *_labels(page.tree),
        *_ids(page.tree),
        *_inline(page.tree),
        *_elsewhere(page.tree),
        *(f"no header {name}" for name in HEADERS if name not in page.response.headers),
    ]


def _headings(tree):
    h1s = tree.findall(".//h1")
    if len(h1s) != 1:
        yield f"{len(h1s)} h1"
        return
    title = text(tree.find(".//title"))
    if not title.startswith(text(h1s[0])):
        yield f"the title {title!r} does not begin with the h1 {text(h1s[0])!r}"
    if not tree.get("lang"):
        yield "no language"


def _labels(tree):
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {field for label in tree.iter("label") for field in label.iter()}
    groups = [group for group in tree.iter("fieldset") if group.find("legend") is not None]
    grouped = {field for group in groups for field in group.iter()}
    for field in elements(tree, "input", "select", "textarea"):
        kind, name = field.get("type", "text"), field.get("name")
        if kind in UNLABELLED:
            continue
        if field not in inside and field.get("id") not in labelled and not field.get("aria-label"):
            yield f"no label for {name}"
        if kind == "radio" and field not in grouped:
            yield f"no legend for {name}"


def _ids(tree):
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    yield from (f"the id {id} twice" for id in sorted({id for id in ids if ids.count(id) > 1}))
    for element in tree.iter():
        for name in ("aria-describedby", "aria-labelledby", "for"):
            yield from (
                f"{name} {id} leads nowhere" for id in (element.get(name) or "").split() if id not in ids
            )


def _inline(tree):
    for element in tree.iter():
        for name in element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"an inline {name} at {element.tag}"
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"an inline {element.tag}"


def _elsewhere(tree):
    for element in elements(tree, "script", "link", "img", "iframe", "object", "form"):
        for name in ("src", "href", "action", "data"):
            if urlsplit(element.get(name) or "").scheme in ANYWHERE:
                yield f"{element.tag} from another host: {element.get(name)}"
