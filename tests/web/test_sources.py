"""Where customers' answers come from, for who runs the assessment."""

import io
from xml.etree import ElementTree

import pytest

from assess.core.questionnaire import EMPLOYEES, LEADERS
from assess.core.responses import DONT_KNOW, MISSING
from assess.jobs import closing
from assess.store import assessments, customer_answers, sources, writing
from tests.web.browser import Browser, filled_in, text
from tests.web.building import add_cards, an_assessment, home_of
from tests.web.conftest import add_account, sign_in

FILE = "HEAD-M;HOS-M1\n4;dk\n5;\n2;3\n1;1\n3;4\n"
HOW = {"how": "By e-mail, after a contact", "period": "September 2026", "asked": "1000"}


@pytest.fixture
def running(app, lead):
    return an_assessment(app)


@pytest.fixture
def page(lead, running):
    return lead.get(f"/assessments/{running}/sources")


def send(browser, page, content, name="research.csv", **values):
    """Imports a file through the form of the page."""
    content = content.encode() if isinstance(content, str) else content
    values = {f"source-new-{key}": value for key, value in values.items()}
    return browser.submit(page, values | {"source-new-file": (io.BytesIO(content), name)}, "source-new-file")


def describe(browser, page, which, **values):
    values = {f"source-{which}-{key}": value for key, value in values.items()}
    return browser.submit(page, values, f"source-{which}-how")


def press(browser, page, button):
    """Sends the form that has this button."""
    [form] = [form for form in page.all("form") if text(form) == button]
    return browser.post(form.get("action"), filled_in(form))


def known(app, id):
    with app.test_request_context():
        return sources.of_assessment(id)


def imports(app, id):
    with app.test_request_context():
        return customer_answers.imported(id)


def problems(page):
    return [[text(cell) for cell in row.iter("td")] for row in page.all("tbody/tr")]


def move(app, id, state):
    with app.test_request_context(), writing():
        assessments.move(id, ["draft", "open"], state)


def test_a_source_keeps_its_place_once_it_is_used(lead, page):
    before = [text(each) for each in page.all("h2")]
    page = describe(lead, page, "page", how="By e-mail")

    assert [text(each) for each in page.all("h2")] == before


def test_more_answers_than_people_asked_are_asked_about(app, lead, page, running):
    add_cards(app, running, green=3, red=3)
    page = describe(lead, page, "card", asked="3")

    assert "more answers than people asked: is that number right?" in page.text


def test_the_links_can_be_copied_and_shared_as_a_qr_code(app, lead, page, running):
    links = [text(area) for area in page.all("textarea")]
    assert links == [f"http://127.0.0.1:5000/c/{running}", f"http://127.0.0.1:5000/c/{running}/card"]

    for image in page.all("img"):
        svg = lead.client.get(image.get("src"))
        assert svg.content_type.startswith("image/svg+xml")
        tree = ElementTree.fromstring(svg.data)
        assert not any("style" in each.attrib for each in tree.iter())
        assert (
            "attachment" in lead.client.get(image.get("src") + "?download=1").headers["Content-Disposition"]
        )


@pytest.mark.parametrize("which", ["page", "card"])
def test_how_customers_were_asked_is_noted_before_anybody_answered(app, lead, page, running, which):
    after = describe(lead, page, which, **HOW)

    assert "By e-mail, after a contact · September 2026 · 1,000 asked" in after.text
    assert "It is noted" in after.text
    [source] = known(app, running)
    assert source == sources.Source(source.id, which, HOW["how"], HOW["period"], 1000, "", 0)
    assert filled_in(after.form(f"source-{which}-how"))[f"source-{which}-asked"] == "1000"


@pytest.mark.parametrize(
    ("n", "told"),
    [(0, "Fewer than five answers"), (4, "Fewer than five"), (5, "At least 5"), (11, "At least 10 answers")],
)
def test_a_small_number_of_answers_is_not_told(browser, lead, running, n, told):
    for _ in range(n):
        browser.post(f"/c/{running}", {"HEAD-M": "4"})

    assert f"The short page {told}" in lead.get(f"/assessments/{running}/sources").text


def test_research_of_ones_own_is_imported(app, lead, page, running):
    after = send(lead, page, FILE, **HOW)

    assert "research.csv is imported: 5 customers." in after.text
    assert "1,000 asked" in after.text
    [answers] = imports(app, running)
    assert answers.n == 5
    assert answers.items["HEAD-M"].tolist() == [4, 5, 2, 1, 3]
    assert answers.items["HOS-M1"].tolist() == [DONT_KNOW, MISSING, 3, 1, 4]
    [source] = known(app, running)
    assert (source.kind, source.n, source.file_name, source.asked) == ("import", 5, "research.csv", 1000)


