"""The whole way, from the link of the first start to the PDF; page, JSON and PDF say the same numbers."""

import json
import re
from base64 import urlsafe_b64encode

import pypdf
import pytest

from assess.ballots import codes
from assess.jobs.doing import do_waiting
from assess.store import accounts, db, kept
from assess.store.migrating import migrate
from tests.browser import walking
from tests.browser.serving import free_port, served
from tests.document.paper import unread
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import PASSWORD
from tests.web.product import product

NAMES = [
    "Anja Verhoef",
    "Bram de Wit",
    "Esra Yilmaz",
    "Karim Haddad",
    "Lotte Jansen",
    "Marco Bos",
    "Nienke Smit",
    "Ruben Dekker",
    "Tom Visser",
]
TEAMS = {"Billing": 27, "Customer service": 38, "Field engineers": 31, "IT": 17, "Legal": 3, "Sales": 24}
MERGED = {"IT": "IT + Legal", "Legal": "IT + Legal"}
"""A team of three is too small to be shown."""
EMPLOYEES, CUSTOMERS = 30, 40


class Walk:
    """One installation, who runs it in Chromium, and everybody else."""

    def __init__(self, app, root, chromium):
        self.app, self.root, self.chromium = app, root, chromium
        self.page = self.somebody()
        self.id = ""

    def somebody(self, *, scripts=True):
        """A new person at a browser of their own."""
        context = self.chromium.new_context(locale="en-GB", java_script_enabled=scripts)
        return context.new_page()

    def press(self, name):
        """Presses a button or follows a link by what it says."""
        self.page.locator("main").locator("button, a").filter(has_text=name).first.click()

    def at(self, path):
        """An address of the assessment."""
        return f"{self.root}/assessments/{self.id}{path}"

    def work(self, *kinds):
        """What the worker does; each of these jobs asks for the next."""
        for _ in kinds:
            do_waiting(building.home_of(self.app))


@pytest.fixture
def walk(tmp_path, chromium):
    home, port = tmp_path / "home", free_port()
    migrate(home)
    app = product(home, port=port)
    with served(app, port) as root:
        walk = Walk(app, root, chromium)
        yield walk
        for context in chromium.contexts:
            if context.pages and any(page.url.startswith(root) for page in context.pages):
                context.close()
    with app.app_context():
        db.engine.dispose()


def rows(audience, count):
    """What so many believable people answered."""
    found = building.believable()[audience][:count]
    answers = [{name: cell for name, cell in row.items() if name != "respondent"} for row in found]
    return [
        row | ({"team": MERGED.get(row["team"], row["team"])} if "team" in row else {}) for row in answers
    ]


def set_up(walk):
    """The first account, the organisation, the assessment, its leaders; open."""
    with walk.app.app_context():
        walk.page.goto(f"{walk.root}/set-up/{accounts.first_link()}")
    for name, text in {"name": "Lea de Lead", "email": "lea@example.org"}.items():
        walk.page.fill(f"[name={name}]", text)
    for name in ("password", "again"):
        walk.page.fill(f"[name={name}]", PASSWORD)
    walk.page.locator("main button").first.click()
    walk.page.fill("[name=name]", "Zonzicht")
    walk.press("Add the organisation")
    walk.page.fill("[name=teams]", "\n".join(f"{team}; {count}" for team, count in TEAMS.items()))
    walk.press("Make the assessment")
    walk.id = walk.page.url.rpartition("/")[2]
    walk.press("Invite the leaders")
    walk.page.fill("[name=names]", "\n".join(NAMES))
    walk.press("Add these leaders")
    walk.page.goto(walk.at(""))
    walk.press("Open for answers")


def leaders_answer(walk):
    walk.page.goto(walk.at("/invitations"))
    places = [walk.page.get_by_label(f"Personal link of {name}") for name in NAMES]
    links = [place.input_value().strip() for place in places]
    first, *others = zip(links, rows("leaders", len(NAMES)), strict=True)
    assert "Thank you" in walking.lead(walk.somebody(), *first)
    for link, row in others:
        path = link.removeprefix(walk.root)
        assert "Thank you" in walking.lead_quickly(Browser(walk.app), path, row)


