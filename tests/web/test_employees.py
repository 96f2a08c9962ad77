"""An employee answers: once, sealed, without leaving a trace, and without losing an answer to an error."""

import gzip
import logging
import sqlite3
import tempfile

import pytest

from assess.ballots import box, boxes, keys, receipts
from assess.ballots.box import held
from assess.ballots.opening import opened
from assess.ballots.paper import paper
from assess.core.attributes import Attribute
from assess.core.smallest import SmallestGroup
from assess.store import assessments, organisations, writing
from assess.web import ballot_example, ballot_pages, employees
from tests.web.browser import Browser, text
from tests.web.building import home_of
from tests.web.employing import LINK, TYPED, an_open_box, cast, found, some_codes, typed_code

ROW = {"HOS-M1": "4", "HOS-E1": "dk", "team": "Customer service"}


@pytest.fixture
def id(app):
    return an_open_box(app)


@pytest.fixture
def code(app, id):
    """What a link ends with."""
    [made] = some_codes(app, id, 1)
    return made


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(boxes, "PATIENCE", 0.05)


@pytest.fixture(autouse=True)
def no_pages_kept():
    ballot_pages._kept.clear()


def send(browser, id, **values):
    """Fills in the page and sends it."""
    page = browser.get(f"/e/{id}")
    return browser.submit(page, ROW | {name.replace("_", ":"): value for name, value in values.items()})


def ballots(app, id):
    """What lies in the box, opened."""
    assessment = found(app, id)
    with app.test_request_context(), held(home_of(app), id) as full:
        asked = paper(assessment)
        return opened(full, keys.opener(home_of(app), id), asked, lambda *_: None).rows


def written(app, id):
    """The comments in the box."""
    assessment = found(app, id)
    with app.test_request_context(), held(home_of(app), id) as full:
        opener = keys.opener(home_of(app), id)
        return opened(full, opener, paper(assessment), lambda *_: None).comments["CUS-OPEN"]


def plain(app, id, row):
    assessment = found(app, id)
    with app.test_request_context():
        asked = paper(assessment)
        return asked.apart(asked.plain(row, receipts.new()))[0]


def chosen(page):
    return {f.get("name"): f.get("value") for f in page.all("input") if f.get("checked") is not None}


# It works


def test_with_the_code_of_a_link_a_ballot_is_stored(app, browser, id, code):
    page = send(browser, id, code_link=code)

    assert page.h1 == "Thank you"
    assert ballots(app, id) == [plain(app, id, ROW)]


def test_with_a_typed_code_it_works_without_a_script(app, browser, id):
    page = send(browser, id, code_typed=typed_code(app, id).lower())

    assert page.h1 == "Thank you"
    assert ballots(app, id) == [plain(app, id, ROW)]


def test_the_code_of_a_link_may_be_typed_instead(app, browser, id):
    typed = typed_code(app, id)
    send(browser, id, code_typed=typed)
    again = send(browser, id, code_typed=typed)

    assert again.status == 409


def test_the_promise_follows_the_facts(app, browser, id):
    browser.get(f"/e/{id}")
    with app.test_request_context(), writing():
        organisations.rename(found(app, id).organisation_id, "Zonzicht")

    assert "Zonzicht" in browser.get(f"/e/{id}").text


def test_what_is_shown_as_stored_is_a_ballot_as_the_box_has_it(app, browser, id, code):
    send(browser, id, code_link=code)
    connection = sqlite3.connect(boxes.file_of(home_of(app), id))
    [(blob,)] = connection.execute("SELECT blob FROM sealed").fetchall()
    connection.close()
    page = browser.get(f"/e/{id}")
    shown, more = text(page.all("pre")[1]).split("…")

    assert len(bytes.fromhex(shown)) + int(more.split()[0].replace(",", "")) == len(blob)
    assert f"It has {len(blob):,} bytes" in page.text


def test_what_is_shown_as_opened_was_sealed_before(app, id, monkeypatch):
    sealed = []
    real = ballot_example.sealing.seal
    monkeypatch.setattr(
        ballot_example.sealing, "seal", lambda *given: sealed.append(given[2]) or real(*given)
    )
    page = Browser(app).get(f"/e/{id}")
    asked = paper(found(app, id))
    _, receipt, [comment] = asked.apart(sealed[-1])
    _, _, answers, shown_receipt, written = map(text, page.all("pre"))

    assert shown_receipt == receipts.said(receipt)
    assert written == f"What should we do differently tomorrow? {comment}"
    assert answers.startswith("team Billing")


