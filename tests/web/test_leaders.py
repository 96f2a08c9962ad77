"""What a leader sees and sends: every rule of the pages behind a personal link."""

import json

import pytest

from assess.core.questionnaire import CUSTOMERS, EMPLOYEES, LEADERS
from assess.store import assessments, leader_answers, leaders
from assess.web import leaders as leaders_pages
from tests.web import leading
from tests.web.browser import Browser, filled_in, text
from tests.web.product import product

CHECKED = "input[@checked]"


@pytest.fixture
def assessment_id(app):
    return leading.an_assessment(app)


@pytest.fixture
def leader_id(app, assessment_id):
    return leading.a_leader(app, assessment_id)


@pytest.fixture
def link(app, leader_id):
    return leading.link(app, leader_id)


def stored(app, leader_id):
    with app.test_request_context():
        return {name: dict(part.answers) for name, part in leader_answers.sections(leader_id).items()}


def chosen(page):
    return {field.get("name"): field.get("value") for field in page.all(CHECKED)}


def version(page):
    return filled_in(page.form("page:version"))["page:version"]


class TestItWorks:
    def test_the_first_page_says_who_asks_what_and_until_when(self, browser, link):
        page = browser.get(link)

        assert page.h1 == "Welcome, Anna Smit"
        for told in ("Autumn 2026", "40 topics, 13 statements and 2 guesses", "30 minutes", "2 October 2026"):
            assert told in page.text
        assert page.links()["Start"] == f"{link}/experience"

    def test_the_descriptions_are_the_choices_and_have_no_numbers(self, browser, link):
        page = browser.get(f"{link}/hostmanship")

        [topic] = [group for group in page.all("fieldset") if group.get("id") == "HOS-1"]
        choices = [text(label) for label in topic.iter("label")][:7]
        assert choices[0] == "People do what the procedure says."
        assert choices[5:] == ["I do not know", "Does not apply to us"]

    def test_going_on_keeps_what_was_answered(self, app, browser, link, leader_id):
        sent = {"HOS-1": "3", "HOS-1:evidence": "heard", "HOS-1:example": "Two\r\nlines", "HOS-M1": "dk"}

        page = browser.submit(browser.get(f"{link}/hostmanship"), sent)

        assert page.address == f"{link}/values"
        assert stored(app, leader_id)["hostmanship"] == sent | {"HOS-1:example": "Two\nlines"}
        again = browser.get(f"{link}/hostmanship")
        assert chosen(again) == {"HOS-1": "3", "HOS-1:evidence": "heard", "HOS-M1": "dk"}
        assert "Saved at" in again.text

    @pytest.mark.parametrize(
        ("to", "there"),
        [("-1", "simplicity"), ("hostmanship", "hostmanship"), ("value", "value"), ("elsewhere", "values")],
        ids=["back", "save", "a part", "unknown"],
    )
    def test_every_button_saves_before_it_goes(self, app, browser, link, leader_id, to, there):
        page = browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-2": "na", "page:to": to})

        assert page.address == f"{link}/{there}"
        assert stored(app, leader_id)["hostmanship"] == {"HOS-2": "na"}

    def test_dont_know_and_not_applicable_count_as_answered(self, browser, link):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "dk", "HOS-2": "na", "HOS-3": "1"})

        page = browser.get(link)

        assert "3 of 55 answered" in page.text
        assert page.links()["Go on"] == f"{link}/experience"

    def test_a_guess_may_have_its_sign(self, app, browser, link, leader_id):
        browser.submit(
            browser.get(f"{link}/guesses"), {"guess-employees": " 070 % ", "guess-customers": "100"}
        )

        assert stored(app, leader_id)["guesses"] == {"guess-employees": "70", "guess-customers": "100"}

    def test_the_last_look_tells_what_is_open(self, browser, link):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "2", "HOS-1:evidence": "measured"})

        page = browser.get(f"{link}/review")

        assert "Some friendly people do more than they are asked" in page.text
        assert "we measured it" in page.text
        assert f"{link}/hostmanship#HOS-2" in page.links().values()
        assert "1 of 55 answered" in page.text

    def test_sending_in_locks(self, app, browser, link, assessment_id):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "2"})
        browser.submit(browser.get(f"{link}/guesses"), {"guess-customers": "60"})

        page = browser.submit(browser.get(f"{link}/review"))

        assert page.h1 == "Thank you, Anna Smit"
        assert not browser.get(f"{link}/review").all("form")
        locked = browser.get(f"{link}/hostmanship")
        assert not locked.all("form")
        assert chosen(locked) == {"HOS-1": "2"}
        with app.test_request_context():
            assert list(map(dict, leader_answers.rows(assessment_id))) == [
                {"HOS-1": "2", "guess-customers": "60"}
            ]

    def test_the_language_goes_along(self, browser, link):
        [begin] = [to for to in browser.get(f"{link}?lang=nl").links().values() if "/experience" in to]
        page = browser.get(begin)

        assert page.tree.get("lang") == "nl"
        page = browser.submit(page, {"CX-1": "1"})
        assert page.address == f"{link}/value?lang=nl"
        assert page.h1 == "Klantwaarde"

    def test_answers_outlive_the_server(self, app, browser, link):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "4"})

        restarted = product(app.extensions["settings"].home)

        assert chosen(Browser(restarted).get(f"{link}/hostmanship")) == {"HOS-1": "4"}

    def test_a_script_saves_as_the_leader_goes(self, app, browser, link, leader_id):
        filled = filled_in(browser.get(f"{link}/hostmanship").form()) | {"HOS-1": "4"}

        answer = browser.client.post(f"{link}/hostmanship", data=filled, headers={"X-Saves-By-Itself": "1"})

        told = json.loads(answer.text)
        assert told == {"version": 1, "answered": 1, "here": "1 of 8", "told": "1 of 55 answered"}
        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "4"}

    @pytest.mark.parametrize(
        ("audiences", "asked"),
        [
            ((LEADERS,), []),
            ((LEADERS, EMPLOYEES), ["guess-employees"]),
            ((LEADERS, CUSTOMERS), ["guess-customers"]),
        ],
        ids=["nobody", "employees", "customers"],
    )
    def test_guesses_are_about_who_is_asked(self, app, browser, audiences, asked):
        link = leading.link(app, leading.a_leader(app, leading.an_assessment(app, audiences=audiences)))

        fields = filled_in(browser.get(f"{link}/guesses").form())

        assert [name for name in fields if name.startswith("guess-")] == asked

    def test_a_part_in_which_all_is_answered_says_so(self, browser, link):
        page = browser.get(f"{link}/hostmanship")
        names = {field.get("name") for field in page.all("input[@type='radio']")}

        browser.submit(page, {name: "1" for name in names if ":" not in name})

        assert "8 of 8" in browser.get(f"{link}/values").text


