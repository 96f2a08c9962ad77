"""The cover: no result on it; who was asked, and where to find what."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document.fragments import joined, spoken
from assess.document.presence import AUDIENCE_NAMES, missing, of_those_asked
from assess.document.reading import FEW, NOBODY, SHOWN, Reading
from assess.document.words import later, sentence

LONG = 45
"""Letters of a name that fit on a line of the cover."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One audience on the cover: its mark, how many answered and how they were asked."""

    audience: Audience
    name: Markup
    n: str
    how: Markup


@dataclass(frozen=True, slots=True)
class CoverPage:
    """All that the cover shows."""

    ours: Markup
    theirs: Markup
    organisation: str
    date: Markup
    voices: list[Voice]

    @property
    def long(self) -> bool:
        """Whether the organisation's name needs smaller letters to stay on two lines."""
        return len(self.organisation) > LONG


def cover_page(reading: Reading) -> CoverPage:
    """The cover."""
    words = reading.words
    ours, theirs = _title(reading)
    return CoverPage(
        ours=ours,
        theirs=theirs,
        organisation=reading.organisation,
        date=words.say("Report for the leadership team, {date}", date=words.day(reading.date)),
        voices=[_voice(reading, audience) for audience in AUDIENCES],
    )


def _title(reading: Reading) -> tuple[Markup, Markup]:
    """What the report holds: what we believed, what they said, or both."""
    say = reading.words.say
    heard = [audience for audience in (CUSTOMERS, EMPLOYEES) if reading.shown(audience)]
    if not heard:
        return say("What we believe"), Markup()
    if not reading.n(LEADERS):
        return spoken(heard[0], say("What they said")), Markup()
    return say("What we believed,"), spoken(heard[0], say("what they said"))


def _voice(reading: Reading, audience: Audience) -> Voice:
    shown = reading.presence(audience) == SHOWN or (audience == LEADERS and reading.n(LEADERS) > 0)
    return Voice(
        audience=audience,
        name=_name(reading, audience),
        n=reading.words.whole(reading.n(audience)) if shown else "–",
        how=_how(reading, audience),
    )


def _name(reading: Reading, audience: Audience) -> Markup:
    name = reading.words.say(AUDIENCE_NAMES[audience])
    return name if reading.presence(audience) == NOBODY else spoken(audience, name)


def _how(reading: Reading, audience: Audience) -> Markup:
    ways = {LEADERS: _leaders, EMPLOYEES: _employees, CUSTOMERS: _customers}
    asked = Markup() if reading.presence(audience) == NOBODY else of_those_asked(reading, audience)
    of = asked and sentence(Markup("{}.").format(asked))
    return joined([of, ways[audience](reading)])


def _leaders(reading: Reading) -> Markup:
    words, n = reading.words, reading.n(LEADERS)
    if n == 0:
        return missing(reading, LEADERS)
    if n == 1:
        return words.say("One person’s view: scores and levels without intervals, and nothing to compare.")
    if not reading.shown(LEADERS):
        return words.say("Too few to compare: scores and levels without intervals.")
    if any(reading.report.guesses.values()):
        return words.say("Each answered alone and guessed the others.")
    return words.say("Each answered alone.")


ANONYMOUS = (
    later("Anonymous, and too few to show: fewer than {smallest}."),
    later("Anonymous: no group smaller than {smallest} is shown."),
)
CONFIDENTIAL = (
    later("Confidential, and too few to show: fewer than {smallest}."),
    later("Confidential: no group smaller than {smallest} is shown."),
)
"""For too few, and for enough."""


def _employees(reading: Reading) -> Markup:
    words, smallest = reading.words, reading.words.count(reading.report.smallest.others)
    presence = reading.presence(EMPLOYEES)
    if presence == NOBODY:
        return missing(reading, EMPLOYEES)
    few, shown = ANONYMOUS if reading.anonymous else CONFIDENTIAL
    return words.say(few if presence == FEW else shown, smallest=smallest)


def _customers(reading: Reading) -> Markup:
    words, presence = reading.words, reading.presence(CUSTOMERS)
    if presence == NOBODY:
        return missing(reading, CUSTOMERS)
    if presence == FEW:
        smallest = words.count(reading.report.smallest.others)
        return words.say("Too few to show: fewer than {smallest}.", smallest=smallest)
    return words.say("Those who answered; not a random sample.")
