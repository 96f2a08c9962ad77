"""Simulated respondents, the same every time: `python -m tests.people > docs/example/responses.csv`.

The example is Voorbeeld Energie, which does not exist. Its leaders believe more than its customers say;
customers trust its people and its promises, not its processes.
"""

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from random import Random
from statistics import NormalDist

import numpy as np

from assess import loading, paths
from assess.core.questionnaire import (
    CUSTOMERS,
    EMPLOYEES,
    EVIDENCE,
    LEADERS,
    Audience,
    QuestionnaireSet,
    Scale,
    Statement,
    Topic,
)
from assess.core.responses import DONT_KNOW, MISSING, NOT_APPLICABLE, Answers, Responses
from assess.sheets.header import AUDIENCE, GUESS, KNOWN_BY, RESPONDENT, TEAM, kinds_for

SEED = 95
COMMENT = (
    "# Voorbeeld Energie does not exist and these answers are simulated. Lines that begin with # are skipped."
)
NORMAL = NormalDist()

Row = dict[str, str]

TEAMS = {"Billing": 27, "Customer service": 38, "Field engineers": 31, "IT": 17, "Legal": 3, "Sales": 24}
CUSTOMER_COUNT = 220
LEADER_COUNT = 9

AGREED: Mapping[str, tuple[int, float, float]] = {
    "HEAD-M": (7, 0.41, 0.22),
    "EXP-M1": (6, 0.38, 0.24),
    "EXP-M2": (5, 0.35, 0.38),
    "VAL-M1": (6, 0.45, 0.28),
    "VAL-M2": (6, 0.60, 0.52),
    "LIF-M1": (2, 0.52, 0.68),
    "LIF-M2": (5, 0.40, 0.37),
    "SIM-M1": (7, 0.44, 0.33),
    "SIM-M2": (5, 0.28, 0.21),
    "HOS-M1": (7, 0.60, 0.55),
    "HOS-M2": (7, 0.66, 0.66),
    "COR-M1": (6, 0.48, 0.41),
    "COR-M2": (8, 0.69, 0.73),
}
"""How many of nine leaders agree, and the share of employees and of customers."""

OWN = {
    "EXP-E1": 0.45,
    "EXP-E2": 0.36,
    "EXP-E3": 0.40,
    "VAL-E1": 0.52,
    "VAL-E2": 0.58,
    "VAL-E3": 0.44,
    "LIF-E1": 0.24,
    "LIF-E2": 0.33,
    "LIF-E3": 0.46,
    "SIM-E1": 0.37,
    "SIM-E2": 0.48,
    "SIM-E3": 0.61,
    "HOS-E1": 0.66,
    "HOS-E2": 0.43,
    "HOS-E3": 0.27,
    "COR-E1": 0.55,
    "COR-E2": 0.49,
    "COR-E3": 0.35,
}
"""The share of employees that agrees with the statements that only they are asked."""

STANDS = {"EXP": 2.95, "VAL": 2.8, "LIF": 2.75, "SIM": 2.95, "HOS": 3.7, "COR": 2.9}
"""Where leaders see the topics of a theme, on 1 to 5."""
HELD_BACK = {"EXP-4": 1.3, "SIM-5": 1.3}
DISAGREED, BLIND = "LIF", "VAL-2"

GUESSED = {
    EMPLOYEES: (65, 70, 60, 75, 55, 70, 65, 60, 70),
    CUSTOMERS: (70, 55, 60, 65, 50, 75, 60, 45, 60),
}
KNOWING = (0.35, 0.3, 0.23, 0.12)
RECOMMEND = (0.03, 0.02, 0.03, 0.04, 0.06, 0.10, 0.14, 0.20, 0.19, 0.12, 0.07)
EASE = (0.06, 0.10, 0.16, 0.20, 0.22, 0.17, 0.09)
SATISFIED = (0.06, 0.13, 0.24, 0.40, 0.17)
WISHES = (
    "Let me tell my story once, not four times.",
    "Tell me what you did with my complaint.",
    'Nothing, the engineer was great. He said "I will call you tomorrow" and did.',
    "A bill that I understand without calling",
    "Give old customers the same price as new ones.",
    "Less e-mail, more answers",
    "When I moved house I had to fill in everything again, even my customer number.",
    "The website says something else than the phone.",
    "Geef gewoon antwoord op mijn vraag.",
    "Fijne mensen aan de telefoon, maar ze mogen niets zelf beslissen.",
)


