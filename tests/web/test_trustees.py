"""A trustee's passphrase, and nothing else, opens the box; what is lost with it is said before it is set."""

import logging

import pytest

from assess.ballots import keys, trust
from assess.web.links import leader_token
from tests.web import building
from tests.web.browser import Browser
from tests.web.building import home_of
from tests.web.conftest import add_account, sign_in
from tests.web.employing import found
from tests.web.trusting import (
    COR,
    WIM,
    WORDS,
    act,
    appoint,
    in_the_plain,
    links,
    of,
    set_passphrase,
    token,
    with_trustees,
)


def test_what_is_lost_with_a_passphrase_is_said_before_it_is_set(app, lead, unopened, browser):
    appoint(lead, unopened, WIM)
    alone = browser.get(links(lead, unopened)[WIM])
    appoint(lead, unopened, COR)
    together = browser.get(links(lead, unopened)[WIM])

    for page in (alone, together):
        assert page.text.index("A lost passphrase cannot be replaced.") < page.text.index(
            "Set the passphrase"
        )
    assert "You are the only trustee" in alone.text
    assert "With yours lost, Cor can still open it, alone." in together.text


def test_of_a_passphrase_nothing_is_kept_or_logged(app, lead, unopened, caplog):
    caplog.set_level(logging.DEBUG)
    [link] = with_trustees(app, lead, unopened, WIM).values()
    kept = b"".join(path.read_bytes() for path in home_of(app).rglob("*") if path.is_file())

    assert of(app, unopened)[0].ready
    assert b"motregen" not in kept
    assert WORDS[WIM] not in caplog.text
    assert WORDS[WIM] not in Browser(app).get(link).html


@pytest.mark.parametrize(
    ("passphrase", "told"),
    [
        pytest.param("elf tekens", "This is 10 characters long. Use at least 12", id="short"),
        pytest.param(" a  b  c  d  e ", "This is 9 characters long", id="spaces do not make it longer"),
        pytest.param("Voorbeeld energie 2026", "The name of the organisation does not count", id="its name"),
        pytest.param("ababababababab", "the same few characters", id="no words"),
        pytest.param("x" * 1001, "1000 is the most", id="too long"),
        pytest.param("", "Choose a passphrase.", id="nothing"),
    ],
)
def test_a_weak_passphrase_is_told_what_is_wrong(app, lead, unopened, passphrase, told):
    appoint(lead, unopened, WIM)
    page = set_passphrase(app, links(lead, unopened)[WIM], passphrase)

    assert page.status == 422
    assert told in page.text
    assert not of(app, unopened)[0].ready


def test_two_that_differ_are_not_set(app, lead, unopened):
    appoint(lead, unopened, WIM)
    page = set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM], again=WORDS[COR])

    assert "The two passphrases differ." in page.text
    assert not of(app, unopened)[0].ready


def test_a_long_passphrase_is_fine(app, lead, unopened):
    appoint(lead, unopened, WIM)

    assert set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM] * 20).status == 200
    assert of(app, unopened)[0].ready


def test_only_who_knows_the_passphrase_changes_it(app, lead, unopened):
    [link] = with_trustees(app, lead, unopened, WIM).values()
    before = of(app, unopened)
    wrong = set_passphrase(app, link, WORDS[COR], before="not this one at all")
    assert (wrong.status, of(app, unopened)) == (422, before)
    assert "This is not the passphrase that is set." in wrong.text
    set_passphrase(app, link, WORDS[COR], before=WORDS[WIM])

    assert of(app, unopened) != before
    assert "Was that you? If not, somebody else has used your link" in Browser(app).get(link).text


@pytest.mark.parametrize("name", ["Lea de Lead", "lea de  lead", "LEAD@example.org"])
def test_who_sees_the_results_is_no_trustee(app, lead, unopened, name):
    page = appoint(lead, unopened, name)

    assert "has an account here and sees the results, so cannot be the trustee too" in page.text
    assert of(app, unopened) == ()


