"""The plan for ninety days: what, why, first step, measure, and lines for a name and a date."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from assess.core.plan import PlannedAction
from assess.core.questionnaire import CUSTOMERS, EMPLOYEES
from assess.document.fragments import joined, named, spoken
from assess.document.pages.first_step import LISTEN_TAG, agree_first, listen_first, role
from assess.document.pages.highlights import raised_by
from assess.document.pages.no_plan import no_plan
from assess.document.pages.waiting import Waiting, blocked, for_later, why_later
from assess.document.reading import Reading
from assess.document.words import Words, later, later_n, sentence

FEW = 3
BLOCKS = {
    "days_0_30": later("This month, day 0 to 30"),
    "days_31_60": later("Day 31 to 60"),
    "days_61_90": later("Day 61 to 90"),
}


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action of the plan, with every factor of its priority."""

    priority: str
    title: str
    what: str
    reason: Markup
    factors: Markup
    listen: Markup
    """Whom to listen to before the first step; empty for nobody."""
    agree: Markup
    """What to agree on among ourselves before the first step; empty for nothing."""
    first_step: str
    measure: str
    role: str
    owner: str = ""
    ready: str = ""
    """When it is ready, where the team has decided so."""


@dataclass(frozen=True, slots=True)
class Block:
    """Thirty days."""

    heading: str
    rows: list[ActionRow]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """All that the plan shows."""

    sentence: Markup
    blocks: list[Block]
    later: list[Waiting]
    why_later: Markup
    blocked: list[Waiting]
    without_action: Markup
    note: Markup
    status: Markup = Markup()
    """Who decided it and when; empty while it is a proposal."""
    own_later: list[Waiting] = field(default_factory=list)
    dropped: list[Waiting] = field(default_factory=list)

    @property
    def room(self) -> str:
        """Whether there is room for a neighbour on its page: it has only a heading, or is short."""
        if not self.blocks:
            return "bare"
        return "short" if sum(len(block.rows) for block in self.blocks) <= FEW else ""


def plan_page(reading: Reading) -> PlanPage:
    """The plan; it names as well what waits and what has no action."""
    plan = reading.report.plan
    blocks = [
        Block(str(reading.words.say(BLOCKS[name])), [action_row(reading, entry) for entry in entries])
        for name, entries in plan.blocks.items()
        if entries
    ]
    return PlanPage(
        sentence=_sentence(reading),
        blocks=blocks,
        later=[for_later(reading, entry) for entry in plan.later],
        why_later=why_later(reading),
        blocked=[blocked(reading, id, needed) for id, needed in plan.blocked.items()],
        without_action=_without_action(reading),
        note=_note(reading),
    )


def planned(reading: Reading) -> list[PlannedAction]:
    """The actions of the ninety days, in the order in which they start."""
    return [entry for entries in reading.report.plan.blocks.values() for entry in entries]


ACTIONS = later_n("{count} action in ninety days.", "{count} actions in ninety days.")
ACTIONS_NOW = later_n(
    "{count} action in ninety days, {first} this month.",
    "{count} actions in ninety days, {first} of them this month.",
)


def _sentence(reading: Reading) -> Markup:
    words, entries = reading.words, planned(reading)
    if not entries:
        return no_plan(reading)
    first = len(next(iter(reading.report.plan.blocks.values()), ()))
    if 0 < first < len(entries):
        told = words.say_n(*ACTIONS_NOW, len(entries), first=words.count(first))
    else:
        told = words.say_n(*ACTIONS, len(entries))
    return joined([sentence(told), _listening(reading, entries)])


def _note(reading: Reading) -> Markup:
    if not planned(reading):
        return Markup()
    return reading.words.say(
        "The role above the lines is a proposal. The factors under each action multiply to its priority. "
        "Impact and effort are judgements of the makers of the questionnaires; no effect sizes are known."
    )


ALL_LISTEN = {
    CUSTOMERS: later("All of them begin by talking with five customers."),
    EMPLOYEES: later("All of them begin by talking with five employees."),
}
LISTEN = {
    CUSTOMERS: later_n(
        "{count} begins by talking with five customers.", "{count} begin by talking with five customers."
    ),
    EMPLOYEES: later_n(
        "{count} begins by talking with five employees.", "{count} begin by talking with five employees."
    ),
}


def _listening(reading: Reading, entries: list[PlannedAction]) -> Markup:
    words = reading.words
    sides = [
        gap.b for entry in entries if "listen_first" in entry.tags and (gap := raised_by(reading, entry))
    ]
    told = []
    for audience in dict.fromkeys(sides):
        count = sides.count(audience)
        everyone = count == len(entries) > 1
        begins = words.say(ALL_LISTEN[audience]) if everyone else words.say_n(*LISTEN[audience], count)
        told.append(spoken(audience, sentence(begins)))
    return joined(told)


def action_row(reading: Reading, entry: PlannedAction) -> ActionRow:
    """An action with its reason and its factors."""
    action = reading.actions[entry.action]
    return ActionRow(
        priority=reading.words.whole(entry.priority),
        title=reading.text(action.title),
        what=reading.text(action.what),
        reason=_reason(reading, entry),
        factors=_factors(reading.words, entry),
        listen=listen_first(reading, entry, LISTEN_TAG),
        agree=agree_first(reading, entry),
        first_step=reading.text(action.first_step),
        measure=reading.text(action.measure),
        role=role(reading, entry),
    )


def _reason(reading: Reading, entry: PlannedAction) -> Markup:
    words, gap = reading.words, raised_by(reading, entry)
    topic, mean = named(reading.name(entry.topic)), words.decimal(entry.current)
    if gap is None or gap.gap_pp is None:
        return words.say("{topic} stands at {mean}", topic=topic, mean=mean)
    told = words.say("{points} points", points=words.whole(gap.gap_pp))
    points = spoken(gap.b, told.replace(" ", "\u00a0"))
    return words.say("{topic} stands at {mean}; clear gap of {points}", topic=topic, mean=mean, points=points)


def _factors(words: Words, entry: PlannedAction) -> Markup:
    told = words.say(
        "need {need} × impact {impact}/3 × certainty {confidence} × gap {gap} ÷ effort {effort}",
        need=words.decimal(100 * entry.need),
        impact=entry.impact,
        confidence=words.factor(entry.confidence),
        gap=words.factor(entry.gap_factor),
        effort=entry.effort,
    )
    # A line breaks before an operator, never between a factor's name and its number.
    told = told.replace(" ", "\u00a0").replace("\u00a0×", " ×").replace("\u00a0÷", " ÷")
    if entry.priority <= entry.own:
        return told
    raised = words.say(
        "own priority {own}; raised by an action that waits for it", own=words.whole(entry.own)
    )
    return joined([told, raised], "; ")


def _without_action(reading: Reading) -> Markup:
    topics = list(_named(reading, reading.report.plan.without_action))
    if not topics:
        return Markup()
    return reading.words.say_n(
        "{topics} is weak too, but these questionnaires have no action that starts at its level: talk "
        "about it.",
        "{topics} are weak too, but these questionnaires have no action that starts at their level: talk "
        "about them.",
        len(topics),
        topics=reading.words.listing(topics),
    )


def _named(reading: Reading, ids: tuple[str, ...]) -> Iterator[Markup]:
    for id in ids:
        yield named(reading.name(id))
