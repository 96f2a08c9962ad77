"""Invitations and reminders to copy, for each audience in each language of the assessment."""

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience, Topic
from assess.document.words import Words, later
from assess.store import trustees
from assess.store.assessments import Assessment
from assess.web import links
from assess.web.frame import NAMES, words_of
from assess.web.openers import either, keepers_of

INVITATIONS: dict[Audience, str] = {
    LEADERS: later(
        "Dear {name},\n\n"
        "What do the customers and employees of {organisation} think of us, and how sure are we? "
        "Before we hear it from them, each of us writes down what we believe. "
        "Please do so on your own: about {minutes} minutes, in pieces if you like. "
        "What you fill in is kept, so you can stop and go on later, also on another device.\n\n"
        "Your personal link, for you alone:\n{link}\n\n"
        "Please send in your answers by {day}. "
        "Afterwards we look together at what we believed and what they say."
    ),
    EMPLOYEES: later(
        "Dear colleagues,\n\n"
        "How are things for the customers of {organisation}, and for you who work for them? "
        "You see that from close by. Please answer {items} short statements: about {minutes} minutes, "
        "on your phone if you like.\n\n"
        "Go to {link} and use the code that you were given; it works once.\n\n"
        "{anonymity} They are stored sealed, without your name, address or time, "
        "and opened after closing, in shuffled order. {openers} "
        "Nothing is shown of fewer than {smallest} people.\n\n"
        "You can answer until {day}. After that you will hear what was said, and what will be done with it."
    ),
    CUSTOMERS: later(
        "Dear customer,\n\n"
        "How is it to be a customer of {organisation}? We would like to hear it from you: "
        "about {minutes} minutes, without an account and without your name.\n\n"
        "{link}\n\n"
        "You can answer until {day}. Thank you for your help."
    ),
}
REMINDERS: dict[Audience, str] = {
    LEADERS: later(
        "Dear all,\n\n"
        "Until {day} you can write down how you think {organisation} is doing for its customers. "
        "Your personal link is in the invitation; what you filled in is still there. "
        "Sent it in already? Thank you, then you are done."
    ),
    EMPLOYEES: later(
        "Dear colleagues,\n\n"
        "Until {day} you can tell how things are for the customers of {organisation}: "
        "about {minutes} minutes, with the code that you were given.\n\n"
        "{link}\n\n"
        "Answered already? Thank you. Nobody can see who did, which is why everybody gets this reminder."
    ),
    CUSTOMERS: later(
        "Dear customer,\n\n"
        "Until {day} you can tell how it is to be a customer of {organisation}: about {minutes} minutes.\n\n"
        "{link}\n\n"
        "Answered already? Thank you. We do not know who did, which is why everybody gets this reminder."
    ),
}

ANONYMOUS = later("Your answers are anonymous: codes are drawn by lot, and no list exists of who has which.")
CONFIDENTIAL = later("Your answers are confidential, unlinked after closing.")
KEPT = later("Only {names} can open them, with a passphrase that nobody else has.")
NOT_KEPT = later("Until then the key lies on our server.")
"""Who can open the box, in a text for employees."""

SECONDS_TOPIC, SECONDS_STATEMENT = 40, 9
"""How long an answer takes: five descriptions to read, or one sentence."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What to send in one language."""

    code: str
    language: str
    """What the language calls itself."""
    invitation: Markup
    reminder: Markup


def texts(assessment: Assessment, audience: Audience, link: str, name: str = "") -> list[Texts]:
    """What to send to an audience, in each language of the assessment."""
    found = []
    for code in assessment.languages:
        words = words_of(code)
        values = _values(assessment, audience, words) | {"link": link, "name": name}
        invitation, reminder = (words.say(all[audience], **values) for all in (INVITATIONS, REMINDERS))
        found.append(Texts(code, NAMES.get(code, code), invitation, reminder))
    return found


def _values(assessment: Assessment, audience: Audience, words: Words) -> dict[str, object]:
    return {
        "organisation": assessment.organisation,
        "day": words.day(assessment.closes_on),
        "items": sum(item.put_to(audience) for item in assessment.set.items()),
        "minutes": minutes(assessment, audience),
        "smallest": words.count(assessment.smallest.of(audience)),
        "anonymity": words.say(ANONYMOUS if assessment.anonymous else CONFIDENTIAL),
        "openers": _openers(assessment, words),
    }


def _openers(assessment: Assessment, words: Words) -> Markup:
    names = [each.name for each in keepers_of(assessment, trustees.of_assessment(assessment.id))]
    return words.say(KEPT, names=either(names, words)) if names else words.say(NOT_KEPT)


def minutes(assessment: Assessment, audience: Audience) -> int:
    """About how long answering takes; for leaders in steps of five."""
    asked = [item for item in assessment.set.items() if item.put_to(audience)]
    seconds = sum(SECONDS_TOPIC if isinstance(item, Topic) else SECONDS_STATEMENT for item in asked)
    step = 5 if audience == LEADERS else 1
    return max(step, step * ceil(seconds / 60 / step))


def respondents_links(assessment: Assessment) -> dict[Audience, str]:
    """The one link of each audience that has one link for all."""
    pages = {EMPLOYEES: "employees.start", CUSTOMERS: "customers.start"}
    asked = [audience for audience in AUDIENCES if audience in pages and audience in assessment.audiences]
    return {audience: links.absolute(pages[audience], assessment_id=assessment.id) for audience in asked}
