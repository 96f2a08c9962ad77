"""The form that invites leaders."""

from collections.abc import Collection

from wtforms import Field

from assess.document.words import later
from assess.web.name_lines import names
from assess.web.page_forms import Filled, PageForm, lines_field, told


class LeadersForm(PageForm):
    """Names of leaders, one a line."""

    names = lines_field(later("Names of leaders"), Filled(later("Write at least one name.")))

    taken: Collection[str]

    def validate_names(self, field: Field) -> None:
        """Every line that cannot be used, with its number."""
        field.errors.extend(told(names(field.data or "", self.taken)[1]))


def leaders_form(taken: Collection[str]) -> LeadersForm:
    """The form for an assessment in which these names are taken."""
    form = LeadersForm()
    form.taken = taken
    return form
