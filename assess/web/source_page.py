"""The page with all sources of customers' answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import render_template, request
from markupsafe import Markup

from assess.core.rounded import FEWEST, at_least
from assess.document.words import later, later_n, sentence
from assess.sheets.problems import TEMPLATE, TEMPLATE_PRINTS, What
from assess.store import sources
from assess.store.assessments import RUNNING, Assessment
from assess.store.sources import Asking, Kind, Source
from assess.web import links, overview
from assess.web.frame import say, say_n, words
from assess.web.source_forms import LARGEST_FILE, PREFIX, AskingForm, ImportForm

SHARED = {"page": "customers.start", "card": "customers.card"}
"""What customers open by a link, by kind of source."""
ON_A_PAGE = {
    str(TEMPLATE): later("the empty file with the columns"),
    str(TEMPLATE_PRINTS): later("the empty file with the columns shows"),
}
"""What the command line says otherwise."""
ANSWERS = later_n("{n} answer", "{n} answers")
ASKED = later_n("{n} asked", "{n} asked")


@dataclass(frozen=True, slots=True)
class Shown:
    """One source as the page shows it."""

    key: str
    source: Source
    count: Markup
    told: Markup
    """How its customers were asked, in one line."""
    form: AskingForm
    link: str = ""


def sources_page(assessment: Assessment, sent: Mapping[str, AskingForm] | None = None) -> str:
    """The page; `sent` holds a form that could not be stored, by what it is about."""
    sent = sent or {}
    found = sources.of_assessment(assessment.id)
    shown = [_shown(assessment, source, sent) for source in sorted([*_shared(found), *found], key=_order)]
    return render_template(
        "sources/show.html",
        assessment=assessment,
        tab="sources",
        running=assessment.state in RUNNING,
        told="told" in request.args,
        in_words=in_words,
        largest_mb=LARGEST_FILE // 1_000_000,
        shared={each.key: each for each in shown if each.source.kind != "import"},
        imports=[each for each in shown if each.source.kind == "import"],
        new=sent.get("new") or ImportForm(prefix=PREFIX + "new", formdata=None),
        imported=_imported(found),
        removed=sources.removed(assessment.id) if "removed" in request.args else None,
    )


def in_words(what: object) -> Markup:
    """What is wrong with a file, in the language of this page."""
    if what in ON_A_PAGE:
        return say(ON_A_PAGE[str(what)])
    if isinstance(what, What):
        return say(what.message, **{name: in_words(value) for name, value in what.values.items()})
    return Markup.escape(words().whole(what) if isinstance(what, int) else what)


def _shared(found: list[Source]) -> Iterator[Source]:
    """The page and the card where nobody has used them yet."""
    there = {source.kind for source in found}
    kinds: tuple[Kind, ...] = ("page", "card")
    for kind in kinds:
        if kind not in there:
            yield Source("", kind, "", "", None, "", 0)


def _order(source: Source) -> int:
    """The page, the card, then imports as they came: a source keeps its place once it is used."""
    return [*SHARED, "import"].index(source.kind)


def _imported(found: list[Source]) -> Source | None:
    """The import that was just made."""
    return next((source for source in found if source.id == request.args.get("imported")), None)


def _shown(assessment: Assessment, source: Source, sent: Mapping[str, AskingForm]) -> Shown:
    key = source.id if source.kind == "import" else source.kind
    known = Asking(source.how, source.period, source.asked)
    form = sent.get(key) or AskingForm(prefix=PREFIX + key, formdata=None, obj=known)
    shared = SHARED.get(source.kind)
    link = links.absolute(shared, assessment_id=assessment.id) if shared else ""
    surely = source.n if source.kind == "import" else at_least(source.n) or 0
    told = _told(known, more=surely > (known.asked or surely))
    return Shown(key, source, _count(source), told, form, link)


def _count(source: Source) -> Markup:
    """How many answered, in steps; of a file, which does not grow, exactly unless they are few."""
    if source.kind == "import" and source.n >= FEWEST:
        return say_n(*ANSWERS, source.n, n=words().whole(source.n))
    return sentence(overview.how_many(ANSWERS, source.n))


def _told(asking: Asking, *, more: bool) -> Markup:
    """How customers were asked, in one line; `more` where more answered than were asked."""
    parts = [asking.how, asking.period]
    if asking.asked is not None:
        parts.append(say_n(*ASKED, asking.asked, n=words().whole(asking.asked)))
    if more:
        parts.append(say(later("more answers than people asked: is that number right?")))
    told = [Markup.escape(part) for part in parts if part]
    return Markup(" · ").join(told) if told else say(later("How were they asked? Not told yet"))
