"""Every table. What must never happen is a constraint here, not only an `if` elsewhere.

Employees' ballots are not here: until an assessment closes they lie sealed in a box of their own (`ballots`),
and afterwards only as shuffled columns (`Opened`), without a row that could belong to anybody.
"""

from assess.store.database import Base
from assess.store.tables.accounts import Link, Role, User
from assess.store.tables.answers import (
    Card,
    Comments,
    CustomerResponse,
    Leader,
    LeaderSection,
    Opened,
    Source,
)
from assess.store.tables.assessments import Asked, Assessment, Membership, Organisation, Team
from assess.store.tables.results import Job, Kept, Plan
from assess.store.tables.trust import Proof, Trustee

__all__ = [
    "Asked",
    "Assessment",
    "Base",
    "Card",
    "Comments",
    "CustomerResponse",
    "Job",
    "Kept",
    "Leader",
    "LeaderSection",
    "Link",
    "Membership",
    "Opened",
    "Organisation",
    "Plan",
    "Proof",
    "Role",
    "Source",
    "Team",
    "Trustee",
    "User",
]
