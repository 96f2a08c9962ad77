"""A report as one reader sees it: its figures by name, its words in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property
from typing import Literal

from markupsafe import Markup

from assess.core.decided import DecidedPlan
from assess.core.figures import AudienceFigures, ItemFigures, ThemeFigures
from assess.core.mirror import Gap
from assess.core.questionnaire import (
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
from assess.core.report import Report
from assess.core.scoring import level, raw_mean
from assess.document.fieldwork import Fieldwork, how_asked
from assess.document.naming import Naming
from assess.document.words import Words

Presence = Literal["none", "few", "shown"]
"""How far an audience can be shown."""

NOBODY: Presence = "none"
FEW: Presence = "few"
SHOWN: Presence = "shown"


@dataclass(frozen=True)
class Reading:
    """One report for one reader. Ids go in; words come out, so that no id reaches the reader."""

    report: Report
    organisation: str
    date: Date
    words: Words
    fieldwork: Fieldwork | None = None
    """How the answers were gathered, where that is known."""
    decided: DecidedPlan | None = None
    """The plan as the team decided it; None for the one that the rules propose."""

    @property
    def set(self) -> QuestionnaireSet:
        """The questionnaires that were asked."""
        return self.report.questionnaires

    def figures(self, audience: Audience) -> AudienceFigures:
        """What may be shown of an audience."""
        return self.report.published.audiences.get(audience) or AudienceFigures(n=0, hidden=True)

    def presence(self, audience: Audience) -> Presence:
        """Whether nobody of an audience answered, too few did, or its figures can be shown."""
        figures = self.figures(audience)
        if figures.n == 0:
            return NOBODY
        if figures.hidden or (figures.n or 0) < self.report.smallest.of(audience):
            return FEW
        return SHOWN

    def shown(self, audience: Audience) -> bool:
        """Whether an audience is large enough to show its figures."""
        return self.presence(audience) == SHOWN

    def n(self, audience: Audience) -> int:
        """How many of an audience answered, as far as that may be said."""
        return self.figures(audience).n or 0

    @cached_property
    def how_asked(self) -> Markup:
        """How customers were asked, source by source; empty where nobody told."""
        return how_asked(self.words, self.fieldwork) if self.fieldwork else Markup()

    def invited(self, audience: Audience) -> bool:
        """Whether it is known that an audience could answer, though nobody did."""
        return self.fieldwork is not None and audience in self.fieldwork.invited

    @property
    def anonymous(self) -> bool:
        """Whether it is known that employees answered anonymously; else it is called confidential."""
        return self.fieldwork is not None and self.fieldwork.anonymous

    def asked(self, audience: Audience) -> bool:
        """Whether the set puts anything to an audience at all."""
        return any(item.put_to(audience) for item in self.set.items())

    def item(self, audience: Audience, id: str) -> ItemFigures | None:
        """One item's figures for an audience; None when there are none to show."""
        return self.figures(audience).items.get(id)

    def theme(self, audience: Audience, id: str) -> ThemeFigures | None:
        """One theme's figures for an audience; None when there is no score to show."""
        found = self.figures(audience).themes.get(id)
        return found if found and found.score is not None else None

    @cached_property
    def naming(self) -> Naming:
        """What the things of the set are called."""
        return Naming(self.set, self.organisation, self.words)

    @property
    def themes(self) -> Mapping[str, Questionnaire]:
        """The questionnaires by id, in their order."""
        return self.naming.themes

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id, theme by theme."""
        return self.naming.topics

    @property
    def statements(self) -> Mapping[str, Statement | StandardQuestion]:
        """Everything that is put in a sentence, by id."""
        return self.naming.statements

    @property
    def actions(self) -> Mapping[str, Action]:
        """The actions by id."""
        return self.naming.actions

    def text(self, text: Text) -> str:
        """A text of the set; where it names an item or an action, its words stand instead of the id."""
        return self.naming.text(text)

    def name(self, id: str) -> str:
        """What a theme, topic, statement or action is called."""
        return self.naming.name(id)

    def statement(self, id: str, audience: Audience = LEADERS) -> str:
        """A statement as an audience reads it, else as the first that reads it."""
        return self.naming.statement(id, audience)

    def theme_of(self, topic: str) -> str:
        """The id of the theme a topic belongs to."""
        return next(id for id, theme in self.themes.items() if any(topic == t.id for t in theme.topics))

    def gap(self, statement: str, a: Audience, b: Audience) -> Gap | None:
        """The gap between two audiences on one statement."""
        wanted = (statement, a, b)
        return next((gap for gap in self.report.gaps if (gap.statement, gap.a, gap.b) == wanted), None)

    def level_name(self, number: int) -> str:
        """What a level is called."""
        level = self.set.level(number)
        if level is not None:
            return self.words.of(level.title)
        return str(self.words.say("level {number}", number=number))

    def nearest(self, topic: Topic, score: float) -> int:
        """The level a score of 0-100 is nearest to, before any cap."""
        return level(raw_mean(score, topic.scale))
