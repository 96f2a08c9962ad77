"""Every route with what can stand in its address: what is there, what is another's, what is nonsense."""

from dataclasses import dataclass, field
from itertools import product as combined

from sqlalchemy import select

from assess.store import db, organisations, sources, tables, writing
from assess.store.ids import new_id
from tests.browser.example import LEAD
from tests.browser.example import example as made
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import add_account

OTHER = "other@example.org"
CANARY = "Roze Rijnaak"
"""What only the other account may read."""
PLACED = {
    "assessment_id": ("full", "open", "draft", "leaders_answered", "closing_failed"),
    "organisation_id": ("organisation", "bare"),
    "leader_id": ("leader",),
    "trustee_id": ("trustee",),
    "import_id": ("import",),
    "job_id": ("job_failed", "job_waiting"),
    "action_id": ("action", "dropped_action"),
    "theme_id": ("theme",),
    "token": ("halfway", "fresh", "sent_in", "dropped", "used", "asked_keeper", "awaiting_keeper"),
    "name": ("theme", "guesses", "statements"),
    "what": ("leaders", "employees", "customers", "card"),
    "which": ("page", "card", "import"),
    "lang": ("nl", "en"),
    "filename": ("app.css", "icon.svg"),
    "code": ("400", "404", "409", "410", "413", "429", "500", "503"),
}
"""What an address holds, by the name of its part: names in the example, or the words themselves.

A route with another part needs a line here: then all doors are tried on it.
"""
FOREIGN = {"assessment_id": "foreign", "organisation_id": "foreign_organisation"}
BROKEN = (
    "x",
    "0",
    "-1",
    "A" * 22,
    "..",
    "%00",
    "%2e%2e",
    "a" * 300,
    "é",
    "'",
    "<b>",
    "{{7*7}}",
    "%0d%0aX: y",
)


@dataclass(frozen=True)
class Route:
    """One way in."""

    endpoint: str
    rule: str
    parts: tuple[str, ...]
    methods: tuple[str, ...]

    def addresses(self, ids, **only):
        """Every address of it that the example has something at."""
        choices = [only.get(part) or PLACED[part] for part in self.parts]
        for chosen in combined(*choices):
            yield self.address(dict(zip(self.parts, (ids.get(one, one) for one in chosen), strict=True)))

    def address(self, values):
        """Its address with these values, as they are."""
        found = self.rule
        for name, value in values.items():
            for written in (f"<{name}>", f"<path:{name}>", f"<int:{name}>"):
                found = found.replace(written, value)
        return found


def routes(app):
    """All routes of an application."""
    return [
        Route(rule.endpoint, rule.rule, tuple(sorted(rule.arguments - set(rule.defaults or ()))),
              tuple(sorted(rule.methods - {"HEAD", "OPTIONS"})))
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, sorted(rule.methods)))
    ]  # fmt: skip


@dataclass
class Doors:
    """A filled product with all its routes."""

    app: object
    ids: dict[str, str]
    browsers: dict[str, Browser] = field(default_factory=dict)

    @property
    def routes(self):
        return routes(self.app)


def doors(folder, empty_home):
    """The example of the pages, with an account besides that has secrets of its own."""
    found = made(folder, empty_home)
    ids = found.ids
    add_account(found.app, OTHER, "Olga Other")
    foreign = building.an_assessment(found.app, OTHER, name=CANARY)
    with found.app.test_request_context(), writing():
        other = db.session.scalar(select(tables.User.id).filter_by(email=OTHER))
        ids["foreign"] = foreign
        ids["foreign_organisation"] = organisations.make(CANARY, other)
        ids["leader"] = db.session.scalars(
            select(tables.Leader.id).filter_by(assessment_id=ids["open"], name="Anna Fresh")
        ).one()
        _lock(tables.Trustee)
        ids["import"] = _imported(ids["open"])
        ids["action"], ids["dropped_action"] = _actions(ids["full"])
    return Doors(found.app, ids, {LEAD: found.browser(LEAD, "en"), "": Browser(found.app)})


def _lock(trustees):
    """What the example keeps of passphrases has to be as long as the real thing."""
    for trustee in db.session.scalars(select(trustees).where(trustees.salt.is_not(None))):
        trustee.salt, trustee.public_key = b"s" * 16, b"k" * 32


def _imported(assessment_id):
    from assess.core.responses import Answers

    id, answers = new_id(), Answers(0, {})
    sources.add_import(assessment_id, id, "ours.csv", answers, sources.Asking())
    return id


def _actions(assessment_id):
    from assess.store import plans

    plan = plans.current(assessment_id).plan
    return plan.starting[0].id, next(action.id for action in plan.actions if action.dropped)
