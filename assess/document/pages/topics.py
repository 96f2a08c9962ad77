"""The topics of a theme as the leaders answered them: one circle is one leader."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, cluster
from assess.core.figures import ItemFigures
from assess.core.questionnaire import LEADERS, Topic
from assess.document.fragments import joined, strong
from assess.document.levels import level_ticks
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import later_n

WIDTH, INSET = 264, 20
LOWEST, HIGHEST = 34, 44
"""How high a strip is in px: two rows of circles, or as many as a point needs."""
ACROSS = 3
COUNTED_BY_CIRCLES = 15
"""With more leaders a circle for each says less than a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many chose one level, as part of the most chosen one."""

    count: str
    height: float


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic: its distribution, who does not know, and what to see in it."""

    title: str
    theme: str
    required: bool
    figure: Figure | None
    bars: list[Bar]
    dont_know: str
    n: str
    see: Markup


def topic_rows(
    reading: Reading, strips: Strips, topics: list[Topic], remarks: dict[str, Markup]
) -> list[TopicRow]:
    """Rows that share one axis; remarks of a page stand before what each distribution says itself."""
    found = {topic.id: reading.item(LEADERS, topic.id) for topic in topics}
    most = max((max(item.distribution, default=0) for item in found.values() if item), default=0)
    height = min(HIGHEST, max(LOWEST, 4 + 10 * -(-most // ACROSS)))
    frame = Frame(WIDTH, height, ticks=level_ticks(reading), inset=INSET)
    return [_row(reading, strips, topic, frame, remarks.get(topic.id, Markup())) for topic in topics]


def _row(reading: Reading, strips: Strips, topic: Topic, frame: Frame, remark: Markup) -> TopicRow:
    item = reading.item(LEADERS, topic.id)
    by_circles = item is not None and reading.n(LEADERS) <= COUNTED_BY_CIRCLES
    figure = None
    if item is not None and by_circles:
        figure = strips.figure(frame, cluster(item.distribution, frame), str(_counted(reading, topic, item)))
    return TopicRow(
        title=reading.name(topic.id),
        theme=reading.name(reading.theme_of(topic.id)),
        required=topic.required,
        figure=figure,
        bars=_bars(item) if item is not None and not by_circles else [],
        dont_know=reading.words.whole(item.dont_know) if item and item.dont_know is not None else "–",
        n=reading.words.whole(item.n) if item else "–",
        see=joined([remark, _see(reading, topic, item)]),
    )


def _bars(item: ItemFigures) -> list[Bar]:
    most = max(item.distribution) or 1
    return [Bar(str(count), 100 * count / most) for count in item.distribution]


def _counted(reading: Reading, topic: Topic, item: ItemFigures) -> Markup:
    """The distribution in words, for who cannot see the circles."""
    levels = range(topic.scale.lowest, topic.scale.highest + 1)
    told = [
        f"{reading.level_name(level)} {count}" for level, count in zip(levels, item.distribution, strict=True)
    ]
    return Markup(", ").join(told)


def _see(reading: Reading, topic: Topic, item: ItemFigures | None) -> Markup:
    """What a distribution says: too few, a split, a blind spot, agreement, or nothing special."""
    words = reading.words
    if item is None and is_blind_spot(reading, topic.id):
        return joined([strong(words.say("Blind spot:")), words.say("too few know it to show.")])
    if item is None:
        return words.say("Too few answers to show.")
    told = []
    if item.split:
        told.append(_split(reading, item))
    if is_blind_spot(reading, topic.id) and item.dont_know is not None:
        unknown = words.say_n(*DO_NOT_KNOW, item.dont_know, n=words.count(item.n + item.dont_know))
        told.append(joined([strong(words.say("Blind spot:")), unknown]))
    if not told and near(item):
        told.append(words.say("Leaders agree."))
    return joined(told)


DO_NOT_KNOW = later_n("{count} of {n} does not know.", "{count} of {n} do not know.")


def _split(reading: Reading, item: ItemFigures) -> Markup:
    words, ends = reading.words, min(2, len(item.distribution) // 2)
    low, high = words.count(sum(item.distribution[:ends])), words.count(sum(item.distribution[-ends:]))
    return joined([strong(words.say("Split:")), words.say("{low} low, {high} high.", low=low, high=high)])


def near(item: ItemFigures) -> bool:
    """Whether all answers lie within one step of each other."""
    given = [place for place, count in enumerate(item.distribution) if count]
    return bool(given) and given[-1] - given[0] <= 1


def is_blind_spot(reading: Reading, topic: str) -> bool:
    """Whether too many leaders do not know a topic."""
    theme = reading.figures(LEADERS).themes.get(reading.theme_of(topic))
    return bool(theme and theme.maturity and topic in theme.maturity.blind_spots)


def unclear(reading: Reading, theme: str) -> str | None:
    """The topic of a theme on which leaders see two things, or do not know."""
    topics = [topic.id for topic in reading.themes[theme].topics]
    split = [id for id in topics if (item := reading.item(LEADERS, id)) and item.split]
    unknown = [id for id in topics if is_blind_spot(reading, id)]
    return next(iter([*split, *unknown]), None)
