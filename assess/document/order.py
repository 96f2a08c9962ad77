"""What is asked of the process that prints: plain values, so that it loads nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost before it is given up."""

    seconds: int
    """Of work by the processor."""
    patience: float = 120
    """In seconds on the clock, for a machine that is busy with other things."""
    megabytes: int = 1024
    """Of memory, as address space; a report of twenty pages needs about 300."""

    @classmethod
    def of(cls, html: str) -> "Limits":
        """What is fair: several times what a report of this length needs, and little for a short text."""
        return cls(min(15 + len(html) // 4000, 60))


@dataclass(frozen=True, slots=True)
class Order:
    """One document to print. Its language and title stand in the HTML."""

    html: str
    date: Date
    """The date of the document and of its attachments; the clock is never read."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """What the HTML may refer to as `asset:NAME`: pictures and stylesheets."""
    attachments: Sequence[Attachment] = ()
    limits: Limits = field(kw_only=True)
