"""The forms of the plan. Each knows the revision it was filled in on, and fills a page more than once."""

from typing import Any

from wtforms import Field, Form, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, StopValidation

from assess.core.decided import LATER, PARTS, DecidedAction, DecidedPlan, Part, Place
from assess.core.deciding import JUDGEMENTS, LONGEST, LONGEST_NAME
from assess.document import decided_words
from assess.document.naming import Naming
from assess.document.words import later
from assess.web.frame import say, words
from assess.web.page_forms import AtMost, DayField, Filled, PageForm, tidy, today

NO_SUCH_CHOICE = later("This choice does not exist. Choose again.")


class PlanForm(PageForm):
    """A form of which a page has several: what tells them apart stands in front of every id."""

    expected = HiddenField()

    def __init__(self, place: str, revision: int, **more: Any) -> None:
        super().__init__(**more)
        for field in self:
            field.id = f"{place}-{field.name}"
            field.label.field_id = field.id
        self.now = revision

    @property
    def revision(self) -> int:
        """The revision that was on the page when this was filled in; 0 when that is not said."""
        given = self.expected.data or ""
        return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0


class ChoiceField(SelectField):  # type: ignore[misc]
    """One of the choices there are."""

    def process_formdata(self, values: list[str]) -> None:
        """Says that a choice does not exist."""
        try:
            super().process_formdata(values)
        except ValueError:
            raise ValueError(say(NO_SUCH_CHOICE)) from None

    def pre_validate(self, _: Form) -> None:
        """Says that a choice does not exist."""
        if self.data not in [choice.value for choice in self.choices or ()]:
            raise StopValidation(say(NO_SUCH_CHOICE))


class AssignForm(PlanForm):
    """Who does it, and by when."""

    owner = StringField(later("Owner"), [AtMost(LONGEST_NAME)], filters=[tidy])
    ready_on = DayField(later("Ready on"), [Optional()])


class WordsForm(PlanForm):
    """What an action is, in the team's own words."""

    title = StringField(later("What it is called"), [AtMost(LONGEST["title"])], filters=[tidy])
    what = TextAreaField(later("What we do"), [AtMost(LONGEST["what"])], filters=[tidy])
    first_step = TextAreaField(
        later("First step, this week"), [AtMost(LONGEST["first_step"])], filters=[tidy]
    )
    measure = TextAreaField(later("We see that it works by"), [AtMost(LONGEST["measure"])], filters=[tidy])

    @property
    def texts(self) -> dict[Part, str]:
        """What was filled in."""
        return {part: self[part].data or "" for part in PARTS}


class OwnForm(WordsForm):
    """An action of the team's own."""

    title = StringField(
        later("What it is called"),
        [Filled(later("Give it a name.")), AtMost(LONGEST["title"])],
        filters=[tidy],
    )
    place = ChoiceField(later("When it starts"))


class MoveForm(PlanForm):
    """When it starts."""

    place = ChoiceField(later("When it starts"))


class JudgeForm(PlanForm):
    """What an action brings and takes."""

    impact = ChoiceField(later("Impact"), coerce=int)
    effort = ChoiceField(later("Effort"), coerce=int)


class StartForm(PlanForm):
    """The first of the ninety days."""

    start = DayField(later("First day"), [Filled(later("Choose the first day."))])


class FinaliseForm(PlanForm):
    """The day on which the plan was decided."""

    on = DayField(later("Decided on"), [Filled(later("Choose the day."))])


IMPACTS = {1: later("1: small"), 2: later("2: some"), 3: later("3: large")}
EFFORTS = {1: later("1: light"), 2: later("2: some"), 3: later("3: heavy")}


class PlanForms:
    """The forms of one page; only one of them, if any, holds what was just sent."""

    def __init__(self, plan: DecidedPlan, revision: int, naming: Naming) -> None:
        self.plan, self.revision, self.naming = plan, revision, naming

    def assign(self, action: DecidedAction, **more: Any) -> AssignForm:
        """With the name and the day that stand now."""
        data = {"owner": action.owner, "ready_on": self.plan.ready_on(action)}
        return AssignForm(f"{action.id}-who", self.revision, data=data, **more)

    def edit(self, action: DecidedAction, **more: Any) -> WordsForm:
        """With the words as this reader reads them."""
        data = {part: decided_words.part(self.naming, action, part) for part in PARTS}
        return WordsForm(f"{action.id}-words", self.revision, data=data, **more)

    def move(self, action: DecidedAction, **more: Any) -> MoveForm:
        """With every other time to start."""
        form = MoveForm(f"{action.id}-move", self.revision, **more)
        form.place.choices = _places(self.plan, without=action.place)
        return form

    def rejudge(self, action: DecidedAction, **more: Any) -> JudgeForm:
        """With the judgements that count now."""
        data = {"impact": action.impact, "effort": action.effort}
        form = JudgeForm(f"{action.id}-judge", self.revision, data=data, **more)
        form.impact.choices = [SelectChoice(n, say(IMPACTS[n])) for n in JUDGEMENTS]
        form.effort.choices = [SelectChoice(n, say(EFFORTS[n])) for n in JUDGEMENTS]
        return form

    def add(self, **more: Any) -> OwnForm:
        """Empty, for an action of the team's own."""
        form = OwnForm("own", self.revision, **more)
        form.place.choices = _places(self.plan)
        return form

    def begin(self, **more: Any) -> StartForm:
        """With the first day as it is."""
        return StartForm("start", self.revision, data={"start": self.plan.start}, **more)

    def finalise(self, **more: Any) -> FinaliseForm:
        """With today."""
        return FinaliseForm("finalise", self.revision, data={"on": today()}, **more)

    def written(self, action: DecidedAction, form: WordsForm) -> dict[Part, str]:
        """What the team wrote itself: words that are still those of the questionnaire are nobody's."""
        bare = DecidedAction(action.id, action.place, action.grounds)
        return {
            part: text
            for part, text in form.texts.items()
            if action.own or " ".join(decided_words.part(self.naming, bare, part).split()) != text
        }


def _places(plan: DecidedPlan, without: Place | None = None) -> list[SelectChoice]:
    found: list[tuple[Place, Any]] = [
        (place, say("{days}: {span}", days=name, span=decided_words.block_span(words(), plan, place)))
        for place, name in decided_words.places(words())
    ]
    return [SelectChoice(p, text) for p, text in [*found, (LATER, say("Later"))] if p != without]


def refused(field: Field, why: str) -> None:
    """Notes at a field why the plan does not take what was filled in."""
    field.errors = [*field.errors, why]
