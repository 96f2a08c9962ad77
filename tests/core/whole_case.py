"""A small assessment worked out by hand: two themes, four leaders, three teams, ten customers."""

from assess.core.questionnaire import QuestionnaireSet
from assess.core.report import Report, report
from tests.core.building import (
    EASE,
    HEADLINE,
    RECOMMEND,
    SATISFACTION,
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    an_action,
    responses,
    sheets,
)


def questionnaires() -> QuestionnaireSet:
    service = a_questionnaire(
        "service",
        a_topic("S1", required=True),
        a_topic("S2"),
        a_topic("S3"),
        a_statement("SM", "lec"),
        a_statement("SE", "e"),
        a_statement("SR", "e", reverse=True),
        an_action("SA1", "S1", 2, impact=3, effort=1, days=14),
        an_action("SA2", "S1 S2", 2, impact=3, effort=3, days=90, requires=("SA1",)),
        an_action("SA3", "S3", 3),
        an_action("SA4", "S1", 2, impact=1, effort=1, requires=("SA3",)),
    )
    promise = a_questionnaire(
        "promise",
        a_topic("P1", required=True),
        a_topic("P2"),
        a_topic("P3"),
        a_statement("PM", "lc"),
        an_action("PA1", "P2", 2, impact=2, effort=2, days=60),
        an_action("PA2", "P1", 3, impact=3, effort=1, days=45),
        an_action("PA3", "P3", 4),
        an_action("PA4", "P1", 3, requires=("PA3",)),
    )
    return a_set(service, promise, ask=(HEADLINE, RECOMMEND, SATISFACTION, EASE))


LEADERS = sheets(
    {
        "S1": "2 2 1 3",
        "S2": "4 4 5 5",
        "S3": "5 4 5 4",
        "P1": "3 dk 2 3",
        "P2": "2 3 2 na",
        "P3": "3 2 2 3",
        "SM": "5 4 4 4",
        "PM": "4 3 4 5",
        "HEAD": "5 4 4 3",
    },
    evidence={"S1": "assume heard measured shown", "S2": "measured measured . shown"},
    guesses={"employees": "80 70 60 90", "customers": "50 60 . ."},
)
EMPLOYEES = sheets(
    {
        # Sales, six people  Care, five   IT, three
        "SM": "4 4 2 2 3 3   2 2 2 3 1    3 1 dk",
        "SE": "3 3 3 4 4 4   2 2 3 3 dk   2 1 dk",
        "SR": "2 2 4 4 3 3   4 4 4 3 5    3 5 3",
        "HEAD": "4*4 3*6 2*4",
    },
    teams="Sales*6 Care*5 IT*3",
)
CUSTOMERS = sheets(
    {
        "SM": "2 2 1 4 2 3 5 2 1 dk",
        "PM": "4 4 5 3 4 4 5 4 4 4",
        "HEAD": "4*3 2*7",
        "NPS": "10 9 9 8 7 6 10 9 3 10",
        "CSAT": "4 5 3 4 2 4 5 4 . .",
        "CES": "5 6 4 7 3 5 . . . .",
    }
)


def whole_report() -> Report:
    return report(questionnaires(), responses(LEADERS, EMPLOYEES, CUSTOMERS, {"employees": 20}))
