"""A product in which everything can be seen: an assessment in every state, with much, little and nothing."""

from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask

from assess.ballots import box
from assess.core import deciding
from assess.core.attributes import Attribute
from assess.document.words import LANGUAGES
from assess.jobs import ask
from assess.store import (
    accounts,
    assessments,
    database,
    db,
    jobs,
    kept,
    leader_answers,
    leaders,
    organisations,
    plans,
    tables,
    trustees,
    writing,
)
from assess.web import errors, links
from assess.web.page_forms import today
from tests.web import building
from tests.web.browser import Browser
from tests.web.conftest import add_account, sign_in
from tests.web.product import product

LEAD, NEWCOMER, NOBODY = "lead@example.org", "newcomer@example.org", ""
TROUBLE = "trouble"
"""The endpoint under which every error page can be seen."""


@dataclass
class Example:
    """Applications, who is signed in at them, and the ids of what is in them by the name we give it."""

    app: Flask
    empty: Flask
    """An installation in which nobody has an account yet."""
    ids: dict[str, str] = field(default_factory=dict)
    browsers: dict[tuple[str, str], Browser] = field(default_factory=dict)

    def browser(self, who, language):
        """Somebody's browser, signed in where they have an account."""
        if (who, language) not in self.browsers:
            browser = Browser(self.app, language)
            if who:
                sign_in(browser, who)
            self.browsers[who, language] = browser
        return self.browsers[who, language]

    def keep(self, **ids):
        """Remembers ids."""
        self.ids |= ids


def application(home, empty_home):
    """An application on a new database."""
    home.mkdir()
    (home / database.FILE).write_bytes((empty_home / database.FILE).read_bytes())
    app = product(home)
    app.add_url_rule("/trouble/<int:code>", TROUBLE, _trouble)
    return app


def _trouble(code):
    if code == 500:
        raise RuntimeError
    return errors.page(code)


def example(folder, empty_home):
    """All of it."""
    found = Example(application(folder / "full", empty_home), application(folder / "empty", empty_home))
    with found.empty.app_context():
        found.keep(set_up=accounts.first_link())
    with found.app.app_context():
        found.keep(used=accounts.first_link())
    add_account(found.app, LEAD, "Lea de Lead")
    add_account(found.app, NEWCOMER, "Nel de Nieuwe")
    _add_closed(found)
    _decide(found)
    _add_running(found)
    _add_jobs(found)
    _add_leaders(found)
    _add_trustees(found)
    return found


def _add_closed(found):
    app = found.app
    full = building.an_assessment_with_results(
        app, name="Autumn 2025", attributes=[Attribute("Years here", ("Up to two", "Longer"))]
    )
    found.keep(
        full=full,
        few=building.an_assessment_with_results(app, building.Group(1, 4, 4), name="Few answered"),
        unpublished=building.an_assessment_with_results(
            app, building.Group(9, 60, 0), name="Not published yet", published=False
        ),
        leaders_answered=building.an_assessment_with_results(
            app, building.Group(9, 0, 0), name="Only leaders answered"
        ),
        nobody=building.an_assessment_with_results(app, building.Group(0, 0, 0), name="Nobody answered"),
    )
    with app.test_request_context(), writing():
        # What is printed is not looked at here; that it was printed shows on pages.
        kept.keep(building.home_of(app), full, {f"report-{code}.pdf": b"%PDF-" for code in LANGUAGES})
        assessment = assessments.find(full)
        theme = assessment.set.questionnaires[0]
        found.keep(organisation=assessment.organisation_id, theme=theme.id, topic=theme.topics[0].id)


def _decide(found):
    """One plan in its second version, with all that can be done to an action; one that is final."""
    with found.app.test_request_context(), writing():
        for name in ("full", "leaders_answered"):
            revision = plans.current(found.ids[name])
            plan = revision.plan
            first, second, third = plan.starting[:3]
            plan = deciding.assign(plan, first.id, "Anna Fresh", plan.start + timedelta(days=20))
            plan = deciding.drop(deciding.edit(plan, second.id, {"what": "What we call it"}), third.id)
            plan = deciding.add(plan, "days_0_30", {"title": "Listen in", "what": "An hour a week"})
            number = _save(found, name, revision.number, deciding.finalise(plan, "Lea de Lead", plan.start))
            if name == "full":
                plan = deciding.reopen(plans.current(found.ids[name]).plan)
                plan = deciding.edit(plan, second.id, {"measure": "What we count"})
                _save(found, name, number, plan, "edit", second.id)


def _save(found, name, number, plan, done=plans.FINALISED, action=""):
    did = {"done": done, "version": plan.version, "action": action}
    return plans.save(found.ids[name], number, plan, did, "Lea de Lead")


def _add_running(found):
    app, soon = found.app, today() + timedelta(days=9)
    found.keep(
        draft=building.an_assessment(app, state="draft", name="Not open yet", closes_on=soon),
        open=building.an_assessment(app, name="Open now", closes_on=soon),
        over=building.an_assessment(app, name="Past its last day"),
        leaders_only=building.an_assessment(
            app, name="Leaders only", audiences=("leaders",), teams={}, closes_on=soon
        ),
    )
    with app.test_request_context(), writing():
        for name in ("open", "over"):
            id = found.ids[name]
            assessments.set_box_key(id, box.make(building.home_of(app), id))
        assessments.count_codes(found.ids["over"], 180)
        lead = db.session.scalar(db.select(tables.User.id).filter_by(email=LEAD))
        found.keep(bare=organisations.make("Zonzicht", lead))


def _add_jobs(found):
    app = found.app
    for name in ("waiting", "failed"):
        id = building.an_assessment(app, state="closing", name=f"Closing is {name}")
        with app.test_request_context():
            job = ask(building.home_of(app), "close", id)
            if name == "failed":
                with writing():
                    jobs.fail(job, "OSError at closing.py:1")
        found.keep(**{f"closing_{name}": id, f"job_{name}": job})


def _add_trustees(found):
    """Trustees before and after they set a passphrase, with a key, and when a box waits for them."""
    app, soon = found.app, today() + timedelta(days=9)
    for name, state in (("appointed", "draft"), ("held", "open"), ("awaiting", "closing")):
        id = building.an_assessment(app, state=state, name=f"Box is {name}", closes_on=soon)
        with app.test_request_context(), writing():
            first, second = (trustees.add(id, name) for name in ("Wim Keeper", "Cor Keeper"))
            for trustee in (first,) if state == "draft" else (first, second):
                trustees.set_lock(trustee, b"salt" * 4, b"key" * 8)
                if state != "draft":
                    trustees.set_wrapped(trustee, b"sealed")
            found.keep(**{name: id, f"{name}_keeper": links.trustee_token(first)})
            if state == "draft":
                found.keep(asked_keeper=links.trustee_token(second), trustee=second)


def _add_leaders(found):
    names = ("fresh", "halfway", "sent_in", "dropped")
    with found.app.test_request_context(), writing():
        assessment = assessments.find(found.ids["open"])
        ids = {name: leaders.invite(assessment.id, f"Anna {name.title()}") for name in names}
        theme = assessment.set.questionnaires[0]
        for name in names[1:]:
            answers = {topic.id: "3" for topic in theme.topics[:2]}
            leader_answers.save(ids[name], theme.id, 0, answers)
        leaders.submit(ids["sent_in"])
        leaders.drop(ids["dropped"])
        found.keep(**{name: links.leader_token(id) for name, id in ids.items()})