def test_the_column_audience_may_stand_there(app, lead, page, running):
    send(lead, page, "audience,HEAD-M\ncustomers,4\n")

    assert [answers.n for answers in imports(app, running)] == [1]


def test_the_empty_file_that_can_be_downloaded_can_be_imported(app, lead, page, running):
    empty = lead.client.get(page.links()["Download an empty file with the columns"])
    assert "attachment" in empty.headers["Content-Disposition"]

    send(lead, page, empty.get_data(as_text=True) + "customers,4\n")

    assert [answers.n for answers in imports(app, running)] == [1]


def test_an_import_is_undone(app, lead, page, running):
    after = send(lead, page, FILE)

    gone = press(lead, after, "Undo")

    assert "research.csv is removed." in gone.text
    assert (known(app, running), imports(app, running)) == ([], [])


def test_a_removed_import_is_put_back_as_it_was(app, lead, page, running):
    send(lead, page, FILE, **HOW)
    before = known(app, running)
    gone = press(lead, lead.get(f"/assessments/{running}/sources"), "Remove research.csv")
    assert known(app, running) == []

    press(lead, gone, "Undo")

    assert known(app, running) == before
    assert [answers.n for answers in imports(app, running)] == [5]


def test_a_double_click_takes_out_or_puts_back_once(app, lead, page, running):
    after = send(lead, page, FILE)
    first, gone = press(lead, after, "Undo"), press(lead, after, "Undo")
    assert (first.status, gone.status) == (200, 200)
    assert known(app, running) == []

    first, back = press(lead, gone, "Undo"), press(lead, gone, "Undo")
    assert (first.status, back.status) == (200, 200)
    assert [answers.n for answers in imports(app, running)] == [5]


def test_closing_destroys_what_was_removed(app, lead, page, running):
    press(lead, send(lead, page, FILE), "Undo")
    with app.test_request_context():
        assert sources.removed(running) is not None
        closing.run(home_of(app), running, lambda *_: None)

        assert sources.removed(running) is None


def test_what_was_removed_is_destroyed_with_the_next_import(app, lead, page, running):
    gone = press(lead, send(lead, page, FILE), "Undo")
    send(lead, gone, FILE, name="second.csv")

    assert press(lead, gone, "Undo").status == 404
    assert [source.file_name for source in known(app, running)] == ["second.csv"]


def test_how_the_customers_of_an_import_were_asked_can_be_changed(app, lead, page, running):
    after = send(lead, page, FILE)
    [source] = known(app, running)

    describe(lead, after, source.id, how="By telephone", asked="5")

    [source] = known(app, running)
    assert (source.how, source.period, source.asked, source.n) == ("By telephone", "", 5, 5)


def test_a_double_click_imports_once(app, lead, page, running):
    for _ in range(2):
        assert "is imported" in send(lead, page, FILE).text

    assert len(known(app, running)) == 1


# Bad input


def test_every_problem_is_told_with_its_row_and_column_and_nothing_is_stored(app, lead, page, running):
    after = send(lead, page, "HEAD-M,EXP-M1,Name\n" + "6,dk,\n" * 500 + "4,x,Anna\n" * 500, how="By post")

    assert after.status == 422
    assert "The file has 1,001 problems, so nothing of it is stored." in after.text
    assert problems(after)[:2] == [
        [
            "1",
            "Name",
            "'Name' is not a column; remove it, or take a name from the empty file with the columns",
        ],
        ["2", "HEAD-M", "6 is not on the scale 1 to 5; write a whole number from 1 to 5, dk, na or nothing"],
    ]
    assert len(problems(after)) == 20
    assert "And 981 more." in after.text
    assert filled_in(after.form("source-new-how"))["source-new-how"] == "By post"
    assert known(app, running) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("HEAD-M\n", "no customer stands in this file", id="only a header"),
        pytest.param("HEAD-M\n=1+3\n", "'=1+3' is a formula; save its value instead", id="a formula"),
        pytest.param("CUS-OPEN\n=HYPERLINK(1)\n", "is a formula; save its value", id="a formula as text"),
        pytest.param("HEAD-M,CUS-OPEN\n4,\u20ac\n".encode("cp1252"), "not UTF-8 but probably", id="Windows"),
        pytest.param("HEAD-M\n4\n".encode("utf-16"), "this is UTF-16, not UTF-8", id="UTF-16"),
        pytest.param(b"PK\x03\x04" + bytes(100), "this is a workbook, not a CSV file", id="a workbook"),
        pytest.param(b"HEAD-M\n\0\n", "a NUL character", id="NUL"),
        pytest.param("audience,HEAD-M\nleaders,4\n", "this row is of leaders", id="another audience"),
        pytest.param("audience,HEAD-M\n,4\n", "no audience; write customers", id="no audience"),
        pytest.param("HOS-1\n4\n", "stands in a column for leaders only", id="a topic"),
        pytest.param('HEAD-M\n"4\n', "is not closed", id="an open quote"),
        pytest.param("HEAD-M\n4,4\n", "2 cells, but line 1 names 1 column", id="too many cells"),
    ],
)
def test_a_file_that_cannot_be_used(app, lead, page, running, content, told):
    after = send(lead, page, content)

    assert after.status == 422
    assert told in problems(after)[0][2]
    assert known(app, running) == []


