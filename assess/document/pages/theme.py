"""One theme on a page: its topics, what holds it back, the next step, and what others say."""

from dataclasses import dataclass

from markupsafe import Markup

from assess.core.figures import ThemeFigures
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, Item, Questionnaire
from assess.document.bounds import told_score
from assess.document.fragments import joined, named, strong, voice
from assess.document.levels import level_axis, theme_level, weakest_required
from assess.document.pages.evidence import Evidence, evidence
from assess.document.pages.statements import StatementRow, statement_rows, statements_caption
from assess.document.pages.step import Step, next_step
from assess.document.pages.topics import TopicRow, is_blind_spot, topic_rows
from assess.document.presence import missing
from assess.document.reading import Reading
from assess.document.shares import part
from assess.document.strips import Strips
from assess.document.words import later, later_n


@dataclass(frozen=True, slots=True)
class ThemePage:
    """All that the page of one theme shows."""

    sentence: Markup
    title: str
    place: Markup
    intro: str
    lead: Markup
    topics: list[TopicRow]
    axis: list[str]
    by_circles: bool
    who: Markup
    step: Step | None
    evidence: Evidence | None
    statements: list[StatementRow]
    statements_caption: Markup
    missing: Markup
    note: Markup


def theme_page(reading: Reading, strips: Strips, theme: Questionnaire) -> ThemePage:
    """The page of one theme; what cannot be shown is said instead."""
    n, shown = reading.n(LEADERS), reading.shown(LEADERS)
    known = shown and any(reading.item(LEADERS, topic.id) for topic in theme.topics)
    topics = topic_rows(reading, strips, list(theme.topics), _remarks(reading, theme)) if known else []
    words, ids = reading.words, list(reading.themes)
    place = words.say(
        "theme {place} of {n}", place=words.whole(ids.index(theme.id) + 1), n=words.whole(len(ids))
    )
    return ThemePage(
        sentence=_sentence(reading, theme),
        title=reading.name(theme.id),
        place=place,
        intro=words.of(theme.intro) if theme.intro else "",
        lead=_lead(reading, theme),
        topics=topics,
        axis=level_axis(reading),
        by_circles=any(row.figure for row in topics),
        who=words.say_n("What {count} leader chose", "What {count} leaders chose", n),
        step=next_step(reading, theme),
        evidence=evidence(reading, theme),
        statements=statement_rows(reading, strips, theme),
        statements_caption=statements_caption(reading, theme),
        missing=_missing(reading, theme),
        note=_note(reading, topics),
    )


def _sentence(reading: Reading, theme: Questionnaire) -> Markup:
    words, title = reading.words, reading.name(theme.id)
    found, weakest = reading.theme(LEADERS, theme.id), weakest_required(reading, theme)
    if found is None or found.maturity is None or found.maturity.level is None:
        return _without_level(reading, theme)
    now = reading.level_name(found.maturity.level)
    if not reading.shown(LEADERS):
        return words.say_n(*SEEN_BY_FEW, found.n, theme=title, level=now)
    if found.maturity.held_by:
        held = [named(reading.name(id)) for id in found.maturity.held_by]
        return words.say_n(*HELD, len(held), theme=title, level=now, topics=words.listing(held))
    if not weakest:
        return words.say("In {theme} we stand at {level}.", theme=title, level=now)
    low = [named(reading.name(topic.id)) for topic in weakest]
    many = words.say("{count} topics", count=words.count(len(low)))
    topics = words.listing(low) if len(low) <= NAMED else many
    return words.say_n(*WEAKEST, len(low), theme=title, level=now, topics=topics)


NAMED = 2
"""Topics that a heading names; more would fill the page, and each says it in its own row."""


SEEN_BY_FEW = later_n(
    "{theme}: {level}, as one person sees it.", "{theme}: {level}, as {count} people see it."
)
WEAKEST = later_n(
    "In {theme} we stand at {level}; {topics} is weakest.",
    "In {theme} we stand at {level}; {topics} are weakest.",
)
HELD = later_n(
    "In {theme} we stand at {level}: {topics} holds us back.",
    "In {theme} we stand at {level}: {topics} hold us back.",
)
SEEN_BY = {
    LEADERS: later("{theme}: {score} of 100, as our leaders see it."),
    EMPLOYEES: later("{theme}: {score} of 100, as our employees see it."),
    CUSTOMERS: later("{theme}: <em>{score} of 100, as our customers see it.</em>"),
}


