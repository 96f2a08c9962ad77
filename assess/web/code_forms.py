"""The forms that make codes: cards to draw by lot, or a list."""

from wtforms import BooleanField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, StopValidation
from wtforms.widgets import CheckboxInput

from assess.document.words import later
from assess.store.assessments import Assessment
from assess.web.frame import NAMES, say
from assess.web.page_forms import ChecksField, Filled, PageForm, WholeField

MOST_AT_ONCE = 500


class CountForm(PageForm):
    """How many codes to make."""

    count = WholeField(later("How many codes"), [Filled(later("Write a whole number."))])

    def validate_count(self, field: WholeField) -> None:
        """As many as one page can show."""
        problem = say(later("Write a number from 1 to {most}."), most=MOST_AT_ONCE)
        NumberRange(1, MOST_AT_ONCE, problem)(self, field)


class CardsForm(CountForm):
    """How many cards to make, and what they speak."""

    count = WholeField(later("How many cards"), [Filled(later("Write a whole number."))])
    languages = ChecksField(later("In which languages?"), [Filled(later("Choose at least one language."))])


def cards_form(assessment: Assessment, **proposed: object) -> CardsForm:
    """The form, with a box for each language of the assessment, all ticked."""
    form = CardsForm(data={"languages": list(assessment.languages)} | proposed)
    form.languages.choices = [SelectChoice(code, NAMES[code]) for code in assessment.languages]
    if len(assessment.languages) == 1:
        form.languages.data = list(assessment.languages)
    return form


class ListForm(CountForm):
    """How many codes to list, once it is clear what that costs."""

    agreed = BooleanField(
        later("I want a list, although the pages will then say confidential and no longer anonymous."),
        widget=CheckboxInput(),
    )

    def validate_agreed(self, field: BooleanField) -> None:
        """Nobody makes a list by mistake."""
        if not field.data:
            raise StopValidation(
                say(later("Tick this if it is what you want. Otherwise go back and make cards."))
            )
