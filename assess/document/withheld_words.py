"""Why the gate does not show something, in words."""

from markupsafe import Markup

from assess.core.cells import Reason
from assess.document.reading import Reading
from assess.document.words import later

WHY: dict[Reason, str] = {
    "too_few": later("fewer than {few} people answered"),
    "complement": later("from what is shown it could be worked out what fewer than {few} people answered"),
    "pinned": later("beside what is shown it would tell almost exactly what a few people answered"),
    "unanimous": later("all answered nearly the same, so only a bound is told: at least, or at most"),
    "earlier": later("beside an earlier assessment it would tell what fewer than {few} people answered"),
}


def why(reading: Reading, reason: Reason) -> Markup:
    """A reason inside a sentence."""
    return reading.words.say(WHY[reason], few=reading.words.count(reading.report.smallest.others))