def _without_level(reading: Reading, theme: Questionnaire) -> Markup:
    """What others say of a theme for which the leaders give no level."""
    words, title = reading.words, reading.name(theme.id)
    for audience in AUDIENCES:
        found = reading.theme(audience, theme.id)
        if found and found.score is not None:
            return words.say(SEEN_BY[audience], theme=title, score=told_score(words, found))
    return words.say("{theme}: too few answers to say where we stand.", theme=title)


def _lead(reading: Reading, theme: Questionnaire) -> Markup:
    return joined([_unknown(reading, theme), _level(reading, theme), _customers(reading, theme)])


def _unknown(reading: Reading, theme: Questionnaire) -> Markup:
    """Why there is no table of topics, where enough leaders answered but none of the topics may be shown."""
    ids = [topic.id for topic in theme.topics]
    if not ids or not reading.shown(LEADERS) or any(reading.item(LEADERS, id) for id in ids):
        return Markup()
    if all(is_blind_spot(reading, id) for id in ids):
        return reading.words.say(
            "On none of these topics did enough leaders know the answer; how many did not is not shown then."
        )
    return reading.words.say("On none of these topics did enough leaders answer.")


def _level(reading: Reading, theme: Questionnaire) -> Markup:
    words, found = reading.words, reading.theme(LEADERS, theme.id)
    if found is None or found.maturity is None or found.maturity.level is None:
        return Markup()
    told = [theme_level(reading, theme) + "."]
    if found.maturity.uncapped is not None and found.maturity.level < found.maturity.uncapped:
        told.append(
            words.say(
                "By the average it would be {level}.", level=reading.level_name(found.maturity.uncapped)
            )
        )
    told.append(_score(reading, found))
    return joined(told)


def _score(reading: Reading, found: ThemeFigures) -> Markup:
    words, score = reading.words, told_score(reading.words, found)
    if found.lo is None or found.hi is None:
        return words.say("Score {score} of 100 ({n}).", score=score, n=words.sample(found.n))
    span = words.span(found.lo, found.hi)
    return words.say("Score {score} of 100 ({span}; {n}).", score=score, span=span, n=words.sample(found.n))


def _customers(reading: Reading, theme: Questionnaire) -> Markup:
    """The mirrored statement with which the fewest customers agree."""
    found = [
        (item.agree_share, item.agreed, item.n, statement)
        for statement in theme.statements
        if (item := reading.item(CUSTOMERS, statement.id))
        and item.agree_share is not None
        and not statement.reverse
    ]
    if not found:
        return Markup()
    _, agreed, n, statement = min(found, key=lambda entry: entry[0])
    share = voice(CUSTOMERS, part(reading.words, CUSTOMERS, agreed or 0, n))
    return reading.words.say(
        "{share} agree: “{statement}”", share=share, statement=reading.statement(statement.id)
    )


def _remarks(reading: Reading, theme: Questionnaire) -> dict[str, Markup]:
    """What a topic means for the theme, before what its own distribution says."""
    words, weakest = reading.words, weakest_required(reading, theme)
    found = reading.theme(LEADERS, theme.id)
    held = found.maturity.held_by if found and found.maturity else ()
    remarks = {id: strong(words.say("Holds the theme back.")) for id in held}
    one, several = words.say("Weakest required topic."), words.say("One of the weakest.")
    for topic in weakest:
        remarks.setdefault(topic.id, strong(one if len(weakest) == 1 else several))
    for id in reading.report.plan.without_action if reading.actions else ():
        told = words.say("No action in these questionnaires starts here: talk about it.")
        remarks[id] = joined([remarks.get(id, Markup()), told])
    return remarks


def _missing(reading: Reading, theme: Questionnaire) -> Markup:
    """Who is lacking on this page, of those to whom the theme is put."""
    items: list[Item] = [*theme.topics, *theme.statements]
    put = [audience for audience in AUDIENCES if any(item.put_to(audience) for item in items)]
    return joined(missing(reading, audience) for audience in put)


def _note(reading: Reading, topics: list[TopicRow]) -> Markup:
    if not any(row.figure for row in topics):
        return reading.words.say("How many leaders chose each description")
    n = reading.words.sample(reading.n(LEADERS))
    return reading.words.say("One circle is one leader; {n}, less those who don’t know or skipped it.", n=n)
