"""What the pages of a report say, and what they must never say."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from assess.document.fieldwork import Fieldwork
from assess.document.pages.contents import pages
from assess.document.pages.cover import cover_page
from assess.document.pages.teams import teams_page
from assess.document.strips import Strips
from tests.document.telling import (
    DAY,
    ORGANISATION,
    a_reading,
    agreeing,
    example,
    html_of,
    page,
    text_of,
    two_themes,
)

EN, NL = html_of(example()), html_of(example(), "nl")
both_languages = pytest.mark.parametrize("document", [EN, NL], ids=["en", "nl"])
every_kind = pytest.mark.parametrize(
    "told",
    [
        pytest.param(example(), id="everybody"),
        pytest.param(example(leaders=1), id="one leader"),
        pytest.param(example(leaders=1, employees=0, customers=0), id="one leader alone"),
        pytest.param(example(leaders=0), id="no leader"),
        pytest.param(example(customers=0), id="no customer"),
        pytest.param(example(employees=3, customers=4), id="few others"),
        pytest.param(two_themes(), id="two themes"),
        pytest.param(agreeing("7/9", "30/60", "40/80"), id="no themes"),
    ],
)


def kinds(told):
    return [page.kind for page in pages(a_reading(told), Strips())]


def test_the_pages_stand_in_the_order_a_board_reads():
    assert kinds(example()) == [
        *("cover", "board", "mirror", "themes"),
        *("theme",) * 6,
        *("teams", "disagreement", "effort", "plan", "limits", "appendix"),
    ]


def test_nobody_answered_is_one_page_that_says_what_to_do():
    nobody = example(leaders=0, employees=0, customers=0)

    assert kinds(nobody) == ["nothing"]
    assert "Nobody has answered yet" in text_of(html_of(nobody).html)
    assert "Vraag elke leidinggevende om alleen te antwoorden." in text_of(html_of(nobody, "nl").html)


@every_kind
def test_no_id_reaches_a_reader(told):
    asked = told.questionnaires
    ids = {item.id for item in asked.items()} | {action.id for action in asked.actions()}
    ids |= {benchmark.id for benchmark in told.benchmarks}
    ids.discard("NPS")  # the id of a question in one set, and what that question is called everywhere
    for language in ("en", "nl"):
        words = set(re.findall(r"[\w-]+", text_of(html_of(told, language).html)))

        assert words & ids == set()


@every_kind
def test_every_page_can_be_made_in_both_languages(told):
    for language in ("en", "nl"):
        document = html_of(told, language)

        assert f'<html lang="{language}"' in document.html
        assert "None" not in text_of(document.html).split()
        assert set(re.findall(r'src="asset:([^"]+)"', document.html)) == set(document.assets)


def test_the_same_report_gives_the_same_html():
    again = html_of(example())

    assert (again.html, again.assets) == (EN.html, EN.assets)


def test_a_hidden_team_is_not_named_and_neither_is_the_one_that_would_give_it_away():
    teams = example().published.audiences["employees"].teams
    hidden = [name for name, team in teams.items() if team.hidden]

    assert len(hidden) >= 2
    assert [name for name in hidden if re.search(rf"\b{name}\b", page(EN.html, "teams"))] == []
    assert "Two teams are not shown" in page(EN.html, "teams")


def test_teams_stand_in_alphabetical_order():
    shown = [
        name for name, team in example().published.audiences["employees"].teams.items() if not team.hidden
    ]
    told = page(EN.html, "teams").partition("All employees n")[2]

    assert sorted(shown, key=told.index) == sorted(shown)


@both_languages
def test_every_picture_says_the_same_in_words(document):
    pictures = re.findall(r"<img[^>]*>", document.html)

    assert pictures
    assert [
        picture for picture in pictures if re.search(r'alt="\s*"', picture) or "alt=" not in picture
    ] == []


@both_languages
def test_headings_go_down_one_step_at_a_time(document):
    for section in re.findall(r"<section.*?</section>", document.html, flags=re.S):
        levels = [int(level) for level in re.findall(r"<h([1-6])", section)]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


@both_languages
def test_every_table_has_a_caption_and_heads_that_say_what_they_head(document):
    tables = re.findall(r"<table.*?</table>", document.html, flags=re.S)

    assert [table[:80] for table in tables if "<caption>" not in table] == []
    assert re.findall(r"<th(?![^>]*scope=)(?=[ >])[^>]*>", document.html) == []


@both_languages
def test_the_html_is_well_nested(document):
    body = document.html[document.html.index("<body>") : document.html.index("</html>")]
    closed = re.sub(r"<(br|img|meta)([^>]*)>", r"<\1\2/>", body)

    assert ElementTree.fromstring(closed).tag == "body"


def test_nothing_is_in_the_accent_when_no_customer_was_asked():
    without = html_of(example(customers=0)).html

    assert "<em>" in EN.html
    assert "<em>" not in without
    assert "No customer was asked." in page(without, "board")
    assert "No customer was asked." in page(without, "mirror")


def test_a_few_customers_are_too_few_to_show():
    few = html_of(example(customers=4)).html

    assert "Too few customers answered to show." in page(few, "board")
    assert "too few customers to show" in page(few, "board")


def test_one_leader_is_one_persons_view():
    one = html_of(example(leaders=1)).html

    assert "One leader answered: one person’s view" in page(one, "board")
    assert "no interval can be given" in page(one, "board")
    assert "One person’s view of six themes" in page(one, "themes")
    assert "it needs the answers of at least three leaders" in page(one, "plan")


def test_employees_are_told_that_they_are_safe():
    for language, word in (("en", "confidential"), ("nl", "vertrouwelijk")):
        html = html_of(example(), language).html

        assert word in page(html, "teams")
        assert word in page(html, "limits")
    assert "Confidential: no group smaller than five is shown." in text_of(EN.html)


@pytest.mark.parametrize(("anonymous", "word"), [(True, "anonymous"), (False, "confidential")])
def test_what_employees_answered_is_called_what_it_is(anonymous, word):
    reading = replace(a_reading(example()), fieldwork=Fieldwork(DAY, DAY, anonymous=anonymous))
    how = [voice.how for voice in cover_page(reading).voices]

    assert f"{word.title()}: no group smaller than five is shown." in how
    assert word in teams_page(reading, Strips()).confidential


def test_the_cover_shows_no_result():
    cover = text_of(EN.html[: EN.html.index('<section id="board"')])

    assert "%" not in cover
    assert "140" in cover


def test_the_board_asks_for_decisions_with_room_for_a_pen():
    board = EN.html[EN.html.index('<section id="board"') : EN.html.index('<section id="mirror"')]

    assert 2 <= board.count("<li>") <= 3
    assert board.count('class="blank') >= 2
    assert "The gap is 56 points: at least 23, at most 73." in text_of(board)


def test_the_mirror_shows_every_mirrored_statement_once():
    told, reading = page(EN.html, "mirror"), a_reading(example())

    for gap in example().gaps:
        assert told.count(reading.statement(gap.statement)) == 1


def test_figures_from_elsewhere_say_unit_year_number_and_grade():
    told = page(EN.html, "mirror")

    assert "percent of firms" in told
    assert "n\u00a0=\u00a0362" in EN.html
    assert "(2005, n not published)" in told
    assert "Trust grade B" in told
    assert "Do not hold these against the gaps above" in told


def test_a_set_without_those_figures_says_nothing_of_them():
    assert "another unit" not in text_of(html_of(two_themes()).html)


def test_every_action_says_why_it_ranks_and_leaves_room_for_a_name_and_a_date():
    told = EN.html[EN.html.index('<section id="plan"') : EN.html.index('<section id="limits"')]
    planned = sum(len(entries) for entries in example().plan.blocks.values())

    assert told.count("×\u00a0certainty\u00a0") == planned
    assert told.count('class="fill"') == 2 * planned


def test_a_set_of_its_own_makes_a_report_of_its_own():
    document = html_of(two_themes(), "de").html

    assert [
        name for name in ("Willkommen", "Ankunft", "Gäste fühlen sich hier erwartet.") if name in document
    ] == [
        "Willkommen",
        "Ankunft",
        "Gäste fühlen sich hier erwartet.",
    ]
    assert "How to read this, and what it cannot say" in document
    assert "theme 2 of 2" in document


def test_what_an_organisation_is_called_is_text_and_never_mark_up():
    html = html_of(example(), organisation="<script>alert(1)</script> & Co").html

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in html


def test_a_text_that_names_an_item_or_an_action_prints_its_words():
    reading = a_reading(example())

    assert (
        reading.text({"en": "Agreement with COR-M2."}) == "Agreement with “We do what we promise customers”."
    )
    assert reading.text({"en": "A word is a word."}) == "A word is a word."
    assert reading.text({"en": "COR-M22 and {organisation}"}) == f"COR-M22 and {ORGANISATION}"
