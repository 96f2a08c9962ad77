"""Who is lacking is told by its cause: asked nothing, not asked, not answered, or too few."""

import pytest

from assess.core.report import report
from assess.document.pages.board import board_page
from assess.document.pages.contents import pages
from assess.document.pages.decisions import decisions
from assess.document.pages.limits import limits_page
from assess.document.pages.mirror import mirror_page
from assess.document.pages.statements import statements_caption
from assess.document.pages.teams import teams_page
from assess.document.pages.themes import themes_page
from assess.document.presence import missing
from assess.document.strips import Strips
from tests.core.building import a_questionnaire, a_set, a_statement, a_topic, responses, sheets
from tests.document.telling import a_reading, example, html_of, text_of


def asked_of(told, language="en"):
    return [one.striptags() for one in decisions(a_reading(told, language))]


@pytest.mark.parametrize(
    ("sizes", "first", "never"),
    [
        pytest.param({"leaders": 0}, "We ask every leader to answer", "our customers the same", id="leaders"),
        pytest.param({"leaders": 1}, "We ask the other leaders", "our customers the same", id="one leader"),
        pytest.param({"employees": 0}, "We ask our employees, confidentially", "more", id="employees"),
        pytest.param({"customers": 4}, "We ask more customers", "We ask our customers", id="few customers"),
        pytest.param({"customers": 0}, "We ask our customers", "more customers", id="no customer"),
    ],
)
def test_the_decision_fits_what_is_missing(sizes, first, never):
    told = asked_of(example(**sizes))

    assert any(one.startswith(first) for one in told)
    assert not any(never in one for one in told)


def test_leaders_who_do_not_know_are_asked_to_find_out():
    told = report(a_set(a_questionnaire("service", a_topic("T"))), responses(sheets({"T": "dk dk dk"})))

    assert asked_of(told)[0].startswith("We find out what we do not know and answer again")


def for_customers(**answers):
    asked = a_set(a_questionnaire("service", a_statement("M", "ec")))
    return report(asked, responses(**{who: sheets({"M": cells}) for who, cells in answers.items()}))


def test_a_set_that_asks_leaders_nothing_says_so_and_promises_nothing():
    html = html_of(for_customers(customers="5*9 4")).html

    assert "These questionnaires ask leaders nothing." in text_of(html)
    assert "No leader answered" not in text_of(html)
    assert "no leader answered" not in text_of(html)


def test_not_asked_not_answered_and_too_few_are_three_things():
    asked = a_set(a_questionnaire("service", a_statement("M", "ec")))
    customers = sheets({"M": "5*9"})
    reminded = report(asked, responses(customers=customers, asked={"employees": 20}))

    assert missing(a_reading(for_customers(customers="5*9")), "employees") == "No employee was asked."
    assert missing(a_reading(reminded), "employees") == "No employee answered."
    few = for_customers(customers="5*9", employees="5*4")
    assert missing(a_reading(few), "employees") == "Too few employees answered to show."


def test_where_only_one_side_answered_it_is_not_too_few():
    told = mirror_page(a_reading(for_customers(employees="5*9")), Strips())

    assert [group.heading for group in told.groups] == [
        "Nothing to compare: there are no answers on the other side"
    ]
    assert told.groups[0].rows[0].detail == "answers of one side only"


def test_what_is_said_is_said_by_who_answered():
    def caption(**answers):
        reading = a_reading(for_customers(**answers))
        return statements_caption(reading, reading.set.questionnaires[0])

    assert caption(customers="5*9").startswith("What customers say: the share that agrees.")
    assert caption(employees="5*9").startswith("What employees say: the share that agrees.")
    assert caption(employees="5*9", customers="5*9").startswith("What employees and customers say:")


def test_without_topics_the_contents_promise_nothing_that_holds_back():
    entries = [page.entry for page in pages(a_reading(for_customers(customers="5*9")), Strips())]

    assert "One theme" in entries
    assert not any("holds" in entry for entry in entries)


def test_sources_are_named_for_the_figures_that_are_printed_only():
    assert limits_page(a_reading(example())).sources
    assert limits_page(a_reading(example(employees=0, customers=0))).sources == []


def test_one_theme_of_six_gives_no_level_of_the_whole():
    parts = [a_questionnaire(id, a_topic(id)) for id in "ABCDEF"]
    told = report(a_set(*parts), responses(sheets({"B": "3 3 4"})))
    board = board_page(a_reading(told), Strips())

    assert board.standing.level == "One of six themes has enough answers: too few for a level of the whole."
    assert board.standing.figure is None
    assert "level 3" not in board.verdict.sentence


def test_missing_themes_stand_in_the_order_of_the_set():
    titles = {"Z": "Zeal", "A": "Asking"}
    parts = [a_questionnaire(id, a_topic(f"T{id}")) for id in ("M", "N", "O", "P", "Z", "A")]
    parts = [
        type(q)(q.id, 1, {"en": titles.get(q.id, q.id)}, topics=q.topics, statements=(), actions=())
        for q in parts
    ]
    told = report(a_set(*parts), responses(sheets({f"T{id}": "3 3 4" for id in "MNOP"})))

    assert board_page(a_reading(told), Strips()).standing.remark == (
        "Without Zeal and Asking: too few answers there."
    )


def test_a_score_with_a_required_topic_open_is_called_provisional():
    topics = [a_topic(id, required=id == "A") for id in "ABCD"]
    asked = a_set(a_questionnaire("service", *topics))
    answers = {"A": "3 3 dk", "B": "3*3", "C": "3*3", "D": "3*3"}
    reading = a_reading(report(asked, responses(sheets(answers))))

    assert themes_page(reading, Strips()).rows[0].level.endswith("(provisional)")
    assert "Provisional" in [rule.name for rule in limits_page(reading).reading]
    whole = a_reading(report(asked, responses(sheets(answers | {"A": "3 3 3"}))))
    assert "provisional" not in themes_page(whole, Strips()).rows[0].level
    assert "Provisional" not in [rule.name for rule in limits_page(whole).reading]


def test_teams_that_stand_apart_are_named_beside_what_chance_gives():
    asked = a_set(a_questionnaire("service", a_statement("E", "e")))
    cells = "5*8 4 3 3*8 2*2 1*8 2 3"
    told = report(asked, responses(employees=sheets({"E": cells}, teams="Sales*10 IT*10 Care*10")))

    assert teams_page(a_reading(told), Strips()).sentence == (
        "In two of three comparisons a team stands apart from all employees (Care and Sales); "
        "by chance one at most."
    )


def test_employees_alone_show_what_stands_out_for_them():
    told = board_page(a_reading(example(leaders=0, customers=0)), Strips())

    assert [one.title for one in told.strengths] == ["Hostmanship"]
    assert "clearly above the mean of our employees’ scores" in told.strengths[0].reason


def test_employees_alone_without_a_headline_show_a_figure():
    told = board_page(a_reading(for_customers(employees="5*9 3")), Strips())

    assert told.verdict.ours == "Our employees give us 95 of 100. These questionnaires ask leaders nothing."
