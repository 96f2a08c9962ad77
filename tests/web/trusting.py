"""Trustees appointed and at work through the pages; for tests of who can open a box."""

from assess.ballots import keys, trust
from assess.store import trustees, writing
from assess.web.links import trustee_token
from tests.web.browser import Browser
from tests.web.building import home_of

WIM, COR = "Wim", "Cor"
WORDS = {WIM: "veertig gele fietsen in de motregen", COR: "een kast vol oude paraplu's"}
"""The passphrase of each trustee."""


def act(lead, id, what, **values):
    """Presses a button of an assessment's pages."""
    return lead.post(f"/assessments/{id}/{what}", {"csrf_token": token(lead)} | values)


def token(browser):
    """What a form of somebody who is signed in carries."""
    page = browser.get("/account")
    return next(f.get("value") for f in page.all("input") if f.get("name") == "csrf_token")


def of(app, id):
    """The trustees of an assessment, as they are stored."""
    with app.test_request_context():
        return trustees.of_assessment(id)


def in_the_plain(app, id):
    """Whether the key of a box lies on the disk."""
    return keys.exists(home_of(app), id)


def appoint(lead, id, name):
    """The page after appointing somebody."""
    page = lead.get(f"/assessments/{id}/trustees")
    return lead.submit(page, {"name": name}, containing="name")


def links(lead, id):
    """The personal links of all trustees, by name, without the host."""
    page = lead.get(f"/assessments/{id}/trustees")
    labels = {label.get("for"): "".join(label.itertext()) for label in page.all("label")}
    found = {labels[area.get("id")]: "".join(area.itertext()).strip() for area in page.all("textarea")}
    start = "Personal link of "
    return {
        label.removeprefix(start): "/t/" + link.rpartition("/t/")[2]
        for label, link in found.items()
        if label.startswith(start)
    }


def set_passphrase(app, link, passphrase, **more):
    """The page after a trustee set a passphrase, in a browser of their own."""
    browser = Browser(app)
    values = {"passphrase": passphrase, "again": passphrase} | more
    return browser.submit(browser.get(link), values, containing="again")


def unlock(app, link, passphrase):
    """The page after a trustee typed a passphrase to open the box."""
    browser = Browser(app)
    return browser.submit(browser.get(link), {"passphrase": passphrase}, containing="passphrase")


def two_trustees(app, id):
    """The links, by name, of two trustees who have set their passphrases."""
    found = {}
    with app.test_request_context(), writing():
        for name in (WIM, COR):
            trustee, lock = trustees.add(id, name), trust.lock(WORDS[name])
            trustees.set_lock(trustee, lock.salt, lock.public_key)
            found[name] = "/t/" + trustee_token(trustee)
    return found


def with_trustees(app, lead, id, *names):
    """Appoints these, and lets each set a passphrase; gives their links by name."""
    for name in names:
        appoint(lead, id, name)
    found = links(lead, id)
    for name in names:
        set_passphrase(app, found[name], WORDS[name])
    return found
