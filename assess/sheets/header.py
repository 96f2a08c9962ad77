"""The first record: which columns a spreadsheet has, and what each may hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce

from assess.core.questionnaire import (
    AUDIENCES,
    CUSTOMERS,
    EMPLOYEES,
    LEADERS,
    Audience,
    QuestionnaireSet,
    Topic,
)
from assess.sheets.cells import Codes, answers_on, guesses, kinds_of_evidence
from assess.sheets.lines import SAVE_AS
from assess.sheets.problems import TEMPLATE, TEMPLATE_PRINTS, Problem, What, either, problem_of_record, quoted

AUDIENCE, TEAM, RESPONDENT = "audience", "team", "respondent"
GUESS, KNOWN_BY = "guess-", ":evidence"
# Looking for near names takes a millisecond each: a header of a million wrong ones must not take minutes.
MOST_HINTS, MOST_COLUMNS = 100, 10_000


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column may hold, and of whom; without codes it holds a name or a text."""

    name: str
    audiences: tuple[Audience, ...]
    codes: Codes | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of one spreadsheet by their place; None for a column that has no name or is not known."""

    kinds: tuple[Kind | None, ...]
    names: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def audience(self) -> int | None:
        """The place of the column that says whose row it is."""
        return next((place for place, kind in enumerate(self.kinds) if kind and kind.name == AUDIENCE), None)


def kinds_for(questionnaires: QuestionnaireSet) -> dict[str, Kind]:
    """Every column that a spreadsheet for this set may have, by name, in the order of the template."""
    kinds = [Kind(AUDIENCE, AUDIENCES), Kind(TEAM, (EMPLOYEES,)), Kind(RESPONDENT, (LEADERS,))]
    kinds += [Kind(GUESS + audience, (LEADERS,), guesses()) for audience in (EMPLOYEES, CUSTOMERS)]
    kinds += _kinds_of_items(questionnaires)
    return {kind.name: kind for kind in kinds}


def _kinds_of_items(questionnaires: QuestionnaireSet) -> Iterator[Kind]:
    evidence = kinds_of_evidence()
    for item in questionnaires.items():
        audiences = tuple(audience for audience in AUDIENCES if item.put_to(audience))
        yield Kind(item.id, audiences, answers_on(item.scale) if item.scale else None)
        if isinstance(item, Topic):
            yield Kind(item.id + KNOWN_BY, audiences, evidence)


def header_of(
    record: Sequence[str], line: int, known: Mapping[str, Kind], only: Audience | None = None
) -> Header:
    """The columns that a header names, with every problem of it; all rows may be of one audience."""
    names = tuple(name.strip() for name in record[:MOST_COLUMNS])
    kinds = tuple(known.get(name) for name in names)
    if not any(kinds):
        tabs = What("its columns are separated by tabs, not by commas; {save}", save=SAVE_AS)
        none = What(
            "this line names no column; begin with one that does, such as {template}",
            template=TEMPLATE_PRINTS,
        )
        return Header(kinds, names, (problem_of_record(line, tabs if "\t" in record[0] else none),))
    problems = [*_unknown(names, line, known), *_doubled(names, line)]
    if len(record) > MOST_COLUMNS:
        many = What("more than {most} columns; {save}, one item a column", most=MOST_COLUMNS, save=SAVE_AS)
        problems.append(problem_of_record(line, many))
    if AUDIENCE not in names and only is None:
        names_of = {"column": repr(AUDIENCE), "audiences": either(AUDIENCES)}
        add = What("there is no column {column}; add it, with {audiences} in each row", **names_of)
        problems.append(problem_of_record(line, add))
    return Header(kinds, names, tuple(problems))


def _unknown(names: Sequence[str], line: int, known: Mapping[str, Kind]) -> Iterator[Problem]:
    lower = {name.lower(): name for name in known}
    hints = 0
    for place, name in enumerate(names):
        if name and name not in known:
            hints += 1
            near = get_close_matches(name.lower()[:40], lower, n=3) if hints <= MOST_HINTS else []
            yield Problem(line, place, name, _what_unknown(name, [lower[key] for key in near], known))


def _what_unknown(name: str, near: Sequence[str], known: Mapping[str, Kind]) -> What:
    item = name.removesuffix(KNOWN_BY)
    if item != name and item in known:
        return What("only topics have evidence, and {item} is none; remove this column", item=repr(item))
    shown = quoted(name)
    if near:
        mean = reduce(lambda first, last: What("{first} or {last}", first=first, last=last), map(repr, near))
        return What("{name} is not a column; did you mean {near}?", name=shown, near=mean)
    unknown = {"name": shown, "template": TEMPLATE}
    return What("{name} is not a column; remove it, or take a name from {template}", **unknown)


def _doubled(names: Sequence[str], line: int) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for place, name in enumerate(names):
        if name and first.setdefault(name, place) != place:
            places = {"name": quoted(name), "one": first[name] + 1, "other": place + 1}
            twice = What("{name} stands there twice, in columns {one} and {other}; keep one", **places)
            yield Problem(line, place, name, twice)
