"""The Mirror: the same statements, side by side, grouped by what can be said about the difference."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.mirror import Gap, Guess
from assess.core.questionnaire import AUDIENCES, LEADERS, Audience
from assess.document.bounds import short_share, told_share
from assess.document.fragments import joined, mark
from assess.document.mirror_words import mirror_sentence, pair_told
from assess.document.pages.context import Context, contexts
from assess.document.presence import AUDIENCE_NAMES, missing
from assess.document.reading import NOBODY, Reading
from assess.document.strips import Figure, Strips
from assess.document.verdict_words import GROUPS, group_heading, group_of, verdict_told
from assess.document.words import Words, later_n

WIDTH, LANE, HEADLINE_LANE = 180, 9.5, 24


@dataclass(frozen=True, slots=True)
class Share:
    """What one audience says, beside its lane."""

    audience: Audience
    share: str
    n: str
    span: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One mirrored statement: its lanes, and what to make of the difference."""

    statement: str
    figure: Figure
    shares: list[Share]
    verdict: str
    detail: str


@dataclass(frozen=True, slots=True)
class Group:
    """The statements with one kind of verdict, in the set's order."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    """One audience on the headline statement."""

    audience: Audience
    name: str
    figure: Figure
    share: str
    n: str
    interval: Markup
    guess: Markup
    verdict: str = ""
    """Of the gap that opens with this audience; empty for the other side."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MirrorPage:
    """All that the Mirror shows."""

    sentence: Markup
    headline: str
    headline_rows: list[HeadlineRow]
    key: Markup
    groups: list[Group]
    missing: Markup
    contexts: list[Context]


def mirror_page(reading: Reading, strips: Strips) -> MirrorPage:
    """The Mirror; what cannot be shown is said instead."""
    headline = reading.set.with_role("headline")
    rows = list(_headline_rows(reading, strips, headline.id)) if headline else []
    return MirrorPage(
        sentence=mirror_sentence(reading) or _nothing(reading),
        headline=reading.statement(headline.id) if headline and rows else "",
        headline_rows=rows,
        key=_key(reading, guessed=any(row.guess for row in rows)),
        groups=list(_groups(reading, strips)),
        missing=joined(missing(reading, audience) for audience in AUDIENCES),
        contexts=contexts(reading),
    )


def _nothing(reading: Reading) -> Markup:
    """Why nothing stands side by side: no statement is put to two audiences, or one of them is lacking."""
    if not reading.report.gaps:
        return reading.words.say("These questionnaires put no statement to two audiences.")
    return reading.words.say("The Mirror has nothing to show side by side yet.")


def one_side(reading: Reading) -> bool:
    """Whether only one audience answered at all."""
    return sum(reading.presence(audience) != NOBODY for audience in AUDIENCES) == 1


def _key(reading: Reading, guessed: bool) -> Markup:
    if not guessed:
        return reading.words.say("The share of each audience that agrees. Lines are 95% intervals.")
    return reading.words.say(
        "The share of each audience that agrees. Lines are 95% intervals; {mark} is the leaders’ mean guess, "
        "made before the results, dotted from the lowest to the highest guess.",
        mark=mark("guess"),
    )


def _headline_rows(reading: Reading, strips: Strips, id: str) -> Iterator[HeadlineRow]:
    words, gap = reading.words, reading.gap(id, *_pair(reading))
    for audience in AUDIENCES:
        item, guess = reading.item(audience, id), reading.report.guesses.get(audience)
        if item is None or item.agree_share is None or item.lo is None or item.hi is None:
            continue
        marks = list(_share_marks(reading, audience, id, HEADLINE_LANE / 2))
        if guess:
            marks.insert(0, _guess_mark(reading, guess))
        verdict, detail = verdict_told(words, gap) if gap and gap.a == audience else ("", "")
        yield HeadlineRow(
            audience=audience,
            name=str(words.say(AUDIENCE_NAMES[audience])),
            figure=strips.figure(Frame(WIDTH, HEADLINE_LANE, size=1.5), marks),
            share=short_share(words, item),
            n=words.whole(item.n),
            interval=words.say("95% interval: {span}", span=words.span(100 * item.lo, 100 * item.hi)),
            guess=_guess_told(reading, guess) if guess else Markup(),
            verdict=str(verdict),
            detail=str(detail),
        )


