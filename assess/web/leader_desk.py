"""A leader at work behind a personal link: who it is, what is asked, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from flask import request, url_for

from assess.core.gathering import Row
from assess.document.words import LANGUAGES
from assess.store import leader_answers
from assess.store.assessments import Assessment
from assess.store.leader_answers import Section
from assess.store.leaders import Leader
from assess.web import access
from assess.web.leader_parts import REVIEW, Part, parts_of


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the pages of one leader know."""

    token: str
    leader: Leader
    assessment: Assessment
    parts: tuple[Part, ...]
    stored: Mapping[str, Section]

    @property
    def key(self) -> str:
        """What the browser keeps a copy under while it cannot save; it does not give the link away."""
        return sha256(f"leaders {self.token}".encode()).hexdigest()[:32]

    @property
    def versions(self) -> dict[str, int]:
        """In which version each part is stored."""
        return {part.name: self.section(part).version for part in self.parts}

    @property
    def locked(self) -> bool:
        """Whether the answers were sent in, and can no longer be changed."""
        return self.leader.submitted_at is not None

    @property
    def answered(self) -> int:
        """How much is answered in all."""
        return sum(part.answered(self.answers(part)) for part in self.parts)

    @property
    def asked(self) -> int:
        """How much is asked in all."""
        return sum(len(part.asked) for part in self.parts)

    def section(self, part: Part) -> Section:
        """A part as it is stored."""
        return self.stored.get(part.name, Section())

    def answers(self, part: Part) -> Row:
        """What is answered of a part."""
        return self.section(part).answers

    def beside(self, part: Part, step: int) -> Part | None:
        """The part before (-1) or after (1) this one."""
        place = self.parts.index(part) + step
        return self.parts[place] if 0 <= place < len(self.parts) else None

    def first_open(self) -> str:
        """The name of the page to go on with."""
        return next((part.name for part in self.parts if part.open(self.answers(part))), REVIEW)

    def start(self) -> str:
        """The address of the first page."""
        return url_for("leaders.start", token=self.token, lang=_lang())

    def address(self, name: str, place: str | None = None) -> str:
        """The address of a part, or of the last look over all of it."""
        if name == REVIEW:
            return url_for("leaders.review", token=self.token, lang=_lang())
        return url_for("leaders.part", token=self.token, name=name, lang=_lang(), _anchor=place)


def desk_of(token: str) -> Desk:
    """The desk of whoever has this link, read afresh."""
    leader = access.leader(token)
    assessment = access.answerable(leader.assessment_id)
    return Desk(token, leader, assessment, parts_of(assessment), leader_answers.sections(leader.id))


def _lang() -> str | None:
    asked = request.args.get("lang")
    return asked if asked in LANGUAGES else None