def test_no_file_was_chosen(app, lead, page, running):
    after = lead.submit(page, {"source-new-how": "By post"}, "source-new-file")

    assert after.status == 422
    assert "Choose a file." in after.text


@pytest.mark.parametrize("asked", ["0", "-5", "many", "1.5", "9" * 5000, "10000000000"])
@pytest.mark.parametrize("which", ["page", "new"])
def test_how_many_were_asked_is_a_number(app, lead, page, running, asked, which):
    after = (
        send(lead, page, FILE, asked=asked) if which == "new" else describe(lead, page, which, asked=asked)
    )

    assert after.status == 422
    assert "Write a whole number" in after.text
    assert known(app, running) == []


def test_no_fewer_were_asked_than_stand_in_the_file(app, lead, page, running):
    after = send(lead, page, FILE, asked="4")

    assert "5 customers stand in the file, so at least as many were asked." in after.text
    assert known(app, running) == []


def test_a_name_of_a_file_is_shown_as_text(app, lead, page, running):
    send(lead, page, FILE, name="../../etc/<b>x</b>.csv")

    assert [source.file_name for source in known(app, running)] == ["b>.csv"]


def test_problems_are_told_in_the_readers_language(app, lead, running):
    after = send(lead, lead.get(f"/assessments/{running}/sources?lang=nl"), "HEAD-M\n6\n")

    assert "6 is geen antwoord op de schaal van 1 tot en met 5; schrijf een heel getal" in after.text


# Who may not


def test_who_leads_another_organisation_finds_nothing(app, lead, page, running):
    send(lead, page, FILE)
    [source] = known(app, running)
    add_account(app, "other@example.org", "Otto")
    other = Browser(app)
    sign_in(other, "other@example.org")
    base = f"/assessments/{running}"
    token = {"csrf_token": token_of(other)}

    for address in ("sources", "customers-qr.svg", "card-qr.svg", "customers-template.csv"):
        assert other.get(f"{base}/{address}").status == 404
    for address in ("sources/page", f"sources/{source.id}", "imports", f"imports/{source.id}/remove"):
        assert other.post(f"{base}/{address}", token).status == 404
    assert known(app, running) == [source]


def token_of(browser):
    return filled_in(browser.get("/password").form("csrf_token"))["csrf_token"]


def test_an_import_of_another_assessment_cannot_be_touched(app, lead, page, running):
    send(lead, page, FILE)
    [source] = known(app, running)
    other = an_assessment(app)
    token = {"csrf_token": token_of(lead)}

    for address in (f"sources/{source.id}", f"imports/{source.id}/remove", f"imports/{source.id}/put-back"):
        assert lead.post(f"/assessments/{other}/{address}", token).status == 404
    assert known(app, running) == [source]


def test_an_import_needs_the_token_of_our_own_form(app, lead, running):
    page = lead.post(
        f"/assessments/{running}/imports", {"source-new-file": (io.BytesIO(FILE.encode()), "x.csv")}
    )

    assert page.status == 400
    assert known(app, running) == []


@pytest.mark.parametrize("state", ["closing", "closed"])
def test_nothing_changes_after_closing(app, lead, page, running, state):
    after = send(lead, page, FILE)
    before = known(app, running)
    move(app, running, state)

    assert send(lead, page, FILE).status == 409
    assert describe(lead, page, "page", how="By post").status == 409
    assert press(lead, after, "Undo").status == 409
    assert known(app, running) == before
    assert lead.get(f"/assessments/{running}/sources").all("form") == []


def test_customers_who_are_not_asked_have_no_sources(app, lead):
    id = an_assessment(app, audiences=(LEADERS, EMPLOYEES))

    assert lead.get(f"/assessments/{id}/sources").h1 == "Customers are not asked"


# Limits


def test_a_file_of_ten_megabytes_is_read(app, lead, page, running):
    send(lead, page, "HEAD-M,CUS-OPEN\n" + f"4,{'x' * 1980}\n" * 5_000)

    assert [answers.n for answers in imports(app, running)] == [5_000]


def test_a_file_of_more_than_twenty_megabytes_is_refused(app, lead, running):
    page = lead.post(
        f"/assessments/{running}/imports", b"x" * 20_200_000, content_type="multipart/form-data; boundary=b"
    )

    assert page.status == 413
    assert known(app, running) == []


def test_other_pages_take_no_more_than_before(lead, page):
    assert describe(lead, page, "page", how="x" * 2_000_000).status == 413
