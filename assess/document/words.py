"""The report's fixed words in the reader's language: messages, numbers, dates and lists."""

import re
from collections.abc import Iterable
from datetime import date as Date
from functools import lru_cache
from gettext import NullTranslations, translation
from math import floor

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup

from assess import paths
from assess.core.questionnaire import Text, words

LANGUAGES = ("en", "nl")
"""The languages of the fixed words. A set in another language gets English around it."""


def later(message: str) -> str:
    """Marks a message that is looked up where it is used, so that the translators see it."""
    return message


def later_n(one: str, many: str) -> tuple[str, str]:
    """Marks a message for one and for several in the same way."""
    return one, many


NUMBERS = (
    later("zero"),
    later("one"),
    later("two"),
    later("three"),
    later("four"),
    later("five"),
    later("six"),
    later("seven"),
    later("eight"),
    later("nine"),
    later("ten"),
    later("eleven"),
    later("twelve"),
)
"""Numbers up to twelve are words in a sentence."""


APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<!\w)'(?=[nst]\b)")
"""Straight in the files, curved on the page, as in the fixed words."""


@lru_cache
def _catalogue(language: str) -> NullTranslations:
    return translation("messages", paths.TRANSLATIONS, [language], fallback=language == "en")


class Words:
    """What a reader of one language reads; every value that is filled in is escaped."""

    def __init__(self, language: str) -> None:
        self.wanted = language
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = _catalogue(self.language)

    def say(self, message: str, **values: object) -> Markup:
        """A message in the reader's language with its values filled in."""
        return Markup(self._catalogue.gettext(message)).format(**values)

    def say_n(self, one: str, many: str, count: int, **values: object) -> Markup:
        """The same for a number of things; `{count}` is that number, as a word up to twelve."""
        message = self._catalogue.ngettext(one, many, count)
        return Markup(message).format(count=self.count(count), **values)

    def of(self, text: Text) -> str:
        """A text of the questionnaires in the reader's language."""
        return APOSTROPHE.sub("’", words(text, self.wanted))

    def count(self, number: int) -> str:
        """A number in a sentence: a word up to twelve."""
        return str(self.say(NUMBERS[number])) if 0 <= number < len(NUMBERS) else self.whole(number)

    def whole(self, number: float) -> str:
        """A number without decimals, with its thousands set apart."""
        return self._told(_rounded(number, 0), "#,##0")

    def decimal(self, number: float, places: int = 1) -> str:
        """A number with decimals."""
        return self._told(_rounded(number, places), f"#,##0.{'0' * places}")

    def bound(self, number: float) -> str:
        """A number that is surely not zero: whole, or with the decimals it needs not to read as zero."""
        places = next((places for places in range(9) if _rounded(number, places)), 0)
        return self.decimal(number, places) if places else self.whole(number)

    def factor(self, number: float) -> str:
        """A number with as many decimals as it needs, two at most."""
        return self._told(_rounded(number, 2), "#,##0.##")

    def _told(self, number: float, shape: str) -> str:
        return format_decimal(number, format=shape, locale=self.language).replace("-", "−")

    def percent(self, share: float) -> str:
        """A share of 0-1 in whole percents."""
        return f"{self.whole(100 * share)}%"

    def sample(self, n: int) -> Markup:
        """The number of people behind a figure, never broken over two lines."""
        return Markup("n\u00a0=\u00a0") + self.whole(n)

    def span(self, lo: float, hi: float) -> str:
        """From a number to a number, both whole."""
        return str(self.say("{lo} to {hi}", lo=self.whole(lo), hi=self.whole(hi)))

    def day(self, date: Date) -> str:
        """A date in full."""
        return format_date(date, "d MMMM y", locale=self.language)

    def listing(self, parts: Iterable[str]) -> Markup:
        """Several things in a row: a, b and c."""
        first = list(parts)
        last = first.pop() if first else ""
        if not first:
            return Markup.escape(last)
        return self.say("{several} and {last}", several=Markup(", ").join(first), last=last)


def _rounded(number: float, places: int) -> float:
    # Halves go up, as a reader expects; the dust of binary fractions does not decide.
    step: int = 10**places
    size = floor(abs(number) * step + 0.5 + 1e-9) / step
    return size if number > 0 or not size else -size


def sentence(text: str) -> Markup:
    """A text that begins with a capital; an accented double vowel takes its capital the Dutch way (Eén)."""
    safe = Markup.escape(text)
    if safe.startswith("éé"):
        return Markup("Eé") + safe[2:]
    return safe[:1].upper() + safe[1:]
