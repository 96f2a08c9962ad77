"""How answers become a theme's score, level and status."""

import pytest

from assess.core.measuring import measure
from assess.core.scoring import capped_level
from tests.core.building import (
    HEADLINE,
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    responses,
    sheets,
)


def leaders_of(*parts, ask=(), evidence=None, **cells):
    measured = measure(
        a_set(a_questionnaire("service", *parts), ask=ask), responses(sheets(cells, evidence=evidence))
    )
    return measured.audiences["leaders"]


def theme_of(*parts, **cells):
    return leaders_of(*parts, **cells).themes["service"]


def three_topics(a, b, c, required="A"):
    topics = [a_topic(id, required=id in required) for id in "ABC"]
    return theme_of(*topics, A=a, B=b, C=c)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        pytest.param("5 5 1", pytest.approx(200 / 3), id="all three"),
        pytest.param("5 5 .", 100, id="two of three is two thirds"),
        pytest.param("5 . .", None, id="one of three"),
        pytest.param("5 dk dk", None, id="don't know stays in the base"),
        pytest.param("5 na na", 100, id="not applicable leaves the base"),
        pytest.param("5 na .", None, id="one of two is less than two thirds"),
        pytest.param("na na na", None, id="nothing applies"),
        pytest.param("dk dk dk", None, id="nothing known is no low score"),
    ],
)
def test_a_score_needs_two_thirds_of_what_applies(answers, score):
    theme = three_topics(*answers.split(), required="")

    assert theme.score == score
    assert theme.n == (score is not None)


def test_coverage_counts_topics_not_weights():
    heavy, light, other = a_topic("A", weight=9), a_topic("B"), a_topic("C")

    assert theme_of(heavy, light, other, A="5", B=".", C=".").score is None
    assert theme_of(heavy, light, other, A=".", B="1", C="5").score == 50


@pytest.mark.parametrize(
    ("a", "b", "c", "status"),
    [
        pytest.param(".", ".", ".", "none", id="nobody answered"),
        pytest.param("dk", "dk", "dk", "insufficient", id="don't know is an answer"),
        pytest.param("5", ".", ".", "insufficient", id="too little for a score"),
        pytest.param("5", "5", "dk", "ok", id="only what is required must be answered"),
        pytest.param("dk", "5", "5", "provisional", id="a required topic unknown"),
        pytest.param(".", "5", "5", "provisional", id="a required topic left out"),
        pytest.param("na", "5", "5", "ok", id="a required topic that does not apply is not open"),
        pytest.param("dk .", "5 .", ". .", "insufficient", id="open, but nobody counts"),
        pytest.param("5 dk", "5 3", "5 .", "ok", id="the open one has no score"),
        pytest.param("5 dk", "5 3", "5 3", "provisional", id="one of those who count"),
    ],
)
def test_the_status_of_a_theme(a, b, c, status):
    assert three_topics(a, b, c).maturity.status == status


def test_a_provisional_score_counts_in_the_mean():
    theme = three_topics("5 dk", "5 1", "5 1")

    assert (theme.n, theme.score) == (2, 50)


def test_an_item_counts_everyone_who_answered_it_score_or_not():
    leaders = leaders_of(a_topic("A"), a_topic("B"), a_topic("C"), A="5 1 1", B="5 . .", C="5 . .")

    assert leaders.themes["service"].n == 1
    assert (leaders.items["A"].n, leaders.items["A"].mean) == (3, pytest.approx(7 / 3))


def test_a_reversed_statement_counts_the_other_way():
    assert theme_of(a_statement("A", "l", reverse=True), A="5").score == 0
    assert theme_of(a_statement("A", "l", reverse=True), A="2").score == 75


def test_agree_statements_count_only_where_the_audience_has_no_topics():
    topic, mirrored, own = a_topic("T"), a_statement("M", "le"), a_statement("O", "l")

    assert theme_of(topic, mirrored, own, T="5", M="1", O="1").score == 100
    assert theme_of(mirrored, own, M="1", O="5").score == 50
    assert theme_of(mirrored, own, M="1", O="5").maturity is None


def test_the_headline_is_in_no_theme_score():
    with_headline = leaders_of(a_topic("T"), a_statement("M", "le"), ask=[HEADLINE], T="3", M="3", HEAD="1")
    without = leaders_of(a_topic("T"), a_statement("M", "le"), T="3", M="3")

    assert with_headline.themes == without.themes
    assert with_headline.overall == without.overall


