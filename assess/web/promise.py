"""What is promised to employees: made of what is so, not written by hand."""

from collections.abc import Sequence

from markupsafe import Markup

from assess.document.words import later
from assess.store import trustees
from assess.store.assessments import Assessment
from assess.store.trustees import Trustee
from assess.web.frame import say, words


def openers_told(assessment: Assessment, appointed: Sequence[Trustee]) -> Markup:
    """Who can open the box, or did, in a sentence for who runs the assessment."""
    if assessment.unread:
        return say(later("Nobody could, so it was destroyed unread."))
    if assessment.state == "closed":
        return _opened_told([each.name for each in appointed if each.opened_at])
    names = either([each.name for each in appointed])
    if not appointed:
        return say(later("Whoever runs this server: the key lies on it, outside backups."))
    if trustees.holding(appointed):
        return say(later("Only {names}, with a passphrase that nobody else has."), names=names)
    late = either([each.name for each in trustees.awaited(appointed)])
    if late:
        return say(later("{names}, as trustee. {late} has not set a passphrase yet."), names=names, late=late)
    return say(later("From opening on only {names}, with a passphrase."), names=names)


def _opened_told(names: Sequence[str]) -> Markup:
    if not names:
        return say(later("It was opened with the key that lay on this server."))
    return say(later("It was opened with the passphrase of {names}."), names=words().listing(names))


def either(names: Sequence[str]) -> Markup:
    """One name, or one or the other."""
    if len(names) == 2:
        return say(later("{first} or {second}"), first=names[0], second=names[1])
    return Markup.escape(names[0] if names else "")
