"""Attacks by who reads what is published, and a look at the box as it lies there."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from assess.attacks import structure
from assess.attacks.differencing import Person, Wave, published, recovered
from assess.attacks.naive_figures import each_alone, made_up
from assess.ballots import boxes
from assess.cli.proving.tried import Tried
from assess.core.groups import traits
from assess.core.questionnaire import EMPLOYEES
from assess.core.responses import Answers
from assess.core.themes import views
from assess.store import assessments, kept, opened, trustees
from assess.store.assessments import Assessment

FIGURES = "report.json"
MADE_UP, SEED = 120, 4


def on_box(home: Path, copy: Path, of: Assessment) -> Tried:
    """Whether the box that is open now is built as it should be."""
    start = perf_counter()
    held = bool(trustees.holding(trustees.of_assessment(of.id)))
    file = boxes.file_of(home, of.id)
    found = tuple(structure.faults(file, boxes.file_of(copy, of.id), held_by_trustees=held))
    return Tried(
        "the box itself", len(found), len(structure.CHECKED), None, None, 0, perf_counter() - start, found
    )


def on_figures(home: Path, of: Assessment) -> Tried | None:
    """Subtracts what is published of this and earlier waves; None when nothing is."""
    start, fewest = perf_counter(), of.smallest.of(EMPLOYEES)
    waves = [wave for one in _waves(of) if (wave := _wave(home, one)) is not None]
    if not waves:
        return None
    found = [few for wave in waves for few in recovered([wave], fewest)]
    people = made_up(MADE_UP, Random(SEED))
    naive = recovered([(list(each_alone(people, fewest)), [person for person, _ in people])], fewest)
    told = tuple(f"{one.theme}: the mean of {len(one.people)} can be worked out" for one in found)
    shown = sum(len(cells) for cells, _ in waves)
    seconds = perf_counter() - start
    return Tried("figures subtracted", len(found), shown, None, min(1, len(naive)), 1, seconds, told)


def _waves(of: Assessment) -> Sequence[Assessment]:
    """This assessment and the earlier ones of its organisation, as far as they are closed."""
    every = assessments.of_organisation(of.organisation_id)
    return [one for one in every if one.state == "closed" and one.opens_on <= of.opens_on]


def _wave(home: Path, of: Assessment) -> Wave | None:
    file, answers = kept.file(home, of.id, FIGURES), opened.answers(of.id)
    if file is None or answers is None or not file.exists():
        return None
    return published(file.read_text()), _people(of, answers)


def _people(of: Assessment, answers: Answers) -> list[Person]:
    """What an insider could know of everybody who answered."""
    seen = views(of.set, answers, EMPLOYEES)
    told = traits(answers)
    return [
        Person(
            (of.id, place),
            frozenset(
                (trait.name, trait.choices[trait.places[place]]) for trait in told if trait.places[place] >= 0
            ),
            frozenset(theme for theme, people in seen.items() if people.enough[place]),
        )
        for place in range(answers.n)
    ]
