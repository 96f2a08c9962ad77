"""How to read the report, what it cannot say, and where its figures from elsewhere come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.benchmarks import Benchmark
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.fragments import blank, joined, strong
from assess.document.pages.context import told_benchmarks
from assess.document.pages.rules import (
    ACTIONS_TOLD,
    ALWAYS,
    EMPLOYEES_TOLD,
    NEVER,
    PROVISIONAL,
    WITH_ACTIONS,
    WITH_TOPICS,
    Told,
)
from assess.document.presence import missing
from assess.document.reading import NOBODY, Reading
from assess.document.words import sentence


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to know, with its name."""

    name: Markup
    told: Markup


@dataclass(frozen=True, slots=True)
class Level:
    """One level and its description."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Source:
    """One figure from elsewhere with all that belongs to it."""

    told: Markup
    caveats: list[str]


@dataclass(frozen=True, slots=True)
class LimitsPage:
    """All that the last pages of text show."""

    reading: list[Rule]
    limits: list[Rule]
    levels: list[Level]
    sources: list[Source]
    asked: Markup
    edition: Markup


def limits_page(reading: Reading) -> LimitsPage:
    """How to read this, and what it cannot say."""
    words = reading.words
    return LimitsPage(
        reading=list(_how_to_read(reading)),
        limits=list(_limits(reading)),
        levels=[Level(words.of(level.title), words.of(level.description)) for level in reading.set.levels],
        sources=[_source(reading, benchmark) for benchmark in told_benchmarks(reading)],
        asked=_asked(reading),
        edition=_edition(reading),
    )


def _rules(reading: Reading, told: Told) -> Iterator[Rule]:
    for name, text in told:
        yield Rule(reading.words.say(name), reading.words.say(text))


def rule(reading: Reading, name: str) -> Rule:
    """One of the rules by its English name."""
    texts = dict((*ALWAYS, *WITH_TOPICS, *PROVISIONAL, *WITH_ACTIONS))
    return Rule(reading.words.say(name), reading.words.say(texts[name]))


def small_groups(reading: Reading) -> Rule:
    """What is not shown of how few."""
    words, smallest = reading.words, reading.report.smallest
    told = words.say(
        "Of fewer than {leaders} leaders only scores and levels are shown; of fewer than {others} employees "
        "or customers nothing is.",
        leaders=words.count(smallest.leaders),
        others=words.count(smallest.others),
    )
    return Rule(words.say("Small groups"), joined([told, gate_told(reading)]))


def gate_told(reading: Reading) -> Markup:
    """What was done so that nobody works out what a few employees answered."""
    if reading.presence(EMPLOYEES) == NOBODY:
        return Markup()
    return reading.words.say(
        "All that is told of employees was tested together, also beside what earlier assessments published: "
        "from none of it can be worked out what fewer than {few} answered. Where nearly all answered the "
        "same, only a bound is told: “at least” or “at most”. How answers spread is told from {texts} on.",
        few=reading.words.count(reading.report.smallest.others),
        texts=reading.words.count(reading.report.smallest.for_texts),
    )


def _how_to_read(reading: Reading) -> Iterator[Rule]:
    yield from _rules(reading, ALWAYS)
    yield from _rules(reading, WITH_TOPICS if reading.topics else ())
    yield from _rules(reading, PROVISIONAL if _provisional(reading) else ())
    yield from _rules(reading, WITH_ACTIONS if reading.actions else ())
    yield small_groups(reading)


def _provisional(reading: Reading) -> bool:
    """Whether a theme has a score though somebody left a required topic of it open."""
    scored = [t for t in reading.figures(LEADERS).themes.values() if t and t.score is not None]
    return any(t.maturity and t.maturity.status == "provisional" for t in scored)


def _limits(reading: Reading) -> Iterator[Rule]:
    say = reading.words.say
    lacking = joined(missing(reading, audience) for audience in AUDIENCES)
    if lacking:
        yield Rule(say("Who is missing"), lacking)
    if reading.presence(CUSTOMERS) != NOBODY:
        told = say(
            "They are no random sample: those who answer differ from those who do not. They were asked: "
            "{how}",
            how=reading.how_asked or blank("name"),
        )
        yield Rule(say("Customers"), told)
    yield from _rules(reading, EMPLOYEES_TOLD if reading.presence(EMPLOYEES) != NOBODY else ())
    if reading.n(LEADERS):
        yield Rule(say("Leaders"), _mildly(reading))
    yield from _rules(reading, NEVER)
    yield from _rules(reading, ACTIONS_TOLD if reading.actions else ())


def _mildly(reading: Reading) -> Markup:
    told = reading.words.say("They judge their own organisation, and people judge themselves mildly.")
    if all(reading.presence(audience) == NOBODY for audience in (EMPLOYEES, CUSTOMERS)):
        return told
    return joined([told, reading.words.say("That is why others were asked too.")])


def _source(reading: Reading, benchmark: Benchmark) -> Source:
    words = reading.words
    value = f"{words.whole(benchmark.value)}%" if isinstance(benchmark.value, int | float) else ""
    figure = strong(joined([value, words.of(benchmark.what)], ": "))
    n = words.say("n not published") if benchmark.n is None else words.sample(benchmark.n)
    year = words.say("year unknown") if benchmark.year is None else Markup(benchmark.year)
    population = words.of(benchmark.population) if benchmark.population else ""
    unit = joined([figure, words.say("({unit}).", unit=words.of(benchmark.unit))])
    facts = joined([population, n, year, words.say("trust grade {grade}", grade=benchmark.trust)], "; ")
    source = joined([benchmark.source.title, benchmark.source.url or ""], ", ")
    return Source(
        joined([unit, sentence(facts) + ".", source]), [words.of(caveat) for caveat in benchmark.caveats]
    )


def _asked(reading: Reading) -> Markup:
    """Which questionnaires were asked, in which version."""
    words = reading.words
    told = (
        words.say("{theme} (version {version})", theme=reading.name(q.id), version=q.version)
        for q in reading.set.questionnaires
    )
    return words.say("Asked: {questionnaires}.", questionnaires=words.listing(told))


def _edition(reading: Reading) -> Markup:
    return reading.words.say("The figures travel with this PDF as the attachment result.json.")
