"""What is said around the questions, to every audience that answers."""

from assess.core.questionnaire import LEADERS, Audience
from assess.document.words import later
from assess.forms import Labels
from assess.forms.answering import LONGEST_TEXT
from assess.web.frame import say, words

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
