"""From a report to a plan that a team can decide on, and from what it decided back to a report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Date

from assess.core.board import board
from assess.core.decided import LATER, THIRTIES, DecidedAction, DecidedPlan, Grounds, Part, Place, Raised
from assess.core.mirror import Gap
from assess.core.plan import Plan, PlannedAction, standings
from assess.core.questionnaire import LEADERS, Action, QuestionnaireSet, Text
from assess.core.report import Report
from assess.core.scheduling import Candidate
from assess.core.situations import situations


def proposed(report: Report, start: Date) -> DecidedPlan:
    """The plan as the rules propose it: nobody's name at any action, and every day counted from the start."""
    asked = report.questionnaires
    actions = [(theme.id, action) for theme in asked.questionnaires for action in theme.actions]
    standing = standings(situations(asked, report.published, report.gaps), actions)
    tags = {entry.action: entry.tags for entry in report.plan.ranking}
    return DecidedPlan(
        start=start,
        themes=tuple(theme.id for theme in asked.questionnaires),
        actions=tuple(
            DecidedAction(
                id,
                place,
                _grounds(report, standing[id], tags.get(id, ())),
                role=standing[id].action.owner,
                impact=standing[id].action.impact,
                effort=standing[id].action.effort,
            )
            for id, place in _places(report.plan)
        ),
    )


def _places(plan: Plan) -> Iterator[tuple[str, Place]]:
    for block in THIRTIES:
        yield from ((entry.action, block) for entry in plan.blocks.get(block, ()))
    yield from ((entry.action, LATER) for entry in plan.later)
    yield from ((id, LATER) for id in plan.blocked)


def _grounds(report: Report, candidate: Candidate, tags: tuple[str, ...]) -> Grounds:
    situation, action, why = candidate.situation, candidate.action, candidate.factors
    item = report.published.item(LEADERS, candidate.topic)
    listed = {entry.action for entry in report.plan.ranking} | set(report.plan.blocked)
    out_of_reach = report.plan.blocked.get(action.id, ())
    return Grounds(
        theme=situation.theme,
        topic=candidate.topic,
        current=candidate.current,
        target=situation.target,
        n=item.n if item else 0,
        need=why.need,
        confidence=why.confidence,
        gap_factor=why.gap_factor,
        impact=why.impact,
        effort=why.effort,
        days=action.days,
        tags=tags,
        doubts=tuple(situation.flags),
        gap=_raised(report, situation.theme, situation.gap_pp),
        requires=tuple(id for id in action.requires if id in listed or id in out_of_reach),
        out_of_reach=out_of_reach,
    )


def _raised(report: Report, theme: str, points: float | None) -> Raised | None:
    wanted = (LEADERS, theme, "clear_gap", points)
    found: Gap | None = next(
        (gap for gap in report.gaps if (gap.a, gap.theme, gap.verdict, gap.gap_pp) == wanted), None
    )
    if found is None or found.gap_pp is None or found.lo_pp is None or found.hi_pp is None:
        return None
    return Raised(found.b, found.gap_pp, found.lo_pp, found.hi_pp)


def as_decided(report: Report, plan: DecidedPlan) -> Report:
    """The report with the plan as the team decided it: its order, its judgements and its words.

    What the team added has no factors, so only the plan itself can show it.
    """
    asked = _with_words(report.questionnaires, plan)
    decided = _decided(report.plan, plan)
    return replace(report, questionnaires=asked, plan=decided, board=board(asked, report.published, decided))


def _decided(before: Plan, plan: DecidedPlan) -> Plan:
    entries = {id: _entry(plan, id) for id in plan.ranking}
    later = [a.id for a in plan.at(LATER)]
    return Plan(
        ranking=tuple(entries.values()),
        blocks={
            block: tuple(entries[action.id] for action in plan.at(block) if not action.own)
            for block in THIRTIES
        },
        later=tuple(entries[id] for id in later if id in entries),
        blocked={id: waits for id, waits in before.blocked.items() if id in later},
        without_action=before.without_action,
    )


def _entry(plan: DecidedPlan, id: str) -> PlannedAction:
    candidate, action = plan.candidates[id], plan.action(id)
    assert action is not None
    assert action.grounds is not None
    why = candidate.factors
    return PlannedAction(
        action=id,
        theme=candidate.situation.theme,
        priority=plan.priority(action) or why.priority,
        own=why.priority,
        need=why.need,
        impact=why.impact,
        confidence=why.confidence,
        gap_factor=why.gap_factor,
        effort=why.effort,
        current=candidate.current,
        topic=candidate.topic,
        gap_pp=candidate.situation.gap_pp,
        tags=action.grounds.tags,
    )


def _with_words(asked: QuestionnaireSet, plan: DecidedPlan) -> QuestionnaireSet:
    """The set in which changed actions are said as the team says them, in whatever language."""
    written = {action.id: action.texts for action in plan.actions if action.texts and not action.own}

    def said(action: Action) -> Action:
        texts = {part: _everywhere(asked, text) for part, text in written[action.id].items()}
        return _in_words(action, texts)

    themes = tuple(
        replace(theme, actions=tuple(said(a) if a.id in written else a for a in theme.actions))
        for theme in asked.questionnaires
    )
    return replace(asked, questionnaires=themes)


def _in_words(action: Action, texts: dict[Part, Text]) -> Action:
    return replace(
        action,
        title=texts.get("title", action.title),
        what=texts.get("what", action.what),
        first_step=texts.get("first_step", action.first_step),
        measure=texts.get("measure", action.measure),
    )


def _everywhere(asked: QuestionnaireSet, text: str) -> Text:
    return dict.fromkeys(asked.languages, text)
