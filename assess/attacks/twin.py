"""A rehearsal on the product itself: a twin of an assessment, with made-up people and codes."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

from assess.attacks.held import Answers
from assess.attacks.planting import Moment
from assess.ballots import box
from assess.ballots.paper import paper
from assess.store import assessments, opened, writing
from assess.store.assessments import Assessment, Setup

Cast = Callable[[Assessment, bytes, Mapping[str, str], Moment], None]
"""Casts a row with the key of a code, and lets the attacker look on."""


class Twin:
    """A survey of the product, ready to be answered; to be used where its store is open."""

    def __init__(
        self, home: Path, of: Assessment, people: int, cast: Cast, close: Callable[[str], None]
    ) -> None:
        self.folder = home
        self._cast, self._close = cast, close
        self.assessment = _open(home, of)
        self.keys = [secrets.token_bytes(16) for _ in range(people)]
        self.marks: Sequence[bytes] = [sha256(key).digest() for key in self.keys]
        box.add_codes(home, self.assessment.id, self.marks)
        self._teams = Random(people).choices(sorted(of.teams) or [""], k=people)
        self.names = paper(of).names

    def cast(self, person: int, answers: Answers, at: float, caught: Moment) -> None:  # noqa: ARG002 (nothing asks)
        """A person answers."""
        row = {name: str(answer) for name, answer in zip(self.names, answers, strict=True)}
        team = self._teams[person]
        self._cast(self.assessment, self.keys[person], row | ({"team": team} if team else {}), caught)

    def close(self) -> list[Answers]:
        """Closes it as the product does; the results as they lie there."""
        self._close(self.assessment.id)
        found = opened.answers(self.assessment.id)
        assert found is not None, "nothing came out of the box"
        return list(zip(*(found.item(name).tolist() for name in self.names), strict=True))


def _open(home: Path, of: Assessment) -> Assessment:
    """Another assessment that asks the same of the same teams."""
    setup = Setup(
        of.name, of.opens_on, of.closes_on, of.languages, of.audiences, of.teams, of.smallest, of.attributes
    )
    with writing():
        id = assessments.make(of.organisation_id, setup, of.asked)
        assessments.move(id, ["draft"], "open")
        assessments.set_box_key(id, box.make(home, id))
    found = assessments.find(id)
    assert found is not None
    return found
