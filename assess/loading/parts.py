"""The definition of structure: what a questionnaire file, shared.yaml and benchmarks.yaml may hold.

Exactly these keys, of exactly these kinds. Problems, JSON Schema and types all come from here.
"""

from typing import Annotated, TypedDict

from assess.core.benchmarks import Comparison, Grade
from assess.core.questionnaire import Role
from assess.loading.definition import Default, Expect
from assess.loading.kinds import (
    EMPTY,
    MOST_PARTS,
    MOST_POINTS,
    NO_WORDS,
    NOTHING,
    Actions,
    ByYear,
    Count,
    Days,
    Descriptions,
    Domain,
    Figure,
    Interval,
    Level,
    Name,
    Number,
    OneToThree,
    Order,
    OwnerName,
    Point,
    ScaleName,
    Text,
    Texts,
    Topics,
    Weight,
    Whether,
    Words,
    Year,
)


class Spoken(TypedDict):
    """The words of each audience that something is put to."""

    leaders: Annotated[Text, NO_WORDS]
    employees: Annotated[Text, NO_WORDS]
    customers: Annotated[Text, NO_WORDS]


class TopicPart(TypedDict):
    """One maturity subject with a description of behaviour for each point of the scale `maturity`."""

    id: Name
    title: Text
    question: Text
    descriptions: Descriptions
    required: Annotated[Whether, Default(value=False)]
    weight: Annotated[Weight, Default(1.0)]
    wording: Annotated[Count, Default(1)]


class StatementPart(Spoken):
    """One sentence to agree with; mirrored when more than one audience is asked it."""

    id: Name
    scale: Annotated[ScaleName, Default("agree")]
    reverse: Annotated[Whether, Default(value=False)]
    weight: Annotated[Weight, Default(1.0)]
    wording: Annotated[Count, Default(1)]


class ActionPart(TypedDict):
    """What an organisation can do about topics that stand at `from_level`."""

    id: Name
    moves: Topics
    from_level: Level
    impact: OneToThree
    effort: OneToThree
    days: Days
    owner: OwnerName
    requires: Annotated[Actions, EMPTY]
    title: Text
    what: Text
    first_step: Text
    measure: Text


class QuestionnairePart(TypedDict):
    """What is asked about one theme, with its actions."""

    id: Name
    version: Count
    order: Annotated[Order | None, NOTHING]
    title: Text
    weight: Annotated[Weight, Default(1.0)]
    intro: Annotated[Text, NO_WORDS]
    topics: Annotated[list[TopicPart], Expect("a list of topics", max_length=MOST_PARTS), EMPTY]
    statements: Annotated[list[StatementPart], Expect("a list of statements", max_length=MOST_PARTS), EMPTY]
    actions: Annotated[list[ActionPart], Expect("a list of actions", max_length=MOST_PARTS), EMPTY]


ScalePart = TypedDict(
    "ScalePart",
    {
        "from": Point,
        "to": Point,
        "agree_from": Annotated[Point | None, NOTHING],
        "labels": Annotated[Descriptions, EMPTY],
    },
)
ScalePart.__doc__ = "Whole numbers to choose from, and from which one on an answer counts as agreeing."


class LevelPart(TypedDict):
    """The name and description of one maturity level."""

    title: Text
    description: Text


class StandardQuestionPart(Spoken):
    """A question outside the themes."""

    id: Name
    role: Annotated[Role, Expect("headline, recommend, satisfaction, ease or open")]
    scale: Annotated[ScaleName | None, NOTHING]
    wording: Annotated[Count, Default(1)]


class WarningSignPart(TypedDict):
    """A yes-or-no sentence for the doorway; never scored."""

    id: Name
    text: Text


class SharedFilePart(TypedDict):
    """What all questionnaires of a set share."""

    scales: Annotated[
        dict[Name, ScalePart],
        Expect("scales by name, as in {agree: {from: 1, to: 5}}", max_length=MOST_PARTS),
    ]
    levels: Annotated[
        list[LevelPart], Expect("a list of levels, lowest first", max_length=MOST_POINTS), EMPTY
    ]
    owners: Annotated[
        dict[Name, Text],
        Expect("owners by name, as in {team: {en: Team leader}}", max_length=MOST_PARTS),
        NO_WORDS,
    ]
    standard: Annotated[
        list[StandardQuestionPart], Expect("a list of standard questions", max_length=MOST_PARTS), EMPTY
    ]
    warning_signs: Annotated[
        list[WarningSignPart], Expect("a list of warning signs", max_length=MOST_PARTS), EMPTY
    ]


class SourcePart(TypedDict):
    """Where a figure was read, and how sure we are that it says so."""

    title: Words
    verified: Annotated[Words, Expect("how sure it is, such as: seen")]
    url: Annotated[Words | None, NOTHING]


class SeedPart(TypedDict):
    """The article that led to a figure, and what it says: for authors, never shown."""

    file: Annotated[Words | None, NOTHING]
    line: Annotated[Count | None, NOTHING]
    says: Annotated[Words | None, NOTHING]


class BenchmarkPart(TypedDict):
    """One published figure with its provenance."""

    id: Name
    what: Text
    value: Annotated[Figure | None, NOTHING]
    unit: Text
    population: Annotated[Text | None, NOTHING]
    n: Annotated[Count | None, NOTHING]
    interval95: Annotated[Interval | None, NOTHING]
    year: Annotated[Year | None, NOTHING]
    source: SourcePart
    also: Annotated[SourcePart | None, NOTHING]
    seed: Annotated[SeedPart | None, NOTHING]
    domain: Domain
    compare: Annotated[Comparison, Expect("like_for_like, context or never")]
    compare_with: Annotated[Text | None, NOTHING]
    trust: Annotated[
        Annotated[Grade, Expect("A, B or C")] | None,
        NOTHING,
    ]
    caveats: Annotated[Texts, EMPTY]
    original_value: Annotated[Number | None, NOTHING]
    corrected_value: Annotated[Number | None, NOTHING]
    contrast_value: Annotated[Number | None, NOTHING]
    series: Annotated[ByYear | None, NOTHING]
    series_text: Annotated[Text | None, NOTHING]


Benchmarks = Annotated[list[BenchmarkPart], Expect("a list of benchmarks", max_length=MOST_PARTS)]
