"""What the things of a set of questionnaires are called, for one reader: ids go in, words come out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assess.core.questionnaire import (
    AUDIENCES,
    LEADERS,
    Action,
    Audience,
    Questionnaire,
    QuestionnaireSet,
    StandardQuestion,
    Statement,
    Text,
    Topic,
)
from assess.document.words import Words


@dataclass(frozen=True)
class Naming:
    """One set about one organisation, in one language."""

    set: QuestionnaireSet
    organisation: str
    words: Words

    @cached_property
    def themes(self) -> Mapping[str, Questionnaire]:
        """The questionnaires by id, in their order."""
        return {questionnaire.id: questionnaire for questionnaire in self.set.questionnaires}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id, theme by theme."""
        return {topic.id: topic for topic in self.set.topics()}

    @cached_property
    def statements(self) -> Mapping[str, Statement | StandardQuestion]:
        """Everything that is put in a sentence, by id."""
        return {item.id: item for item in self.set.items() if not isinstance(item, Topic)}

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """The actions by id."""
        return {action.id: action for action in self.set.actions()}

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        # An id of letters alone may as well be a word of the text.
        known = [id for id in (*self.topics, *self.statements, *self.actions) if not id.isalpha()]
        longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        return re.compile(rf"(?<![\w-])(?:{longest_first or '(?!)'})(?![\w-])")

    def text(self, text: Text) -> str:
        """A text of the set; where it names an item or an action, its words stand instead of the id."""
        told = self.words.of(text).replace("{organisation}", self.organisation)
        return self._ids.sub(lambda found: f"“{self.name(found[0]).rstrip('.')}”", told)

    def name(self, id: str) -> str:
        """What a theme, topic, statement or action is called."""
        named: Mapping[str, Questionnaire | Topic | Action]
        for named in (self.themes, self.topics, self.actions):
            if id in named:
                return self.words.of(named[id].title)
        return self.statement(id)

    def statement(self, id: str, audience: Audience = LEADERS) -> str:
        """A statement as an audience reads it, else as the first that reads it."""
        texts = self.statements[id].texts
        found = texts.get(audience) or next(texts[reader] for reader in AUDIENCES if reader in texts)
        return self.words.of(found).replace("{organisation}", self.organisation)
