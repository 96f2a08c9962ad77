"""A part of a set of questionnaires: only some of its themes."""

from collections.abc import Collection
from dataclasses import replace

from assess.core.questionnaire import Action, Questionnaire, QuestionnaireSet


def chosen(questionnaires: QuestionnaireSet, themes: Collection[str]) -> QuestionnaireSet:
    """The set with these themes only; scales, levels and standard questions stay as they are.

    An action no longer requires what is in a theme that was left out: nobody could do that first.
    """
    kept = tuple(q for q in questionnaires.questionnaires if q.id in themes)
    known = {action.id for questionnaire in kept for action in questionnaire.actions}
    return replace(questionnaires, questionnaires=tuple(_within(q, known) for q in kept))


def _within(questionnaire: Questionnaire, known: Collection[str]) -> Questionnaire:
    return replace(questionnaire, actions=tuple(_required(action, known) for action in questionnaire.actions))


def _required(action: Action, known: Collection[str]) -> Action:
    return replace(action, requires=tuple(id for id in action.requires if id in known))
