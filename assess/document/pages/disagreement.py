"""Where leaders see two different organisations, and what they do not know."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import LEADERS, Topic
from assess.document.fragments import joined, named
from assess.document.levels import level_axis
from assess.document.pages.topics import TopicRow, is_blind_spot, topic_rows
from assess.document.reading import Reading
from assess.document.strips import Strips
from assess.document.words import later_n, sentence


@dataclass(frozen=True, slots=True)
class DisagreementPage:
    """All that the page shows: topics with two camps, topics with a blind spot, themes as a whole."""

    sentence: Markup
    groups: list[tuple[str, list[TopicRow]]]
    axis: list[str]
    themes: Markup
    who: Markup
    note: Markup


def disagreement_page(reading: Reading, strips: Strips) -> DisagreementPage | None:
    """What to talk about before deciding; None for a set without topics or with too few leaders."""
    topics = list(reading.set.topics())
    if not topics or not reading.shown(LEADERS):
        return None
    split = [topic for topic in topics if _is_split(reading, topic)]
    unknown = [topic for topic in topics if is_blind_spot(reading, topic.id) and topic not in split]
    hidden = [topic for topic in unknown if reading.item(LEADERS, topic.id) is None]
    words = reading.words
    groups = [
        (str(heading), topic_rows(reading, strips, found, {}))
        for heading, found in (
            (words.say("Where we see two different organisations"), split),
            (words.say("What too many of us do not know"), [t for t in unknown if t not in hidden]),
        )
        if found
    ]
    return DisagreementPage(
        sentence=_sentence(reading, topics),
        groups=groups,
        axis=level_axis(reading),
        themes=joined([_hidden(reading, hidden, len(topics)), _themes(reading)]),
        who=words.say_n("What {count} leader chose", "What {count} leaders chose", reading.n(LEADERS)),
        note=words.say(
            "Split: of five or more leaders at least three in ten chose one of the two lowest descriptions, "
            "and three in ten one of the two highest. Blind spot: at least one in five does not know. "
            "Neither is wrong; both are worth an hour before a large decision."
        ),
    )


def _is_split(reading: Reading, topic: Topic) -> bool:
    item = reading.item(LEADERS, topic.id)
    return item is not None and item.split is True


SPLIT = later_n(
    "On {count} topic we see two different organisations",
    "On {count} topics we see two different organisations",
)
UNKNOWN = later_n(
    "on {count} topic too many of us do not know", "on {count} topics too many of us do not know"
)


def _sentence(reading: Reading, topics: list[Topic]) -> Markup:
    words = reading.words
    split = sum(_is_split(reading, topic) for topic in topics)
    unknown = sum(is_blind_spot(reading, topic.id) for topic in topics)
    told = [words.say_n(*SPLIT, split)] if split else []
    if unknown:
        told.append(words.say_n(*UNKNOWN, unknown))
    if told:
        return sentence(joined(told, "; ")) + "."
    if any(reading.item(LEADERS, topic.id) for topic in topics):
        return words.say("Leaders broadly see the same organisation, and few do not know.")
    return words.say("Too few leaders answered to say where they differ.")


def _hidden(reading: Reading, hidden: list[Topic], n: int) -> Markup:
    """The topics of which too few leaders know anything to show a distribution, in one sentence."""
    words = reading.words
    if not hidden:
        return Markup()
    if len(hidden) == n:
        return words.say(
            "On none of these topics did enough leaders know the answer; how many did not is not shown then."
        )
    names = words.listing(named(reading.name(topic.id)) for topic in hidden)
    return words.say(
        "Too few leaders know {topics} to show what they answered, or how many do not know.", topics=names
    )


def _themes(reading: Reading) -> Markup:
    """Over which themes as a whole the leaders agree, and over which that cannot be said."""
    say, rated = reading.words.say, [q.id for q in reading.set.questionnaires if q.topics]
    found = {id: reading.figures(LEADERS).themes.get(id) for id in rated}
    known = {id: theme.agree for id, theme in found.items() if theme and theme.agree is not None}
    apart = reading.words.listing(reading.name(id) for id, agree in known.items() if not agree)
    open_ = reading.words.listing(reading.name(id) for id in rated if id not in known)
    if not known:
        return say("Whether the leaders agree over a theme as a whole cannot be said: too few have a score.")
    if apart:
        told = say(
            "Over {themes} as a whole the leaders disagree: their answers lie far apart.", themes=apart
        )
    elif open_:
        agreed = reading.words.listing(map(reading.name, known))
        told = say(
            "Over {themes} as a whole the leaders agree enough to work from one picture.", themes=agreed
        )
    else:
        told = say("Over each theme as a whole the leaders agree enough to work from one picture.")
    rest = say("On {themes} too few have a score to say so.", themes=open_) if open_ else ""
    return joined([told, rest])
