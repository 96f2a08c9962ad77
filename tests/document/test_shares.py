"""Shares as a person would say them, in both languages."""

import pytest

from assess.document.shares import about, alone_agree, leaders_agree, others_agree, part
from assess.document.words import Words

EN, NL = Words("en"), Words("nl")


@pytest.mark.parametrize(
    ("share", "en", "nl"),
    [
        pytest.param(0.0, "none", "niemand", id="nobody"),
        pytest.param(0.004, "fewer than one in ten", "minder dan één op de tien", id="hardly anybody"),
        pytest.param(0.21, "about one in five", "ongeveer één op de vijf", id="close to a round share"),
        pytest.param(0.22, "about one in five", "ongeveer één op de vijf", id="just close enough"),
        pytest.param(0.356, "more than one in three", "meer dan één op de drie", id="above a round share"),
        pytest.param(0.46, "almost half", "bijna de helft", id="below a round share"),
        pytest.param(0.5, "about half", "ongeveer de helft", id="half"),
        pytest.param(0.93, "more than nine in ten", "meer dan negen op de tien", id="most"),
        pytest.param(0.97, "nearly all", "bijna iedereen", id="nearly everybody"),
        pytest.param(1.0, "all", "iedereen", id="everybody"),
    ],
)
def test_a_share_is_said_in_words(share, en, nl):
    assert about(EN, share) == en
    assert about(NL, share) == nl


@pytest.mark.parametrize(
    ("agreed", "n", "en", "nl"),
    [
        pytest.param(
            7,
            9,
            "Seven of our nine leaders agree.",
            "Zeven van onze negen leidinggevenden zijn het daarmee eens.",
            id="several",
        ),
        pytest.param(
            1,
            3,
            "One of our three leaders agrees.",
            "Eén van onze drie leidinggevenden is het daarmee eens.",
            id="one",
        ),
        pytest.param(
            0,
            9,
            "None of our nine leaders agrees.",
            "Geen van onze negen leidinggevenden is het daarmee eens.",
            id="none",
        ),
        pytest.param(
            9,
            9,
            "All nine of our leaders agree.",
            "Al onze negen leidinggevenden zijn het daarmee eens.",
            id="all",
        ),
        pytest.param(
            30,
            40,
            "Of our 40 leaders, 75% agree.",
            "Van onze 40 leidinggevenden is 75% het daarmee eens.",
            id="too many to count",
        ),
    ],
)
def test_leaders_are_counted_as_long_as_they_can_be(agreed, n, en, nl):
    assert leaders_agree(EN, agreed, n) == en
    assert leaders_agree(NL, agreed, n) == nl


@pytest.mark.parametrize(
    ("agreed", "n", "en", "nl"),
    [
        pytest.param(
            45,
            216,
            "Of our customers, about one in five.",
            "Van onze klanten ongeveer één op de vijf.",
            id="many",
        ),
        pytest.param(
            2,
            7,
            "Of the seven customers who answered, two.",
            "Van de zeven klanten die antwoordden twee.",
            id="few",
        ),
        pytest.param(
            0,
            7,
            "Of the seven customers who answered, none.",
            "Van de zeven klanten die antwoordden niemand.",
            id="no one",
        ),
    ],
)
def test_customers_follow_the_leaders(agreed, n, en, nl):
    assert others_agree(EN, "customers", agreed, n) == en
    assert others_agree(NL, "customers", agreed, n) == nl


@pytest.mark.parametrize(
    ("agreed", "n", "en", "nl"),
    [
        pytest.param(
            20, 40, "Of our employees, 50% agree.", "Van onze medewerkers is 50% het daarmee eens.", id="many"
        ),
        pytest.param(
            1,
            6,
            "Of the six employees who answered, one agrees.",
            "Van de zes medewerkers die antwoordden is één het daarmee eens.",
            id="one",
        ),
        pytest.param(
            0,
            6,
            "Of the six employees who answered, none agrees.",
            "Van de zes medewerkers die antwoordden is niemand het daarmee eens.",
            id="none",
        ),
    ],
)
def test_others_can_open_the_sentence(agreed, n, en, nl):
    assert alone_agree(EN, "employees", agreed, n) == en
    assert alone_agree(NL, "employees", agreed, n) == nl


def test_a_share_always_says_of_how_many():
    assert part(EN, "customers", 44, 211) == "21% of 211 customers"
    assert part(EN, "leaders", 1, 9) == "1 of 9 leaders"
    assert part(NL, "employees", 1, 1) == "1 van 1 medewerker"
