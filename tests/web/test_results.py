"""The pages of results: the same numbers as the file of figures, in both languages, for who may see them."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from sqlalchemy import event, select

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.document.words import Words
from assess.store import assessments, db, kept, opened, tables, writing
from assess.store.responses import responses
from tests.web import building
from tests.web.browser import Browser, text
from tests.web.conftest import add_account, sign_in
from tests.web.product import product

PAGES = ("mirror", "themes", "themes/hostmanship", "teams", "disagreement", "statements", "made")
SVG = "svg"
ANSWERS = ("leader_sections", "customer_responses", "opened", "cards")


@pytest.fixture(scope="module")
def results(tmp_path_factory, empty_home):
    """An assessment with results and PDFs, made once; tests here only read it."""
    home = tmp_path_factory.mktemp("results")
    (home / "assess.db").write_bytes((empty_home / "assess.db").read_bytes())
    app = product(home)
    add_account(app, "lead@example.org", "Lea de Lead")
    add_account(app, "other@example.org", "Otto Other")
    lead = Browser(app)
    sign_in(lead, "lead@example.org")
    id = building.an_assessment_with_results(app)
    building.do_waiting(home)
    yield SimpleNamespace(app=app, home=home, id=id, lead=lead)
    with app.app_context():
        db.engine.dispose()


def at(id, page):
    return f"/assessments/{id}/{page}"


def figures(results):
    with results.app.app_context():
        return json.loads(kept.file(results.home, results.id, "report.json").read_text())


def link(page, end):
    return next(a.get("href") for a in page.all("a") if a.get("href").endswith(end))


def has_strips(page):
    return len([svg for svg in page.all(SVG) if svg.get("role") == "img"])


# It works


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_of_results_is_well_made_in_both_languages(results, page, language):
    found = results.lead.get(at(results.id, page), headers={"Accept-Language": language})

    assert (found.status, found.tree.get("lang")) == (200, language)


def test_the_mirror_says_it_in_one_sentence_with_the_customers_half_apart(results):
    page = results.lead.get(at(results.id, "mirror"))

    assert page.h1 == "Seven of our nine leaders agree. Of our customers, about one in five."
    assert [em.text for em in page.all("h1//em")] == ["Of our customers, about one in five."]


def test_page_and_figures_say_the_same_shares_of_the_headline(results):
    shown, words = figures(results), Words("en")
    table = [[cell.text for cell in row] for row in results.lead.get(at(results.id, "mirror")).all("tr")]

    for audience, name in (
        ("leaders", "Leaders believe"),
        ("employees", "Employees say"),
        ("customers", "Customers say"),
    ):
        item = shown["audiences"][audience]["items"]["HEAD-M"]
        span = words.span(100 * item["lo"], 100 * item["hi"])
        assert [name, words.percent(item["agree_share"]), span, str(item["n"])] in table
    guess = shown["guesses"]["customers"]
    span = f"guesses {words.span(guess['min'], guess['max'])}"
    assert ["Customers: our guess", words.percent(guess["mean"] / 100), span, str(guess["n"])] in table


def test_the_chart_stands_there_wide_and_narrow_and_told_in_words(results):
    charts = results.lead.get(at(results.id, "mirror")).all(f"figure/{SVG}")

    assert [chart.get("class") for chart in charts] == ["wide", "small-screen"]
    assert len({chart.get("aria-label") for chart in charts}) == 1
    assert "Customers say 21%, 16 to 27, n 216" in charts[0].get("aria-label")


def test_clear_gaps_are_open_and_the_others_folded_in_the_order_of_the_themes(results):
    page, shown = results.lead.get(at(results.id, "mirror")), figures(results)
    pairs = [gap for gap in shown["gaps"] if gap["theme"] and (gap["a"], gap["b"]) == (LEADERS, CUSTOMERS)]
    clear = [gap["verdict"] in ("clear_gap", "reverse_gap") for gap in pairs]
    lists = [len(ul.findall("li")) for ul in page.all("ul") if ul.get("class") == "statements"]

    assert lists == [sum(clear), len(clear) - sum(clear)]
    assert "Seven without a clear gap" in page.text


def test_the_guess_is_held_against_what_customers_say(results):
    off = round(figures(results)["guesses"]["customers"]["off_by"])
    page = results.lead.get(at(results.id, "mirror"))

    assert (
        f"We guessed that 60% of our customers would agree. 21% do: we were {off} points too high."
        in page.text
    )


def test_a_figure_from_elsewhere_stands_last_with_its_source_and_grade(results):
    page = results.lead.get(at(results.id, "mirror"))
    [aside] = page.all("aside")

    assert "Do not hold these against the gaps above" in "".join(aside.itertext())
    assert "Trust grade B. Bain & Company" in "".join(aside.itertext())


def test_the_mirror_tells_how_customers_were_asked(results):
    assert (
        f"{building.HOW}; September 2026; 1,000 customers asked"
        in results.lead.get(at(results.id, "mirror")).text
    )


def test_the_themes_show_score_interval_level_and_what_is_evidenced(results):
    page, shown = (
        results.lead.get(at(results.id, "themes")),
        figures(results)["audiences"]["leaders"]["themes"],
    )

    text = page.text.replace(" ", "")
    for theme in shown.values():
        score, lo, hi, evidenced = (round(theme[name]) for name in ("score", "lo", "hi", "evidenced"))
        assert f"{score}of100{lo}to{hi},n" in text
        assert f"evidenced{evidenced}" in text
    assert has_strips(page) == len(shown)


def test_each_theme_has_a_page_with_its_topics_and_what_others_say(results):
    page = results.lead.get(
        link(results.lead.get(at(results.id, "themes")), "themes/hostmanship").replace(
            ".", f"/assessments/{results.id}", 1
        )
    )

    assert page.h1 == "In Hostmanship we stand at Outside-in; Serving is weakest."
    assert "What others say" in page.text


def test_teams_stand_in_alphabetical_order_and_hidden_ones_are_told(results):
    page = results.lead.get(at(results.id, "teams"))
    teams = [th.text.strip() for th in page.all("tbody//th")]

    assert teams == ["All employees", "Billing", "Customer service", "Field engineers", "Sales"]
    assert "Two teams are not shown" in page.text


def test_all_answers_stand_with_their_counts(results):
    rows = [
        ["".join(cell.itertext()) for cell in row]
        for row in results.lead.get(at(results.id, "statements")).all("tr")
    ]
    item = figures(results)["audiences"]["customers"]["items"]["HOS-M1"]
    counts = [str(count) for count in (*item["counts"], item["dont_know"], item["not_applicable"])]

    assert any((row[2], row[4:]) == (str(item["n"]), counts) for row in rows)


def test_every_link_to_how_a_figure_was_made_leads_to_its_part(results):
    made = results.lead.get(at(results.id, "made"))
    ids = {element.get("id") for element in made.tree.iter() if element.get("id")}

    asked = set()
    for page in PAGES:
        asked |= set(re.findall(r'href="\.\.?/made#([\w-]+)"', results.lead.get(at(results.id, page)).html))
    assert asked
    assert asked <= ids


def test_the_pdf_is_sent_as_a_file_that_no_browser_keeps_by_itself(results):
    sent = results.lead.get(at(results.id, "report-nl.pdf")).response

    assert sent.data.startswith(b"%PDF")
    assert sent.headers["Content-Type"] == "application/pdf"
    assert sent.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified"} & set(sent.headers.keys())


# Small and empty


def test_without_customers_employees_stand_in_and_it_is_said(app, lead):
    id = building.an_assessment_with_results(app, building.Group(customers=0))
    page = lead.get(at(id, "mirror"))

    assert page.h1 == "Seven of our nine leaders agree. Of our employees, more than two in five."
    assert "No customer answered." in page.text


def test_customers_who_were_not_asked_are_told_apart_from_those_who_did_not_answer(app, lead):
    id = building.an_assessment_with_results(app, building.Group(3, 0, 0), audiences=(LEADERS,), teams={})

    assert "No customer was asked." in lead.get(at(id, "mirror")).text


def test_employees_of_whom_too_few_answered_are_not_told_as_nobody(app, lead):
    id = building.an_assessment_with_results(app, building.Group(3, 4, 0))
    text = lead.get(at(id, "mirror")).text

    assert "Too few employees answered to show." in text
    assert "No employee answered" not in text


def test_one_leader_is_one_persons_view(app, lead):
    id = building.an_assessment_with_results(app, building.Group(1, 0, 0))

    assert "one person’s view" in lead.get(at(id, "mirror")).h1
    assert lead.get(at(id, "themes")).h1.startswith("One person’s view of six themes")
    assert lead.get(at(id, "disagreement")).h1 == "Too few leaders answered to see where they differ"
    assert lead.get(at(id, "teams")).h1 == "There are no teams to show side by side"


@pytest.mark.parametrize(
    ("audiences", "heading"),
    [
        ((LEADERS,), "Nobody has answered yet, so there is nothing to show."),
        ((LEADERS, EMPLOYEES), "Too few people answered, so there is nothing to show."),
    ],
)
def test_when_there_is_nothing_to_show_every_page_says_so(app, lead, audiences, heading):
    id = building.an_assessment_with_results(app, building.Group(0, 0, 0), audiences=audiences)

    for page in PAGES:
        assert lead.get(at(id, page)).h1 == heading


def test_what_customers_wrote_stands_with_all_answers_when_enough_gave_a_card(app, lead):
    id = building.a_closed_assessment(app, building.Group(1, 0, 0))
    building.add_cards(app, id, green=7, red=3)
    building.make_results(app, id)
    text = lead.get(at(id, "statements")).text

    assert "Of 10 cards 7 are green and 3 red." in text
    assert "Red card 2" in text


def test_of_fewer_than_ten_cards_the_numbers_are_shown_and_no_word(app, lead):
    id = building.a_closed_assessment(app, building.Group(1, 0, 0))
    building.add_cards(app, id, green=7, red=2)
    building.make_results(app, id)
    text = lead.get(at(id, "statements")).text

    assert "Of 9 cards 7 are green and 2 red." in text
    assert "What customers wrote is only shown when at least 10 answered." in text
    assert "Red card" not in text


@pytest.mark.parametrize(("answered", "shown"), [(10, True), (9, False)])
def test_what_employees_wrote_stands_apart_when_ten_answered(app, lead, answered, shown):
    id = building.a_closed_assessment(app, building.Group(1, answered, 0))
    with app.app_context(), writing():
        opened.keep_comments(id, {"CUS-OPEN": ["Ring <them> back", "A shorter form"]})
    building.make_results(app, id)
    text = lead.get(at(id, "statements")).text

    assert ("A shorter formRing <them> back" in text) is shown
    assert ("What employees wrote is only shown when at least 10 answered." in text) is not shown


def test_a_theme_may_be_called_anything(app, lead):
    asked = building.shipped()
    first, *others = asked.set.questionnaires
    called = replace(first, title=dict.fromkeys(("en", "nl"), "R&D </title><b>now</b>"))
    asked = replace(asked, set=replace(asked.set, questionnaires=(called, *others)))
    id = building.an_assessment_with_results(app, building.Group(3, 0, 0), asked=asked)

    page = lead.get(at(id, f"themes/{first.id}"))
    assert "R&D </title><b>now</b>" in page.h1
    assert "R&D </title><b>now</b>" in text(page.tree.find(".//title"))


def test_of_too_few_cards_no_word_is_shown(app, lead):
    id = building.a_closed_assessment(app, building.Group(1, 0, 0))
    building.add_cards(app, id, green=3, red=1)
    building.make_results(app, id)
    page = lead.get(at(id, "statements"))

    assert "Too few cards were given to show." in page.text
    assert "Red card" not in page.html


# Too early, and what is not there


@pytest.mark.parametrize("page", [*PAGES, "report-en.pdf"])
def test_before_closing_nobody_sees_results(app, lead, page):
    id = building.an_assessment(app)
    answer = lead.get(at(id, page))

    assert (answer.status, answer.response.location) == (303, at(id, "").rstrip("/"))
    assert "Results appear when the assessment has closed." in lead.get(answer.response.location).text


def test_results_of_an_assessment_that_is_reopened_are_not_shown(app, lead):
    id = building.an_assessment_with_results(app, building.Group(1, 0, 0))
    with app.app_context(), writing():
        assessments.move(id, ["closed"], "open")

    assert lead.get(at(id, "mirror")).status == 303


def test_results_that_are_not_made_yet_are_asked_for_once(app, lead):
    id = building.a_closed_assessment(app, building.Group(1, 0, 0))
    first, second = lead.get(at(id, "mirror")), lead.get(at(id, "themes"))

    assert first.response.location.startswith("/jobs/")
    assert first.response.location == second.response.location


def test_a_pdf_that_is_not_made_yet_leads_to_its_progress(app, lead):
    id = building.an_assessment_with_results(app, building.Group(1, 0, 0))

    assert lead.get(at(id, "report-en.pdf")).response.location.startswith("/jobs/")


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        pytest.param(building.Group(3, 0, 0), True, id="from the smallest group of leaders on"),
        pytest.param(building.Group(2, 0, 0), False, id="two leaders would know who wrote it"),
    ],
)
def test_examples_of_leaders_stand_without_names_on_the_page_of_their_theme(app, lead, group, shown):
    id = building.a_closed_assessment(app, group)
    with app.app_context(), writing():
        section = db.session.scalars(select(tables.LeaderSection).filter_by(section="hostmanship")).first()
        section.answers = {**section.answers, "HOS-1:example": "We <call> back"}
    building.make_results(app, id)
    page = lead.get(at(id, "themes/hostmanship"))

    assert ("We <call> back" in page.text) is shown
    assert "Leader 1" not in page.text


def test_more_answers_than_people_asked_are_no_share(app, lead):
    id = building.a_closed_assessment(app, building.Group(3, 0, 30))
    with app.app_context(), writing():
        db.session.scalars(select(tables.Source)).one().asked = 20
    building.make_results(app, id)
    pages = [lead.get(at(id, page)).text for page in ("mirror", "made")]

    assert "30 customers, more answers than people asked, so nobody knows what share this is" in pages[0]
    assert "more than asked" in pages[1]
    assert not any("150%" in page for page in pages)


@pytest.mark.parametrize("page", ["themes/nothing", "report-de.pdf"])
def test_a_theme_or_language_that_was_not_asked_is_not_there(results, page):
    assert results.lead.get(at(results.id, page)).status == 404


def test_results_are_read_one_after_the_other_up_to_the_plan(results):
    page, read = results.lead.get(at(results.id, "mirror")), []
    while following := [end for told, end in page.links().items() if told.startswith("Next: ")]:
        page = results.lead.get(following[0])
        read.append(page.address.rpartition("/")[2])

    assert read == ["themes", "disagreement", "plan"]


# Who may not


@pytest.mark.parametrize("page", [*PAGES, "report-en.pdf"])
def test_only_who_leads_the_organisation_sees_its_results(results, page):
    stranger, nobody = Browser(results.app), Browser(results.app)
    sign_in(stranger, "other@example.org")

    assert stranger.get(at(results.id, page)).status == 404
    assert nobody.get(at(results.id, page), follow_redirects=True).h1 == "Sign in"


# Limits


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_no_answers_so_its_cost_does_not_grow_with_them(results, page):
    asked = []
    with results.app.app_context():
        engine = db.engine

    def note(_connection, _cursor, statement, *_):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert results.lead.get(at(results.id, page)).status == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)

    assert len(asked) <= 20
    assert [s for s in asked for table in ANSWERS if table in s] == []


def test_a_web_process_holds_neither_charts_nor_print_nor_statistics(results):
    script = f"""
import sys
from pathlib import Path
from assess.settings import Settings
from assess.web import create_app
client = create_app(Settings(home=Path({str(results.home)!r}))).test_client()
assert client.get("/sign-in").status_code == 200
import assess.web.results
print([name for name in ("altair", "vl_convert", "weasyprint", "scipy") if name in sys.modules])
"""
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"


def test_the_same_answers_give_the_same_pages(results):
    with results.app.app_context():
        names = kept.names(results.id)
        before = {name: kept.file(results.home, results.id, name).name for name in names}
    building.make_results(results.app, results.id)
    with results.app.app_context():
        after = {name: kept.file(results.home, results.id, name).name for name in names}

    assert after == before


def test_what_is_counted_is_everybody_who_answered(results):
    with results.app.app_context():
        found = responses(assessments.find(results.id))

    assert {a: found.of(a).n for a in (LEADERS, EMPLOYEES, CUSTOMERS)} == {
        LEADERS: 9,
        EMPLOYEES: 140,
        CUSTOMERS: 220,
    }