class TestTwoWindows:
    @pytest.fixture
    def conflict(self, browser, link):
        """An answer from a page that was read before another window changed it."""
        first, second = browser.get(f"{link}/hostmanship"), browser.get(f"{link}/hostmanship")
        browser.submit(first, {"HOS-1": "1", "HOS-2": "5", "HOS-4": "2"})
        return browser.submit(second, {"HOS-1": "3", "HOS-3": "na", "HOS-4": "2", "HOS-1:example": "Mine"})

    def test_nothing_is_overwritten_and_both_are_shown(self, app, conflict, leader_id):
        assert conflict.status == 409
        assert conflict.h1 == "Hostmanship was changed twice"
        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "1", "HOS-2": "5", "HOS-4": "2"}
        for told in ("People do what the procedure says.", "There are agreements on how", "Mine"):
            assert told in conflict.text

    def test_an_answer_is_proposed_before_none(self, app, browser, conflict, leader_id):
        page = browser.submit(conflict)

        assert page.status == 200
        both = {"HOS-1": "3", "HOS-2": "5", "HOS-3": "na", "HOS-4": "2", "HOS-1:example": "Mine"}
        assert stored(app, leader_id)["hostmanship"] == both

    def test_the_leader_chooses_answer_by_answer(self, app, browser, conflict, leader_id):
        browser.submit(conflict, {"HOS-1": "1", "HOS-2": "", "HOS-1:example": ""})

        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "1", "HOS-3": "na", "HOS-4": "2"}

    def test_all_that_was_sent_can_be_kept(self, app, browser, conflict, leader_id):
        browser.post(conflict.form().get("action"), filled_in(conflict.all("form")[1]))

        sent = {"HOS-1": "3", "HOS-3": "na", "HOS-4": "2", "HOS-1:example": "Mine"}
        assert stored(app, leader_id)["hostmanship"] == sent

    def test_a_third_change_in_the_meantime_is_shown_again(self, browser, link, conflict):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "4"})

        assert browser.submit(conflict).status == 409

    def test_the_same_twice_is_no_change(self, app, browser, link, leader_id):
        page = browser.get(f"{link}/hostmanship")

        pages = [browser.submit(page, {"HOS-1": "3"}) for _ in range(2)]

        assert [page.status for page in pages] == [200, 200]
        assert version(browser.get(f"{link}/hostmanship")) == "1"

    def test_two_parts_do_not_stand_in_each_others_way(self, browser, link):
        first, second = browser.get(f"{link}/hostmanship"), browser.get(f"{link}/values")

        assert browser.submit(first, {"HOS-1": "1"}).status == 200
        assert browser.submit(second, {"VAL-1": "1"}).status == 200