def employees_answer(walk):
    typed, scanned, *others = cards(walk)
    by_link, by_hand, *rest = rows("employees", EMPLOYEES)
    address = f"{walk.root}/e/{walk.id}"
    thanked = walking.vote(walk.somebody(), address + "#" + read_by_a_phone(walk, scanned), by_link)
    assert walking.vote(walk.somebody(scripts=False), address, by_hand, typed) == thanked
    browser = Browser(walk.app)
    for code, row in zip(others, rest, strict=True):
        assert browser.post(f"/e/{walk.id}", row | {"code:typed": code}).h1 == thanked


def cards(walk):
    """The codes as they stand on the sheet."""
    walk.page.goto(walk.at("/codes"))
    walk.page.fill("[name=count]", str(EMPLOYEES))
    with walk.page.expect_download() as sheet:
        walk.page.get_by_role("button", name="Make the sheet").click()
    walk.page.get_by_text("The sheet is saved as cards.pdf.").wait_for()
    pages = pypdf.PdfReader(sheet.value.path()).pages
    return re.findall(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}", "".join(page.extract_text() for page in pages))


def read_by_a_phone(walk, typed):
    """What the link on a card ends with."""
    return urlsafe_b64encode(codes._key(typed.replace("-", ""), walk.id)).decode().rstrip("=")


def customers_answer(walk):
    first, *rest = rows("customers", CUSTOMERS)
    thanked = walking.tell(walk.somebody(), f"{walk.root}/c/{walk.id}", first)
    browser = Browser(walk.app)
    for row in rest:
        assert walking.tell_quickly(browser, f"/c/{walk.id}", row).h1 == thanked


def close(walk):
    walk.page.goto(walk.at(""))
    walk.press("Close early")
    walk.press("Close and make the results")
    walk.work("close", "report")
    walk.page.wait_for_url(re.compile("/publish$"))


def publish(walk):
    """Before it nobody sees the results: the Mirror leads back to what stays hidden."""
    walk.page.goto(walk.at("/mirror"))
    assert walk.page.locator("h1").inner_text() == "What will be shown, and what stays hidden"
    walk.press("Publish the results")
    walk.page.wait_for_url(re.compile("/mirror$"))


def decide(walk):
    """The first action gets an owner, and the plan is finalised."""
    walk.page.goto(walk.at("/plan"))
    action = walk.page.locator(".actions details").first
    action.locator("summary").first.click()
    action.locator("[name$=owner]").fill(NAMES[2])
    action.get_by_role("button", name=re.compile("^Save *:")).click()
    walk.press("Finalise the plan")
    walk.press("Finalise version")
    walk.work("pdf")


def pdf_of(walk):
    """The PDF that the page of the plan links to."""
    walk.page.goto(walk.at("/plan"))
    link = walk.page.get_by_role("link", name="The report as a PDF (English)").first.get_attribute("href")
    answer = walk.page.request.get(walk.root + link)
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def figures(walk):
    with walk.app.app_context():
        return json.loads(kept.file(building.home_of(walk.app), walk.id, "report.json").read_text())


def mirror(walk):
    """The sentence of the Mirror; each share beside it, also of what was guessed, and how many answered."""
    walk.page.goto(walk.at("/mirror"))
    walk.page.get_by_text("The numbers as a table").click()
    cells = walk.page.locator("main table tbody tr").first.locator("xpath=..").locator("tr").all()
    table = [[cell.inner_text() for cell in row.locator("td").all()] for row in cells]
    sentence = walk.page.locator("h1").inner_text().split()
    return " ".join(sentence), [(share, int(n)) for share, _, n in table]


def test_from_the_set_up_link_to_the_pdf_with_the_same_numbers(walk):
    set_up(walk)
    leaders_answer(walk)
    employees_answer(walk)
    customers_answer(walk)
    close(walk)
    publish(walk)
    sentence, shown = mirror(walk)
    decide(walk)
    found = figures(walk)

    audiences = [found["audiences"][name] for name in ("leaders", "employees", "customers")]
    headline = [audience["items"]["HEAD-M"] for audience in audiences]
    figured = {(f"{round(100 * item['agree_share'])}%", item["n"]) for item in headline}
    assert [audience["n"] for audience in audiences] == [len(NAMES), EMPLOYEES, CUSTOMERS]
    assert len(figured) == len(headline)
    assert figured <= set(shown), (figured, shown)
    shares = {share for share, _ in shown}
    assert unread(pdf_of(walk), {sentence, *shares, NAMES[2], "Lea de Lead"}) == set()
