"""What employees may tell besides a team: proposals to tick, or in one's own words."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from wtforms import Field, StringField
from wtforms.fields.choices import SelectChoice

from assess.core.attributes import MOST_ATTRIBUTES, MOST_CHOICES, Attribute
from assess.document.words import LANGUAGES, Words, later
from assess.web.frame import say, words
from assess.web.name_lines import names
from assess.web.page_forms import LONGEST_NAME, AtMost, ChecksField, PageForm, lines_field, tidy, told

FEWEST_CHOICES = 2
PROPOSALS = {
    "years": (later("Years employed"), (later("Less than 2"), later("2 to 10"), later("More than 10"))),
    "contact": (later("Contact with customers"), (later("Daily"), later("Weekly"), later("Rarely"))),
}


def _in_own_words(label: str) -> StringField:
    return StringField(label, [AtMost(LONGEST_NAME)], filters=[tidy])


class AttributesForm(PageForm):
    """At most two attributes, each with a few broad choices."""

    proposed = ChecksField(later("What else may employees tell about themselves?"))
    attribute_1 = _in_own_words(later("In your own words"))
    choices_1 = lines_field(later("Its choices"))
    attribute_2 = _in_own_words(later("Another in your own words"))
    choices_2 = lines_field(later("Its choices"))

    def validate_proposed(self, field: Field) -> None:
        """No more than two in all."""
        if len(field.data or ()) + sum(map(_is_used, self._slots())) > MOST_ATTRIBUTES:
            problem = later("Two is the most. Untick one, or empty what you wrote yourself.")
            field.errors = [*field.errors, say(problem)]

    def validate_attribute_1(self, field: Field) -> None:
        """A name that nothing else has."""
        self._check_name(field, self.choices_1, [])

    def validate_attribute_2(self, field: Field) -> None:
        """A name that nothing else has."""
        self._check_name(field, self.choices_2, [self.attribute_1.data])

    def validate_choices_1(self, field: Field) -> None:
        """A few broad ones, all different."""
        _check_choices(field, self.attribute_1)

    def validate_choices_2(self, field: Field) -> None:
        """A few broad ones, all different."""
        _check_choices(field, self.attribute_2)

    @property
    def attributes(self) -> list[Attribute]:
        """What was filled in."""
        ticked = [proposal(key, words()) for key in PROPOSALS if key in (self.proposed.data or ())]
        own = [
            Attribute(name.data, tuple(names(choices.data or "", ())[0]))
            for name, choices in self._slots()
            if name.data
        ]
        return ticked + own

    def _slots(self) -> list[tuple[Field, Field]]:
        return [(self.attribute_1, self.choices_1), (self.attribute_2, self.choices_2)]

    def _check_name(self, field: Field, choices: Field, others: Sequence[str | None]) -> None:
        ticked = [proposal(key, words()).name for key in PROPOSALS if key in (self.proposed.data or ())]
        taken = {other.casefold() for other in [*ticked, *others] if other}
        problem = _name_problem(field.data or "", bool((choices.data or "").strip()), taken)
        if problem:
            field.errors = [*field.errors, problem]


def _is_used(slot: tuple[Field, Field]) -> bool:
    return any((field.data or "").strip() for field in slot)


def _name_problem(name: str, has_choices: bool, taken: set[str]) -> Markup | None:
    if not name:
        return say(later("Write what these are choices of.")) if has_choices else None
    if name.casefold() in {"team", *(str(Words(code).say(later("team"))).casefold() for code in LANGUAGES)}:
        return say(later("Employees choose their team already. Ask for something else, or leave this empty."))
    if name.casefold() in taken:
        return say(later("“{name}” is there already. Ask for it once."), name=name)
    return None


def _check_choices(field: Field, name: Field) -> None:
    found, problems = names(field.data or "", ())
    if name.data or found or problems:
        field.errors = [*field.errors, *told([*problems, *_number_problem(len(found) + len(problems))])]


def _number_problem(count: int) -> Iterator[Markup]:
    if not FEWEST_CHOICES <= count <= MOST_CHOICES:
        problem = later("Write {fewest} to {most} broad choices, one a line.")
        yield say(problem, fewest=words().count(FEWEST_CHOICES), most=words().count(MOST_CHOICES))


def proposal(key: str, in_words: Words) -> Attribute:
    """A proposal in a reader's language."""
    name, choices = PROPOSALS[key]
    return Attribute(str(in_words.say(name)), tuple(str(in_words.say(choice)) for choice in choices))


def proposals() -> list[SelectChoice]:
    """All proposals, to tick."""
    return [
        SelectChoice(key, say(later("{name}: {choices}"), name=told.name, choices=", ".join(told.choices)))
        for key in PROPOSALS
        for told in [proposal(key, words())]
    ]


def attributes_stand(attributes: Sequence[Attribute]) -> dict[str, object]:
    """The fields from which `AttributesForm` reads these attributes."""
    known = {proposal(key, Words(code)): key for key in PROPOSALS for code in LANGUAGES}
    own = [attribute for attribute in attributes if attribute not in known]
    found: dict[str, object] = {"proposed": [known[each] for each in attributes if each in known]}
    for place, attribute in enumerate(own, start=1):
        found |= {f"attribute_{place}": attribute.name, f"choices_{place}": "\n".join(attribute.choices)}
    return found