def test_the_statements_come_a_few_at_a_time(app, browser, id):
    page = browser.get(f"/e/{id}")
    screens = [
        len(part.findall(".//fieldset")) for part in page.all("section") if part.get("id")[:5] == "part-"
    ]
    with app.test_request_context():
        asked = paper(assessments.find(id))

    assert sum(screens) == len(asked.names)
    assert 2 <= min(screens) <= max(screens) <= 3
    assert [p.get("max") for p in page.all("progress")] == [str(len(screens))] * (len(screens) + 1)


def test_every_button_before_the_last_part_only_goes_on(browser, id):
    page = browser.get(f"/e/{id}")

    assert [text(button) for button in page.all("button")] == ["Send"]
    targets = {a.get("href")[1:] for a in page.all("a") if a.get("href").startswith("#")}
    assert targets <= {element.get("id") for element in page.tree.iter() if element.get("id")}


def test_not_to_say_ones_team_is_a_choice(app, browser, id, code):
    send(browser, id, code_link=code, team="")

    assert ballots(app, id) == [plain(app, id, {**ROW, "team": ""})]


def test_dutch_is_complete(app, id):
    page = Browser(app, "nl").get(f"/e/{id}")

    assert page.tree.get("lang") == "nl"
    assert page.links()["English"] == f"/e/{id}?lang=en"


def test_an_assessment_in_one_language_is_shown_in_that(app):
    id = an_open_box(app, languages=("nl",))

    assert Browser(app, "en").get(f"/e/{id}").tree.get("lang") == "nl"


def test_the_bytes_of_a_page_are_made_once(app, id, monkeypatch):
    made = []
    real = ballot_pages.render_template
    monkeypatch.setattr(
        ballot_pages, "render_template", lambda *a, **more: made.append(a) or real(*a, **more)
    )
    for language in ("en", "nl", "en", "nl"):
        Browser(app, language).get(f"/e/{id}")

    assert len(made) == 2


def test_who_reads_first_leaves_nothing_in_the_page_of_others(app, browser, lead, id):
    lead.get(f"/e/{id}?utm=canary-utm")
    page = browser.get(f"/e/{id}")

    assert "canary-utm" not in page.html
    assert "Lea de Lead" not in page.html


def test_a_browser_that_can_gets_the_page_compressed(app, browser, id):
    whole = browser.get(f"/e/{id}")
    packed = app.test_client().get(f"/e/{id}", headers={"Accept-Encoding": "gzip, br"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data).decode() == whole.html
    assert len(packed.data) < 20_000


# Nothing is left behind


def test_no_cookie_is_set_and_nothing_may_be_kept(app, browser, id, code):
    client = app.test_client()
    answers = [
        client.get(f"/e/{id}"),
        client.post(f"/e/{id}", data=ROW),
        client.post(f"/e/{id}", data=ROW | {LINK: code}),
        client.get(f"/e/{id}/thanks"),
    ]

    for answer in answers:
        assert "Set-Cookie" not in answer.headers
        assert "ETag" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_last_page_is_the_same_for_everybody(app, browser, id, code):
    sent = send(browser, id, code_link=code)

    assert sent.html == browser.get(f"/e/{id}/thanks?lang=en").html
    assert "HOS-M1" not in sent.html
    assert code not in sent.html
    others = {"Skip to the content", "Nederlands", "Where the list of receipts will be"}
    assert sent.links().keys() <= others


def test_nothing_of_who_answers_is_stored_or_logged(app, id, code, caplog):
    caplog.set_level(logging.DEBUG)
    headers = {"User-Agent": "canary-agent", "Accept-Language": "nl", "X-Forwarded-For": "203.0.113.77"}
    client = app.test_client()
    sent = {"data": ROW | {LINK: code}, "headers": headers, "environ_base": {"REMOTE_ADDR": "203.0.113.78"}}
    assert client.post(f"/e/{id}", **sent).status_code == 303
    kept = b"".join(path.read_bytes() for path in home_of(app).rglob("*") if path.is_file())

    for canary in ("canary-agent", "203.0.113.7", code):
        assert canary.encode() not in kept
        assert canary not in caplog.text


def test_an_error_tells_no_answer_to_the_log(app, id, code, caplog, monkeypatch):
    def fails(*_):
        raise RuntimeError("canary " + str(ROW))

    monkeypatch.setattr(employees, "seal", fails)
    sent = ROW | {LINK: code, "CUS-OPEN": "canary"}
    answer = app.test_client().post(f"/e/{id}", data=sent)

    assert answer.status_code == 500
    assert "RuntimeError at" in caplog.text
    assert "canary" not in caplog.text


# Bad input


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param({TYPED: "ABCD-EFGH-JKMN-PQRS"}, id="unknown"),
        pytest.param({TYPED: "hello"}, id="no code"),
        pytest.param({TYPED: ""}, id="nothing typed"),
        pytest.param({LINK: "x" * 22}, id="unknown link"),
    ],
)
def test_a_wrong_code_stores_nothing_and_keeps_the_answers(app, browser, id, sent):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | sent)

    assert page.status == 409
    assert "This code is not known, or was used already." in page.text
    assert chosen(page) == ROW
    assert ballots(app, id) == []


