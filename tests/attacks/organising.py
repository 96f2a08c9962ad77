"""Organisations by chance, whose employees answer in three waves."""

from dataclasses import dataclass, replace

import numpy as np

from assess.attacks.differencing import Person
from assess.attacks.naive_figures import each_alone
from assess.core.attributes import NO_CHOICE
from assess.core.report import report
from assess.core.responses import DONT_KNOW, Answers, Responses
from tests.core.building import a_questionnaire, a_set, a_statement

THEMES = {"experience": "EXP-1", "simplicity": "SIM-1"}
SET = a_set(*(a_questionnaire(theme, a_statement(item, "e")) for theme, item in THEMES.items()))
ATTRIBUTES = {"Site": ("North", "South", "West"), "Years": ("0 to 2", "3 to 10", "more")}
TEAMS = ("Advice", "Billing", "Care", "Depot", "Energy", "Fleet", "Grid", "Help", "IT", "Legal")
SMALLEST = 5


@dataclass(frozen=True)
class Employee:
    """One employee: who, what they told of themselves, and what they answered."""

    number: int
    team: str
    told: tuple
    """By attribute the place of a choice, or none."""
    answers: tuple
    """By theme a number from 1 to 5, or don't know."""

    @property
    def choices(self):
        named = zip(ATTRIBUTES, self.told, strict=True)
        told = {(name, ATTRIBUTES[name][place]) for name, place in named if place != NO_CHOICE}
        return frozenset({("team", self.team)} | told)

    @property
    def scores(self):
        """By theme 0 to 100, where there is an answer."""
        found = zip(THEMES, self.answers, strict=True)
        return {theme: 25.0 * (answer - 1) for theme, answer in found if answer != DONT_KNOW}

    @property
    def known(self):
        return Person(self.number, self.choices, frozenset(self.scores))


def an_employee(number, teams, rng):
    told = tuple(
        NO_CHOICE if rng.random() < 0.08 else rng.choices(range(len(choices)), (5, 3, 1))[0]
        for choices in ATTRIBUTES.values()
    )
    answers = tuple(DONT_KNOW if rng.random() < 0.03 else rng.randint(1, 5) for _ in THEMES)
    team = rng.choices(teams, [1 / (2 + place) for place in range(len(teams))])[0]
    return Employee(number, team, told, answers)


def an_organisation(people, rng, waves=3, *, the_same=False):
    """In each wave its employees: some leave, some join, who stays may answer `the_same` or afresh."""
    teams = TEAMS[: max(2, min(len(TEAMS), people // 15))]
    found = [[an_employee(number, teams, rng) for number in range(people)]]
    for wave in range(1, waves):
        stay = [one for one in found[-1] if rng.random() < 0.97]
        if not the_same:
            stay = [replace(one, answers=an_employee(0, teams, rng).answers) for one in stay]
        joined = [an_employee(1000 * wave + n, teams, rng) for n in range(rng.randint(1, 1 + people // 30))]
        found.append(stay + joined)
    return found


def answers_of(employees):
    names = sorted({one.team for one in employees})
    columns = zip(*(one.answers for one in employees), strict=True)
    told = zip(*(one.told for one in employees), strict=True)
    return Answers(
        n=len(employees),
        items={item: np.array(c, np.int8) for item, c in zip(THEMES.values(), columns, strict=True)},
        teams=np.array([names.index(one.team) for one in employees], np.int32),
        team_names=tuple(names),
        attributes={name: np.array(c, np.int8) for name, c in zip(ATTRIBUTES, told, strict=True)},
        choices=ATTRIBUTES,
    )


def reports(waves):
    """The report of each wave, made knowing those before."""
    found = []
    for employees in waves:
        earlier = [one.published.as_earlier for one in found]
        found.append(report(SET, Responses({"employees": answers_of(employees)}), earlier=earlier))
    return found


def all_cells(employees):
    """Every mean that could be published, with only its own number looked at."""
    return each_alone([(one.known, one.scores) for one in employees], SMALLEST)
