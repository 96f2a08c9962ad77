"""How to read the report, what it cannot say, and where its figures from elsewhere come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assess.core.benchmarks import Benchmark
from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.fragments import blank, joined, strong
from assess.document.pages.context import told_benchmarks
from assess.document.presence import missing
from assess.document.reading import NOBODY, Reading
from assess.document.words import later, sentence


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


Told = tuple[tuple[str, str], ...]
"""The names and the texts of rules."""

ALWAYS: Told = (
    (
        later("Shares"),
        later(
            "The part of those with an opinion that agrees (4 or 5 of 5, 6 or 7 of 7, or as the scale says). "
            "Don’t know and not applicable are counted apart and never as a low score."
        ),
    ),
    (
        later("Intervals"),
        later(
            "A line shows where the true value lies in 95 of 100 cases like this. Few answers make long "
            "lines. Where two lines overlap widely, do not speak of a difference."
        ),
    ),
    (
        later("Gaps"),
        later(
            "A gap is clear when its interval excludes zero and it is at least 10 points; audiences are "
            "alike when more than 20 points can be excluded. In between we say that it is not clear."
        ),
    ),
    (
        later("Rounding"),
        later(
            "Figures are rounded only in print, so two shares may not subtract exactly to the gap beside "
            "them."
        ),
    ),
)
WITH_TOPICS: Told = (
    (
        later("Levels"),
        later(
            "The nearest description, never more than one above the weakest required part. “Possibly” names "
            "a neighbour that the interval reaches."
        ),
    ),
    (
        later("How do we know?"),
        later(
            "The claimed score is what leaders chose; the evidenced one is what is left when only answers "
            "that are measured or can be shown count. It does not say that the rest is false."
        ),
    ),
)
WITH_ACTIONS: Told = (
    (
        later("Priority"),
        later(
            "100 × need × impact ÷ 3 × certainty × gap ÷ effort. Need is the distance to the level below "
            "the top; certainty falls where leaders are few, disagree or do not know; a clear gap adds at "
            "most half."
        ),
    ),
)
EMPLOYEES_TOLD: Told = (
    (
        later("Employees"),
        later(
            "What they answered is confidential. Do not look for who said what; thank them by doing "
            "something."
        ),
    ),
)
LEADERS_TOLD: Told = (
    (
        later("Leaders"),
        later(
            "They judge their own organisation, and people judge themselves mildly. That is why others are "
            "asked."
        ),
    ),
)
NEVER: Told = (
    (
        later("Teams and people"),
        later("No ranking, and not for pay: a figure that decides a bonus stops measuring what it should."),
    ),
    (
        later("Causes"),
        later("That two things go together does not make one the cause. Try an action, measure, and see."),
    ),
)
ACTIONS_TOLD: Told = (
    (
        later("Actions"),
        later(
            "They come from practice; no effect sizes are known. Impact and effort are editors’ judgements: "
            "change them."
        ),
    ),
)


def _rules(reading: Reading, told: Told) -> Iterator[Rule]:
    for name, text in told:
        yield Rule(reading.words.say(name), reading.words.say(text))


def _how_to_read(reading: Reading) -> Iterator[Rule]:
    yield from _rules(reading, ALWAYS)
    yield from _rules(reading, WITH_TOPICS if reading.topics else ())
    yield from _rules(reading, WITH_ACTIONS if reading.actions else ())
    words, smallest = reading.words, reading.report.smallest
    told = words.say(
        "Of fewer than {leaders} leaders only scores and levels are shown; of fewer than {others} employees "
        "or customers nothing is.",
        leaders=words.count(smallest.leaders),
        others=words.count(smallest.others),
    )
    yield Rule(words.say("Small groups"), told)


def _limits(reading: Reading) -> Iterator[Rule]:
    say = reading.words.say
    lacking = joined(missing(reading, audience) for audience in AUDIENCES)
    if lacking:
        yield Rule(say("Who is missing"), lacking)
    if reading.presence(CUSTOMERS) != NOBODY:
        told = say(
            "They are no random sample: those who answer differ from those who do not. They were asked: "
            "{how}",
            how=blank("name"),
        )
        yield Rule(say("Customers"), told)
    yield from _rules(reading, EMPLOYEES_TOLD if reading.presence(EMPLOYEES) != NOBODY else ())
    yield from _rules(reading, LEADERS_TOLD if reading.n(LEADERS) else ())
    yield from _rules(reading, NEVER)
    yield from _rules(reading, ACTIONS_TOLD if reading.actions else ())


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