class TestBadInput:
    @pytest.mark.parametrize(
        ("part", "name", "value", "problem"),
        [
            ("hostmanship", "HOS-1", "6", "This is none of the choices"),
            ("hostmanship", "HOS-1", "<b>", "This is none of the choices"),
            ("hostmanship", "HOS-M1", "0", "This is none of the choices"),
            ("hostmanship", "HOS-1:evidence", "sworn", "This is none of the choices"),
            ("hostmanship", "HOS-1:example", "x" * 2_001, "This takes 2,000 characters at most"),
            ("guesses", "guess-customers", "101", "from 0 to 100"),
            ("guesses", "guess-customers", "62.5", "from 0 to 100"),
            ("guesses", "guess-customers", "-1", "from 0 to 100"),
            ("guesses", "guess-customers", "many", "from 0 to 100"),
            ("guesses", "guess-customers", "٤٢", "from 0 to 100"),
            ("guesses", "guess-customers", "9" * 5_000, "from 0 to 100"),
        ],
    )
    def test_the_problem_stands_at_its_field_and_all_typed_is_kept(
        self, app, browser, link, leader_id, part, name, value, problem
    ):
        other = {"hostmanship": {"HOS-2:example": "Typed\nhere"}, "guesses": {"guess-employees": "55"}}[part]

        page = browser.submit(browser.get(f"{link}/{part}"), other | {name: value})

        assert page.status == 422
        [told] = page.all("p[@class='problem']")
        assert problem in text(told)
        assert any(told.get("id") == field.get("aria-describedby") for field in page.tree.iter())
        assert filled_in(page.form()).items() >= other.items()
        assert stored(app, leader_id) == {}

    def test_what_no_page_asks_is_left_out(self, app, browser, link, leader_id):
        sent = {"HOS-1": "1", "VAL-1": "2", "name": "Somebody", "leader_id": "else"}

        browser.submit(browser.get(f"{link}/hostmanship"), sent)

        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "1"}

    @pytest.mark.parametrize("version", ["", "x", "-5", "9" * 5_000, None])
    def test_a_version_that_is_none_of_ours_overwrites_nothing(self, app, browser, link, leader_id, version):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "1"})

        page = browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "2", "page:version": version})

        assert page.status == 409
        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "1"}

    def test_nothing_answered_cannot_be_sent_in(self, app, browser, link, leader_id):
        page = browser.post(f"{link}/review")

        assert page.status == 422
        assert "Nothing is answered yet" in page.text

    def test_answers_show_as_they_were_typed(self, browser, link):
        typed = '</textarea><script>alert(1)</script> & "quotes" {{ 7 * 7 }}'

        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "1", "HOS-1:example": typed})

        assert filled_in(browser.get(f"{link}/hostmanship").form())["HOS-1:example"] == typed
        assert typed in browser.get(f"{link}/review").text


class TestSentIn:
    @pytest.fixture
    def before(self, browser, link):
        """Pages that were open when the answers were sent in, in another window."""
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "2"})
        pages = browser.get(f"{link}/hostmanship"), browser.get(f"{link}/review")
        browser.submit(browser.get(f"{link}/review"))
        return pages

    def test_a_later_change_is_refused(self, app, browser, before, leader_id):
        page = browser.submit(before[0], {"HOS-1": "5"})

        assert page.status == 409
        assert page.h1 == "Your answers are sent in, and can no longer be changed"
        assert stored(app, leader_id)["hostmanship"] == {"HOS-1": "2"}

    def test_the_back_button_sends_nothing_in_twice(self, browser, before):
        assert browser.submit(before[1]).status == 409

    def test_a_script_is_refused_too(self, browser, before, link):
        answer = browser.client.post(
            f"{link}/hostmanship", data={"HOS-1": "5"}, headers={"X-Saves-By-Itself": "1"}
        )

        assert answer.status_code == 409