@pytest.mark.parametrize(
    ("name", "told"), [("", "Write a name."), ("wim", "is there already"), ("x" * 101, "100 is the most")]
)
def test_a_name_that_cannot_be_used_is_told(app, lead, unopened, name, told):
    appoint(lead, unopened, WIM)

    assert told in appoint(lead, unopened, name).text
    assert len(of(app, unopened)) == 1


def test_there_are_two_trustees_at_most(app, lead, unopened):
    for name in (WIM, COR):
        appoint(lead, unopened, name)
    assert [
        f for f in lead.get(f"/assessments/{unopened}/trustees").all("input") if f.get("name") == "name"
    ] == []

    assert (
        lead.post(f"/assessments/{unopened}/trustees", {"name": "Ann", "csrf_token": token(lead)}).status
        == 409
    )
    assert len(of(app, unopened)) == 2


def test_a_trustee_of_a_draft_can_be_taken_out_and_the_link_leads_nowhere(app, lead, unopened, browser):
    [link] = with_trustees(app, lead, unopened, WIM).values()
    act(lead, unopened, f"trustees/{of(app, unopened)[0].id}/remove")

    assert of(app, unopened) == ()
    assert browser.get(link).status == 404


# Opening for answers


def test_it_does_not_open_before_each_trustee_has_set_a_passphrase(app, lead, unopened):
    with_trustees(app, lead, unopened, WIM)
    appoint(lead, unopened, COR)
    page = act(lead, unopened, "open")

    assert found(app, unopened).state == "draft"
    assert "It is not opened. A trustee has not set a passphrase yet: Cor." in page.text
    page = lead.submit(page, containing="without")
    assert found(app, unopened).state == "open"
    assert [each.name for each in of(app, unopened) if each.holds] == [WIM]


def test_without_a_trustee_who_is_ready_the_key_lies_on_the_server(app, lead, unopened):
    appoint(lead, unopened, WIM)
    lead.submit(act(lead, unopened, "open"), containing="without")

    assert found(app, unopened).state == "open"
    assert in_the_plain(app, unopened)
    assert "Whoever runs this server: the key lies on it" in lead.get(f"/assessments/{unopened}").text


def test_who_became_ready_meanwhile_is_not_left_out(app, lead, unopened):
    appoint(lead, unopened, WIM)
    page = act(lead, unopened, "open")
    set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM])
    lead.submit(page, containing="without")

    assert [each.holds for each in of(app, unopened)] == [True]


def test_with_trustees_the_key_never_lies_on_the_disk(app, lead, unopened, sealed):
    [cor, wim] = of(app, unopened)
    lock = trust.Lock(wim.salt, wim.public_key)
    private = trust.unwrap(wim.wrapped, WORDS[WIM], lock, unopened)
    kept = b"".join(path.read_bytes() for path in home_of(app).rglob("*") if path.is_file())

    assert keys.sealing.public_of(private) == found(app, unopened).box_key
    assert private not in kept
    assert not in_the_plain(app, unopened)
    assert cor.holds


def test_opening_again_after_it_was_taken_back_gives_the_box_another_key(app, lead, unopened, sealed):
    first = found(app, unopened).box_key
    act(lead, unopened, "unopen")
    assert not any(each.holds for each in of(app, unopened))
    for trustee in of(app, unopened):
        act(lead, unopened, f"trustees/{trustee.id}/remove")
    act(lead, unopened, "open")

    assert in_the_plain(app, unopened)
    assert found(app, unopened).box_key != first


def test_from_opening_on_no_trustee_comes_goes_or_changes(app, lead, unopened, sealed):
    before = of(app, unopened)
    browser = Browser(app)
    new = {"before": WORDS[WIM], "passphrase": WORDS[COR], "again": WORDS[COR]}

    assert (
        lead.post(f"/assessments/{unopened}/trustees", {"name": "Ann", "csrf_token": token(lead)}).status
        == 409
    )
    assert act(lead, unopened, f"trustees/{before[0].id}/remove").status == 409
    assert browser.post(f"{sealed[WIM]}/passphrase", new).status == 409
    assert of(app, unopened) == before
    assert "It cannot be changed any more." in browser.get(sealed[WIM]).text


