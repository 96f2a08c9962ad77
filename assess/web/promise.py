"""What employees are promised: made of what is so, not written by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assess.ballots.paper import Paper
from assess.document.words import Words, later, later_n
from assess.store import proofs, remembered, trustees
from assess.store.assessments import Assessment
from assess.store.proofs import Proof
from assess.store.trustees import Trustee
from assess.web.openers import either, keepers_of


@dataclass(frozen=True, slots=True)
class Facts:
    """What a promise rests on beside the assessment itself."""

    trustees: tuple[Trustee, ...]
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and what is so."""

    about: Markup
    told: Markup


@dataclass(frozen=True, slots=True)
class Promise:
    """All that is told before the first statement."""

    anonymity: Markup
    lines: tuple[Line, ...]
    proof: Markup
    """How the last attacks on it went."""
    columns: Mapping[str, tuple[str, ...]]
    """Everything that the box has a place for, by table."""
    limits: tuple[Markup, ...]
    """What it does not protect against."""


def facts_of(assessment_id: str) -> Facts:
    """Who can open the box now, and the last proof; from memory while nothing in the database changed."""
    return remembered.read(_facts, assessment_id)


def _facts(assessment_id: str) -> Facts:
    return Facts(trustees.of_assessment(assessment_id), proofs.latest(assessment_id))


def promise(
    assessment: Assessment, facts: Facts, asked: Paper, columns: Mapping[str, tuple[str, ...]], words: Words
) -> Promise:
    """The promise for an assessment, in these words."""
    keepers = either([each.name for each in keepers_of(assessment, facts.trustees)], words)
    lines = (
        Line(words.say(OPENERS), _openers(keepers, words)),
        Line(words.say(WHEN), _when(assessment, words)),
        Line(words.say(SMALLEST), Markup(" ").join(_smallest(assessment, asked, words))),
        Line(words.say(LIMITS), words.say(TEXT_LIMIT if asked.open else SHORT_LIMIT)),
    )
    limits = tuple(words.say(each) for each in _limits(assessment, asked, held=bool(keepers)))
    anonymity = words.say(ANONYMOUS if assessment.anonymous else CONFIDENTIAL)
    return Promise(anonymity, lines, _proof(facts.proof, words), columns, limits)


ANONYMOUS = later("Your answers are anonymous: codes are drawn by lot, and no list exists of who has which.")
CONFIDENTIAL = later(
    "Your answers are confidential, unlinked after closing: codes went out as a list, but from then on "
    "nothing ties an answer to a code."
)
OPENERS, WHEN = later("Who can open the box"), later("When results appear")
SMALLEST, LIMITS = later("How small a group is shown"), later("What we cannot prevent")
SHORT_LIMIT = later("That somebody looks over your shoulder, or that all in a group answer the same.")
TEXT_LIMIT = later(
    "That your own words give you away, that somebody looks over your shoulder, or that all in a group "
    "answer the same."
)


def _openers(keepers: Markup, words: Words) -> Markup:
    if keepers:
        told = later(
            "Only {names}, with a passphrase that we do not have. Until then your answers lie sealed, also "
            "for whoever runs this server."
        )
        return words.say(told, names=keepers)
    return words.say(
        later("The key lies on this server: whoever runs it could open it early. You trust them not to.")
    )


def _when(assessment: Assessment, words: Words) -> Markup:
    told = later(
        "After closing; {day} is the last day to answer. The box is opened once and shuffled, and who leads "
        "{organisation} sees figures of groups. Before that nobody sees anything."
    )
    return words.say(told, day=words.day(assessment.closes_on), organisation=assessment.organisation)


FEWEST = later_n("Never fewer than one person.", "Never fewer than {count} people.")


def _smallest(assessment: Assessment, asked: Paper, words: Words) -> Iterator[Markup]:
    yield words.say_n(*FEWEST, assessment.smallest.others)
    if asked.teams or asked.attributes:
        yield words.say(
            later("A smaller group is not shown, and neither is one that could be worked out from others.")
        )
    if asked.open:
        fewest = words.count(assessment.smallest.for_texts)
        yield words.say(later("What people write is shown only when {count} or more answered."), count=fewest)


def _limits(assessment: Assessment, asked: Paper, *, held: bool) -> Iterator[str]:
    yield later("Someone looking over your shoulder, or a computer that keeps what you do on it.")
    if asked.open:
        yield later(
            "How you write can give you away. Leave out names, and what only you can know: it is read as you "
            "wrote it."
        )
    yield later(
        "When nearly everybody in a group answers the same, the figure of that group says much about each of "
        "them, however it is rounded."
    )
    yield later("Whoever runs the server can see that a code was used and about when, not by whom.")
    if held:
        yield later(
            "Whoever runs the server could change this program, so that it keeps what is sent from then on; "
            "and has the key for the moment in which the box is opened."
        )
        yield later("A trustee could give the passphrase to somebody. They were asked not to.")
    else:
        yield later(
            "Whoever runs the server could take the key, or a copy of it, and read what lies in the box "
            "before closing."
        )
    yield _codes_limit(assessment)


def _codes_limit(assessment: Assessment) -> str:
    if assessment.anonymous:
        return later("Whoever hands out the cards could mark them, or watch who draws which. Draw your own.")
    return later(
        "Whoever sent the codes had a list, and could have kept who got which. With the key of the box that "
        "would tell what you answered; after closing there is nothing left to hold it against."
    )


PASSED = later_n(
    "We attack this assessment ourselves. On {day} one attack was made, and it found nobody.",
    "We attack this assessment ourselves. On {day} {count} attacks were made, and none found anybody.",
)


def _proof(proof: Proof | None, words: Words) -> Markup:
    if proof is None:
        return words.say(
            later("We attack this assessment ourselves, to see if anybody can be found. Not yet run.")
        )
    day = words.day(proof.at.astimezone().date())
    if proof.passed:
        return words.say_n(*PASSED, len(proof.attacks), day=day)
    return words.say(
        later(
            "We attack this assessment ourselves. On {day} an attack succeeded: ask who runs this before you "
            "answer."
        ),
        day=day,
    )