class TestWhoMayNot:
    @pytest.mark.parametrize(
        "token", ["x", "..", "WyJ4Il0.x", "%00", "é", "x" * 3_000], ids=lambda token: token[:8]
    )
    def test_a_link_that_is_not_ours_leads_nowhere(self, browser, link, token):
        assert browser.get(f"/l/{token}").status == 404
        assert browser.post(f"/l/{token}/hostmanship", {}).status == 404

    def test_a_damaged_link_leads_nowhere(self, browser, link):
        assert browser.get(link[:-9] + ("A" if link[-9] != "A" else "B") + link[-8:]).status == 404
        assert browser.get(link[:-2]).status == 404

    @pytest.mark.parametrize(("state", "status"), [("draft", 404), ("closing", 410), ("closed", 410)])
    def test_only_an_open_assessment_is_answered(self, app, browser, state, status):
        link = leading.link(app, leading.a_leader(app, leading.an_assessment(app, state=state)))

        for address in (link, f"{link}/hostmanship", f"{link}/review"):
            assert browser.get(address).status == status
        assert browser.post(f"{link}/hostmanship", {"HOS-1": "1"}).status == status
        assert browser.post(f"{link}/review").status == status

    def test_closing_in_between_stores_nothing(self, app, browser, link, assessment_id, leader_id):
        page = browser.get(f"{link}/hostmanship")
        leading.do(app, assessments.move, assessment_id, ["open"], "closing")

        assert browser.submit(page, {"HOS-1": "1"}).status == 410
        assert stored(app, leader_id) == {}

    def test_who_dropped_out_is_told_so(self, app, browser, link, leader_id, assessment_id):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "1"})
        browser.submit(browser.get(f"{link}/review"))
        leading.do(app, leaders.drop, leader_id)

        page = browser.get(link)

        assert page.status == 410
        assert page.h1 == "You take part in this assessment no longer"
        assert browser.post(f"{link}/hostmanship", {"HOS-1": "2"}).status == 410
        with app.test_request_context():
            assert leader_answers.rows(assessment_id) == []

    def test_one_leader_never_sees_another(self, app, browser, link, assessment_id):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1:example": "Between us"})

        other = leading.link(app, leading.a_leader(app, assessment_id, "Bas"))

        assert "Between us" not in browser.get(f"{other}/hostmanship").html

    def test_who_did_not_send_in_is_not_counted(self, app, browser, link, assessment_id):
        browser.submit(browser.get(f"{link}/hostmanship"), {"HOS-1": "1"})

        with app.test_request_context():
            assert leader_answers.rows(assessment_id) == []

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Sec-Fetch-Site": "same-origin"}, 303),
            ({"Sec-Fetch-Site": "none"}, 303),
            ({"Origin": "http://localhost"}, 303),
            ({"Origin": "null"}, 303),
            ({}, 303),
            ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
            ({"Sec-Fetch-Site": "same-site"}, 403),
            ({"Origin": "https://elsewhere.example"}, 403),
        ],
        ids=str,
    )
    def test_a_page_elsewhere_cannot_answer(self, browser, link, headers, status):
        sent = {"HOS-1": "1", "page:version": "0"}

        assert (
            browser.post(f"{link}/hostmanship", sent, headers=headers, follow_redirects=False).status
            == status
        )

    def test_a_leader_gets_no_cookie(self, browser, link):
        browser.submit(browser.get(f"{link}/hostmanship?lang=nl"), {"HOS-1": "1"})

        assert not browser.client._cookies


class TestLimits:
    def test_ten_thousand_fields_are_no_trouble(self, app, browser, link, leader_id):
        sent = {f"field-{n}": "1" for n in range(10_000)} | {"HOS-1": "1", "page:version": "0"}

        assert browser.post(f"{link}/hostmanship", sent).status in (200, 413)
        assert stored(app, leader_id) in ({}, {"hostmanship": {"HOS-1": "1"}})

    def test_ten_megabytes_are_too_much(self, app, browser, link, leader_id):
        page = browser.post(f"{link}/hostmanship", {"HOS-1:example": "x" * 10_000_000})

        assert page.status == 413
        assert page.h1 == "That is more than this page takes"
        assert stored(app, leader_id) == {}


class TestPreview:
    def preview(self, app, assessment_id, query=""):
        address = f"/assessments/{assessment_id}/preview/leaders{query}"
        with app.test_request_context(address):
            return leaders_pages.preview(assessments.find(assessment_id))

    def test_a_draft_is_shown_as_leaders_will_see_it(self, app):
        html = self.preview(app, leading.an_assessment(app, state="draft"))

        assert "Preview: nothing is stored" in html
        assert "Customer experience" in html

    def test_nothing_can_be_sent(self, app, assessment_id):
        html = self.preview(app, assessment_id, "?theme=guesses")

        assert "guess-customers" in html
        assert "<form" not in html
        assert "<button" not in html
