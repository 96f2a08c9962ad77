"""From the first ballot on nothing that protects people can be loosened, whatever is sent in which order."""

import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from assess.ballots import codes, trust
from assess.core.smallest import SmallestGroup
from assess.document import cards
from assess.jobs import doing
from assess.store import assessments, db, jobs, leaders, tables, writing
from assess.web import links
from assess.web.assessment_forms import later_form
from assess.web.page_forms import today
from tests.web.building import an_assessment, home_of
from tests.web.trusting import WIM, WORDS, of

TOMORROW = today() + timedelta(days=1)
TEAMS = ("Desk; 24\nStore; 9\nLegal; 3", "Desk; 24\nStore; 9", "Everyone; 36", "", "Desk\nStore\nLegal; 2")
SET_UPS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Autumn", "Spring"]),
        "opens_on": st.just(today().isoformat()),
        "closes_on": st.just(TOMORROW.isoformat()),
        "languages": st.sampled_from([["en"], ["nl"], ["en", "nl"]]),
        "audiences": st.sampled_from([["employees"], ["leaders", "employees"], ["leaders", "customers"]]),
        "themes": st.sampled_from([["value"], ["value", "values"]]),
        "teams": st.sampled_from(TEAMS),
        "smallest_leaders": st.integers(2, 6).map(str),
        "smallest_others": st.integers(4, 12).map(str),
        "proposed": st.sampled_from([[], ["years"], ["years", "contact"]]),
        "attribute_1": st.sampled_from(["", "Shift"]),
        "choices_1": st.sampled_from(["", "Day\nNight"]),
    }
)
MOVES = ("open", "unopen", "close", "reopen")
FEWEST = SmallestGroup()
EQUAL = ("teams", "teams_merged", "attributes", "audiences", "languages", "asked_sha256", "box_key")
"""What stays as it was: with any other it would be somebody else's promise."""


class Ratchet(RuleBasedStateMachine):
    """An assessment, who runs it and means it no good, and employees who answer."""

    app = lead = None
    sheets: list
    checks: list
    """One for each step after a first ballot."""

    @initialize(set_up=SET_UPS, early=st.sampled_from([False, False, True]))
    def begin(self, set_up, early):
        teams = {"Desk": 24, "Legal": 3}
        self.id = an_assessment(self.app, state="draft", closes_on=TOMORROW, teams=teams)
        self.codes, self.promised = [], None
        self.change(set_up | {"audiences": ["employees"]})
        if not early:
            self.first_comes_in()

    @rule(set_up=SET_UPS)
    def change(self, set_up):
        self.send("set-up", set_up)

    @rule(move=st.sampled_from(MOVES))
    def move(self, move):
        self.send(move, {})

    @rule()
    def first_comes_in(self):
        """All the way to a ballot at once."""
        self.send("open", {})
        self.make_cards(2)
        self.cast(1)

    @rule(count=st.integers(1, 4))
    def make_cards(self, count):
        self.sheets.clear()
        self.send("codes", {"count": count, "languages": ["en", "nl"]})
        self.codes += [card.link.partition("#")[2] for made in self.sheets for card in made]

    @rule(count=st.integers(1, 2))
    def make_list(self, count):
        page = self.send("codes/list", {"count": count, "agreed": "y"})
        self.codes += re.findall(r"/e/[^#\s]+#([\w-]{22})", page.get_data(as_text=True))

    @rule()
    def vote(self):
        self.cast(1)

    @rule()
    def many_vote(self):
        self.cast(6)

    @rule()
    def appoint(self):
        self.send("trustees", {"name": "Wim"})

    @rule(what=st.sampled_from(["passphrase", "open", "remove"]))
    def trustees_act(self, what):
        for each in of(self.app, self.id):
            if what == "remove":
                self.send(f"trustees/{each.id}/remove", {})
                continue
            with self.app.test_request_context():
                address = f"/t/{links.trustee_token(each.id)}/{what}"
            self.app.test_client().post(address, data={"passphrase": WORDS[WIM], "again": WORDS[WIM]})

    @rule()
    def lead_answers(self):
        with self.app.test_request_context(), writing():
            leaders.submit(leaders.invite(self.id, "Anna"))

    @rule()
    def box_is_opened(self):
        with self.app.test_request_context():
            job = jobs.latest(self.id, "close")
        if job is not None:
            doing.do(home_of(self.app), job.id)

    @rule(door=st.integers(0, 99), set_up=SET_UPS)
    def any_door(self, door, set_up):
        rules = sorted(doors(self.app))
        self.send(rules[door % len(rules)], set_up | {"count": "1", "agreed": "y"})

    @invariant()
    def nothing_is_loosened(self):
        if self.promised is None:
            return
        before, now = self.promised, self.found()
        assert now.state != "draft"
        assert now.smallest.others >= before.smallest.others
        assert now.smallest.leaders >= before.smallest.leaders
        assert now.anonymous or not before.anonymous
        assert {name: getattr(now, name) for name in EQUAL} == {name: getattr(before, name) for name in EQUAL}
        keepers = self.keepers()
        # The key may leave this server, for good; opening the box ends all keeping.
        assert now.state == "closed" or keepers == self.kept or not self.kept
        self.promised, self.kept = now, keepers
        self.checks.append(now.state)

    @invariant()
    def nobody_is_asked_for_a_small_team(self):
        found = self.found()
        if found.state == "open" and len(found.teams) > 1:
            assert min((count for count in found.teams.values() if count), default=5) >= FEWEST.others

    def send(self, address, values):
        response = self.lead.client.post(f"/assessments/{self.id}/{address}", data=values)
        assert response.status_code < 500, address
        return response

    def cast(self, count):
        with self.app.test_client() as employee:
            for code in self.codes[:count]:
                response = employee.post(f"/e/{self.id}", data={"HEAD-M": "4", "code:link": code})
                if response.status_code == 303:
                    self.codes.remove(code)
                    self.first_ballot()

    def first_ballot(self):
        if self.promised is None:
            self.promised, self.kept = self.found(), self.keepers()

    def found(self):
        with self.app.test_request_context():
            return assessments.find(self.id)

    def keepers(self):
        """Who has the key of the box, sealed."""
        return {(each.id, each.wrapped) for each in of(self.app, self.id) if each.wrapped}


