"""How we know: what the answers of a theme rest on, and what is left of the score when only proof counts."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import EVIDENCE, LEADERS, Questionnaire
from assess.document.reading import Reading
from assess.document.words import later, later_n

KINDS = {
    "assume": later("we assume it"),
    "heard": later("we heard it"),
    "measured": later("measured"),
    "shown": later("can be shown"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """How many answers rest on one kind of evidence, as part of all."""

    kind: str
    count: str
    label: str
    percent: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claimed score beside the one that is measured or can be shown."""

    answers: Markup
    kinds: list[Kind]
    claimed: str
    claimed_width: float
    evidenced: str
    evidenced_width: float


def evidence(reading: Reading, theme: Questionnaire) -> Evidence | None:
    """What the leaders' answers to a theme rest on; None where that may not be shown."""
    found = reading.theme(LEADERS, theme.id)
    if not found or found.score is None or not found.maturity or not found.maturity.evidence:
        return None
    counts, evidenced, words = found.maturity.evidence, found.maturity.evidenced, reading.words
    total = sum(counts.values())
    if not total or evidenced is None:
        return None
    return Evidence(
        answers=words.say_n(*ANSWERS, reading.n(LEADERS), answers=words.whole(total)),
        kinds=[
            Kind(kind, words.whole(counts[kind]), str(words.say(KINDS[kind])), 100 * counts[kind] / total)
            for kind in EVIDENCE
            if counts[kind]
        ],
        claimed=words.whole(found.score),
        claimed_width=found.score,
        evidenced=words.whole(evidenced),
        evidenced_width=evidenced,
    )


ANSWERS = later_n("{answers} answers of {count} leader", "{answers} answers of {count} leaders")
