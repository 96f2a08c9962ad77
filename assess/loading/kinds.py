"""The kinds of values that files hold; the words say what is expected."""

from typing import Annotated

from assess.loading.definition import Default, Expect

LONGEST_TEXT = 2_000
MOST_PARTS = 300
MOST_POINTS = 21
MOST_NAMES = 40
LARGEST_ANSWER = 100

NAME = r"^[A-Za-z][A-Za-z0-9_-]*$"

NOTHING = Default(None)
EMPTY = Default([])
NO_WORDS = Default({})

Name = Annotated[
    str,
    Expect(
        "a letter followed by letters, digits, '-' and '_', at most 40 in all", pattern=NAME, max_length=40
    ),
]
OwnerName = Annotated[str, Expect("an owner of shared.yaml", pattern=NAME, max_length=40)]
ScaleName = Annotated[str, Expect("a scale of shared.yaml", pattern=NAME, max_length=40)]
Domain = Annotated[str, Expect("a theme, or a word of your own", pattern=NAME, max_length=40)]

Language = Annotated[str, Expect(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Words = Annotated[
    str,
    Expect(
        "words on one line, at most 2,000 characters",
        strip_whitespace=True,
        min_length=1,
        max_length=LONGEST_TEXT,
        pattern=r"^[^\r\n]+$",
    ),
]
TEXT = Expect("the words in every language, as in {en: …, nl: …}", min_length=1, max_length=30)
Text = Annotated[dict[Language, Words], TEXT]
Descriptions = Annotated[
    list[Text],
    Expect("a list with a text for each point of the scale, lowest first", max_length=MOST_POINTS),
]
Texts = Annotated[list[Text], Expect("a list of texts", max_length=MOST_NAMES)]
Topics = Annotated[list[Name], Expect("a list of topics of this file", min_length=1, max_length=MOST_NAMES)]
Actions = Annotated[list[Name], Expect("a list of other actions, or []", max_length=MOST_NAMES)]

Whether = Annotated[bool, Expect("true or false")]
Count = Annotated[int, Expect("a whole number from 1", ge=1, le=1_000_000_000)]
Order = Annotated[int, Expect("a whole number: where it stands among the themes")]
Level = Annotated[int, Expect("a level, as a whole number from 1", ge=1, le=MOST_POINTS)]
OneToThree = Annotated[int, Expect("a whole number from 1 to 3", ge=1, le=3)]
Days = Annotated[int, Expect("a whole number from 1 to 365", ge=1, le=365)]
Year = Annotated[int, Expect("a year, as in 2024", ge=1800, le=2200)]
Point = Annotated[int, Expect("a whole number from -100 to 100", ge=-LARGEST_ANSWER, le=LARGEST_ANSWER)]
Weight = Annotated[float, Expect("a number above 0, at most 1,000", gt=0, le=1_000, allow_inf_nan=False)]
Number = Annotated[float, Expect("a number", allow_inf_nan=False)]
Interval = Annotated[
    list[Number], Expect("two numbers, lowest first, as in [75.7, 83.9]", min_length=2, max_length=2)
]
ByYear = Annotated[dict[int, Number], Expect("numbers by year, as in {2006: 68}", max_length=MOST_PARTS)]
Figure = Annotated[
    Number | Words | dict[Name, Number],
    Expect("a number, words, or numbers by name; without a figure leave it out"),
]
