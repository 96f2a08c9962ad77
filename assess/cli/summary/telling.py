"""Sentences, numbers and names in one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from assess.cli.summary.sentences import PEOPLE, SENTENCES
from assess.core.questionnaire import LEADERS, Audience, QuestionnaireSet, Text, words


@dataclass(frozen=True, slots=True)
class Telling:
    """How a set of questionnaires and its figures are told to one reader. Ids go in, words come out."""

    set: QuestionnaireSet
    organisation: str
    language: str

    def asks(self, audience: Audience) -> bool:
        """Whether the set puts anything to an audience at all."""
        return any(item.put_to(audience) for item in self.set.items())

    def tell(self, sentence: str, **values: object) -> str:
        """A sentence with its values filled in; numbers are rounded here."""
        told = {name: self.whole(v) if isinstance(v, int | float) else v for name, v in values.items()}
        return SENTENCES[self.language][sentence].format(**told)

    def whole(self, number: float) -> str:
        """A number without decimals, with its thousands set apart; halves go up."""
        text = f"{floor(number + 0.5 + 1e-9):,}"
        return text.replace(",", ".") if self.language == "nl" else text

    def bound(self, number: float) -> str:
        """A number that is surely not zero: whole, or with the decimals it needs not to read as zero."""
        places = next((places for places in range(1, 9) if round(number, places)), 0)
        if floor(number + 0.5 + 1e-9) or not places:
            return self.whole(number)
        text = f"{number:.{places}f}"
        return text.replace(".", ",") if self.language == "nl" else text

    def people(self, audience: Audience, n: int) -> str:
        """So many people of an audience."""
        return PEOPLE[self.language][audience][min(n, 2)].format(n=self.whole(n))

    def listed(self, parts: Iterable[str]) -> str:
        """Several things in a row: a, b and c."""
        *several, last = parts
        return self.tell("and", several=", ".join(several), last=last) if several else last

    def text(self, text: Text) -> str:
        """A text of the set."""
        return " ".join(words(text, self.language).replace("{organisation}", self.organisation).split())

    def themes(self, ids: Iterable[str]) -> str:
        """What these themes are called."""
        titles = {
            questionnaire.id: self.text(questionnaire.title) for questionnaire in self.set.questionnaires
        }
        return self.listed(titles[id] for id in ids)

    def topics(self, ids: Iterable[str]) -> str:
        """What these topics are called."""
        titles = {topic.id: self.text(topic.title) for topic in self.set.topics()}
        return self.listed(f"“{titles[id]}”" for id in ids)

    def action(self, id: str, place: int) -> str:
        """What to do, by whom and in how many days."""
        action = next(action for action in self.set.actions() if action.id == id)
        owner = self.set.owners.get(action.owner, {self.language: action.owner})
        return self.tell(
            "priority",
            place=place,
            action=self.text(action.title),
            owner=self.text(owner),
            days=action.days,
        )

    def level(self, number: int) -> str:
        """What a level is called; its number where it has no name."""
        level = self.set.level(number)
        return str(number) if level is None else self.text(level.title)

    def headline(self) -> str:
        """The headline statement as leaders read it, else as the first audience that does."""
        question = self.set.with_role("headline")
        texts = question.texts if question else {}
        return self.text(texts.get(LEADERS) or next(iter(texts.values())))
