"""One thing a line: teams with their head counts, and names of leaders."""

from collections.abc import Collection, Iterator, Mapping

from markupsafe import Markup

from assess.document.words import later
from assess.web.frame import say
from assess.web.page_forms import LONGEST_NAME, tidy

MOST_TEAMS = 200
MOST_LEADERS = 200
MOST_PEOPLE = 1_000_000


def teams(text: str) -> tuple[dict[str, int | None], list[Markup]]:
    """Head counts by team, None where it is unknown, and what is wrong with which lines."""
    found: dict[str, int | None] = {}
    problems: list[Markup] = []
    known: dict[str, int] = {}
    for number, line in _lines(text):
        name, semicolon, count = (part.strip() for part in line.replace("\t", ";").rpartition(";"))
        if not semicolon:
            name, count = count, ""
        problem = _count_problem(count) or name_problem(name, known)
        if problem:
            problems.append(at(number, problem))
        else:
            known[name.casefold()] = number
            found[name] = int(count) if count else None
    if len(found) > MOST_TEAMS:
        problems.append(say(later("These are {n} teams; {most} is the most."), n=len(found), most=MOST_TEAMS))
    return found, problems


def team_lines(counts: Mapping[str, int | None]) -> str:
    """The text from which `teams` reads these head counts."""
    return "\n".join(name if count is None else f"{name}; {count}" for name, count in counts.items())


def names(text: str, taken: Collection[str]) -> tuple[list[str], list[Markup]]:
    """Names of leaders, none of them `taken`, and what is wrong with which lines."""
    found: list[str] = []
    problems: list[Markup] = []
    known = {name.casefold(): 0 for name in taken}
    for number, line in _lines(text):
        problem = name_problem(line, known)
        if problem:
            problems.append(at(number, problem))
        else:
            known[line.casefold()] = number
            found.append(line)
    if len(found) + len(taken) > MOST_LEADERS:
        problems.append(say(later("An assessment takes at most {most} leaders."), most=MOST_LEADERS))
    return found, problems


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        # A tab parts two cells of a spreadsheet, so it must survive the tidying.
        cleaned = "\t".join(tidy(cell) or "" for cell in line.split("\t")).strip()
        if cleaned:
            yield number, cleaned


def at(line: int, problem: Markup) -> Markup:
    """A problem with the number of its line."""
    return say(later("Line {line}: {problem}"), line=line, problem=problem)


def name_problem(name: str, known: Mapping[str, int]) -> Markup | None:
    """What is wrong with a name; `known` has the line of each that came before, 0 for one from earlier."""
    if not name:
        return say(later("there is no name; write it before the semicolon."))
    if len(name) > LONGEST_NAME:
        return say(later("the name is longer than {most} characters."), most=LONGEST_NAME)
    before = known.get(name.casefold())
    if before:
        return say(later("“{name}” stands on line {before} already."), name=name, before=before)
    if before == 0:
        return say(later("“{name}” is there already; add a second name to tell them apart."), name=name)
    return None


def _count_problem(count: str) -> Markup | None:
    if not count:
        return None
    if not (count.isascii() and count.isdigit()):
        return say(
            later(
                "“{count}” is not a number of people; write a whole number, or nothing if you do not know."
            ),
            count=count[:20],
        )
    if not 1 <= int(count[:9]) <= MOST_PEOPLE or len(count) > 9:
        return say(later("a team has 1 to {most} people; leave out a team of nobody."), most=MOST_PEOPLE)
    return None
