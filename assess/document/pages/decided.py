"""The plan as the team decided it: names and days where the proposed plan has lines to write on."""

from dataclasses import replace

from markupsafe import Markup

from assess.core.decided import LATER, THIRTIES, DecidedAction, DecidedPlan, Place
from assess.document import decided_words
from assess.document.fragments import joined
from assess.document.pages.plan import ActionRow, Block, PlanPage, action_row, plan_page
from assess.document.pages.waiting import Waiting
from assess.document.reading import Reading


def decided_page(reading: Reading, plan: DecidedPlan) -> PlanPage:
    """The plan's page for a plan that a team has worked on."""
    words = reading.words
    start = words.say("The ninety days start on {day}.", day=words.day(plan.start))
    return replace(
        plan_page(reading),
        sentence=joined([decided_words.starting(words, plan), decided_words.ownerless(words, plan)]),
        status=joined([decided_words.decided_by(words, plan), start]),
        blocks=[_block(reading, plan, place) for place in THIRTIES if plan.at(place)],
        own_later=[Waiting(_title(reading, a), Markup()) for a in plan.at(LATER) if a.own],
        dropped=[Waiting(_title(reading, action), Markup()) for action in plan.dropped],
        note=words.say(
            "The factors under each action multiply to its priority. Impact and effort are judgements of "
            "the makers of the questionnaires unless it says that the team judged them; no effect sizes are "
            "known."
        ),
    )


def _block(reading: Reading, plan: DecidedPlan, place: Place) -> Block:
    name = reading.words.say(decided_words.BLOCK_NAMES[place])
    span = decided_words.block_span(reading.words, plan, place)
    return Block(f"{name}: {span}", [_row(reading, plan, action) for action in plan.at(place)])


def _row(reading: Reading, plan: DecidedPlan, action: DecidedAction) -> ActionRow:
    ready = plan.ready_on(action)
    entry = next((e for e in reading.report.plan.ranking if e.action == action.id), None)
    row = _own_row(reading, action) if entry is None else action_row(reading, entry)
    remarks = [
        decided_words.judged(reading.words, action),
        decided_words.waits(reading.naming, plan, action),
    ]
    return replace(
        row,
        factors=joined([row.factors, *remarks], "; "),
        owner=action.owner,
        ready="" if ready is None else reading.words.say("ready {day}", day=reading.words.day(ready)),
    )


def _own_row(reading: Reading, action: DecidedAction) -> ActionRow:
    written = action.texts
    return ActionRow(
        priority="–",
        title=_title(reading, action),
        what=written.get("what", ""),
        reason=reading.words.say("Added by the team"),
        factors=Markup(),
        listen=Markup(),
        agree=Markup(),
        first_step=written.get("first_step", ""),
        measure=written.get("measure", ""),
        role="",
    )


def _title(reading: Reading, action: DecidedAction) -> str:
    return decided_words.title(reading.naming, action)
