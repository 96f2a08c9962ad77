"""Teams side by side, in alphabetical order and with intervals: no ranking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assess.charts import Frame, Mark
from assess.core.figures import ThemeFigures
from assess.core.questionnaire import EMPLOYEES
from assess.document.bounds import told_score
from assess.document.reading import Reading
from assess.document.strips import Figure, Strips
from assess.document.words import later, later_n, sentence

WIDTHS, HEIGHT = {1: 370, 2: 204, 3: 140, 4: 110, 5: 90, 6: 76}, 18
"""How wide a strip is, by the number of themes beside each other."""
SMALL, LONG = 0.4, 26
"""The size of a mark, which leaves its interval to be seen; letters of a name that fit on a line."""
FEWEST_TEAMS, FEW = 2, 8
NAMED = 3
"""Teams; of more a list in the heading would read as a ranking."""
BY_CHANCE = 0.05
"""The part of comparisons that stands apart by chance at most, where there is no difference at all."""
COLUMNS = 6
"""Themes beside each other on a page; more go into a table below."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One team on one theme."""

    figure: Figure | None
    score: str
    span: str
    apart: bool = False
    """Whether its interval does not meet that of all employees."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team, or all employees together."""

    name: str
    n: str
    together: bool
    cells: list[Cell]

    @property
    def long(self) -> bool:
        """Whether the name needs smaller letters."""
        return len(self.name) > LONG


@dataclass(frozen=True, slots=True)
class TeamTable:
    """The teams on some of the themes."""

    themes: list[str]
    rows: list[TeamRow]


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """All that the page of teams shows."""

    sentence: Markup
    tables: list[TeamTable]
    hidden: Markup
    confidential: Markup

    @property
    def short(self) -> bool:
        """Whether there is room for a neighbour on its page."""
        return sum(len(table.rows) for table in self.tables) <= FEW


def teams_page(reading: Reading, strips: Strips) -> TeamsPage | None:
    """The teams that may be shown; None when there are fewer than two."""
    everyone = reading.figures(EMPLOYEES)
    shown = {name: team for name, team in everyone.teams.items() if not team.hidden}
    themes = [id for id in reading.themes if reading.theme(EMPLOYEES, id)]
    if len(shown) < FEWEST_TEAMS or not themes:
        return None
    rows = [
        ("", everyone.n or 0, everyone.themes),
        *((n, shown[n].n or 0, shown[n].themes) for n in sorted(shown)),
    ]
    chunks = [themes[at : at + COLUMNS] for at in range(0, len(themes), COLUMNS)]
    return TeamsPage(
        sentence=_sentence(reading, {name: found for name, _, found in rows}),
        tables=[
            TeamTable([reading.name(id) for id in ids], [_row(reading, strips, row, ids) for row in rows])
            for ids in chunks
        ],
        hidden=_hidden(reading),
        confidential=_confidential(reading),
    )


Themes = Mapping[str, ThemeFigures | None]


def _row(reading: Reading, strips: Strips, row: tuple[str, int, Themes], ids: list[str]) -> TeamRow:
    name, n, found = row
    together = reading.figures(EMPLOYEES).themes
    return TeamRow(
        name=name or str(reading.words.say("All employees")),
        n=reading.words.sample(n),
        together=not name,
        cells=[_cell(reading, strips, WIDTHS[len(ids)], found.get(id), together.get(id)) for id in ids],
    )


def _cell(
    reading: Reading, strips: Strips, width: int, found: ThemeFigures | None, together: ThemeFigures | None
) -> Cell:
    words = reading.words
    if found is None or found.score is None:
        return Cell(None, str(words.say("too few")), "")
    spanned = found.lo is not None and found.hi is not None
    span = words.span(found.lo or 0, found.hi or 0) if spanned else ""
    score = str(words.say("score {score} of 100", score=told_score(words, found)))
    label = f"{score}, {span}" if span else score
    mark = Mark("employees", (HEIGHT - 4) / 2, found.score, found.lo, found.hi, label)
    figure = strips.figure(Frame(width, HEIGHT, size=SMALL), [mark])
    return Cell(figure, told_score(words, found), span, together is not None and _apart(found, together))


APART = later_n(
    "In {count} of {n} comparisons a team stands apart from all employees{who}; by chance {chance} at most.",
    "In {count} of {n} comparisons a team stands apart from all employees{who}; by chance {chance} at most.",
)


def _sentence(reading: Reading, rows: Mapping[str, Themes]) -> Markup:
    """How many differences there are beside how many chance alone would give, and whose they are."""
    words = reading.words
    pairs = list(_comparable(rows))
    apart = [name for name, one, other in pairs if _apart(one, other)]
    if not apart:
        return words.say(
            "No team clearly stands apart from all employees together; what differs may be chance."
        )
    teams = sorted(set(apart))
    who = Markup(" ({})").format(words.listing(teams)) if len(teams) <= NAMED else ""
    chance = words.count(max(1, round(len(pairs) * BY_CHANCE)))
    return words.say_n(*APART, len(apart), n=words.count(len(pairs)), who=who, chance=chance)


def _comparable(rows: Mapping[str, Themes]) -> Iterator[tuple[str, ThemeFigures, ThemeFigures]]:
    for id, together in rows[""].items():
        for name, team in rows.items():
            found = team.get(id) if name else None
            if together and found and found.lo is not None and together.lo is not None:
                yield name, found, together


def _apart(one: ThemeFigures, other: ThemeFigures) -> bool:
    """Whether two intervals do not meet."""
    if one.lo is None or one.hi is None or other.lo is None or other.hi is None:
        return False
    return one.lo > other.hi or one.hi < other.lo


HIDDEN = later_n(
    "{count} team is not shown: it is smaller than {smallest}, or would give a smaller one away.",
    "{count} teams are not shown: they are smaller than {smallest}, or would give a smaller one away.",
)


def _hidden(reading: Reading) -> Markup:
    hidden = sum(team.hidden for team in reading.figures(EMPLOYEES).teams.values())
    if not hidden:
        return Markup()
    smallest = reading.words.count(reading.report.smallest.others)
    return sentence(reading.words.say_n(*HIDDEN, hidden, smallest=smallest))


ANONYMOUS = later(
    "Employees answered anonymously: no group smaller than {smallest} is shown, and no figure from which one "
    "could be worked out."
)
CONFIDENTIAL = later(
    "What employees answered is confidential: no group smaller than {smallest} is shown, and no "
    "figure from which one could be worked out."
)


def _confidential(reading: Reading) -> Markup:
    told = ANONYMOUS if reading.anonymous else CONFIDENTIAL
    return reading.words.say(told, smallest=reading.words.count(reading.report.smallest.others))
