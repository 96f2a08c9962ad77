"""What pages share that somebody answers: their languages, and what is said around the questions."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app, request

from assess.core.questionnaire import LEADERS, Audience
from assess.document.words import LANGUAGES, later
from assess.forms import Labels
from assess.forms.answering import LONGEST_TEXT
from assess.store.assessments import Assessment
from assess.web.frame import language, say, words

EVIDENCE = {
    "assume": later("we assume it"),
    "heard": later("we heard it"),
    "measured": later("we measured it"),
    "shown": later("we can show it"),
}


def labels(audience: Audience = LEADERS) -> Labels:
    """The words around what an audience answers, in the language of this page."""
    ours = audience == LEADERS
    longest = words().whole(LONGEST_TEXT)
    return Labels(
        dont_know=str(say("I do not know")),
        not_applicable=str(say("Does not apply to us") if ours else say("Does not apply to me")),
        evidence={kind: str(say(message)) for kind, message in EVIDENCE.items()},
        how_known=str(say("How do we know?")),
        example=str(say("Give one example from the past three months that shows it.")),
        too_long=str(say("This takes {longest} characters at most. Shorten it a little.", longest=longest)),
    )


def languages_of(assessment: Assessment) -> list[str]:
    """The languages a respondent can choose from."""
    return [code for code in LANGUAGES if code in assessment.languages] or [LANGUAGES[0]]


def language_for(assessment: Assessment) -> str:
    """The reader's language, where the assessment has it; else its first."""
    offered, asked = languages_of(assessment), language()
    return asked if asked in offered else offered[0]


@contextmanager
def reading(assessment: Assessment, path: str = "") -> Iterator[None]:
    """A request of nobody in particular: what is made in it depends on assessment and language alone.

    No cookie, notice or odd address of one reader can end up in the bytes that all readers get.
    """
    chosen = {"lang": language_for(assessment)}
    with current_app.test_request_context(path or request.path, query_string=chosen):
        yield


def visible(text: str) -> str:
    """What was typed, without characters that cannot be seen; its lines stay."""
    # A browser sends two characters for the end of a line, which it counted as one.
    return "".join(map(_seen, text.replace("\r\n", "\n"))).strip()


def _seen(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    return " " if character.isspace() else ""
