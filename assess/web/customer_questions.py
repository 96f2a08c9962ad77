"""What a customer is asked, in the shape in which the page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Field, Form, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from assess.core.questionnaire import CUSTOMERS, Item, Role, StandardQuestion
from assess.document.words import later
from assess.forms import form_of
from assess.store.assessments import Assessment
from assess.web.answering import labels
from assess.web.frame import language, say, words

LONGEST_SENTENCE = 300
SECONDS = 7
"""What a question takes."""
NEITHER = ("dk", "na")
LOOKING_BACK: tuple[Role, ...] = ("recommend", "ease", "satisfaction", "open")
"""What is asked after the statements, in this order."""

AGREEING = (later("strongly disagree"), later("strongly agree"))
ENDS: dict[Role, tuple[str, str]] = {
    "recommend": (later("not at all likely"), later("extremely likely")),
    "satisfaction": (later("very dissatisfied"), later("very satisfied")),
}
"""What the lowest and highest number of a scale mean where the questionnaire does not say so."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked; without `points` it asks for text."""

    field: Field
    points: tuple[Field, ...] = ()
    neither: tuple[Field, ...] = ()
    ends: tuple[str, str] | None = None
    """What the first and last point say."""
    named: bool = False
    """Whether each point has words of its own."""


def page_form(assessment: Assessment) -> type[Form]:
    """A field for everything that a customer is asked, in the language of this page."""
    items = [item for item in assessment.set.items() if item.put_to(CUSTOMERS)]
    return form_of(items, CUSTOMERS, language(), assessment.organisation, labels(CUSTOMERS))


def card_form(_: Assessment) -> type[Form]:
    """Green or red, and one sentence."""
    choices = [
        SelectChoice(value="green", label=str(say("Green: keep it like this"))),
        SelectChoice(value="red", label=str(say("Red: do this differently"))),
    ]
    longest = str(
        say("This takes {longest} characters at most. Shorten it a little.", longest=LONGEST_SENTENCE)
    )
    colour = RadioField(
        say("Your card"), choices=choices, validators=[InputRequired(say("Choose green or red."))]
    )
    sentence = TextAreaField(
        say("What makes you say so? One sentence is enough."),
        filters=[_one_line],
        validators=[Optional(), Length(max=LONGEST_SENTENCE, message=longest)],
    )
    return type("CardForm", (Form,), {"colour": colour, "sentence": sentence})


def _one_line(text: str | None) -> str | None:
    return text and " ".join(text.split())


def problems(form: Form) -> bool:
    """Whether something cannot be stored; what is no choice is told in the words of this page."""
    good = form.validate()
    for field in form:
        if field.raw_data and field.errors and isinstance(field, RadioField):
            field.errors = [str(say("This is none of the choices. Choose again."))]
    return not good


def statements(assessment: Assessment, form: Form) -> list[Question]:
    """The headline first, then the statements of the themes."""
    headline = assessment.set.with_role("headline")
    themes = [each for theme in assessment.set.questionnaires for each in theme.statements]
    return list(_questions([headline, *themes], form))


def looking_back(assessment: Assessment, form: Form) -> list[Question]:
    """Recommend, ease, satisfaction and the open question, as far as they are asked."""
    return list(_questions(map(assessment.set.with_role, LOOKING_BACK), form))


def minutes(questions: int) -> int:
    """About how long this many questions take."""
    return max(1, round(questions * SECONDS / 60))


def _questions(
    items: Iterator[Item | StandardQuestion | None] | list[Item | StandardQuestion | None], form: Form
) -> Iterator[Question]:
    for item in items:
        if item is not None and item.put_to(CUSTOMERS):
            yield _question(item, form[item.id])


def _question(item: Item | StandardQuestion, field: Field) -> Question:
    scale = item.scale
    if scale is None:
        return Question(field)
    choices = list(field)
    points = tuple(choice for choice in choices if choice.data not in NEITHER)
    neither = tuple(choice for choice in choices if choice.data in NEITHER)
    named = len(scale.labels) == scale.points
    if named:
        ends = (words().of(scale.labels[0]), words().of(scale.labels[-1]))
        return Question(field, points, neither, ends, named)
    role = item.role if isinstance(item, StandardQuestion) else "headline"
    lowest, highest = ENDS.get(role, AGREEING)
    told = f"{scale.lowest}: {say(lowest)}", f"{scale.highest}: {say(highest)}"
    return Question(field, points, neither, told)
