"""Nothing of a group below the smallest comes through the gate, nor can it be worked out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assess.core.complement import hidden_groups
from assess.core.disclosure import publish_voices
from assess.core.report import report
from assess.core.responses import Responses
from assess.core.smallest import SmallestGroup
from assess.core.voices import Voices
from tests.core.building import (
    a_questionnaire,
    a_set,
    a_statement,
    a_topic,
    responses,
    sheets,
)

SET = a_set(
    a_questionnaire("service", a_statement("A", "e")),
    a_questionnaire("promise", a_statement("B", "e")),
)
NOBODY = report(SET, Responses()).published


def employees_of(cells, teams):
    return report(SET, responses(employees=sheets(cells, teams=teams))).published.audiences["employees"]


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        pytest.param({}, set(), id="no teams"),
        pytest.param({"sales": 7, "service": 9}, set(), id="all large enough"),
        pytest.param({"sales": 5, "service": 5}, set(), id="five is enough"),
        pytest.param({"sales": 12, "care": 7, "it": 3}, {"care", "it"}, id="the next smallest goes too"),
        pytest.param(
            {"sales": 4, "care": 4, "it": 9}, {"sales", "care"}, id="two small ones hide each other"
        ),
        pytest.param(
            {"a": 1, "b": 1, "c": 6, "d": 9}, {"a", "b", "c"}, id="two together under five need a third"
        ),
        pytest.param({"a": 2, "b": 2, "c": 1, "d": 9}, {"a", "b", "c"}, id="three together are five"),
        pytest.param({"a": 4, "b": 9}, {"a", "b"}, id="of two teams both"),
        pytest.param({"a": 4}, {"a"}, id="one small team alone"),
        pytest.param({"a": 4, "b": 6, "c": 6}, {"a", "b"}, id="the first by name when two are as small"),
        pytest.param({"a": 0, "b": 6, "c": 6}, set(), id="a team of nobody hides no other"),
    ],
)
def test_hidden_groups(sizes, hidden):
    assert hidden_groups(sizes, 5) == hidden


def test_a_larger_smallest_group_hides_more():
    assert hidden_groups({"a": 9, "b": 12, "c": 20}, 10) == {"a", "b"}


def test_a_hidden_team_has_a_name_and_nothing_else():
    teams = employees_of({"A": "3*20", "B": "4*20"}, "it*3 care*7 sales*10").teams

    assert list(teams) == ["care", "it", "sales"]
    assert [(team.n, team.hidden) for team in teams.values()] == [(None, True), (None, True), (10, False)]
    assert [dict(teams[name].themes) for name in ("care", "it")] == [{}, {}]


def test_rows_without_a_team_form_one_of_their_own():
    teams = employees_of({"A": "3*12", "B": "4*12"}, "-*5 care*7").teams

    assert {name: team.n for name, team in teams.items()} == {"": 5, "care": 7}


def test_when_nobody_names_a_team_there_are_none():
    assert dict(employees_of({"A": "3*6", "B": "4*6"}, "-*6").teams) == {}
    assert dict(employees_of({"A": "3*6", "B": "4*6"}, None).teams) == {}


def test_an_empty_sheet_does_not_make_a_team_large_enough():
    teams = employees_of({"A": "3*4 . 3*6 3*9", "B": "4*4 . 4*6 4*9"}, "it*5 care*6 sales*9").teams

    assert {name for name, team in teams.items() if team.hidden} == {"it", "care"}


def test_a_theme_that_few_of_a_team_answered_hides_with_the_next_smallest():
    cells = {"A": "3*3 dk*4  3*6  3*8", "B": "4*21"}
    teams = employees_of(cells, "it*7 care*6 sales*8").teams

    # Of A three, six and eight answers: total minus care and sales would give it.
    assert {name: team.themes["service"] is None for name, team in teams.items()} == {
        "it": True,
        "care": True,
        "sales": False,
    }
    assert all(team.themes["promise"] for team in teams.values())


def test_a_theme_of_hidden_teams_with_too_few_answers_hides_a_third_team():
    cells = {"A": "3 dk*2  3*2 dk*5  3*6  3*8", "B": "4*24"}
    teams = employees_of(cells, "it*3 hr*7 care*6 sales*8").teams

    # it and hr are hidden and have three answers to A between them: care's must go as well.
    assert {name for name, team in teams.items() if team.hidden} == {"it", "care"}
    shown = {name for name, team in teams.items() if not team.hidden and team.themes["service"]}
    assert shown == {"sales"}


MEMBER = st.tuples(st.sampled_from(["it", "care", "hr", "sales", "-"]), st.booleans(), st.booleans())


@settings(max_examples=150, deadline=None)
@given(st.lists(MEMBER, min_size=1, max_size=40))
@example([("it", True, True)] * 4 + [("care", True, True)] * 6 + [("hr", False, True)] * 9)
@example([("it", False, True)] * 3 + [("care", True, True)] * 6 + [("hr", True, True)] * 9)
def test_no_small_team_can_be_had_as_the_total_minus_the_teams_shown(members):
    cells = {
        "A": " ".join("3" if answered else "dk" for _, answered, _ in members),
        "B": " ".join("4" if answered else "dk" for _, _, answered in members),
    }
    shown = employees_of(cells, " ".join(team for team, _, _ in members))
    if shown.hidden:
        assert dict(shown.teams) == {}
        return
    names = [team.replace("-", "") for team, _, _ in members]

    visible = {name: team.n for name, team in shown.teams.items() if not team.hidden}
    assert_safe(shown.n, visible, [name for name in names if shown.teams])
    for theme, place in (("service", 1), ("promise", 2)):
        answered = [name for name, member in zip(names, members, strict=True) if member[place]]
        cells = {name: shown.teams[name].themes[theme] for name in visible}
        total = shown.themes[theme]
        if total is None:
            assert set(cells.values()) <= {None}
        else:
            visible_cells = {name: cell.n for name, cell in cells.items() if cell}
            assert_safe(total.n, visible_cells, [name for name in answered if shown.teams])


def assert_safe(total, visible, members):
    """Every group shown is large enough, and what is left over is no group at all or no single one."""
    assert all(n >= 5 and n == members.count(name) for name, n in visible.items())
    left_over = {name for name in members if name not in visible}
    if left_over:
        rest = total - sum(visible.values())
        assert rest >= 5
        assert len(left_over) > 1 or not visible


@pytest.fixture
def barely_answered():
    """Four leaders; of promise two answered one of three topics, 1 and 5: too little for a score."""
    questionnaires = a_set(
        a_questionnaire("service", a_topic("S")),
        a_questionnaire("promise", a_topic("P1"), a_topic("P2"), a_topic("P3")),
    )
    answers = sheets({"S": "2*4", "P1": "1 5 . ."}, evidence={"P1": "shown heard . ."})
    return report(questionnaires, responses(answers)).published.audiences["leaders"].themes["promise"]


def test_a_theme_without_a_score_says_so(barely_answered):
    assert (barely_answered.n, barely_answered.score) == (0, None)
    assert barely_answered.maturity.status == "insufficient"


def test_two_leaders_show_no_agreement_in_a_theme_without_a_score(barely_answered):
    assert (barely_answered.ad, barely_answered.agree) == (None, None)


def test_two_leaders_show_no_evidence_in_a_theme_without_a_score(barely_answered):
    assert barely_answered.maturity.evidence is None


def test_a_theme_that_one_of_three_leaders_has_a_score_on_is_hidden_and_leaves_the_whole():
    questionnaires = a_set(a_questionnaire("service", a_topic("S")), a_questionnaire("promise", a_topic("P")))
    leaders = report(questionnaires, responses(sheets({"S": "2*3", "P": "5 dk dk"}))).published.audiences[
        "leaders"
    ]

    assert leaders.themes["promise"] is None
    assert (leaders.overall.score, leaders.overall.status, leaders.overall.missing) == (
        25,
        "partial",
        ("promise",),
    )


def test_what_nobody_knows_is_told_though_nobody_has_a_score():
    questionnaires = a_set(a_questionnaire("promise", a_topic("P"), a_topic("Q")))
    leaders = report(
        questionnaires, responses(sheets({"P": "dk dk dk", "Q": "dk dk 2"}))
    ).published.audiences["leaders"]

    assert leaders.themes["promise"].maturity.blind_spots == ("P", "Q")
    assert leaders.themes["promise"].score is None


def test_no_level_tells_what_one_leader_answered():
    questionnaires = a_set(a_questionnaire("promise", a_topic("P", required=True), *map(a_topic, "QR")))
    five = responses(sheets({"P": "1 dk dk dk dk", "Q": "5*5", "R": "5*5"}))
    promise = report(questionnaires, five).published.audiences["leaders"].themes["promise"]

    assert (promise.maturity.level, promise.maturity.held_by) == (promise.maturity.uncapped, ())


@pytest.mark.parametrize(("cards", "shown"), [(0, 0), (4, 0), (5, 5)])
def test_cards_are_shown_from_the_smallest_group_on(cards, shown):
    found = publish_voices(Voices(green=cards), NOBODY, SmallestGroup())

    assert (found.green, found.few_cards) == (shown, 0 < cards < 5)


@pytest.mark.parametrize(
    ("answered", "smallest", "shown"),
    [
        pytest.param(9, 5, (), id="nine"),
        pytest.param(10, 5, ("Be faster",), id="ten"),
        pytest.param(19, 20, (), id="fewer than are shown at all"),
    ],
)
def test_what_customers_wrote_is_read_when_ten_or_more_could_write(answered, smallest, shown):
    group = SmallestGroup(others=smallest)
    cards = publish_voices(Voices(green=answered, green_texts=("Be faster",)), NOBODY, group)
    page = publish_voices(Voices(sheets=answered, open_texts=("Be faster",)), NOBODY, group)

    assert (cards.green_texts, page.open_texts) == (shown, shown)
    assert (cards.few_texts, page.few_texts) == (not shown, not shown)


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        pytest.param("3 4", {}, id="of two leaders nothing is shown"),
        pytest.param("3 4 dk", {}, id="two who know a topic are too few as well"),
        pytest.param("3 4 4", {"T": ("We call back",)}, id="from the smallest group on"),
    ],
)
def test_examples_of_leaders_pass_the_gate_of_their_topic(answers, shown):
    asked = a_set(a_questionnaire("service", a_topic("T")))
    published = report(asked, responses(sheets({"T": answers}))).published
    voices = Voices(examples={"T": ("We call back",)})

    assert publish_voices(voices, published, SmallestGroup()).examples == shown


def test_an_audience_of_which_nothing_was_kept_is_hidden_and_not_nobody():
    shown = report(SET, Responses(withheld=frozenset({"employees"}))).published.audiences

    assert (shown["employees"].n, shown["employees"].hidden) == (None, True)
    assert (shown["customers"].n, shown["customers"].hidden) == (0, True)
