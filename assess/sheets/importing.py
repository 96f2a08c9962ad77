"""An organisation's own research among customers, as a CSV file that somebody sends."""

from typing import BinaryIO

from assess.core.questionnaire import CUSTOMERS, QuestionnaireSet
from assess.core.responses import Answers
from assess.sheets.problems import InvalidResponses, What, problem_of_record
from assess.sheets.reading import read_file

MOST_TOLD = 20
"""Problems that are told in full; the others are counted."""

NOBODY = What("no customer stands in this file; write one in each row")


def customers(file: BinaryIO, questionnaires: QuestionnaireSet, name: str) -> Answers:
    """The customers in a file, whose rows need not say that they are; raises InvalidResponses."""
    found = read_file(file, questionnaires, lambda _: None, MOST_TOLD, name=name, only=CUSTOMERS)
    answers = found.of(CUSTOMERS)
    if not answers.n:
        raise InvalidResponses(name, (problem_of_record(2, NOBODY),))
    return answers
