"""Levels in words: where something stands, and what its interval leaves open."""

from collections.abc import Mapping

from markupsafe import Markup

from assess.core.figures import Overall, ThemeFigures
from assess.core.questionnaire import LEADERS, Questionnaire, Topic
from assess.core.scoring import level
from assess.core.themes import covers_enough
from assess.document.fragments import joined, strong
from assess.document.reading import Reading
from assess.document.words import sentence

DUST = 1e-9
"""Means that differ by less are the same."""


def level_told(reading: Reading, now: int, lowest: int, highest: int) -> Markup:
    """A level by name, with the neighbours that its interval reaches."""
    say, name = reading.words.say, reading.level_name
    told = strong(sentence(name(now)))
    if lowest < now < highest:
        both = {"now": told, "lower": name(lowest), "higher": name(highest)}
        return say("{now}, possibly still {lower} or already {higher}", **both)
    if lowest < now:
        return say("{now}, possibly still {lower}", now=told, lower=name(lowest))
    if highest > now:
        return say("{now}, possibly already {higher}", now=told, higher=name(highest))
    return told


def theme_level(reading: Reading, questionnaire: Questionnaire) -> Markup:
    """The level of a theme as the leaders see it; empty without one."""
    found = reading.theme(LEADERS, questionnaire.id)
    if found is None or found.maturity is None or found.maturity.level is None:
        return Markup()
    now, lowest = found.maturity.level, lowest_required(reading, questionnaire)
    ceiling = None if lowest is None else level(lowest) + 1
    told = level_told(reading, now, *_reached(reading, questionnaire.topics[0], found, now, ceiling))
    if found.maturity.status != "provisional":
        return told
    return joined([told, reading.words.say("(provisional)")])


def overall_told(reading: Reading) -> Overall | None:
    """The whole as the leaders see it; None without a level, or with one of too few themes."""
    whole = reading.figures(LEADERS).overall
    if whole is None or whole.level is None or not covers_enough(reading.set, whole):
        return None
    return whole


def overall_level(reading: Reading) -> Markup:
    """The level of the whole as the leaders see it; empty without one."""
    whole, topic = overall_told(reading), next(reading.set.topics(), None)
    if whole is None or whole.level is None or topic is None:
        return Markup()
    themes = reading.figures(LEADERS).themes.values()
    levels = [t.maturity.level for t in themes if t and t.maturity and t.maturity.level is not None]
    if whole.lo is None or whole.hi is None:
        return strong(sentence(reading.level_name(whole.level)))
    lowest = min(reading.nearest(topic, whole.lo), whole.level)
    highest = max(min([reading.nearest(topic, whole.hi), min(levels) + 1]), whole.level)
    return level_told(reading, whole.level, lowest, highest)


def _reached(
    reading: Reading, topic: Topic, found: ThemeFigures, now: int, ceiling: int | None
) -> tuple[int, int]:
    """The lowest and the highest level that the interval reaches, not above what the weakest topic allows."""
    if found.lo is None or found.hi is None:
        return now, now
    highest = reading.nearest(topic, found.hi)
    if ceiling is not None:
        highest = min(highest, ceiling)
    return min(reading.nearest(topic, found.lo), now), max(highest, now)


def topic_means(reading: Reading, questionnaire: Questionnaire) -> Mapping[str, float]:
    """The mean answer to each topic of a theme, where it may be shown."""
    found = {topic.id: reading.item(LEADERS, topic.id) for topic in questionnaire.topics}
    return {id: item.mean for id, item in found.items() if item and item.mean is not None}


def lowest_required(reading: Reading, questionnaire: Questionnaire) -> float | None:
    """The lowest mean of a required topic."""
    means = topic_means(reading, questionnaire)
    required = [means[topic.id] for topic in questionnaire.topics if topic.required and topic.id in means]
    return min(required, default=None)


def weakest_required(reading: Reading, questionnaire: Questionnaire) -> list[Topic]:
    """The required topics with the lowest mean; none where nothing stands higher or all is at the top."""
    means, lowest = topic_means(reading, questionnaire), lowest_required(reading, questionnaire)
    if lowest is None or (len(means) > 1 and max(means.values()) <= lowest + DUST):
        return []
    low = [topic for topic in questionnaire.topics if topic.required and topic.id in means]
    return [topic for topic in low if means[topic.id] <= lowest + DUST and lowest < topic.scale.highest]


def on_axis(topic: Topic, mean: float) -> float:
    """A mean answer on the axis of scores, 0-100."""
    return 100 * (mean - topic.scale.lowest) / (topic.scale.points - 1)


def level_ticks(reading: Reading) -> tuple[float, ...]:
    """Where the levels stand on an axis of 0-100."""
    points = level_count(reading)
    return tuple(100 * place / (points - 1) for place in range(points))


def level_count(reading: Reading) -> int:
    """How many levels there are: one per point of the topics' scale."""
    topic = next(reading.set.topics(), None)
    return topic.scale.points if topic else 5


def level_axis(reading: Reading) -> list[str]:
    """The axis of levels, named in words."""
    topic = next(reading.set.topics(), None)
    if topic is None:
        return []
    return [reading.level_name(number) for number in range(topic.scale.lowest, topic.scale.highest + 1)]
