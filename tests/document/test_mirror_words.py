"""The sentence above the Mirror and the words beside each statement, for every verdict."""

import pytest

from assess.core.mirror import Gap
from assess.core.report import report
from assess.document.mirror_words import mirror_sentence
from assess.document.pages.gap_chart import gap_size
from assess.document.verdict_words import group_of, verdict_told
from assess.document.words import Words
from tests.core.building import a_questionnaire, a_set, a_statement, responses, sheets
from tests.document.telling import a_reading

MORE, LESS, ALIKE, UNCLEAR = (
    ("5*90 1*10", "5*20 1*80"),
    ("5*20 1*80", "5*90 1*10"),
    ("5*100", "5*100"),
    ("5*50 1*50", "5*42 1*58"),
)


def mirrored(*answers, to="lc"):
    """A report on as many mirrored statements, with the answers of two audiences to each."""
    ids = [f"M{place}" for place in range(len(answers))]
    asked = a_set(a_questionnaire("service", *(a_statement(id, to) for id in ids)))
    sides = [sheets({id: both[side] for id, both in zip(ids, answers, strict=True)}) for side in (0, 1)]
    whose = {"l": "leaders", "e": "employees", "c": "customers"}
    return report(asked, responses(**{whose[initial]: side for initial, side in zip(to, sides, strict=True)}))


@pytest.mark.parametrize(
    ("answers", "en", "nl"),
    [
        pytest.param(
            (MORE, MORE, LESS, ALIKE),
            "On two of four statements we believe more than our customers see; on one, less.",
            "Bij twee van de vier stellingen zijn wij positiever dan onze klanten; bij één minder positief.",
            id="more and less",
        ),
        pytest.param(
            (MORE, ALIKE),
            "On one of two statements we believe more than our customers see.",
            "Bij één van de twee stellingen zijn wij positiever dan onze klanten.",
            id="more only",
        ),
        pytest.param(
            (MORE, MORE),
            "On all two statements we believe more than our customers see.",
            "Bij alle twee stellingen zijn wij positiever dan onze klanten.",
            id="more on all",
        ),
        pytest.param(
            (LESS, UNCLEAR, ALIKE),
            "On one of three statements customers think better of us than we do.",
            "Bij één van de drie stellingen denken klanten beter over ons dan wijzelf.",
            id="less only",
        ),
        pytest.param(
            (ALIKE, ALIKE),
            "On all two statements we and our customers see it alike.",
            "Bij alle twee stellingen zien wij en onze klanten het hetzelfde.",
            id="all alike",
        ),
        pytest.param(
            (ALIKE, UNCLEAR),
            "No clear gap on any of two statements; on one we and our customers see it alike.",
            "Bij geen van de twee stellingen een duidelijke kloof; bij één zien wij en onze klanten het "
            "hetzelfde.",
            id="some alike",
        ),
        pytest.param(
            (UNCLEAR, UNCLEAR),
            "Between us and our customers there is no clear gap on any of two statements.",
            "Tussen ons en onze klanten is er geen duidelijke kloof, bij geen van de twee stellingen.",
            id="nothing clear",
        ),
        pytest.param(
            (UNCLEAR,),
            "Between us and our customers there is no clear gap on the one statement that compares.",
            "Tussen ons en onze klanten is er geen duidelijke kloof, bij de enige stelling die te "
            "vergelijken is.",
            id="nothing clear on one",
        ),
        pytest.param(
            (MORE,),
            "On the one statement that compares we believe more than our customers see.",
            "Bij de enige stelling die te vergelijken is zijn wij positiever dan onze klanten.",
            id="one statement",
        ),
    ],
)
def test_the_mirror_counts_its_verdicts(answers, en, nl):
    told = mirrored(*answers)

    assert mirror_sentence(a_reading(told)).striptags() == en
    assert mirror_sentence(a_reading(told, "nl")).striptags() == nl


