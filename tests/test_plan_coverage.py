"""The shipped actions stand where it hurts: few weak topics are left without one."""

import random

import pytest

from assess import paths
from assess.core.plan import WEAKEST_TOPICS, make_plan
from assess.core.priority import Situation
from assess.core.questionnaire import QuestionnaireSet
from assess.loading import load

PROFILES = 2000


@pytest.fixture(scope="module")
def shipped() -> QuestionnaireSet:
    return load(paths.QUESTIONNAIRES).set


def test_every_topic_has_an_action_at_its_lower_levels(shipped: QuestionnaireSet) -> None:
    """Levels 1 to 3 of a required topic, 1 and 2 of any other."""
    covered = {(topic, action.from_level) for action in shipped.actions() for topic in action.moves}
    wanted = {
        (topic.id, level) for topic in shipped.topics() for level in ((1, 2, 3) if topic.required else (1, 2))
    }

    assert wanted - covered == set()


def test_nine_in_ten_of_the_weakest_topics_get_an_action_within_ninety_days(
    shipped: QuestionnaireSet,
) -> None:
    moves = {action.id: action.moves for action in shipped.actions()}
    actions = [
        (questionnaire.id, action)
        for questionnaire in shipped.questionnaires
        for action in questionnaire.actions
    ]
    chance = random.Random(20261122)
    met = 0
    for _ in range(PROFILES):
        profile = [
            Situation(q.id, {topic.id: chance.uniform(1, 5) for topic in q.topics})
            for q in shipped.questionnaires
        ]
        plan = make_plan(profile, actions)
        scheduled = {
            topic for block in plan.blocks.values() for entry in block for topic in moves[entry.action]
        }
        means = {
            id: mean for situation in profile for id, mean in situation.topics.items() if mean is not None
        }
        weakest = sorted(means, key=lambda id: means[id])[:WEAKEST_TOPICS]
        met += sum(topic in scheduled for topic in weakest)

    assert met / (PROFILES * WEAKEST_TOPICS) >= 0.9
