"""Impact beside effort: where the actions of the plan stand, in nine fields."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.plan import PlannedAction
from assess.document.fragments import joined
from assess.document.pages.plan import planned
from assess.document.reading import Reading
from assess.document.words import Words, later, later_n, sentence

IMPACTS, EFFORTS = (3, 2, 1), (1, 2, 3)
IMPACT_NAMES = {3: later("large impact"), 2: later("some impact"), 1: later("small impact")}
EFFORT_NAMES = {1: later("light"), 2: later("some effort"), 3: later("heavy")}


@dataclass(frozen=True, slots=True)
class Placed:
    """One action in its field, and whether it starts this month."""

    title: str
    theme: str
    now: bool


@dataclass(frozen=True, slots=True)
class Field:
    """The actions of one impact and one effort."""

    actions: list[Placed]
    more: Markup


@dataclass(frozen=True, slots=True)
class EffortPage:
    """All that the page shows: nine fields, the largest impact on top, the least effort at the left."""

    sentence: Markup
    efforts: list[str]
    rows: list[tuple[str, list[Field]]]


def effort_page(reading: Reading) -> EffortPage | None:
    """Where the planned actions stand; None when nothing is planned."""
    if not planned(reading):
        return None
    words = reading.words
    return EffortPage(
        sentence=_sentence(reading),
        efforts=[str(words.say(EFFORT_NAMES[effort])) for effort in EFFORTS],
        rows=[
            (str(words.say(IMPACT_NAMES[impact])), [_field(reading, impact, effort) for effort in EFFORTS])
            for impact in IMPACTS
        ],
    )


def _field(reading: Reading, impact: int, effort: int) -> Field:
    plan, words = reading.report.plan, reading.words
    first = {entry.action for entry in next(iter(plan.blocks.values()), ())}
    here = [entry for entry in planned(reading) if (entry.impact, entry.effort) == (impact, effort)]
    waiting = sum((entry.impact, entry.effort) == (impact, effort) for entry in plan.later)
    more = words.say_n("{count} more later", "{count} more later", waiting) if waiting else Markup()
    return Field([_placed(reading, entry, entry.action in first) for entry in here], sentence(more))


def _placed(reading: Reading, entry: PlannedAction, now: bool) -> Placed:
    return Placed(reading.text(reading.actions[entry.action].title), reading.name(entry.theme), now)


QUICK = later_n("{count} quick win", "{count} quick wins")
BIG = later_n("{count} big step", "{count} big steps")
TALK = later_n(
    "for {count} action we first agree among ourselves", "for {count} actions we first agree among ourselves"
)
ALL = later("for every one of them we first agree among ourselves")


def _sentence(reading: Reading) -> Markup:
    words, entries = reading.words, planned(reading)
    counts = {
        tag: sum(tag in entry.tags for entry in entries) for tag in ("quick_win", "big_step", "discuss_first")
    }
    sizes = [
        words.say_n(*says, counts[tag])
        for tag, says in (("quick_win", QUICK), ("big_step", BIG))
        if counts[tag]
    ]
    told = words.listing(sizes) if sizes else words.say("no quick wins and no big steps")
    return sentence(joined([told, _talk(words, counts["discuss_first"], len(entries))], "; ")) + "."


def _talk(words: Words, count: int, n: int) -> Markup:
    """For how many actions the leaders first agree among themselves; the plan says on what."""
    if not count:
        return Markup()
    return words.say(ALL) if count == n > 1 else words.say_n(*TALK, count)
