"""The pages of a leader, each from a desk and what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from flask import render_template
from wtforms import Form

from assess.core.gathering import EXAMPLE, KNOWN_BY, Row
from assess.document.words import later_n
from assess.store.leader_answers import Section
from assess.web.answering import EVIDENCE
from assess.web.frame import say, words
from assess.web.leader_conflict import differences, same
from assess.web.leader_desk import Desk
from assess.web.leader_parts import Part, counts, form_for
from assess.web.leader_questions import asked, shown

COUNTED = (
    later_n("one topic", "{n} topics"),
    later_n("one statement", "{n} statements"),
    later_n("one guess", "{n} guesses"),
)
MINUTES = (0.6, 0.3, 0.3)
"""For a topic, a statement and a guess."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a leader is with one part."""

    name: str
    title: str
    address: str
    answered: int
    asked: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """One answer on the page where all is looked over."""

    question: str
    answer: str
    address: str
    known: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """One part on the page where all is looked over."""

    standing: Standing
    open: tuple[Looked, ...]
    given: tuple[Looked, ...]


def standings(desk: Desk, here: str = "") -> list[Standing]:
    """How far a leader is, part by part."""
    return [
        Standing(
            part.name,
            part.title,
            desk.address(part.name),
            part.answered(desk.answers(part)),
            len(part.asked),
            part.name == here,
        )
        for part in desk.parts
    ]


def start_page(desk: Desk) -> str:
    """Who asks, what is asked, and what happens with the answers."""
    numbers = counts(desk.parts)
    told = [words().say_n(*message, n, n=n) for message, n in zip(COUNTED, numbers, strict=True) if n]
    minutes = sum(n * each for n, each in zip(numbers, MINUTES, strict=True))
    return _page(
        desk,
        "start",
        what=words().listing(told),
        minutes=max(5, ceil(minutes / 5) * 5),
        begin=desk.address(desk.first_open()),
        sent_in=moment(desk.leader.submitted_at),
    )


def part_page(desk: Desk, part: Part, form: Form, version: int | None = None, *, busy: bool = False) -> str:
    """One part to fill in; `version` is given for what was typed and could not be stored.

    It is `busy` when that was not for what was typed.
    """
    section = desk.section(part)
    return _page(
        desk,
        "part",
        part=part,
        form=form,
        asked=asked(part, form, desk.assessment),
        version=section.version if version is None else version,
        typed=version is not None,
        busy=busy,
        saved=saved(section),
        standings=standings(desk, part.name),
        after=desk.beside(part, 1),
        before=desk.beside(part, -1),
    )


def conflict_page(desk: Desk, part: Part, form: Form, sent: Row, stored: Section) -> str:
    """What was sent beside what was stored in the meantime."""
    return _page(
        desk,
        "conflict",
        part=part,
        stored=stored,
        sent=sent,
        saved=saved(stored),
        same=same(sent, stored.answers),
        differences=list(differences(form, sent, stored.answers)),
    )


def review_page(desk: Desk, problem: str = "") -> str:
    """Everything at a glance, with what is still open."""
    by_name = {standing.name: standing for standing in standings(desk)}
    overview = [_overview(desk, part, by_name[part.name]) for part in desk.parts]
    return _page(desk, "review", overview=overview, problem=problem)


def _overview(desk: Desk, part: Part, standing: Standing) -> Overview:
    looked = list(_looked(desk, part))
    return Overview(
        standing, tuple(one for one in looked if not one.answer), tuple(one for one in looked if one.answer)
    )


def _looked(desk: Desk, part: Part) -> Iterator[Looked]:
    form, answers = form_for(part, desk.assessment)(), desk.answers(part)
    for name in part.asked:
        known, given = answers.get(name + KNOWN_BY), answers.get(name)
        yield Looked(
            str(form[name].label.text),
            shown(form[name], given) if given else "",
            desk.address(part.name, name),
            str(say(EVIDENCE[known])) if known else "",
            answers.get(name + EXAMPLE, ""),
        )


def told(desk: Desk) -> str:
    """How much is answered in all, in words."""
    return str(say("{n} of {all} answered", n=desk.answered, all=desk.asked))


def moment(at: datetime | None) -> str:
    """A moment in the time of this machine: the hour for today, else the day."""
    if at is None:
        return ""
    here, today = at.astimezone(), datetime.now(UTC).astimezone().date()
    if here.date() != today:
        return str(say("on {day}", day=words().day(here.date())))
    return str(say("at {time}", time=here.strftime("%H:%M")))


def saved(section: Section) -> str:
    """When a part was saved; nothing when it never was."""
    return str(say("Saved {when}", when=moment(section.saved_at))) if section.saved_at else ""


def _page(desk: Desk, name: str, **values: object) -> str:
    return render_template(
        f"leaders/{name}.html",
        desk=desk,
        assessment=desk.assessment,
        place=desk.assessment.organisation,
        told=told(desk),
        **values,
    )
