"""An empty spreadsheet for one audience, with a line that explains each column."""

import csv
import io
from collections.abc import Iterator

from assess.core.questionnaire import (
    CUSTOMERS,
    EMPLOYEES,
    EVIDENCE,
    LEADERS,
    Audience,
    Item,
    QuestionnaireSet,
    StandardQuestion,
    Topic,
    words,
)
from assess.sheets.cells import LONGEST_TEXT
from assess.sheets.header import AUDIENCE, GUESS, KNOWN_BY, RESPONDENT, TEAM

LANGUAGE = "en"


def template(questionnaires: QuestionnaireSet, audience: Audience) -> str:
    """Two lines of CSV: the columns of an audience, and a comment on each, which reading skips."""
    columns = list(_columns(questionnaires, audience))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(zip(*columns, strict=True))
    return text.getvalue()


def _columns(questionnaires: QuestionnaireSet, audience: Audience) -> Iterator[tuple[str, str]]:
    # The comment may not begin with a quote, so no comma stands in its first cell.
    yield AUDIENCE, f"# write {audience} in every row"
    if audience == EMPLOYEES:
        yield TEAM, "the name of the employee's team, or nothing"
    if audience == LEADERS:
        yield RESPONDENT, "a name or number that no other leader has, or nothing"
        for others in (EMPLOYEES, CUSTOMERS):
            yield (
                GUESS + others,
                f"0 to 100: what share of our {others} will agree with the headline statement?",
            )
    for item in questionnaires.items():
        if item.put_to(audience):
            yield item.id, f"{_allowed(item)}: {_question(item, audience)}"
            if isinstance(item, Topic):
                yield item.id + KNOWN_BY, f"how do you know? {', '.join(EVIDENCE[:-1])} or {EVIDENCE[-1]}"


def _allowed(item: Item | StandardQuestion) -> str:
    if item.scale is None:
        return f"a text of at most {LONGEST_TEXT:,} characters"
    return f"{item.scale.lowest} to {item.scale.highest}, dk, na or nothing"


def _question(item: Item | StandardQuestion, audience: Audience) -> str:
    text = item.title if isinstance(item, Topic) else item.texts[audience]
    return " ".join(words(text, LANGUAGE).replace("{organisation}", "the organisation").split())
