"""Where leaders see two different organisations, and what they do not know."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.questionnaire import LEADERS, Topic
from assess.document.fragments import joined
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
    words = reading.words
    groups = [
        (str(heading), topic_rows(reading, strips, found, {}))
        for heading, found in (
            (words.say("Where we see two different organisations"), split),
            (words.say("What too many of us do not know"), unknown),
        )
        if found
    ]
    return DisagreementPage(
        sentence=_sentence(reading, len(split), sum(is_blind_spot(reading, topic.id) for topic in topics)),
        groups=groups,
        axis=level_axis(reading),
        themes=_themes(reading),
        who=words.say_n("What {count} leader chose", "What {count} leaders chose", reading.n(LEADERS)),
        note=words.say(
            "Split: of five or more leaders at least three in ten chose one of the two lowest descriptions, "
            "and three in ten one of the two highest. Blind spot: at least one in five does not know. "
            "Neither is wrong; both are worth an hour before a large decision."
        ),
    )


def _is_split(reading: Reading, topic: Topic) -> bool:
    item = reading.item(LEADERS, topic.id)
    return item is not None and item.split


SPLIT = later_n(
    "On {count} topic we see two different organisations",
    "On {count} topics we see two different organisations",
)
UNKNOWN = later_n(
    "on {count} topic too many of us do not know", "on {count} topics too many of us do not know"
)


def _sentence(reading: Reading, split: int, unknown: int) -> Markup:
    words = reading.words
    told = [words.say_n(*SPLIT, split)] if split else []
    if unknown:
        told.append(words.say_n(*UNKNOWN, unknown))
    if not told:
        return words.say("Leaders broadly see the same organisation, and few do not know.")
    return sentence(joined(told, "; ")) + "."


def _themes(reading: Reading) -> Markup:
    """Over which themes as a whole the leaders disagree."""
    words, found = reading.words, reading.figures(LEADERS).themes
    apart = [
        words.listing([reading.name(id)]) for id, theme in found.items() if theme and theme.agree is False
    ]
    if not apart:
        return words.say("Over each theme as a whole the leaders agree enough to work from one picture.")
    return words.say(
        "Over the whole of {themes} the leaders disagree: on average they stand more than a sixth of the "
        "scale "
        "from their own mean.",
        themes=words.listing(apart),
    )
