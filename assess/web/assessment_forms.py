"""The forms of an assessment: setting it up, what may change later, another last day."""

from datetime import timedelta
from typing import Any

from wtforms import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from assess.core.questionnaire import AUDIENCES, CUSTOMERS, EMPLOYEES, LEADERS, QuestionnaireSet
from assess.core.smallest import SmallestGroup
from assess.document.words import later
from assess.store.assessments import Assessment, Setup
from assess.web import links
from assess.web.attribute_forms import AttributesForm, attributes_stand, proposals
from assess.web.frame import NAMES, say, words
from assess.web.name_lines import team_lines, teams
from assess.web.page_forms import (
    ChecksField,
    DayField,
    Filled,
    OnceField,
    PageForm,
    WholeField,
    lines_field,
    name_field,
    today,
    told,
)

AUDIENCE_NAMES = {
    LEADERS: later("Leaders"),
    EMPLOYEES: later("Employees"),
    CUSTOMERS: later("Customers"),
}
WEEKS_OPEN = timedelta(weeks=3)
LONGEST_PERIOD = timedelta(days=366)
LARGEST_SMALLEST_GROUP = 1_000


def last_day_problem(opens_on: Any, closes_on: Any) -> str | None:
    """What is wrong with a last day; None for nothing."""
    if closes_on < today():
        return say(later("This day is past. Choose today or a later day."))
    if opens_on and closes_on < opens_on:
        return say(later("The last day comes before the first."))
    if opens_on and closes_on - opens_on > LONGEST_PERIOD:
        return say(later("A period is a year at most."))
    return None


class SmallestGroupForm(PageForm):
    """What may be shown; never of fewer people than before."""

    smallest_leaders = WholeField(later("Leaders"), [Filled(later("Write a whole number."))])
    smallest_others = WholeField(later("Employees and customers"), [Filled(later("Write a whole number."))])

    at_least: SmallestGroup

    def validate_smallest_leaders(self, field: Field) -> None:
        """Not fewer than is promised."""
        _within(field, self.at_least.leaders)

    def validate_smallest_others(self, field: Field) -> None:
        """Not fewer than is promised."""
        _within(field, self.at_least.others)

    @property
    def smallest(self) -> SmallestGroup:
        """What was filled in."""
        return SmallestGroup(self.smallest_leaders.data, self.smallest_others.data)


def _within(field: Field, lowest: int) -> None:
    if not lowest <= field.data <= LARGEST_SMALLEST_GROUP:
        problem = later("Choose a number from {lowest} to {highest}.")
        raise ValidationError(say(problem, lowest=lowest, highest=LARGEST_SMALLEST_GROUP))


class SetupForm(SmallestGroupForm, AttributesForm):
    """All that is decided before an assessment opens."""

    once = OnceField()
    name = name_field(later("Name of the assessment"), later("Write a name, such as the year."))
    opens_on = DayField(later("First day"), [Filled(later("Choose the first day."))])
    closes_on = DayField(later("Last day to answer"), [Filled(later("Choose the last day."))])
    audiences = ChecksField(
        later("Who is asked?"), [Filled(later("Choose at least one: somebody must be asked."))]
    )
    themes = ChecksField(later("About what?"), [Filled(later("Choose at least one theme."))])
    languages = ChecksField(later("In which languages?"), [Filled(later("Choose at least one language."))])
    teams = lines_field(later("Which teams do employees belong to?"))

    def validate_closes_on(self, field: Field) -> None:
        """Not past, and not before the first day."""
        problem = last_day_problem(self.opens_on.data, field.data)
        if problem:
            raise ValidationError(problem)

    def validate_teams(self, field: Field) -> None:
        """Every line that cannot be used, with its number."""
        field.errors.extend(told(teams(field.data or "")[1]))

    @property
    def setup(self) -> Setup:
        """What was filled in."""
        return Setup(
            name=self.name.data,
            opens_on=self.opens_on.data,
            closes_on=self.closes_on.data,
            languages=self.languages.data,
            audiences=[audience for audience in AUDIENCES if audience in self.audiences.data],
            teams=teams(self.teams.data or "")[0],
            smallest=self.smallest,
            attributes=self.attributes,
        )


def setup_form(offered: QuestionnaireSet, assessment: Assessment | None = None) -> SetupForm:
    """The form, filled in with an assessment, or for a new one with what suits most."""
    form = SetupForm(data=_stands(assessment) if assessment else _suits_most(offered))
    settings = links.settings()
    form.at_least = SmallestGroup(settings.smallest_leaders, settings.smallest_group)
    form.audiences.choices = [SelectChoice(a, say(text)) for a, text in AUDIENCE_NAMES.items()]
    form.themes.choices = [SelectChoice(q.id, words().of(q.title)) for q in offered.questionnaires]
    form.proposed.choices = proposals()
    form.languages.choices = [SelectChoice(code, NAMES[code]) for code in _languages(offered)]
    return form


def _languages(offered: QuestionnaireSet) -> list[str]:
    return [code for code in NAMES if code in offered.languages]


def _suits_most(offered: QuestionnaireSet) -> dict[str, object]:
    settings = links.settings()
    return {
        "name": str(today().year),
        "opens_on": today(),
        "closes_on": today() + WEEKS_OPEN,
        "languages": _languages(offered),
        "audiences": list(AUDIENCES),
        "themes": [questionnaire.id for questionnaire in offered.questionnaires],
        "smallest_leaders": settings.smallest_leaders,
        "smallest_others": settings.smallest_group,
    }


def _stands(assessment: Assessment) -> dict[str, object]:
    return {
        "name": assessment.name,
        "opens_on": assessment.opens_on,
        "closes_on": assessment.closes_on,
        "languages": list(assessment.languages),
        "audiences": list(assessment.audiences),
        "themes": [questionnaire.id for questionnaire in assessment.set.questionnaires],
        "teams": team_lines(assessment.teams),
        "smallest_leaders": assessment.smallest.leaders,
        "smallest_others": assessment.smallest.others,
    } | attributes_stand(assessment.attributes)


class LaterForm(SmallestGroupForm):
    """What may still change once people answer."""

    name = name_field(later("Name of the assessment"), later("Write a name, such as the year."))


def later_form(assessment: Assessment) -> LaterForm:
    """The form for an assessment that is open: its smallest group can only become larger."""
    form = LaterForm(data=_stands(assessment))
    form.at_least = assessment.smallest
    return form


class LastDayForm(PageForm):
    """Another last day."""

    closes_on = DayField(later("Last day to answer"), [Filled(later("Choose the last day."))])

    first_day: Any

    def validate_closes_on(self, field: Field) -> None:
        """Not past, and not before the first day."""
        problem = last_day_problem(self.first_day, field.data)
        if problem:
            raise ValidationError(problem)


def last_day_form(assessment: Assessment) -> LastDayForm:
    """The form, filled in with the day as it stands."""
    form = LastDayForm(data={"closes_on": assessment.closes_on})
    form.first_day = assessment.opens_on
    return form
