"""The sentence about the themes that stand apart from the mean."""

from markupsafe import Markup

from assess.core.questionnaire import Audience
from assess.document.presence import mean_of
from assess.document.reading import Reading
from assess.document.words import later_n

BOTH = later_n(
    "{high} stands clearly above {mean}, {low} below it.",
    "{high} stand clearly above {mean}, {low} below it.",
)
ABOVE = later_n("{themes} stands clearly above {mean}.", "{themes} stand clearly above {mean}.")
BELOW = later_n("{themes} stands clearly below {mean}.", "{themes} stand clearly below {mean}.")


def standing_out(reading: Reading, by: Audience, above: list[str], below: list[str]) -> Markup:
    """Which themes stand clearly above or below the mean of whose scores they are."""
    words, mean = reading.words, mean_of(reading, by)
    high, low = words.listing(above), words.listing(below)
    if above and below:
        return words.say_n(*BOTH, len(above), high=high, low=low, mean=mean)
    if above or below:
        message, themes = (ABOVE, high) if above else (BELOW, low)
        return words.say_n(*message, len(above or below), themes=themes, mean=mean)
    return words.say("No theme clearly stands out: every interval reaches {mean}.", mean=mean)