def test_after_a_wrong_code_the_right_one_can_be_typed(app, browser, id):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: "x" * 22})
    page = browser.submit(page, {TYPED: typed_code(app, id)})

    assert page.h1 == "Thank you"
    assert ballots(app, id) == [plain(app, id, ROW)]


def test_a_double_click_stores_once_and_says_what_is_safe(app, browser, id, code):
    send(browser, id, code_link=code)
    again = send(browser, id, code_link=code)

    assert again.status == 409
    assert "If you pressed Send twice, or sent before, your answers are stored" in again.text
    assert "a receipt that got lost on the way cannot be shown again" in again.text
    assert len(ballots(app, id)) == 1


def test_a_ballot_without_an_answer_takes_no_code(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), {LINK: code, "team": "Legal"})

    assert page.status == 422
    assert "There is no answer yet." in page.text
    assert send(browser, id, code_link=code).h1 == "Thank you"


@pytest.mark.parametrize("wrong", [{"HOS-M1": "9"}, {"team": "Board"}], ids=str)
def test_an_answer_that_was_not_to_choose_from_stores_nothing(app, browser, id, code, wrong):
    answer = browser.post(f"/e/{id}", ROW | {LINK: code} | wrong)

    assert answer.status == 400
    assert ballots(app, id) == []


# In one's own words


def test_what_one_writes_and_tells_of_oneself_is_in_the_ballot(app, browser):
    id = an_open_box(app, attributes=[Attribute("Years here", ("Up to two", "Longer"))])
    [code] = some_codes(app, id, 1)
    page = browser.get(f"/e/{id}")
    row = ROW | {"CUS-OPEN": "Call back.\r\nSooner. ", "attribute-1": "Longer"}

    assert [text(legend) for legend in page.all("legend")][-1] == "Years here"
    assert browser.submit(page, row | {LINK: code}).h1 == "Thank you"
    assert ballots(app, id) == [plain(app, id, row)]
    assert written(app, id) == ["Call back.\nSooner."]


def test_a_comment_alone_is_an_answer(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), {LINK: code, "CUS-OPEN": "Call customers back."})

    assert page.h1 == "Thank you"
    assert written(app, id) == ["Call customers back."]


def test_before_writing_one_reads_when_it_is_shown_and_what_can_give_one_away(app, browser):
    page = browser.get(f"/e/{an_open_box(app, smallest=SmallestGroup(3, 12))}")

    assert "only if 12 people or more answered; else it is destroyed unread" in page.text
    assert "How you say it can give you away" in page.text
    assert [each.get("maxlength") for each in page.all("textarea")] == ["500"]


TELLING = "Deirdre never calls back.\nMy manager knows."