def shipped() -> QuestionnaireSet:
    """The questionnaires that come with the product."""
    return loading.load(paths.QUESTIONNAIRES).set


def example() -> str:
    """The answers of Voorbeeld Energie as CSV."""
    questionnaires, rng = shipped(), Random(SEED)
    columns = list(kinds_for(questionnaires))
    rows = [
        *_leaders(questionnaires, rng),
        *_employees(questionnaires, rng),
        *_customers(questionnaires, rng),
    ]
    text = io.StringIO()
    lines = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    lines.writeheader()
    text.write(f"{COMMENT}\n")
    lines.writerows(rows)
    return text.getvalue()


def _leaders(questionnaires: QuestionnaireSet, rng: Random) -> list[Row]:
    rows: list[Row] = [{AUDIENCE: LEADERS, RESPONDENT: f"leader-{i}"} for i in range(1, LEADER_COUNT + 1)]
    moods = [_normal(rng) for _ in rows]
    mild = [mood - sum(moods) / len(moods) for mood in moods]
    for topic in questionnaires.topics():
        stand = HELD_BACK.get(topic.id, STANDS[topic.id[:3]] + 0.15 * _normal(rng))
        for place, row in enumerate(rows):
            camp = (1.2 if place < 4 else -1.0) * topic.id.startswith(DISAGREED)
            row[topic.id] = _topic_answer(rng, stand + camp + 0.4 * mild[place], topic)
            if row[topic.id] not in ("", "dk", "na"):
                row[topic.id + KNOWN_BY] = (
                    EVIDENCE[_place(_normal(rng), KNOWING)] if rng.random() < 0.9 else ""
                )
    for place in (1, 4, 7):
        rows[place] |= {BLIND: "dk", BLIND + KNOWN_BY: ""}
    for id, (agreed, _, _) in AGREED.items():
        order = sorted(range(LEADER_COUNT), key=lambda place: mild[place] + 2 * _normal(rng))
        for rank, place in enumerate(reversed(order)):
            rows[place][id] = str(
                (5 if rng.random() < 0.3 else 4) if rank < agreed else 2 + (rng.random() < 0.6)
            )
    for audience, guessed in GUESSED.items():
        for row, share in zip(rows, guessed, strict=True):
            row[GUESS + audience] = str(share)
    return rows


def _topic_answer(rng: Random, stand: float, topic: Topic) -> str:
    unknown = rng.random()
    answer = round(stand + 0.45 * _normal(rng))
    if not topic.required and unknown < 0.02:
        return "dk" if unknown < 0.012 else "na"
    return str(min(max(answer, topic.scale.lowest), topic.scale.highest))


def _employees(questionnaires: QuestionnaireSet, rng: Random) -> Iterator[Row]:
    asked = {item.id: item for item in questionnaires.items() if item.put_to(EMPLOYEES) and item.scale}
    shares = {id: share for id, (_, share, _) in AGREED.items()} | OWN
    for team, size in TEAMS.items():
        mood = 0.3 * _normal(rng)
        for _ in range(size):
            mild = mood + _normal(rng)
            row: Row = {AUDIENCE: EMPLOYEES, TEAM: team}
            for id, item in asked.items():
                turned = isinstance(item, Statement) and item.reverse
                row[id] = _answer(rng, -mild if turned else mild, _agreeing(shares[id]))
            yield row


