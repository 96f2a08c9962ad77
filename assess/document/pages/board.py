"""The board's page: the one sentence, the gap, the level, strengths, priorities and decisions."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.questionnaire import AUDIENCES, LEADERS
from assess.core.themes import covered
from assess.document.fragments import joined
from assess.document.levels import level_axis, level_ticks, overall_level, overall_told
from assess.document.pages.decisions import decisions
from assess.document.pages.density import (
    Density,
    density,
    of_chart,
    of_decisions,
    of_highlights,
    of_standing,
    of_verdict,
)
from assess.document.pages.gap_chart import GapChart, gap_chart
from assess.document.pages.highlights import Highlight, priorities, strengths
from assess.document.pages.no_plan import no_plan
from assess.document.presence import answered
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.verdicts import Verdict, verdict
from assess.document.words import Words, later, later_n, sentence

LEVEL_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Standing:
    """The level of the whole, in words and on the axis of levels."""

    level: Markup
    by: Markup
    figure: Figure | None
    axis: list[str]
    remark: Markup


@dataclass(frozen=True, slots=True)
class BoardPage:
    """All that the board's page shows."""

    verdict: Verdict
    chart: GapChart | None
    standing: Standing
    strengths: list[Highlight]
    strengths_heading: Markup
    priorities: list[Highlight]
    priorities_heading: Markup
    no_priorities: Markup
    priorities_remark: Markup
    decisions: list[Markup]
    decisions_heading: Markup
    answered: Markup

    @property
    def density(self) -> Density:
        """How small its letters must be for the page to stay one page."""
        blocks = (
            of_verdict(self.verdict),
            of_chart(self.chart),
            of_standing(self.standing.remark),
            max(of_highlights(self.strengths), of_highlights(self.priorities)),
            of_decisions(self.decisions),
        )
        return density(sum(blocks))


def board_page(reading: Reading, strips: Strips) -> BoardPage:
    """The page a board reads when it reads one."""
    words, asked = reading.words, decisions(reading)
    strong, first = strengths(reading), priorities(reading)
    return BoardPage(
        verdict=verdict(reading),
        chart=gap_chart(reading, strips),
        standing=_standing(reading, strips),
        strengths=strong,
        strengths_heading=_heading(words, STRENGTHS, len(strong)),
        priorities=first,
        priorities_heading=_heading(words, PRIORITIES, len(first)),
        no_priorities=no_plan(reading) if reading.actions else words.say(NO_ACTIONS),
        priorities_remark=words.say_n(*REMARK, len(first)) if len(first) > 1 else Markup(),
        decisions=asked,
        decisions_heading=words.say_n(*DECISIONS, len(asked)),
        answered=_answered(reading),
    )


NO_ACTIONS = later("These questionnaires have no actions.")
STRENGTHS = (later("Strengths"), later_n("{count} strength", "{count} strengths"))
PRIORITIES = (later("Priorities"), later_n("{count} priority", "{count} priorities"))
REMARK = later_n(
    "the action that ranks highest", "the action that ranks highest in each of {count} different themes"
)
DECISIONS = later_n("The decision we ask for today", "The decisions we ask for today")


def _heading(words: Words, messages: tuple[str, tuple[str, str]], count: int) -> Markup:
    """A heading that counts; where there is nothing it only names the kind."""
    kind, counted = messages
    return sentence(words.say_n(*counted, count)) if count else words.say(kind)


def _standing(reading: Reading, strips: Strips) -> Standing:
    whole, words, n = overall_told(reading), reading.words, reading.n(LEADERS)
    figure = None
    if whole and whole.score is not None:
        frame = Frame(LEVEL_WIDTH, 22, ticks=level_ticks(reading), size=1.5)
        label = str(words.say("score {score} of 100", score=words.whole(whole.score)))
        figure = strips.figure(frame, [Mark("leaders", 10, whole.score, whole.lo, whole.hi, label)])
    by = words.say_n("as one leader describes it", "as {count} leaders describe it", n) if n else Markup()
    return Standing(
        level=overall_level(reading) or _no_level(reading),
        by=by,
        figure=figure,
        axis=level_axis(reading),
        remark=_level_remark(reading),
    )


def _no_level(reading: Reading) -> Markup:
    words, whole = reading.words, reading.figures(LEADERS).overall
    if not reading.asked(LEADERS):
        return words.say("These questionnaires ask leaders nothing, so there is no level.")
    if not reading.n(LEADERS):
        return words.say("No leader answered, so there is no level.")
    if whole is None:
        return words.say("These questionnaires ask for no levels.")
    part, n = covered(reading.set, whole)
    if part:
        return sentence(words.say_n(*PART, part, n=words.count(n)))
    return words.say("Too few answers for a level.")


PART = later_n(
    "{count} of {n} themes has enough answers: too few for a level of the whole.",
    "{count} of {n} themes have enough answers: too few for a level of the whole.",
)


def _level_remark(reading: Reading) -> Markup:
    whole, words = overall_told(reading), reading.words
    if whole is None or whole.level is None:
        return Markup()
    told = []
    if whole.uncapped is not None and whole.level < whole.uncapped:
        held = _lowest_themes(reading)
        average, names = reading.level_name(whole.uncapped), words.listing(map(reading.name, held))
        told.append(words.say_n(*HELD, len(held), average=average, themes=names))
    if whole.missing:
        names = words.listing(reading.name(id) for id in reading.themes if id in whole.missing)
        told.append(words.say("Without {themes}: too few answers there.", themes=names))
    if reading.n(LEADERS) == 1:
        told.append(words.say("One person’s view: no interval can be given."))
    return joined(told)


HELD = later_n(
    "By the average {average}; {themes} holds it back.", "By the average {average}; {themes} hold it back."
)


def _lowest_themes(reading: Reading) -> list[str]:
    found = reading.figures(LEADERS).themes.items()
    levels = {id: t.maturity.level for id, t in found if t and t.maturity and t.maturity.level is not None}
    lowest = min(levels.values())
    return [id for id, number in levels.items() if number == lowest]


def _answered(reading: Reading) -> Markup:
    return reading.words.say("Answered: {who}.", who=joined((answered(reading, a) for a in AUDIENCES), " · "))
