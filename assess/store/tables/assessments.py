"""Who is assessed, what is asked, and by whom it is run."""

from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from assess.store.database import Base, Moment
from assess.store.tables.columns import ID, belongs_to


class Organisation(Base):
    """Who is assessed."""

    __tablename__ = "organisations"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Membership(Base):
    """Who may do what with an organisation."""

    __tablename__ = "memberships"
    user_id: Mapped[int] = belongs_to("users.id", key=True)
    organisation_id: Mapped[str] = belongs_to("organisations.id", key=True)
    role: Mapped[str] = mapped_column(String(20))


class Asked(Base):
    """A set of questionnaires as it was asked, by the hash of its text; never changed."""

    __tablename__ = "asked"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class Assessment(Base):
    """One organisation, one period, one set of questionnaires."""

    __tablename__ = "assessments"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'open', 'closing', 'closed')", name="state"),
        CheckConstraint("opens_on <= closes_on", name="period"),
        CheckConstraint("smallest_group >= 5 AND smallest_leaders >= 3", name="smallest"),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    organisation_id: Mapped[str] = belongs_to("organisations.id", index=True)
    name: Mapped[str] = mapped_column(String(100))
    opens_on: Mapped[Date]
    closes_on: Mapped[Date]
    languages: Mapped[list[str]] = mapped_column(JSON)
    audiences: Mapped[list[str]] = mapped_column(JSON)
    asked_sha256: Mapped[str] = mapped_column(ForeignKey("asked.sha256"))
    smallest_group: Mapped[int]
    smallest_leaders: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    box_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    """The public key of the box of ballots; its private half is a file that is destroyed on opening."""
    codes_made: Mapped[int] = mapped_column(default=0)
    codes_listed: Mapped[int] = mapped_column(default=0)
    """How many of these were handed out as a list to send, instead of on cards to draw by lot."""
    attributes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    teams_merged: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    """What became of teams that were too small: the joint name and the head counts of its parts."""
    created_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    """When who closed it had read what stays hidden, and let the results be seen."""
    unread: Mapped[bool] = mapped_column(default=False)
    """Whether it is closed without opening the box, since nobody can: the ballots are destroyed unread."""


class Team(Base):
    """Part of the organisation an employee may belong to."""

    __tablename__ = "teams"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    head_count: Mapped[int | None]