def test_without_customers_the_mirror_tells_of_employees():
    told = a_reading(mirrored(MORE, to="le"))

    assert (
        mirror_sentence(told)
        == "On the one statement that compares leaders believe more than our employees see."
    )


def test_without_leaders_it_tells_of_employees_and_customers():
    told = a_reading(mirrored(MORE, to="ec"))

    assert (
        mirror_sentence(told).striptags()
        == "On the one statement that compares employees believe more than customers see."
    )


def test_with_too_few_answers_the_mirror_says_nothing():
    assert mirror_sentence(a_reading(mirrored(("5*2", "5*3")))) == ""


def a_gap(verdict, gap=None, lo=None, hi=None):
    return Gap("M", "service", "leaders", "customers", verdict, gap_pp=gap, lo_pp=lo, hi_pp=hi)


@pytest.mark.parametrize(
    ("gap", "group", "en", "nl"),
    [
        pytest.param(
            a_gap("clear_gap", 61.2, 28.4, 71.9),
            "more",
            ("Clear gap", "61 points, 28 to 72"),
            ("Duidelijke kloof", "61 punten, 28 tot 72"),
            id="clear",
        ),
        pytest.param(
            a_gap("small_gap", 6, 2, 9),
            "more",
            ("Small gap", "6 points, 2 to 9"),
            ("Kleine kloof", "6 punten, 2 tot 9"),
            id="small",
        ),
        pytest.param(
            a_gap("small_gap", -6, -9, -2),
            "less",
            ("Small gap", "6 points, 2 to 9"),
            ("Kleine kloof", "6 punten, 2 tot 9"),
            id="small the other way",
        ),
        pytest.param(
            a_gap("reverse_gap", -40, -57, -7),
            "less",
            ("Reverse gap", "40 points, 7 to 57"),
            ("Omgekeerde kloof", "40 punten, 7 tot 57"),
            id="reverse",
        ),
        pytest.param(
            a_gap("aligned", 2, -8, 12),
            "aligned",
            ("Alike", "at most 12 points apart"),
            ("Gelijk", "hooguit 12 punten verschil"),
            id="aligned",
        ),
        pytest.param(
            a_gap("unclear", 22, -10, 48),
            "unclear",
            ("No clear gap", "up to 48 points not excluded"),
            ("Geen duidelijke kloof", "tot 48 punten niet uitgesloten"),
            id="unclear",
        ),
        pytest.param(
            a_gap("unclear", -22, -48, 10),
            "unclear",
            ("No clear gap", "up to 48 points not excluded"),
            ("Geen duidelijke kloof", "tot 48 punten niet uitgesloten"),
            id="unclear the other way",
        ),
        pytest.param(
            a_gap("too_few"),
            "too_few",
            ("Not compared", "too few answers"),
            ("Niet vergeleken", "te weinig antwoorden"),
            id="too few",
        ),
        pytest.param(
            None,
            "too_few",
            ("Not compared", "too few answers"),
            ("Niet vergeleken", "te weinig antwoorden"),
            id="no gap at all",
        ),
    ],
)
def test_each_statement_says_its_verdict_and_what_is_not_excluded(gap, group, en, nl):
    assert group_of(gap) == group
    assert verdict_told(Words("en"), gap) == en
    assert verdict_told(Words("nl"), gap) == nl


def test_a_bound_that_is_not_zero_never_reads_as_zero():
    clear, small = a_gap("clear_gap", 12, 0.3, 24), a_gap("small_gap", -0.4, -0.8, -0.04)

    assert verdict_told(Words("en"), clear)[1] == "12 points, 0.3 to 24"
    assert verdict_told(Words("nl"), clear)[1] == "12 punten, 0,3 tot 24"
    assert verdict_told(Words("en"), small)[1] == "0.4 points, 0.04 to 1"
    assert gap_size(a_reading(mirrored(MORE)), clear).striptags() == (
        "The gap is 12 points: at least 0.3, at most 24."
    )
    assert verdict_told(Words("en"), a_gap("aligned", 0.2, -8, 8))[1] == "at most 8 points apart"
