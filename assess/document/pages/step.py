"""The weakest topic of a theme: what is true now, and what comes next or where the leaders stand apart."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.figures import ItemFigures
from assess.core.questionnaire import LEADERS, Questionnaire, Topic
from assess.core.scoring import level
from assess.document.levels import topic_means, weakest_required
from assess.document.reading import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """Two descriptions of a topic: of now and next, or of the two places where the leaders stand."""

    topic: str
    question: str
    now_heading: Markup
    now: str
    next_heading: Markup
    next: str


def next_step(reading: Reading, theme: Questionnaire) -> Step | None:
    """The step of the weakest topic; None where no topic may be shown."""
    weakest = _weakest(reading, theme)
    item = reading.item(LEADERS, weakest.id) if weakest else None
    if weakest is None or item is None or item.mean is None:
        return None
    place = level(item.mean) - weakest.scale.lowest
    if not 0 <= place < len(weakest.descriptions):
        return None
    apart = _two_places(item, place)
    return _apart(reading, weakest, *apart) if apart else _onwards(reading, weakest, place)


def _weakest(reading: Reading, theme: Questionnaire) -> Topic | None:
    """The weakest required topic, or the weakest of all where none is."""
    means = topic_means(reading, theme)
    known = [topic for topic in theme.topics if topic.id in means]
    required = weakest_required(reading, theme)
    return required[0] if required else min(known, key=lambda topic: means[topic.id], default=None)


def _two_places(item: ItemFigures, now: int) -> tuple[int, int] | None:
    """The two descriptions that most chose, of a split topic or one whose mean nobody chose."""
    places = range(len(item.distribution))
    if item.split:
        ends = min(2, len(places) // 2)
        low, high = places[:ends], places[-ends:]
    elif not item.distribution[now]:
        low, high = places[:now], places[now + 1 :]
    else:
        return None
    return max(low, key=item.distribution.__getitem__), max(high, key=item.distribution.__getitem__)


def _apart(reading: Reading, topic: Topic, low: int, high: int) -> Step:
    say, lowest = reading.words.say, topic.scale.lowest
    return Step(
        topic=reading.name(topic.id),
        question=reading.text(topic.question),
        now_heading=say("Some of us: {level}", level=reading.level_name(lowest + low)),
        now=reading.text(topic.descriptions[low]),
        next_heading=say("Others: {level}", level=reading.level_name(lowest + high)),
        next=reading.text(topic.descriptions[high]),
    )


def _onwards(reading: Reading, topic: Topic, place: int) -> Step:
    say, number = reading.words.say, topic.scale.lowest + place
    last = place + 1 >= len(topic.descriptions)
    return Step(
        topic=reading.name(topic.id),
        question=reading.text(topic.question),
        now_heading=say("Now: {level}", level=reading.level_name(number)),
        now=reading.text(topic.descriptions[place]),
        next_heading=Markup() if last else say("Next: {level}", level=reading.level_name(number + 1)),
        next="" if last else reading.text(topic.descriptions[place + 1]),
    )
