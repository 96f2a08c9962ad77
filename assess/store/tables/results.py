"""What came out of it, and the work that made it."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from assess.store.database import Base, Moment
from assess.store.tables.columns import ID, belongs_to


class Plan(Base):
    """One state of an action plan. Each change adds a revision, so that it can be undone."""

    __tablename__ = "plans"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[str] = mapped_column(Text)
    change: Mapped[dict[str, str]] = mapped_column(JSON)
    """What was done, in the terms of `core.decided`."""
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime] = mapped_column(Moment)


class Kept(Base):
    """A page, drawing, figure or PDF that a job made; the file is named after the hash of its content."""

    __tablename__ = "kept"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))


class Job(Base):
    """Work that takes longer than a page may. This row is the truth; the queue only wakes the worker."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name="state"),
        Index(
            "one_waiting_job",
            "assessment_id",
            "kind",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
        ),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    assessment_id: Mapped[str] = belongs_to("assessments.id", index=True)
    state: Mapped[str] = mapped_column(String(10))
    doing: Mapped[str] = mapped_column(String(100), default="")
    """A message of the catalogue: what it is doing now."""
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(300), default="")
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(Moment)
    beat_at: Mapped[datetime] = mapped_column(Moment)