def doors(app):
    """Everything of an assessment that takes a form, by what its address ends with."""
    for each in app.url_map.iter_rules():
        _, found, end = each.rule.partition("/assessments/<assessment_id>/")
        if found and "POST" in each.methods and each.arguments == {"assessment_id"}:
            yield end


@pytest.fixture
def machine(app, lead, monkeypatch):
    """The machine at a product that prints nothing and hashes quickly."""
    app.config["WTF_CSRF_ENABLED"] = False
    sheets = []

    def note(_, made):
        sheets.append(made)
        return b""

    def quick(_, count):
        links = [urlsafe_b64encode(secrets.token_bytes(16)).rstrip(b"=").decode() for _ in range(count)]
        return [codes.Code("typed", link) for link in links]

    monkeypatch.setattr(trust, "ROUNDS", 1)
    monkeypatch.setattr(trust, "KIBIBYTES", 64)
    monkeypatch.setattr(cards, "_printed", note)
    monkeypatch.setattr(cards._printer, "start", lambda: None)
    monkeypatch.setattr("assess.web.codes.codes.make", quick)
    monkeypatch.setattr(doing, "BODIES", {"close": "assess.jobs.closing"})
    return type("Machine", (Ratchet,), {"app": app, "lead": lead, "sheets": sheets, "checks": []})


def run(machine, runs, steps, *phases):
    told = settings(
        max_examples=runs,
        stateful_step_count=steps,
        phases=phases or tuple(Phase),
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=told)


def test_no_sequence_of_steps_loosens_anything(machine):
    run(machine, 3, 25)

    assert len(machine.checks) > 20


@pytest.mark.attack
def test_no_long_sequence_of_steps_loosens_anything(machine):
    run(machine, 52, 40)

    assert len(machine.checks) > 600
    assert {"open", "closing", "closed"} <= set(machine.checks)


def loosen(id, name, smallest):
    """As `tighten`, but it does what it is told."""
    row = db.session.get_one(tables.Assessment, id)
    row.smallest_group, row.smallest_leaders = smallest.others, smallest.leaders
    return True


@pytest.mark.attack
@pytest.mark.parametrize(
    ("place", "instead"),
    [
        pytest.param("assess.store.assessments.tighten", loosen, id="smallest group"),
        pytest.param("assess.web.overview.nobody_answered", lambda *_: True, id="opening undone"),
        pytest.param("assess.web.codes._may_have_list", lambda found: found, id="a list beside cards"),
    ],
)
def test_a_product_that_can_be_loosened_is_caught(machine, monkeypatch, place, instead):
    monkeypatch.setattr(place, instead)
    monkeypatch.setattr(
        "assess.web.assessments.later_form",
        lambda assessment: later_form(replace(assessment, smallest=FEWEST)),
    )

    with pytest.raises(AssertionError):
        run(machine, 60, 40, Phase.generate)
