"""Every page there is, with who sees it and how one comes to see it."""

from dataclasses import dataclass, field

from flask import url_for

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.web import errors
from tests.browser.example import LEAD, NEWCOMER, NOBODY, TROUBLE

NO_PAGES = {
    "static",
    "progress.state",  # for a script
    "results.pdf",  # a PDF, which tests/document looks at
    "sources.template",  # a CSV
    "sources.qr",  # a picture
}
"""Endpoints that answer with something else than a page."""


@dataclass(frozen=True)
class Sent:
    """A form that is filled in and sent, so that the page comes back with it."""

    values: dict[str, str]
    containing: str | None = None
    """A field by which the form on the page is known."""
    straight: bool = False
    """Whether it is sent without looking at a page first, as from one that is out of date."""


@dataclass(frozen=True)
class Page:
    """One page as one kind of person sees it."""

    name: str
    endpoint: str
    values: dict[str, str | list[str]] = field(default_factory=dict)
    """For its address; a value that is the name of something in the example stands for its id."""
    who: str = LEAD
    status: int = 200
    part: str = ""
    """The part of the page that is shown, as in the fragment of its address."""
    sent: Sent | None = None
    empty: bool = False
    """Whether it is a page of an installation that nobody has set up."""

    def address(self, example):
        """Where it is, without language or fragment."""
        app = example.empty if self.empty else example.app
        values = {
            name: value if isinstance(value, list) else example.ids.get(value, value)
            for name, value in self.values.items()
        }
        with app.test_request_context():
            return url_for(self.endpoint, **values)


def of(endpoint, names, **more):
    """One page of several assessments."""
    return [Page(f"{endpoint} {name}", endpoint, {"assessment_id": name}, **more) for name in names]


def results():
    """What came out."""
    yield from of("publishing.show", ["full", "few", "nobody", "unpublished"])
    for endpoint in ("mirror", "themes", "teams", "disagreement", "statements", "made"):
        yield from of(f"results.{endpoint}", ["full", "few", "nobody"])
    yield from of("side_by_side.show", ["full", "few", "nobody"])
    within = {"assessment_id": "full", "by": "attribute-1", "of": "team.2"}
    yield Page("side_by_side within", "side_by_side.show", within)
    yield Page("side_by_side wrong", "side_by_side.show", {"assessment_id": "full", "by": "x"}, status=400)
    yield Page("results.theme", "results.theme", {"assessment_id": "full", "theme_id": "theme"})
    yield Page("results.theme few", "results.theme", {"assessment_id": "few", "theme_id": "theme"})


def setting_up():
    """From the first link to inviting people."""
    token = {"token": "set_up"}
    yield Page("set-up", "accounts.first", token, NOBODY, empty=True)
    yield Page("set-up wrong", "accounts.first", token, NOBODY, sent=Sent({"email": "x"}), empty=True)
    yield Page("set-up used", "accounts.first", {"token": "used"}, NOBODY, 410)
    yield Page("set-up unknown", "accounts.first", {"token": "unknown"}, NOBODY, 404)
    yield Page("sign-in", "security.login", who=NOBODY)
    yield Page("sign-in wrong", "security.login", who=NOBODY, sent=Sent({"email": "x@example.org"}))
    yield Page("password", "security.change_password")
    yield Page("password wrong", "security.change_password", sent=Sent({"password": "x"}))
    yield Page("account", "accounts.show")
    yield Page("home", "home.home")
    yield Page("home of a newcomer", "home.home", who=NEWCOMER)
    yield Page("organisation new", "organisations.new")
    organisation = {"organisation_id": "organisation"}
    yield Page("organisation", "organisations.show", organisation)
    yield Page("organisation bare", "organisations.show", {"organisation_id": "bare"})
    yield Page("organisation name", "organisations.rename", organisation)
    yield Page("assessment new", "assessments.new", organisation)
    wrong = {"name": "", "closes_on": "2020-01-01", "teams": "A; x\nA; 3", "audiences": None}
    wrong |= {"proposed": ["years", "contact"], "attribute_1": "team", "choices_1": "A\na"}
    yield Page("assessment new wrong", "assessments.new", organisation, sent=Sent(wrong, "teams"))


def running():
    """An assessment on its way."""
    yield from of(
        "assessments.show",
        ["draft", "open", "over", "leaders_only", "closing_waiting", "closing_failed", "unpublished", "full"],
    )
    yield from of("assessments.change", ["draft", "open"])
    yield from of("states.last_day", ["draft", "open"])
    yield from of("states.close", ["open", "over"])
    yield from of("invitations.show", ["draft", "open", "leaders_only", "full"])
    wrong = Sent({"names": "Anna Fresh\nAnna Fresh\n" + "x" * 300}, "names")
    yield Page("invitations wrong", "invitations.show", {"assessment_id": "open"}, sent=wrong)
    for what in (LEADERS, EMPLOYEES, CUSTOMERS, "card"):
        yield Page(f"preview {what}", "assessments.preview", {"assessment_id": "draft", "what": what})
    yield from of("sources.show", ["open", "full", "leaders_only"])
    yield from of("codes.show", ["draft", "open", "over", "full"])
    yield Page("codes wrong", "codes.show", {"assessment_id": "open"}, sent=Sent({"count": "x"}, "count"))
    yield from of("codes.show_list", ["open"])
    yield Page("codes list refused", "codes.show_list", {"assessment_id": "over"}, status=409)
    for name, values in (("wrong", {"count": "x"}), ("made", {"count": "3", "agreed": "y"})):
        sent = Sent(values, "count")
        yield Page(f"codes list {name}", "codes.show_list", {"assessment_id": "open"}, sent=sent)
    for job in ("job_waiting", "job_failed"):
        yield Page(f"progress {job}", "progress.show", {"job_id": job})


