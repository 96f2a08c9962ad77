"""What leaders and customers answered, and what employees answered once the box was opened."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from assess.store.database import Base, Moment
from assess.store.tables.columns import ID, belongs_to


class Leader(Base):
    """Somebody of the leadership team who is invited by a personal link."""

    __tablename__ = "leaders"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    assessment_id: Mapped[str] = belongs_to("assessments.id", index=True)
    name: Mapped[str] = mapped_column(String(100))
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)


class LeaderSection(Base):
    """What a leader has answered so far in one section; `version` guards against a second tab."""

    __tablename__ = "leader_sections"
    leader_id: Mapped[str] = belongs_to("leaders.id", key=True)
    section: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int]
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(Moment)


class Source(Base):
    """Where customers' answers come from, and how those customers were asked."""

    __tablename__ = "sources"
    __table_args__ = (
        CheckConstraint("kind IN ('page', 'card', 'import')", name="kind"),
        Index(
            "one_page_and_card", "assessment_id", "kind", unique=True, sqlite_where=text("kind <> 'import'")
        ),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    assessment_id: Mapped[str] = belongs_to("assessments.id", index=True)
    kind: Mapped[str] = mapped_column(String(10))
    how: Mapped[str] = mapped_column(String(300), default="")
    period: Mapped[str] = mapped_column(String(100), default="")
    asked: Mapped[int | None]
    """How many customers were asked; None when nobody knows."""
    file_name: Mapped[str] = mapped_column(String(200), default="")
    imported: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Answers of an import, packed; None for the page, the card and a removed import."""
    removed: Mapped[bytes | None] = mapped_column(LargeBinary)
    """What `imported` held before the import was removed, for as long as that can be undone."""
    customers: Mapped[int] = mapped_column(default=0)
    """How many customers an import holds; 0 for the page and the card, whose answers are rows."""
    created_at: Mapped[datetime] = mapped_column(Moment)


class CustomerResponse(Base):
    """One customer's answers on the short page."""

    __tablename__ = "customer_responses"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    """Made with the page that was filled in, so that a double click stores once."""
    source_id: Mapped[str] = belongs_to("sources.id", index=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)


class Card(Base):
    """Green or red, and one sentence."""

    __tablename__ = "cards"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    source_id: Mapped[str] = belongs_to("sources.id", index=True)
    green: Mapped[bool]
    sentence: Mapped[str] = mapped_column(String(300), default="")


class Opened(Base):
    """All employees' answers after the box was opened: shuffled columns, packed, and how many there are."""

    __tablename__ = "opened"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    n: Mapped[int]
    damaged: Mapped[int] = mapped_column(default=0)
    """Ballots that could not be opened and are left out."""
    answers: Mapped[bytes] = mapped_column(LargeBinary)
    receipts: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    """The receipts of all ballots, sorted: that each was counted, not with which answers."""


class Comments(Base):
    """What employees wrote at one open question: one shuffled pool, apart from the ratings."""

    __tablename__ = "comments"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    item: Mapped[str] = mapped_column(String(64), primary_key=True)
    texts: Mapped[list[str]] = mapped_column(JSON)
