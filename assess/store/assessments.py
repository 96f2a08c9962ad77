"""Assessments: one organisation, one period, one set of questionnaires."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from datetime import date as Date
from typing import Literal

from sqlalchemy import select, update

from assess.core.attributes import Attribute
from assess.core.comparing import traits
from assess.core.merging import Merged
from assess.core.questionnaire import EMPLOYEES, Audience, QuestionnaireSet
from assess.core.smallest import SmallestGroup
from assess.store import asked, tables
from assess.store.database import db, now
from assess.store.ids import new_id

State = Literal["draft", "open", "closing", "closed"]
RUNNING: tuple[State, ...] = ("draft", "open")
"""The states in which something of an assessment can still be changed."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is known of an assessment, apart from anybody's answers."""

    id: str
    organisation_id: str
    organisation: str
    name: str
    opens_on: Date
    closes_on: Date
    languages: tuple[str, ...]
    audiences: tuple[Audience, ...]
    asked_sha256: str
    smallest: SmallestGroup
    state: State
    teams: Mapping[str, int | None]
    """Head counts by team, in alphabetical order; None where a head count is unknown."""
    teams_merged: tuple[Merged, ...]
    """What became of teams that were too small when it opened."""
    box_key: bytes | None
    codes_made: int
    codes_listed: int
    """How many of these went out as a list to send; 0 when all were drawn by lot."""
    attributes: tuple[Attribute, ...]
    closed_at: datetime | None
    published_at: datetime | None
    unread: bool
    """Whether nobody could open the box, and the ballots were destroyed unread."""

    @property
    def asked(self) -> asked.AskedSet:
        """What is put to people, with the published figures."""
        return asked.asked(self.asked_sha256)

    @property
    def set(self) -> QuestionnaireSet:
        """What is put to people."""
        return self.asked.set

    @property
    def anonymous(self) -> bool:
        """Whether no list of who got which code can exist: all codes are drawn by lot."""
        return self.codes_listed == 0

    @property
    def only_cards(self) -> bool:
        """Whether codes were handed out, and all of them to draw by lot."""
        return self.codes_made > 0 and self.anonymous

    @property
    def closed_on(self) -> Date:
        """The day on which it closed, as clocks here say; while it is open its last day."""
        return self.closed_at.astimezone().date() if self.closed_at else self.closes_on

    @property
    def traits(self) -> dict[str, Attribute]:
        """What employees can tell of themselves, team first, by the key it has in an address."""
        return traits(self.teams, self.attributes) if EMPLOYEES in self.audiences else {}

    @property
    def head_count(self) -> int | None:
        """How many employees there are; None unless it is known of every team."""
        known = [count for count in self.teams.values() if count is not None]
        return sum(known) if self.teams and len(known) == len(self.teams) else None


@dataclass(frozen=True, slots=True)
class Setup:
    """What is decided before an assessment opens."""

    name: str
    opens_on: Date
    closes_on: Date
    languages: Sequence[str]
    audiences: Sequence[Audience]
    teams: Mapping[str, int | None]
    smallest: SmallestGroup
    attributes: Sequence[Attribute] = ()


def make(organisation_id: str, setup: Setup, questions: asked.AskedSet, id: str | None = None) -> str:
    """A new assessment, still a draft; gives its id.

    With an `id` that a form brings along it is made once, however often that form is sent.
    """
    id = id or new_id()
    if db.session.get(tables.Assessment, id) is not None:
        return id
    row = tables.Assessment(id=id, organisation_id=organisation_id, state="draft", created_at=now())
    _fill(row, setup, questions)
    db.session.add(row)
    db.session.flush()
    replace_teams(id, setup.teams)
    return id


def change(id: str, setup: Setup, questions: asked.AskedSet) -> bool:
    """Another set-up and set of questions for a draft; false when it is no draft any more."""
    row = db.session.get_one(tables.Assessment, id)
    if row.state != "draft":
        return False
    _fill(row, setup, questions)
    replace_teams(id, setup.teams)
    return True


def _fill(row: tables.Assessment, setup: Setup, questions: asked.AskedSet) -> None:
    row.asked_sha256 = asked.keep(questions)
    row.name, row.opens_on, row.closes_on = setup.name, setup.opens_on, setup.closes_on
    row.languages, row.audiences = list(setup.languages), list(setup.audiences)
    row.smallest_group, row.smallest_leaders = setup.smallest.others, setup.smallest.leaders
    row.attributes = [{"name": each.name, "choices": list(each.choices)} for each in setup.attributes]