def test_every_required_topic_at_the_lowest_level_is_named_as_holding_it_back():
    theme = three_topics("2", "2", "5", required="ABC")  # mean 3, no cap: 2 + 1

    assert (theme.maturity.level, theme.maturity.held_by) == (3, ())

    topics = [a_topic(id, required=id != "D") for id in "ABCD"]
    weak = theme_of(*topics, A="1", B="5", C="1", D="5")

    assert (weak.maturity.level, weak.maturity.uncapped, weak.maturity.held_by) == (2, 3, ("A", "C"))


def test_the_whole_is_held_by_the_capped_level_of_its_lowest_theme():
    weak = a_questionnaire("weak", a_topic("A", required=True), a_topic("B"), a_topic("C"), a_topic("D"))
    given = responses(sheets({"A": "1", "B": "5", "C": "5", "D": "5", "E": "5"}))
    whole = measure(a_set(weak, a_questionnaire("strong", a_topic("E"))), given).audiences["leaders"].overall

    # 75 and 100: 87.5 is level 5. Weak has the mean of level 4 and is held at 2 by A.
    assert (whole.score, whole.uncapped, whole.level) == (87.5, 5, 3)


def test_a_topic_that_is_not_required_holds_nothing_back():
    theme = three_topics("5", "5", "1", required="A")

    assert (theme.maturity.level, theme.maturity.uncapped) == (4, 4)


@pytest.mark.parametrize(
    ("raw", "part", "level"),
    [
        pytest.param(4.6, 1.49, 2, id="just below a half is the lower level"),
        pytest.param(4.6, 1.5, 3, id="a half is the higher level"),
        pytest.param(4.6, 3.0, 4, id="one above, not more"),
        pytest.param(4.6, 3.5, 5, id="no cap"),
    ],
)
def test_a_level_is_at_most_one_above_its_weakest_part(raw, part, level):
    assert capped_level(raw, {"A": 5, "B": part}).level == level


def test_leaders_agree_up_to_a_sixth_of_the_scale():
    # Twelve answers lie 10 points from their mean of 3 in all: 10/12 is a sixth of five points.
    at_the_border = theme_of(a_topic("T"), T="1*2 2 3*6 4 5*2")
    beyond = theme_of(a_topic("T"), T="1*3 3*6 5*3")

    assert (at_the_border.ad, at_the_border.agree) == (pytest.approx(5 / 6), True)
    assert (beyond.ad, beyond.agree) == (1, False)


def test_agreement_is_measured_after_turning_and_is_none_for_one_person():
    turned = theme_of(a_statement("A", "l"), a_statement("B", "l", reverse=True), A="5 3", B="1 3")

    assert (turned.score, turned.ad) == (75, 1)
    assert (theme_of(a_topic("T"), T="4").ad, theme_of(a_topic("T"), T="4").agree) == (None, None)


@pytest.mark.parametrize(
    ("known", "evidenced"),
    [
        pytest.param("assume assume", 0, id="all assumed"),
        pytest.param("heard heard", 0, id="heard is no evidence"),
        pytest.param(". .", 0, id="nothing said counts as assumed"),
        pytest.param("shown measured", 75, id="all measured or shown: the claim"),
        pytest.param("shown assume", 50, id="half of it"),
    ],
)
def test_evidence_keeps_what_was_answered_as_its_base(known, evidenced):
    first, second = known.split()
    leaders = leaders_of(a_topic("A"), a_topic("B"), A="5", B="3", evidence={"A": first, "B": second})

    assert leaders.themes["service"].score == 75
    assert leaders.themes["service"].maturity.evidenced == evidenced


def test_evidence_weighs_topics_as_the_claim_does():
    parts = a_topic("A", weight=3), a_topic("B")
    leaders = leaders_of(*parts, A="5", B="5", evidence={"A": "shown", "B": "heard"})

    assert leaders.themes["service"].maturity.evidenced == 75


def test_evidence_counts_for_the_same_respondents_as_the_claim():
    theme = theme_of(a_topic("A"), a_topic("B"), A="5 5", B="5 .", evidence={"A": "shown .", "B": "shown ."})

    assert (theme.n, theme.score, theme.maturity.evidenced) == (1, 100, 100)


def test_evidence_without_an_answer_is_no_evidence():
    leaders = leaders_of(
        a_topic("A"), a_topic("B"), A="5 dk .", B="5 5 5", evidence={"A": "shown shown shown", "B": ". . ."}
    )

    assert leaders.themes["service"].maturity.evidence == {"assume": 3, "heard": 0, "measured": 0, "shown": 1}
