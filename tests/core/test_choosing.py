"""A part of a set of questionnaires is a whole set again."""

from dataclasses import replace

from assess.core.choosing import chosen
from assess.loading import load
from assess.paths import QUESTIONNAIRES


def test_a_part_holds_the_chosen_themes_in_their_order_and_all_that_is_shared():
    whole = load(QUESTIONNAIRES).set
    part = chosen(whole, ["values", "experience"])

    assert [questionnaire.id for questionnaire in part.questionnaires] == ["experience", "values"]
    assert (part.standard, part.scales, part.levels, part.owners) == (
        whole.standard,
        whole.scales,
        whole.levels,
        whole.owners,
    )


def test_an_action_requires_only_what_is_in_the_chosen_themes():
    whole = load(QUESTIONNAIRES).set
    first, second = whole.questionnaires[:2]
    required = replace(first.actions[0], requires=(first.actions[1].id, second.actions[0].id))
    joined = replace(whole, questionnaires=(replace(first, actions=(required, *first.actions[1:])), second))

    part = chosen(joined, [first.id])

    assert part.questionnaires[0].actions[0].requires == (first.actions[1].id,)
    assert chosen(joined, [first.id, second.id]) == joined
