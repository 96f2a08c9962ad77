"""Organisations, and who may do what with them."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from assess.store import tables
from assess.store.database import db, now
from assess.store.ids import new_id

MemberRole = Literal["lead"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who is assessed."""

    id: str
    name: str


def make(name: str, user_id: int, id: str | None = None) -> str:
    """A new organisation, led by this user; gives its id.

    With an `id` that a form brings along it is made once, however often that form is sent.
    """
    id = id or new_id()
    if db.session.get(tables.Organisation, id) is not None:
        return id
    db.session.add(tables.Organisation(id=id, name=name, created_at=now()))
    db.session.flush()
    db.session.add(tables.Membership(user_id=user_id, organisation_id=id, role="lead"))
    return id


def make_for_everybody(name: str) -> str:
    """A new organisation, led by every account there is, else by the first that is made; gives its id."""
    id = new_id()
    db.session.add(tables.Organisation(id=id, name=name, created_at=now()))
    db.session.flush()
    for user_id in db.session.scalars(select(tables.User.id)):
        db.session.add(tables.Membership(user_id=user_id, organisation_id=id, role="lead"))
    return id


def adopt(user_id: int) -> None:
    """Gives a user the lead of the organisations that nobody leads."""
    led = select(tables.Membership.organisation_id)
    for id in db.session.scalars(select(tables.Organisation.id).where(tables.Organisation.id.not_in(led))):
        db.session.add(tables.Membership(user_id=user_id, organisation_id=id, role="lead"))


def named(name: str) -> str | None:
    """The id of an organisation with this name."""
    return db.session.scalar(select(tables.Organisation.id).filter_by(name=name).limit(1))


def every() -> list[Organisation]:
    """All organisations, by name, whoever may see them: for who runs the machine."""
    rows = db.session.scalars(select(tables.Organisation).order_by(tables.Organisation.name))
    return [Organisation(row.id, row.name) for row in rows]


def rename(id: str, name: str) -> None:
    """Another name for the same organisation."""
    db.session.get_one(tables.Organisation, id).name = name


def of_user(user_id: int) -> list[Organisation]:
    """The organisations a user may see, by name."""
    rows = db.session.scalars(
        select(tables.Organisation)
        .join(tables.Membership, tables.Membership.organisation_id == tables.Organisation.id)
        .where(tables.Membership.user_id == user_id)
        .order_by(tables.Organisation.name)
    )
    return [Organisation(row.id, row.name) for row in rows]


def role(organisation_id: str, user_id: int) -> MemberRole | None:
    """What a user may do with an organisation; None for nothing."""
    row = db.session.get(tables.Membership, (user_id, organisation_id))
    return None if row is None else row.role  # type: ignore[return-value]


def lead_names(organisation_id: str) -> set[str]:
    """The names and addresses of the accounts that lead an organisation."""
    rows = db.session.execute(
        select(tables.User.name, tables.User.email)
        .join(tables.Membership, tables.Membership.user_id == tables.User.id)
        .filter_by(organisation_id=organisation_id, role="lead")
    )
    return {name for row in rows for name in row}


def find(id: str) -> Organisation | None:
    """The organisation with this id, whoever may see it; pages ask `web.access` instead."""
    row = db.session.get(tables.Organisation, id)
    return None if row is None else Organisation(row.id, row.name)
