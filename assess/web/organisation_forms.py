"""The form of an organisation."""

from assess.document.words import later
from assess.web.page_forms import OnceField, PageForm, name_field


class OrganisationForm(PageForm):
    """An organisation, as customers know it."""

    once = OnceField()
    name = name_field(later("Name of the organisation"), later("Write the name of the organisation."))
