"""What is asked: questionnaires with their topics, statements and actions, in every language."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

Audience = Literal["leaders", "employees", "customers"]
LEADERS: Audience = "leaders"
EMPLOYEES: Audience = "employees"
CUSTOMERS: Audience = "customers"
AUDIENCES: tuple[Audience, ...] = (LEADERS, EMPLOYEES, CUSTOMERS)

Role = Literal["headline", "recommend", "satisfaction", "ease", "open"]

EVIDENCE = ("assume", "heard", "measured", "shown")
"""How a leader knows a topic's answer, weakest first; nothing said counts as `assume`."""

Text = Mapping[str, str]
"""The same words in every language of the set, by language code."""


def words(text: Text, language: str) -> str:
    """The text in `language`; where that is lacking in English, else in its first language."""
    return text.get(language) or text.get("en") or next(iter(text.values()))


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers to choose from, and from which one on an answer counts as agreeing."""

    id: str
    lowest: int
    highest: int
    agree_from: int | None = None
    labels: tuple[Text, ...] = ()

    @property
    def points(self) -> int:
        """How many numbers the scale has."""
        return self.highest - self.lowest + 1

    @property
    def agrees_from(self) -> int | None:
        """The lowest answer that counts as agreeing: the two highest of 1-5 and 1-7, else as set."""
        if (self.lowest, self.highest) in ((1, 5), (1, 7)):
            return self.highest - 1
        return self.agree_from


@dataclass(frozen=True, slots=True)
class Topic:
    """One maturity subject with a description of behaviour for each point of its scale."""

    id: str
    title: Text
    question: Text
    descriptions: tuple[Text, ...]
    scale: Scale
    required: bool = False
    weight: float = 1
    wording: int = 1

    reverse = False

    def put_to(self, audience: Audience) -> bool:
        """Whether this audience is asked it: topics are for leaders."""
        return audience == LEADERS


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence to agree with; `texts` holds the words of each audience it is put to."""

    id: str
    texts: Mapping[Audience, Text]
    scale: Scale
    reverse: bool = False
    weight: float = 1
    wording: int = 1

    required = False

    @property
    def mirrored(self) -> bool:
        """Whether more than one audience is asked the same."""
        return len(self.texts) > 1

    def put_to(self, audience: Audience) -> bool:
        """Whether this audience is asked it."""
        return audience in self.texts


Item = Topic | Statement


@dataclass(frozen=True, slots=True)
class StandardQuestion:
    """A question outside the themes: the headline, recommend, satisfaction, ease or an open one."""

    id: str
    role: Role
    texts: Mapping[Audience, Text]
    scale: Scale | None = None
    """None for an open question, which takes text."""
    wording: int = 1

    def put_to(self, audience: Audience) -> bool:
        """Whether this audience is asked it."""
        return audience in self.texts


@dataclass(frozen=True, slots=True)
class Action:
    """What an organisation can do about topics that stand at `from_level`."""

    id: str
    moves: tuple[str, ...]
    from_level: int
    impact: int
    effort: int
    days: int
    owner: str
    title: Text
    what: Text
    first_step: Text
    measure: Text
    requires: tuple[str, ...] = ()


def _weighed(fields: list[tuple[str, object]]) -> dict[str, object]:
    """A weight of 1 and one of 1.0 are the same content."""
    return {
        name: float(value) if isinstance(value, int) and name == "weight" else value for name, value in fields
    }


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked about one theme, with its actions."""

    id: str
    version: int
    title: Text
    order: int | None = None
    weight: float = 1
    intro: Text = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    statements: tuple[Statement, ...] = ()
    actions: tuple[Action, ...] = ()

    def scored(self, audience: Audience) -> tuple[Item, ...]:
        """The items that make this theme's score for an audience: its topics, else its statements."""
        topics = [topic for topic in self.topics if topic.put_to(audience)]
        return tuple(topics) or tuple(s for s in self.statements if s.put_to(audience))

    def canonical(self) -> str:
        """The questionnaire as JSON text: the same for the same content, whatever the file looked like."""
        content = asdict(self, dict_factory=_weighed)
        return json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"

    def sha256(self) -> str:
        """The fingerprint of the canonical text."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Level:
    """The name and description of one maturity level."""

    title: Text
    description: Text


@dataclass(frozen=True, slots=True)
class WarningSign:
    """A yes-or-no sentence for the doorway; never scored."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class QuestionnaireSet:
    """All questionnaires of an assessment and what they share."""

    questionnaires: tuple[Questionnaire, ...]
    scales: Mapping[str, Scale]
    levels: tuple[Level, ...] = ()
    owners: Mapping[str, Text] = field(default_factory=dict)
    standard: tuple[StandardQuestion, ...] = ()
    warning_signs: tuple[WarningSign, ...] = ()
    languages: tuple[str, ...] = ("en",)

    def items(self) -> Iterator[Item | StandardQuestion]:
        """Everything that can be answered, in the order in which it is asked."""
        for questionnaire in self.questionnaires:
            yield from questionnaire.topics
            yield from questionnaire.statements
        yield from self.standard

    def topics(self) -> Iterator[Topic]:
        """All topics, theme by theme."""
        for questionnaire in self.questionnaires:
            yield from questionnaire.topics

    def actions(self) -> Iterator[Action]:
        """All actions, theme by theme."""
        for questionnaire in self.questionnaires:
            yield from questionnaire.actions

    def level(self, number: int) -> Level | None:
        """The level that a point of the scale `maturity` stands for; None where the set names none."""
        scale = self.scales.get("maturity")
        place = number - (scale.lowest if scale else 1)
        return self.levels[place] if 0 <= place < len(self.levels) else None

    def with_role(self, role: Role) -> StandardQuestion | None:
        """The standard question that plays this role, if the set has it."""
        return next((question for question in self.standard if question.role == role), None)
