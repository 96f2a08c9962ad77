"""One page for employees in plain words: what was said, what will be done, by whom, by when."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from assess.core.decided import THIRTIES, DecidedPlan
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS, Audience
from assess.document import decided_words
from assess.document.naming import Naming
from assess.document.words import later, later_n
from assess.store import kept
from assess.store.assessments import Assessment
from assess.web import links
from assess.web.frame import say, say_n, words
from assess.web.plan_page import naming

FIGURES = "report.json"
SAID: Mapping[Audience, str] = {
    CUSTOMERS: later("Of our customers {share} agree ({answers}; margin {span}%)."),
    EMPLOYEES: later("Of us, the employees, {share} agree ({answers}; margin {span}%)."),
    LEADERS: later("Of the leaders {share} agree ({answers}; margin {span}%)."),
}
"""Customers first: it is about them."""
ANSWERS = later_n("{n} answer", "{n} answers")


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that will be done."""

    title: str
    what: str
    who: str
    ready: str


@dataclass(frozen=True, slots=True)
class Summary:
    """All that the page says."""

    claim: str
    said: list[Markup]
    promises: list[Promise]
    decided: Markup
    start: Markup
    next: list[Markup]

    @property
    def text(self) -> str:
        """The same without a page around it, to copy into a mail."""
        asked = [say("We asked whether this is true: “{claim}”", claim=self.claim), *self.said]
        done = [f"– {one.title} ({one.who}, {one.ready})" for one in self.promises]
        parts: list[list[str]] = [
            [say("What was said"), *(asked if self.said else [say("Too few people answered to say.")])],
            [say("What we will do"), *done],
            [say("What happens next"), *self.next],
        ]
        return "\n\n".join("\n".join(Markup(line).unescape() for line in part) for part in parts)


def summary_of(assessment: Assessment, plan: DecidedPlan) -> Summary:
    """The page for a plan that was decided; every figure on it has passed the gate."""
    told, headline = naming(assessment), assessment.set.with_role("headline")
    return Summary(
        claim=told.statement(headline.id, EMPLOYEES) if headline else "",
        said=list(_said(assessment, headline.id)) if headline else [],
        promises=list(_promises(told, plan)),
        decided=decided_words.decided_by(words(), plan),
        start=say("The ninety days start on {day}.", day=words().day(plan.start)),
        next=_next(plan),
    )


def _said(assessment: Assessment, headline: str) -> Iterator[Markup]:
    figures = _figures(assessment)
    for audience, message in SAID.items():
        item = figures.get(audience, {}).get("items", {}).get(headline)
        if item and item.get("agree_share") is not None:
            yield say(
                message,
                share=words().percent(item["agree_share"]),
                answers=say_n(*ANSWERS, item["n"], n=words().whole(item["n"])),
                span=words().span(100 * item["lo"], 100 * item["hi"]),
            )


def _figures(assessment: Assessment) -> Mapping[str, Any]:
    """By audience: the figures that may be shown, as the report was kept."""
    file = kept.file(links.settings().home, assessment.id, FIGURES)
    found: Mapping[str, Any] = json.loads(file.read_bytes())["audiences"] if file else {}
    return found


def _promises(told: Naming, plan: DecidedPlan) -> Iterator[Promise]:
    for block in THIRTIES:
        for action in plan.at(block):
            ready = plan.ready_on(action)
            yield Promise(
                title=decided_words.title(told, action),
                what=decided_words.part(told, action, "what"),
                who=action.owner or _nobody_yet(decided_words.role(told, action)),
                ready="" if ready is None else say("ready {day}", day=words().day(ready)),
            )


def _nobody_yet(role: str) -> str:
    """What the questionnaire proposes is nobody's word: it is told as a proposal."""
    return str(say("nobody yet; proposed: {role}", role=role) if role else say("nobody yet"))


def _next(plan: DecidedPlan) -> list[Markup]:
    last = plan.days(THIRTIES[-1])[1]
    return [
        say(
            "On {day} the ninety days are over. Then we say what came of each of these.",
            day=words().day(last),
        ),
        say("A question or an idea? Go to whoever is named at it."),
    ]