# Appointed while people answer already


def test_without_a_trustee_one_may_still_come_and_takes_the_key_off_the_server(app, lead, unopened):
    act(lead, unopened, "open")
    key = found(app, unopened).box_key
    appoint(lead, unopened, WIM)
    page = Browser(app).get(links(lead, unopened)[WIM])
    assert "copies that somebody made before may still exist" in page.text
    assert in_the_plain(app, unopened)
    set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM])

    assert not in_the_plain(app, unopened)
    assert found(app, unopened).box_key == key
    assert of(app, unopened)[0].holds


def test_the_key_leaves_the_server_once_both_are_ready(app, lead, unopened):
    act(lead, unopened, "open")
    for name in (WIM, COR):
        appoint(lead, unopened, name)
    for name, there in ((WIM, True), (COR, False)):
        set_passphrase(app, links(lead, unopened)[name], WORDS[name])
        assert in_the_plain(app, unopened) == there

    assert [each.holds for each in of(app, unopened)] == [True, True]


def test_while_people_answer_only_who_is_not_ready_is_taken_out_and_then_the_other_holds_the_key(
    app, lead, unopened
):
    act(lead, unopened, "open")
    for name in (WIM, COR):
        appoint(lead, unopened, name)
    set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM])
    cor, wim = of(app, unopened)

    assert act(lead, unopened, f"trustees/{wim.id}/remove").status == 409
    act(lead, unopened, f"trustees/{cor.id}/remove")
    assert [each.holds for each in of(app, unopened)] == [True]
    assert not in_the_plain(app, unopened)


# Who may not


def test_who_leads_the_organisation_is_turned_away_from_a_trustees_link(app, lead, unopened):
    appoint(lead, unopened, WIM)
    link = links(lead, unopened)[WIM]
    pages = [lead.get(link), lead.post(f"{link}/passphrase", {}), lead.post(f"{link}/open", {})]

    assert [page.status for page in pages] == [403] * 3
    assert "Send the link to the trustee." in pages[0].text
    add_account(app, "other@example.org", "Otto")
    other = Browser(app)
    sign_in(other, "other@example.org")
    assert other.get(link).status == 200


def test_a_link_for_something_else_is_no_link_of_a_trustee(app, lead, unopened, browser):
    appoint(lead, unopened, WIM)
    [trustee] = of(app, unopened)
    with app.test_request_context():
        other = leader_token(trustee.id)

    for address in (f"/t/{other}", "/t/nothing", f"/l/{links(lead, unopened)[WIM].removeprefix('/t/')}"):
        assert browser.get(address).status == 404


def test_nobody_else_appoints_trustees(app, lead, unopened, browser):
    add_account(app, "other@example.org", "Otto")
    other = Browser(app)
    sign_in(other, "other@example.org")

    assert other.get(f"/assessments/{unopened}/trustees").status == 404
    assert other.post(f"/assessments/{unopened}/trustees", {"csrf_token": token(other)}).status == 404
    assert browser.get(f"/assessments/{unopened}/trustees", follow_redirects=True).h1 == "Sign in"
    assert lead.post(f"/assessments/{unopened}/trustees", {"name": WIM}).status == 400


def test_a_page_elsewhere_sets_no_passphrase(app, lead, unopened, browser):
    appoint(lead, unopened, WIM)
    sent = {"passphrase": WORDS[WIM], "again": WORDS[WIM]}
    page = browser.post(
        f"{links(lead, unopened)[WIM]}/passphrase", sent, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert page.status == 403
    assert not of(app, unopened)[0].ready


def test_where_employees_are_not_asked_there_is_nothing_to_keep(app, lead):
    id = building.an_assessment(app, state="draft", audiences=("leaders",))

    assert lead.get(f"/assessments/{id}/trustees").status == 404
    assert "Who can open the box" not in lead.get(f"/assessments/{id}").text
