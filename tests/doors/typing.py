"""Everybody types the corpus wherever a text is asked, until an assessment has its results."""

import warnings
from datetime import timedelta
from io import BytesIO
from itertools import cycle

from assess.ballots.paper import LONGEST_COMMENT
from assess.document.rendering import DocumentWarning
from assess.jobs.doing import do_waiting
from assess.store import db, tables
from assess.web import links
from assess.web.answering import visible
from assess.web.page_forms import tidy, today
from tests.doors.corpus import CORPUS, TOGETHER
from tests.web.browser import Browser, elements
from tests.web.building import believable, home_of
from tests.web.conftest import PASSWORD
from tests.web.employing import cast

TEXTS = {"text", "search", None}
EACH_TEAM = 6


class Typist:
    """Somebody who fills in forms, each text with the next of the corpus."""

    def __init__(self, browser):
        self.browser = browser
        self.texts = cycle(CORPUS)
        self.typed = 0

    def send(self, page, containing=None, **values):
        """Sends a form of a page; what has no value yet gets one."""
        form = page.form(containing)
        answer = self.browser.submit(page, self.filled(form) | values, containing)
        assert answer.status < 400, (answer.status, page.address, answer.text[:500])
        return answer

    def filled(self, form):
        """A text for each text, and a choice for each group of choices."""
        values = {}
        for field in elements(form, "input", "textarea", "select"):
            name, kind = field.get("name"), field.get("type")
            if not name or name in values:
                continue
            if field.tag == "textarea" or (field.tag == "input" and kind in TEXTS):
                values[name] = self.text(int(field.get("maxlength", 2_000)))
            elif kind == "radio":
                values[name] = field.get("value")
        return values

    def text(self, most=2_000):
        """The next text that fits."""
        self.typed += 1
        return next(text for text in self.texts if len(text) <= most)


def lines(texts):
    """Texts that can stand on a line of their own, none of them twice."""
    tidied = {tidy(text.replace(";", ",")): None for text in texts}
    return list({text.casefold(): text for text in tidied if text}.values())


SHORT = lines(text for text in CORPUS if len(text) <= 90)