def _guess_mark(reading: Reading, guess: Guess) -> Mark:
    label = str(_guessed(reading, guess))
    return Mark("guess", HEADLINE_LANE / 2, guess.mean, guess.smallest, guess.largest, label)


def _guessed(reading: Reading, guess: Guess) -> Markup:
    return reading.words.say("guessed {share}", share=reading.words.percent(guess.mean / 100))


TOO_HIGH = later_n("{points} point too high", "{points} points too high")
TOO_LOW = later_n("{points} point too low", "{points} points too low")


def _guess_told(reading: Reading, guess: Guess) -> Markup:
    """What the leaders guessed, and how far that was off."""
    told = joined([mark("guess"), _guessed(reading, guess)])
    if guess.off_by is None:
        return told
    return told + Markup(":<br>") + off_told(reading.words, guess.off_by)


def off_told(words: Words, off_by: float) -> Markup:
    """How far a guess was off, in points as they are printed."""
    points = words.whole(abs(off_by))
    if points == "0":
        return words.say("just right")
    return words.say_n(*(TOO_HIGH if off_by > 0 else TOO_LOW), int(points), points=points)


def _pair(reading: Reading) -> tuple[Audience, Audience]:
    """The two audiences whose gaps are told."""
    return pair_told(reading) or (LEADERS, AUDIENCES[-1])


def _share_marks(reading: Reading, audience: Audience, id: str, lane: float) -> Iterator[Mark]:
    item, words = reading.item(audience, id), reading.words
    if item and item.agree_share is not None and item.lo is not None and item.hi is not None:
        name = words.say(AUDIENCE_NAMES[audience])
        span = words.span(100 * item.lo, 100 * item.hi)
        label = words.say("{who} {share}, {span}", who=name, share=told_share(words, item), span=span)
        yield Mark(audience, lane, 100 * item.agree_share, 100 * item.lo, 100 * item.hi, str(label))


def _groups(reading: Reading, strips: Strips) -> Iterator[Group]:
    pair = _pair(reading)
    lanes = heard(reading)
    for kind in GROUPS:
        rows = [
            _row(reading, strips, id, gap, lanes)
            for id in mirrored_statements(reading)
            for gap in [reading.gap(id, *pair)]
            if group_of(gap) == kind and any(reading.item(audience, id) for audience in lanes)
        ]
        if rows:
            yield Group(str(group_heading(reading.words, kind, pair, one_side(reading))), rows)


def heard(reading: Reading) -> list[Audience]:
    """The audiences that say something to a mirrored statement."""
    ids = mirrored_statements(reading)
    return [audience for audience in AUDIENCES if any(reading.item(audience, id) for id in ids)]


def mirrored_statements(reading: Reading) -> list[str]:
    """The mirrored statements in the set's order, each once."""
    return list(dict.fromkeys(gap.statement for gap in reading.report.gaps if gap.theme is not None))


def _row(reading: Reading, strips: Strips, id: str, gap: Gap | None, lanes: list[Audience]) -> Row:
    marks = [
        mark
        for place, audience in enumerate(lanes)
        for mark in _share_marks(reading, audience, id, LANE * (place + 0.5) + 1)
    ]
    verdict, detail = verdict_told(reading.words, gap, one_side(reading))
    return Row(
        statement=reading.statement(id),
        figure=strips.figure(Frame(WIDTH, LANE * len(lanes) + 4), marks),
        shares=[share_told(reading, audience, id) for audience in lanes],
        verdict=str(verdict),
        detail=str(detail),
    )


def share_told(reading: Reading, audience: Audience, id: str) -> Share:
    """What an audience says to a statement, or why that is not told."""
    item, words = reading.item(audience, id), reading.words
    if item and item.agree_share is not None:
        span = words.span(100 * (item.lo or 0), 100 * (item.hi or 0))
        return Share(audience, short_share(words, item), words.whole(item.n), span)
    asked = reading.statements[id].put_to(audience)
    return Share(audience, str(words.say("too few") if asked else words.say("not asked")), "–")
