"""What a leader is asked, part by part: a page for each theme, then the headline with the guesses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import abort
from wtforms import Form

from assess.core.gathering import GUESS, Row
from assess.core.questionnaire import (
    CUSTOMERS,
    EMPLOYEES,
    LEADERS,
    Audience,
    Item,
    Questionnaire,
    StandardQuestion,
    Text,
    Topic,
)
from assess.document.words import later
from assess.forms import form_of
from assess.forms.guessing import with_guesses
from assess.store.assessments import Assessment
from assess.web.answering import labels
from assess.web.frame import language, say, words

GUESSES, REVIEW = "guesses", "review"
"""Pages that are no theme."""

GUESS_OF = {
    EMPLOYEES: later("Of every hundred employees, how many will agree with this?"),
    CUSTOMERS: later("Of every hundred customers, how many will agree with this?"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page, and is kept together."""

    name: str
    """In the address of the page and in the store."""
    title: str
    intro: str
    items: tuple[Item | StandardQuestion, ...]
    guesses: Mapping[Audience, Text] = field(default_factory=dict)
    """What is guessed about, in the words of each audience that a guess is made about."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of all that may be answered; how one knows and examples do not count."""
        return (*(item.id for item in self.items), *(GUESS + audience for audience in self.guesses))

    def open(self, answers: Row) -> tuple[str, ...]:
        """What has no answer yet; don't know and not applicable are answers."""
        return tuple(name for name in self.asked if not answers.get(name))

    def answered(self, answers: Row) -> int:
        """How much has an answer."""
        return len(self.asked) - len(self.open(answers))


def parts_of(assessment: Assessment) -> tuple[Part, ...]:
    """All parts that ask something of leaders, in the order in which they are asked."""
    themes = (_theme(questionnaire) for questionnaire in assessment.set.questionnaires)
    return tuple(part for part in (*themes, _guesses(assessment)) if part.asked)


def part_of(parts: tuple[Part, ...], name: str) -> Part:
    """The part with this name; 404 where there is none."""
    return next((part for part in parts if part.name == name), None) or abort(404)


def form_for(part: Part, assessment: Assessment) -> type[Form]:
    """A form with all that a part asks."""
    form = form_of(part.items, LEADERS, language(), assessment.organisation, labels())
    if not part.guesses:
        return form
    asked = {audience: str(say(GUESS_OF[audience])) for audience in part.guesses}
    return with_guesses(form, asked, str(say("Write a whole number from 0 to 100.")))


def _theme(theme: Questionnaire) -> Part:
    statements = [statement for statement in theme.statements if statement.put_to(LEADERS)]
    name = f"{theme.id}-theme" if theme.id in (GUESSES, REVIEW) else theme.id
    return Part(
        name,
        words().of(theme.title),
        words().of(theme.intro) if theme.intro else "",
        (*theme.topics, *statements),
    )


def _guesses(assessment: Assessment) -> Part:
    asked = assessment.set
    headline = asked.with_role("headline")
    texts = headline.texts if headline and headline.scale and headline.scale.agrees_from is not None else {}
    return Part(
        GUESSES,
        str(say("What the others will say")),
        str(say("The Mirror holds your guess beside what they answer.")),
        tuple(question for question in asked.standard if question.put_to(LEADERS)),
        {a: texts[a] for a in (EMPLOYEES, CUSTOMERS) if a in assessment.audiences and a in texts},
    )


def counts(parts: tuple[Part, ...]) -> tuple[int, int, int]:
    """How many topics, statements and guesses are asked."""
    items = [item for part in parts for item in part.items]
    topics = sum(isinstance(item, Topic) for item in items)
    return topics, len(items) - topics, sum(len(part.guesses) for part in parts)
