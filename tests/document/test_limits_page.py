"""The last pages of text: what is said there must hold for this report."""

from assess.document.pages.limits import limits_page
from tests.document.telling import a_reading, example


def limits(told, language="en"):
    page = limits_page(a_reading(told, language))
    return {rule.name: rule.told for rule in (*page.reading, *page.limits)}


def test_that_others_were_asked_too_is_only_said_when_they_were():
    assert limits(example())["Leaders"].endswith("mildly. That is why others were asked too.")
    assert limits(example(employees=0, customers=0))["Leaders"].endswith("mildly.")