def keeping():
    """Trustees, and who appoints them."""
    yield from of("appointing.show", ["draft", "appointed", "open", "held", "full"])
    lead = Sent({"name": "Lea de Lead"}, "name")
    yield Page("appointing who leads", "appointing.show", {"assessment_id": "draft"}, sent=lead)
    yield from of("assessments.show", ["appointed", "held", "awaiting"])
    yield from of("states.close", ["held"])
    yield from of("states.unread", ["awaiting"])
    for name in ("asked", "appointed", "held", "awaiting"):
        yield Page(f"trustee {name}", "trustees.start", {"token": f"{name}_keeper"}, NOBODY)
    asked, awaiting = {"token": "asked_keeper"}, {"token": "awaiting_keeper"}
    weak = Sent({"passphrase": "short", "again": "other"}, "again")
    yield Page("trustee weak passphrase", "trustees.start", asked, NOBODY, 422, sent=weak)
    wrong = Sent({"passphrase": "not this one, either"}, "passphrase")
    yield Page("trustee wrong passphrase", "trustees.start", awaiting, NOBODY, 422, sent=wrong)
    yield Page("trustee who leads", "trustees.start", asked, LEAD, 403)


def deciding():
    """The plan."""
    yield from of("plans.show", ["full", "leaders_answered", "nobody", "open"])
    yield from of("plans.look_over", ["full"])
    yield from of("plans.summary", ["full", "leaders_answered", "nobody", "open"])


def leading():
    """What leaders see."""
    for name in ("fresh", "halfway", "sent_in"):
        yield Page(f"leader start {name}", "leaders.start", {"token": name}, NOBODY)
        yield Page(f"leader review {name}", "leaders.review", {"token": name}, NOBODY)
    yield Page("leader start dropped", "leaders.start", {"token": "dropped"}, NOBODY, 410)
    for name in ("fresh", "halfway", "sent_in"):
        yield Page(f"leader theme {name}", "leaders.part", {"token": name, "name": "theme"}, NOBODY)
    yield Page("leader guesses", "leaders.part", {"token": "halfway", "name": "guesses"}, NOBODY)
    halfway = {"token": "halfway", "name": "theme"}
    changed = Sent({"page:version": "0", "topic": "5"}, "page:version")
    yield Page("leader conflict", "leaders.part", halfway, NOBODY, 409, sent=changed)
    nothing = Sent({}, straight=True)
    yield Page("leader sends nothing", "leaders.review", {"token": "fresh"}, NOBODY, 422, sent=nothing)
    yield Page("leader sends twice", "leaders.review", {"token": "sent_in"}, NOBODY, 409, sent=nothing)


def employees():
    """What employees see."""
    open, closed = {"assessment_id": "open"}, {"assessment_id": "full"}
    for part in ("", "part-1", "send"):
        yield Page(f"employee {part}", "employees.start", open, NOBODY, part=part)
    wrong = Sent({"code:typed": "AAAA-BBBB-CCCC-DDDD", "HEAD-M": "4"}, straight=True)
    yield Page("employee wrong code", "employees.start", open, NOBODY, 409, part="send", sent=wrong)
    nothing = Sent({"code:typed": "AAAA-BBBB-CCCC-DDDD"}, straight=True)
    yield Page("employee sends nothing", "employees.start", open, NOBODY, 422, part="send", sent=nothing)
    telling = Sent({"HEAD-M": "4", "CUS-OPEN": "Ask Deirdre, or call 06-12345678."}, straight=True)
    yield Page("employee telling", "employees.start", open, NOBODY, 422, part="send", sent=telling)
    yield Page("employee thanks", "employees.thanks", open, NOBODY, part="lusab-babad-gutih")
    yield Page("employee without a receipt", "employees.thanks", open, NOBODY)
    yield from of("employees.receipt_page", ["open", "full", "few"], who=NOBODY)
    yield Page("employee closed", "employees.start", closed, NOBODY, 410)


def customers():
    """What customers see."""
    open, closed = {"assessment_id": "open"}, {"assessment_id": "full"}
    for name in ("start", "card"):
        yield Page(f"customer {name}", f"customers.{name}", open, NOBODY)
        nothing = Sent({}, straight=True)
        yield Page(f"customer {name} nothing", f"customers.{name}", open, NOBODY, 422, sent=nothing)
        yield Page(f"customer {name} closed", f"customers.{name}", closed, NOBODY, 410)
    yield Page("customer thanks", "customers.thanks", open, NOBODY)


def troubles():
    """Every error page."""
    for code in errors.TROUBLES:
        yield Page(f"trouble {code}", TROUBLE, {"code": code}, NOBODY, code)


PAGES = [
    *setting_up(),
    *running(),
    *keeping(),
    *deciding(),
    *leading(),
    *employees(),
    *customers(),
    *results(),
    *troubles(),
]
