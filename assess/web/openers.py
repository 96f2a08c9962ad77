"""Who can open the box, and what the employees' answers may be called, for who runs the assessment."""

from collections.abc import Sequence

from flask import Flask
from markupsafe import Markup

from assess.core.questionnaire import EMPLOYEES
from assess.document.words import Words, later, later_n
from assess.store import trustees
from assess.store.assessments import Assessment
from assess.store.trustees import Trustee
from assess.web.frame import say, say_n, words

NOT_READY = later_n("{names} has not set a passphrase yet.", "{names} have not set a passphrase yet.")


def init_app(app: Flask) -> None:
    """Lets every page that speaks of anonymity say who can open the box."""
    app.jinja_env.globals |= {"openers_of": openers_of, "anonymity_of": anonymity_told}


def keepers_of(assessment: Assessment, appointed: Sequence[Trustee]) -> list[Trustee]:
    """Those of the trustees who hold the key; of a draft those who would if it opened now."""
    if assessment.state == "draft":
        return [each for each in appointed if each.ready]
    return trustees.holding(appointed)


def openers_of(assessment: Assessment) -> Markup:
    """Who can open the box of an assessment, in a sentence."""
    asked = EMPLOYEES in assessment.audiences
    return openers_told(assessment, trustees.of_assessment(assessment.id) if asked else ())


def openers_told(assessment: Assessment, appointed: Sequence[Trustee]) -> Markup:
    """The same, with these trustees."""
    if assessment.unread:
        return say(later("Nobody could, so it was destroyed unread."))
    if assessment.state == "closed":
        return _opened_told([each.name for each in appointed if each.opened_at])
    names = either([each.name for each in appointed], words())
    if not appointed:
        return say(later("Whoever runs this server: the key lies on it, outside backups."))
    if trustees.holding(appointed):
        return say(later("Only {names}, with a passphrase that nobody else has."), names=names)
    late = [each.name for each in trustees.awaited(appointed)]
    if late:
        return say_n(*NOT_READY, len(late), names=words().listing(late))
    return say(later("From opening on only {names}, with a passphrase."), names=names)


def _opened_told(names: Sequence[str]) -> Markup:
    if not names:
        return say(later("It was opened with the key that lay on this server."))
    return say(later("It was opened with the passphrase of {names}."), names=words().listing(names))


def anonymity_told(assessment: Assessment) -> Markup:
    """What the employees' answers may be called, and why."""
    if assessment.anonymous:
        return say(later("Anonymous: all codes are drawn by lot."))
    return say(later("Confidential, unlinked after closing: codes went out as a list."))


def either(names: Sequence[str], words: Words) -> Markup:
    """One name, or one or the other; empty without any."""
    if len(names) == 2:
        return words.say(later("{first} or {second}"), first=names[0], second=names[1])
    return Markup.escape(names[0] if names else "")