def _customers(questionnaires: QuestionnaireSet, rng: Random) -> Iterator[Row]:
    roles = {q.role: q.id for q in questionnaires.standard}
    for _ in range(CUSTOMER_COUNT):
        mild = _normal(rng)
        row: Row = {AUDIENCE: CUSTOMERS}
        for id, (_, _, share) in AGREED.items():
            row[id] = _answer(rng, mild, _agreeing(share))
        row[roles["recommend"]] = _answer(rng, mild, RECOMMEND, lowest=0)
        row[roles["ease"]] = _answer(rng, mild, EASE)
        row[roles["satisfaction"]] = _answer(rng, mild, SATISFIED)
        row[roles["open"]] = WISHES[int(rng.random() * len(WISHES))] if rng.random() < 0.12 else ""
        yield row


def _agreeing(share: float) -> tuple[float, ...]:
    """How answers on 1 to 5 spread when this share agrees."""
    rest = 1 - share
    return (0.18 * rest, 0.37 * rest, 0.45 * rest, 0.66 * share, 0.34 * share)


def _answer(rng: Random, mild: float, weights: tuple[float, ...], lowest: int = 1) -> str:
    silent = rng.random()
    if silent < 0.04:
        return "" if silent < 0.02 else "dk" if silent < 0.035 else "na"
    return str(lowest + _place(0.55 * mild + 0.835 * _normal(rng), weights))


def _place(normal: float, weights: tuple[float, ...]) -> int:
    """Which of the weighed possibilities a standard normal number falls on."""
    left = NORMAL.cdf(normal) * sum(weights)
    for place, weight in enumerate(weights):
        left -= weight
        if left < 0:
            return place
    return len(weights) - 1


def _normal(rng: Random) -> float:
    return NORMAL.inv_cdf(1e-12 + rng.random() * (1 - 2e-12))


def many(
    questionnaires: QuestionnaireSet, n: int, audience: Audience = EMPLOYEES, teams: int = 40
) -> Responses:
    """Answers of `n` people to everything on a scale that an audience is asked; fast, for measuring."""
    rng = Random(SEED)
    items = {
        item.id: np.frombuffer(rng.randbytes(n).translate(_any_answer(item.scale)), np.int8)
        for item in questionnaires.items()
        if item.put_to(audience) and item.scale is not None
    }
    if audience != EMPLOYEES:
        return Responses({audience: Answers(n, items)})
    names = tuple(f"Team {place:03}" for place in range(teams))
    places = np.frombuffer(rng.randbytes(2 * n), np.uint16).astype(np.int32) % teams
    return Responses({audience: Answers(n, items, teams=places, team_names=names)})


def _any_answer(scale: Scale) -> bytes:
    """A table from any byte to an answer: 4 in 256 nothing, 8 don't know, 4 not applicable, else a number."""
    codes = [MISSING] * 4 + [DONT_KNOW] * 8 + [NOT_APPLICABLE] * 4
    answers = [(scale.lowest + place % scale.points) & 255 for place in range(256 - len(codes))]
    return bytes(codes + answers)


def many_lines(questionnaires: QuestionnaireSet, n: int, audience: Audience = EMPLOYEES) -> Iterator[str]:
    """The same people as the lines of a CSV file."""
    answers = many(questionnaires, n, audience).of(audience)
    words = {MISSING: "", DONT_KNOW: "dk", NOT_APPLICABLE: "na"}
    columns = [[words.get(code, str(code)) for code in column.tolist()] for column in answers.items.values()]
    teams = [] if answers.teams is None else [[answers.team_names[place] for place in answers.teams.tolist()]]
    named = [TEAM] if teams else []
    yield ",".join([AUDIENCE, *named, *answers.items]) + "\n"
    for cells in zip(*teams, *columns, strict=True):
        yield ",".join((audience, *cells)) + "\n"


if __name__ == "__main__":
    sys.stdout.write(example())