def test_what_may_give_somebody_away_is_pointed_out_and_nothing_is_stored(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": "Ask Deirdre. " + TELLING})

    assert page.status == 422
    assert "“Deirdre” looks like a name." in page.text
    assert "“My manager” may tell who wrote this." in page.text
    assert chosen(page) == ROW
    assert "Ask Deirdre. " + TELLING in page.all("textarea")[0].text
    assert [text(button) for button in page.all("button")] == ["Send it like this"]
    assert ballots(app, id) == []


def test_sent_once_more_the_same_text_is_stored(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": TELLING})

    assert browser.submit(page).h1 == "Thank you"
    assert written(app, id) == [TELLING]


def test_another_text_is_looked_at_again(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": TELLING})
    page = browser.submit(page, {"CUS-OPEN": "Bel mij op 06-12345678."})

    assert page.status == 422
    assert "“06-12345678” is an address or number" in page.text
    assert browser.submit(page, {"CUS-OPEN": "Call customers back."}).h1 == "Thank you"
    assert written(app, id) == ["Call customers back."]


def test_a_wrong_code_does_not_point_out_again_what_was_read(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: "x" * 22, "CUS-OPEN": TELLING})
    page = browser.submit(page)
    assert page.status == 409

    assert browser.submit(page, {LINK: code}).h1 == "Thank you"


def test_a_comment_that_is_too_long_comes_back_whole(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": "x" * 501})

    assert page.status == 422
    assert "This takes 500 characters at most." in page.text
    assert page.all("textarea")[0].text.strip() == "x" * 501
    assert ballots(app, id) == []


def test_the_longest_comment_in_any_script_fits(app, browser, id, code):
    page = browser.submit(browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": "\U0001f600" * 500})

    assert page.h1 == "Thank you"
    assert written(app, id) == ["\U0001f600" * 500]


def test_characters_that_cannot_be_seen_are_left_out(app, browser, id, code):
    browser.post(f"/e/{id}", ROW | {LINK: code, "CUS-OPEN": "a\0b\u202ec\u00a0d\te"})

    assert written(app, id) == ["abc d e"]


def test_what_one_writes_is_html_to_nobody(app, browser, id, code):
    page = browser.submit(
        browser.get(f"/e/{id}"), ROW | {LINK: code, "CUS-OPEN": "</textarea><b>Ask Deirdre</b>"}
    )

    assert page.all("b") == []
    assert "</textarea><b>Ask Deirdre</b>" in page.all("textarea")[0].text


@pytest.mark.parametrize(
    "more", [{}, {LINK: "x" * 22}, {"CUS-OPEN": "Ask Canaryman"}, {"CUS-OPEN": "x" * 501}]
)
def test_of_a_comment_nothing_lies_anywhere_before_it_is_sealed(
    app, browser, id, caplog, tmp_path, monkeypatch, more
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    browser.post(f"/e/{id}", ROW | {"CUS-OPEN": "canary"} | more)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert b"canary" not in kept.lower()
    assert "canary" not in caplog.text.lower()


def test_too_much_is_refused(app, browser, id, code):
    assert browser.post(f"/e/{id}", ROW | {LINK: code, "x": "y" * 10_000_000}).status == 413
    assert browser.post(f"/e/{id}", ROW | {LINK: code, "x": "y" * 70_000}).status == 413
    assert browser.post(f"/e/{id}", {str(n): "1" for n in range(10_000)} | {LINK: code}).status == 413
    assert ballots(app, id) == []


def test_another_kind_of_form_stores_nothing(app, browser, id, code):
    answer = browser.post(f"/e/{id}", ROW | {LINK: code}, content_type="multipart/form-data")

    assert answer.status == 422
    assert ballots(app, id) == []


def test_while_the_box_is_locked_nothing_is_stored_or_lost(app, browser, id, code, impatient):
    page = browser.get(f"/e/{id}")
    other = sqlite3.connect(boxes.file_of(home_of(app), id), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    busy = browser.submit(page, ROW | {LINK: code})
    other.execute("ROLLBACK")
    other.close()

    assert busy.status == 503
    assert "cannot be stored just now" in busy.text
    assert chosen(busy) == ROW
    assert browser.submit(busy).h1 == "Thank you"
    assert ballots(app, id) == [plain(app, id, ROW)]


# Who may not, and when


def test_a_page_elsewhere_cannot_send(app, browser, id, code):
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert browser.post(f"/e/{id}", ROW | {LINK: code}, headers=headers).status == 403
    assert ballots(app, id) == []


@pytest.mark.parametrize(
    "setup", [{"state": "draft"}, {"audiences": ("leaders",)}], ids=["draft", "employees are not asked"]
)
def test_there_is_no_page_where_employees_are_not_asked(app, browser, setup):
    id = an_open_box(app, **setup)

    assert browser.get(f"/e/{id}").status == 404
    assert browser.post(f"/e/{id}", ROW).status == 404
    assert browser.get("/e/unknown").status == 404
    assert browser.get("/e/unknown/thanks").status == 404


@pytest.mark.parametrize("state", ["closing", "closed"])
def test_once_closed_nothing_can_be_answered(app, browser, id, code, state):
    browser.get(f"/e/{id}")
    with app.test_request_context(), writing():
        assessments.move(id, ["open"], state)

    assert browser.get(f"/e/{id}").status == 410
    assert browser.post(f"/e/{id}", ROW | {LINK: code}).status == 410
    assert ballots(app, id) == []
    assert browser.get(f"/e/{id}/thanks").status == 200


def test_a_ballot_that_was_on_its_way_when_it_closed_is_told_so(app, browser, id, code, monkeypatch):
    page = browser.get(f"/e/{id}")
    monkeypatch.setattr(employees, "_open", lambda _: False)

    assert browser.submit(page, ROW | {LINK: code}).status == 410
    assert ballots(app, id) == []


def test_a_code_of_another_assessment_is_not_known(app, browser, id):
    other = an_open_box(app)
    [code] = some_codes(app, other, 1)

    assert send(browser, id, code_link=code).status == 409


def test_a_preview_can_send_nothing(app, lead, id):
    page = lead.get(f"/assessments/{id}/preview/employees")

    assert "Here nothing can be sent" in page.text
    assert page.all("form") == []
    assert page.all("button") == []
    assert page.all("script") == []


def test_nobody_hears_how_many_of_few_answered(app, id):
    cast(app, id, [ROW] * 4)

    assert boxes.count(home_of(app), id) == 4
    assert box.told_count(home_of(app), id) is None