class Typed:
    """An assessment whose every text is of the corpus."""

    def __init__(self, app, first_link):
        self.app = app
        self.lead = Typist(Browser(app))
        self.others = Typist(Browser(app))
        self._account(first_link)
        self.id = self._set_up()
        self.leaders = self._invite()

    def _account(self, link):
        values = {"name": TOGETHER, "email": "x'+xss@example.org", "password": PASSWORD, "again": PASSWORD}
        self.lead.browser.submit(self.lead.browser.get(f"/set-up/{link}"), values)

    def _set_up(self):
        typist = self.lead
        page = typist.send(typist.browser.get("/organisations/new"), name=TOGETHER)
        self.organisation = page.address.split("/")[2]
        page = typist.browser.get(f"/organisations/{self.organisation}/assessments/new")
        teams = "\n".join(f"{text}; {EACH_TEAM + 2}" for text in lines(CORPUS))
        closes = str(today() + timedelta(days=9))
        values = {"name": TOGETHER, "teams": teams, "closes_on": closes, "attribute_1": TOGETHER}
        values |= {"choices_1": "\n".join(SHORT[:4]), "choices_2": "\n".join(SHORT[4:8])}
        page = typist.send(page, "teams", **values)
        assert page.address.startswith("/assessments/"), page.text
        return page.address.split("/")[2]

    def _invite(self):
        page = self.lead.browser.get(f"/assessments/{self.id}/invitations")
        self.lead.send(page, "names", names="\n".join(SHORT[:12]))
        for name in (TOGETHER, SHORT[2]):
            self.lead.send(self.lead.browser.get(f"/assessments/{self.id}/trustees"), "name", name=name)
        with self.app.test_request_context():
            found = db.session.scalars(db.select(tables.Leader.id).filter_by(assessment_id=self.id)).all()
            keepers = db.session.scalars(db.select(tables.Trustee.id).filter_by(assessment_id=self.id)).all()
            self.trustees = [f"/t/{links.trustee_token(id)}" for id in keepers]
            return [f"/l/{links.leader_token(id)}" for id in found]

    def open(self):
        """Opens it, without the trustees, who have set no passphrase."""
        with self.app.test_request_context():
            keepers = db.session.scalars(db.select(tables.Trustee.id).filter_by(assessment_id=self.id)).all()
        values = {"csrf_token": _token(self.lead.browser.get(f"/assessments/{self.id}")), "without": keepers}
        self.lead.browser.post(f"/assessments/{self.id}/open", values)
        assert self.others.browser.get(f"/e/{self.id}").status == 200

    def answer(self):
        """Everybody answers."""
        for link in self.leaders:
            for address in sorted({*_parts(self.others.browser.get(link), link)}):
                self.others.send(self.others.browser.get(address))
            self.others.browser.post(f"{link}/review")
        for _ in CORPUS:
            self.others.send(self.others.browser.get(f"/c/{self.id}"))
            self.others.send(self.others.browser.get(f"/c/{self.id}/card"))
        self._cast()
        self._tell_sources()

    def _cast(self):
        with self.app.test_request_context():
            names = db.session.scalars(db.select(tables.Team.name).filter_by(assessment_id=self.id)).all()
        rows = believable()["employees"]
        given = [
            {
                **rows[n % len(rows)],
                "team": team,
                "CUS-OPEN": visible(CORPUS[n % len(CORPUS)])[:LONGEST_COMMENT],
            }
            for n, team in enumerate(names * EACH_TEAM)
        ]
        cast(self.app, self.id, given)

    def _tell_sources(self):
        address = f"/assessments/{self.id}/sources"
        for which in ("page", "card"):
            self.lead.send(
                self.lead.browser.get(address), f"source-{which}-how", **{f"source-{which}-asked": "900"}
            )
        columns = list(believable()["customers"][0])
        good = f"{','.join(columns)}\n{','.join('4' for _ in columns)}\n"
        self.import_file(good, "'\"><xss-0 onx=xss()>.csv")

    def import_file(self, content, name):
        """Sends research of one's own; gives the page that comes back."""
        page = self.lead.browser.get(f"/assessments/{self.id}/sources")
        values = self.lead.filled(page.form("source-new-file"))
        values |= {"source-new-asked": "900", "source-new-file": (BytesIO(content.encode()), name)}
        return self.lead.browser.submit(page, values, "source-new-file")

    def close(self):
        """Closes it and lets the worker do all its work."""
        page = self.lead.browser.get(f"/assessments/{self.id}/close")
        self.lead.send(page)
        self.work()

    def publish(self):
        """Shows the results to everybody who may see them, after a look at what stays hidden."""
        page = self.lead.browser.get(f"/assessments/{self.id}/publish")
        assert page.status == 200, page.response.location
        self.lead.browser.submit(page, containing="read")
        self.work()

    def work(self):
        """Lets the worker do all that waits, and what that asks for."""
        with warnings.catch_warnings():
            # Not every letter of the corpus is in the typeface; what a document fetches is another matter.
            warnings.filterwarnings("ignore", category=DocumentWarning)
            warnings.filterwarnings("error", "is not part of", category=DocumentWarning)
            while do_waiting(home_of(self.app)):
                pass

    def decide(self):
        """Types in each form of the plan, and finalises it."""
        address = f"/assessments/{self.id}/plan"
        count = len(self.lead.browser.get(address).all("form"))
        for place in range(count):
            form = self.lead.browser.get(address).all("form")[place]
            action = form.get("action") or ""
            if action.endswith(("/assign", "/edit", "/add")):
                token = {"csrf_token": _token(self.lead.browser.get(address))}
                filled = self.lead.filled(form) | token | _hidden(form)
                self.lead.browser.post(action, filled)


def _hidden(form):
    return {
        field.get("name"): field.get("value") for field in form.iter("input") if field.get("type") == "hidden"
    }


def _token(page):
    return next(field.get("value") for field in page.all("input") if field.get("name") == "csrf_token")


def _parts(page, link):
    return [
        href for href in page.links().values() if href.startswith(f"{link}/") and not href.endswith("/review")
    ]


def crawl(browser, starts, most=600):
    """Every page and file that can be reached by links, in both languages."""
    waiting, seen, answers = list(starts), set(), []
    while waiting and len(answers) < most:
        address = waiting.pop().partition("#")[0]
        if address in seen or not address.startswith("/") or address.startswith("/static/"):
            continue
        seen.add(address)
        page = browser.get(address, follow_redirects=True)
        answers.append(page.response)
        if page.tree is not None:
            waiting += [a.get("href") for a in page.all("a") if a.get("href")]
            waiting += [img.get("src") for img in page.all("img") if img.get("src")]
    return answers