def replace_teams(id: str, teams: Mapping[str, int | None]) -> None:
    """These teams in place of those there were."""
    db.session.query(tables.Team).filter_by(assessment_id=id).delete()
    db.session.add_all(tables.Team(assessment_id=id, name=name, head_count=n) for name, n in teams.items())


def find(id: str) -> Assessment | None:
    """The assessment with this id, whoever may see it; pages ask `web.access` instead."""
    row = db.session.get(tables.Assessment, id)
    return None if row is None else _value(row)


def closed(id: str) -> Assessment | None:
    """The assessment with this id if it is closed: only then there is something to make of its answers."""
    found = find(id)
    return found if found is not None and found.state == "closed" else None


def of_organisation(organisation_id: str) -> list[Assessment]:
    """The assessments of an organisation, newest period first."""
    rows = db.session.scalars(
        select(tables.Assessment)
        .filter_by(organisation_id=organisation_id)
        .order_by(tables.Assessment.opens_on.desc(), tables.Assessment.created_at.desc())
    )
    return [_value(row) for row in rows]


def move(id: str, before: Sequence[State], after: State) -> bool:
    """Takes an assessment from one state to another; false when it was in no state to go from."""
    moved = db.session.execute(
        update(tables.Assessment)
        .where(tables.Assessment.id == id, tables.Assessment.state.in_(before))
        .values(state=after, closed_at=now() if after == "closed" else None, published_at=None)
    )
    return bool(moved.rowcount)  # type: ignore[attr-defined]


def publish(id: str) -> bool:
    """From now on the results can be seen; false when it is not closed."""
    row = db.session.get_one(tables.Assessment, id)
    if row.state != "closed":
        return False
    row.published_at = row.published_at or now()
    return True


def date_closing(id: str, day: Date) -> None:
    """Dates the closing of an example, so that its report is the same whenever it is made."""
    moment = datetime.combine(day, time(12), UTC)
    db.session.get_one(tables.Assessment, id).closed_at = moment


def extend(id: str, closes_on: Date) -> bool:
    """Another last day; false once closing."""
    row = db.session.get_one(tables.Assessment, id)
    if row.state not in RUNNING:
        return False
    row.closes_on = closes_on
    return True


def tighten(id: str, name: str, smallest: SmallestGroup) -> bool:
    """What may still change once people answer: the name, and a larger smallest group; false once closing."""
    row = db.session.get_one(tables.Assessment, id)
    if row.state not in RUNNING:
        return False
    row.name = name
    row.smallest_group = max(row.smallest_group, smallest.others)
    row.smallest_leaders = max(row.smallest_leaders, smallest.leaders)
    return True


def set_box_key(id: str, key: bytes) -> None:
    """The public key that ballots are sealed to."""
    db.session.get_one(tables.Assessment, id).box_key = key


def count_codes(id: str, more: int, *, listed: bool = False) -> None:
    """Remembers how many codes were handed out, and how many of them as a list: how many, never which."""
    row = db.session.get_one(tables.Assessment, id)
    row.codes_made += more
    row.codes_listed += more if listed else 0


def _value(row: tables.Assessment) -> Assessment:
    teams = db.session.scalars(select(tables.Team).filter_by(assessment_id=row.id).order_by(tables.Team.name))
    return Assessment(
        id=row.id,
        organisation_id=row.organisation_id,
        organisation=db.session.get_one(tables.Organisation, row.organisation_id).name,
        name=row.name,
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        languages=tuple(row.languages),
        audiences=tuple(row.audiences),  # type: ignore[arg-type]
        asked_sha256=row.asked_sha256,
        smallest=SmallestGroup(row.smallest_leaders, row.smallest_group),
        state=row.state,  # type: ignore[arg-type]
        teams={team.name: team.head_count for team in teams},
        teams_merged=tuple(Merged(**each) for each in row.teams_merged),
        box_key=row.box_key,
        codes_made=row.codes_made,
        codes_listed=row.codes_listed,
        attributes=tuple(Attribute(each["name"], tuple(each["choices"])) for each in row.attributes),
        closed_at=row.closed_at,
        published_at=row.published_at,
        unread=row.unread,
    )
