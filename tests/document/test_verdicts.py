"""The one sentence of the report: for every verdict, and for every audience that is missing."""

from dataclasses import replace

import pytest

from assess.core.report import report
from assess.document.verdicts import verdict
from tests.core.building import a_questionnaire, a_set, a_topic, responses, sheets
from tests.document.telling import CLAIM, a_reading, agreeing

CASES = [
    pytest.param(
        agreeing("7/9", customers="46/211"),
        "Seven of our nine leaders agree. Of our customers, about one in five.",
        "Zeven van onze negen leidinggevenden zijn het daarmee eens. Van onze klanten ongeveer één op de "
        "vijf.",
        id="a clear gap speaks for itself",
    ),
    pytest.param(
        agreeing("900/1000", customers="850/1000"),
        "Of our 1,000 leaders, 90% agree. Of our customers, more than four in five. "
        "A small gap: they are slightly less positive than we are.",
        "Van onze 1.000 leidinggevenden is 90% het daarmee eens. Van onze klanten meer dan vier op de vijf. "
        "Een kleine kloof: zij zijn iets minder positief dan wij.",
        id="a small gap",
    ),
    pytest.param(
        agreeing("850/1000", customers="900/1000"),
        "Of our 1,000 leaders, 85% agree. Of our customers, about nine in ten. "
        "A small gap: they are slightly more positive than we are.",
        "Van onze 1.000 leidinggevenden is 85% het daarmee eens. Van onze klanten ongeveer negen op de tien. "
        "Een kleine kloof: zij zijn iets positiever dan wij.",
        id="a small gap the other way",
    ),
    pytest.param(
        agreeing("2/9", customers="140/200"),
        "Two of our nine leaders agree. Of our customers, about seven in ten. "
        "They are more positive than we are.",
        "Twee van onze negen leidinggevenden zijn het daarmee eens. Van onze klanten ongeveer zeven op "
        "de tien. "
        "Zij zijn positiever dan wij.",
        id="a reverse gap",
    ),
    pytest.param(
        agreeing("100/200", customers="101/200"),
        "Of our 200 leaders, 50% agree. Of our customers, about half. We see it alike.",
        "Van onze 200 leidinggevenden is 50% het daarmee eens. Van onze klanten ongeveer de helft. "
        "We zien het hetzelfde.",
        id="aligned",
    ),
    pytest.param(
        agreeing("5/9", customers="90/211"),
        "Five of our nine leaders agree. Of our customers, more than two in five. That is no clear gap.",
        "Vijf van onze negen leidinggevenden zijn het daarmee eens. Van onze klanten meer dan twee op de "
        "vijf. "
        "Dat is geen duidelijke kloof.",
        id="unclear",
    ),
    pytest.param(
        agreeing("7/9", customers="1/4"),
        "Seven of our nine leaders agree. Too few customers answered to show. No employee was asked.",
        "Zeven van onze negen leidinggevenden zijn het daarmee eens. Er antwoordden te weinig klanten om "
        "te tonen. "
        "Er is geen medewerker gevraagd.",
        id="too few customers",
    ),
    pytest.param(
        agreeing("7/9", employees="30/100"),
        "Seven of our nine leaders agree. Of our employees, about three in ten. No customer was asked.",
        "Zeven van onze negen leidinggevenden zijn het daarmee eens. Van onze medewerkers ongeveer drie "
        "op de tien. "
        "Er is geen klant gevraagd.",
        id="no customer was asked",
    ),
    pytest.param(
        agreeing("1/1", customers="46/211"),
        "Of our customers, 22% agree. One leader answered: one person’s view, too few to compare.",
        "Van onze klanten is 22% het daarmee eens. Eén leidinggevende antwoordde: de blik van één persoon, "
        "te weinig om te vergelijken.",
        id="one person's view",
    ),
    pytest.param(
        agreeing("2/2", employees="40/80", customers="46/211"),
        "Of our employees, 50% agree. Of our customers, about one in five. "
        "Only two leaders answered: too few to compare.",
        "Van onze medewerkers is 50% het daarmee eens. Van onze klanten ongeveer één op de vijf. "
        "Maar twee leidinggevenden antwoordden: te weinig om te vergelijken.",
        id="two leaders",
    ),
    pytest.param(
        agreeing(customers="46/211"),
        "Of our customers, 22% agree. No leader answered.",
        "Van onze klanten is 22% het daarmee eens. Geen leidinggevende heeft geantwoord.",
        id="no leader",
    ),
]


@pytest.mark.parametrize(("told", "en", "nl"), CASES)
def test_the_sentence_says_what_the_figures_allow(told, en, nl):
    for language, expected in (("en", en), ("nl", nl)):
        found = verdict(a_reading(told, language))

        assert found.claim == CLAIM[language]
        assert found.sentence.striptags() == expected


def test_the_accent_is_kept_for_what_customers_say():
    asked = verdict(a_reading(agreeing("7/9", employees="40/100", customers="46/211")))
    unasked = verdict(a_reading(agreeing("7/9", employees="40/100")))

    assert asked.theirs == "<em>Of our customers, about one in five.</em>"
    assert "<em>" not in unasked.sentence


@pytest.mark.parametrize(
    ("leaders", "en", "nl"),
    [
        pytest.param(
            "4 4 4",
            "Our leaders place us at level 4. These questionnaires ask customers nothing.",
            "Onze leiding plaatst ons op niveau 4. Deze vragenlijsten vragen klanten niets.",
            id="several leaders",
        ),
        pytest.param(
            "2",
            "One leader places us at level 2: one person’s view. These questionnaires ask customers nothing.",
            "Eén leidinggevende plaatst ons op niveau 2: de blik van één persoon. "
            "Deze vragenlijsten vragen klanten niets.",
            id="one leader",
        ),
    ],
)
def test_without_a_headline_statement_the_level_is_told(leaders, en, nl):
    told = report(a_set(a_questionnaire("service", a_topic("T"))), responses(sheets({"T": leaders})))

    assert verdict(a_reading(told)).sentence.striptags() == en
    assert verdict(a_reading(told, "nl")).sentence.striptags() == nl


def test_with_nothing_to_compare_it_says_so():
    told = report(a_set(a_questionnaire("service", a_topic("T"))), responses(sheets({"T": "dk dk dk"})))

    assert (
        verdict(a_reading(replace(told))).ours
        == "We cannot compare yet what we believe with what others say."
    )
