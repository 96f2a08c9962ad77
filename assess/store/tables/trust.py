"""Who can open a box, and how the last attack on it went."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from assess.store.database import Base, Moment
from assess.store.tables.columns import ID, belongs_to


class Trustee(Base):
    """Somebody whose passphrase can open the box; neither the passphrase nor its key is kept."""

    __tablename__ = "trustees"
    __table_args__ = (
        CheckConstraint("(salt IS NULL) = (public_key IS NULL)", name="passphrase"),
        CheckConstraint("wrapped IS NULL OR public_key IS NOT NULL", name="wrapped"),
    )
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    assessment_id: Mapped[str] = belongs_to("assessments.id", index=True)
    name: Mapped[str] = mapped_column(String(100))
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    """With the passphrase it gives the trustee's private key; None until the passphrase is set."""
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    wrapped: Mapped[bytes | None] = mapped_column(LargeBinary)
    """The private key of the box, sealed to this trustee; forgotten when the box has been opened."""
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    """When this trustee's passphrase opened the box."""


class Proof(Base):
    """The last run of the attacks on an assessment, and what they found."""

    __tablename__ = "proofs"
    assessment_id: Mapped[str] = belongs_to("assessments.id", key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    passed: Mapped[bool]
    attacks: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
