"""Accounts: the first one by a link that works once, and ending all sessions of one."""

import hashlib
import secrets
from datetime import timedelta
from typing import Literal

from sqlalchemy import delete, func, select

from assess.store import organisations, tables
from assess.store.database import db, now, writing

FIRST, EXAMPLE = "first account", "first account of the example"
GOOD_FOR = timedelta(hours=24)

LinkState = Literal["good", "used", "expired", "unknown"]


def exist() -> bool:
    """Whether anybody has an account."""
    return bool(db.session.scalar(select(func.count()).select_from(tables.User)))


def first_link() -> str | None:
    """What a link to the first account ends with; None once there is an account.

    Only its hash is stored, so each start makes another one, and the one before it no longer works.
    """
    with writing():
        return None if exist() else setup_link()


def example_link() -> str | None:
    """The same as it is printed with the example: starting the product afterwards does not replace it."""
    with writing():
        return None if exist() else setup_link(EXAMPLE)


def setup_link(purpose: str = FIRST) -> str:
    """A new token for the first account, in place of any that was not used."""
    unused = delete(tables.Link).where(tables.Link.purpose == purpose, tables.Link.used_at.is_(None))
    db.session.execute(unused)
    token = secrets.token_urlsafe(24)
    db.session.add(tables.Link(hash=_hash(token), purpose=purpose, expires_at=now() + GOOD_FOR))
    return token


def link_state(token: str) -> LinkState:
    """What can be done with a token for the first account."""
    row = db.session.get(tables.Link, _hash(token))
    if row is None or row.purpose not in (FIRST, EXAMPLE):
        return "unknown"
    if row.used_at is not None or exist():
        return "used"
    return "good" if now() < row.expires_at else "expired"


def make_first(token: str, name: str, email: str, password_hash: str) -> LinkState:
    """Makes the first account and uses the link up; gives what the link was good for."""
    state = link_state(token)
    if state == "good":
        db.session.get_one(tables.Link, _hash(token)).used_at = now()
        user = tables.User(name=name, email=email, password=password_hash, active=True)
        user.fs_uniquifier = secrets.token_hex(32)
        db.session.add(user)
        db.session.flush()
        organisations.adopt(user.id)
    return state


def end_sessions(user_id: int) -> None:
    """Signs an account out at every browser."""
    db.session.get_one(tables.User, user_id).fs_uniquifier = secrets.token_hex(32)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
