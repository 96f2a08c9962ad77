"""Closing an assessment whose key trustees hold: it waits for one of them, and can break off anywhere."""

import pytest

from assess.ballots import boxes, keys
from assess.jobs import closing
from assess.jobs.doing import do_waiting
from assess.jobs.tidying import tidy
from assess.store import assessments, jobs, opened, trustees, writing
from assess.web import box_key
from assess.web import trustees as trustees_pages
from tests.web.browser import Browser
from tests.web.building import believable, home_of
from tests.web.employing import cast, found
from tests.web.test_closing import Killed, remains
from tests.web.trusting import COR, WIM, WORDS, act, appoint, in_the_plain, links, of, set_passphrase, unlock

BALLOTS = 8


@pytest.fixture
def box(app, lead, unopened, sealed):
    """Ballots of an assessment that is closed for answers."""
    cast(app, unopened, believable()["employees"][:BALLOTS])
    act(lead, unopened, "close")
    return unopened


def work(app):
    """What the worker does."""
    do_waiting(home_of(app))
    with app.app_context():
        tidy(home_of(app))


def answered(app, id):
    with app.test_request_context():
        found = opened.answers(id)
        return None if found is None else found.n


@pytest.mark.parametrize("name", [WIM, COR])
def test_each_of_two_trustees_opens_the_box_alone(app, box, sealed, name):
    page = unlock(app, sealed[name], WORDS[name])
    assert "The box is being opened now." in page.text
    work(app)

    assert answered(app, box) == BALLOTS
    assert remains(app) == []
    assert not any(each.holds for each in of(app, box))
    for link in sealed.values():
        assert f"The box was opened with the passphrase of {name}, at " in Browser(app).get(link).text


def test_closing_waits_and_says_for_whom(app, lead, box, sealed, browser):
    page = lead.get(f"/assessments/{box}")
    work(app)

    assert "Waiting for Cor or Wim" in page.text
    assert all(link in page.html for link in sealed.values())
    assert found(app, box).state == "closing"
    assert answered(app, box) is None
    assert browser.get(f"/e/{box}").status == 410
    assert act(lead, box, "close").address == f"/assessments/{box}"


def test_before_closing_a_passphrase_opens_nothing(app, lead, unopened, sealed):
    browser = Browser(app)
    browser.post(f"{sealed[WIM]}/open", {"passphrase": WORDS[WIM]})

    assert not in_the_plain(app, unopened)
    with app.app_context():
        assert jobs.latest(unopened, "close") is None


def test_a_wrong_passphrase_is_refused_and_changes_nothing(app, box, sealed):
    page = unlock(app, sealed[WIM], WORDS[COR])

    assert page.status == 422
    assert "This passphrase does not open the box. Nothing was changed." in page.text
    assert WORDS[COR] not in page.html
    assert not in_the_plain(app, box)
    with app.app_context():
        assert jobs.latest(box, "close") is None


def test_whoever_guesses_has_to_wait(app, box, sealed, monkeypatch):
    monkeypatch.setattr("assess.web.patience.AT_ONCE", 2)
    tried = [unlock(app, sealed[WIM], "not this one, either").status for _ in range(3)]

    assert tried == [422, 422, 429]
    assert unlock(app, sealed[COR], WORDS[COR]).status == 200


def test_a_double_click_opens_once(app, box, sealed):
    browser = Browser(app)
    page = browser.get(sealed[WIM])
    for _ in range(2):
        browser.submit(page, {"passphrase": WORDS[WIM]}, containing="passphrase")
    with app.app_context():
        assert len(jobs.waiting()) == 1
    work(app)

    assert answered(app, box) == BALLOTS


def test_a_box_with_another_key_than_was_sealed_is_not_opened(app, box, sealed):
    with app.test_request_context(), writing():
        assessments.set_box_key(box, keys.sealing.new_keys()[1])
    page = unlock(app, sealed[WIM], WORDS[WIM])

    assert page.status == 409
    assert page.h1 == "This box has another key than the one that you hold"
    assert not in_the_plain(app, box)


def test_a_trustee_sees_how_many_codes_were_made(app, lead, box, sealed):
    with app.test_request_context(), writing():
        assessments.count_codes(box, 42)

    assert "42 codes were made so far." in Browser(app).get(sealed[WIM]).text


# It breaks off


STEPS = [
    pytest.param(box_key, "lend", id="before the key is laid down"),
    pytest.param(trustees, "note_opening", id="before it is noted"),
    pytest.param(trustees_pages.stored_jobs, "add", id="before the job is asked for"),
    pytest.param(trustees_pages.jobs, "wake", id="before the worker is woken"),
    pytest.param(keys, "opener", id="before the key is read"),
    pytest.param(closing, "opened", id="before a ballot is opened"),
    pytest.param(trustees, "forget_wrapped", id="before what is sealed is forgotten"),
    pytest.param(closing.box, "destroy", id="before the box is destroyed"),
]


def _open_and_work(app, link):
    unlock(app, link, WORDS[WIM])
    do_waiting(home_of(app))


@pytest.mark.parametrize(("place", "name"), STEPS)
@pytest.mark.parametrize("after", [False, True], ids=["not done", "done"])
def test_wherever_it_breaks_off_the_box_can_be_opened_and_the_key_does_not_stay(
    app,
    lead,
    box,
    sealed,
    monkeypatch,
    place,
    name,
    after,
):
    real = getattr(place, name)

    def killed(*arguments):
        if after:
            real(*arguments)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(place, name, killed)
        with pytest.raises(Killed):
            _open_and_work(app, sealed[WIM])
    with app.app_context():
        with writing():
            waiting = jobs.give_back(3)
        tidy(home_of(app))
    assert in_the_plain(app, box) <= bool(waiting)
    work(app)
    if found(app, box).state == "closing":
        assert not in_the_plain(app, box)
        unlock(app, sealed[WIM], WORDS[WIM])
        work(app)

    assert answered(app, box) == BALLOTS
    assert remains(app) == []


def test_when_opening_gives_up_the_key_leaves_the_disk_and_a_trustee_comes_again(
    app,
    lead,
    box,
    sealed,
    monkeypatch,
):
    def breaks(*_):
        raise OSError

    unlock(app, sealed[WIM], WORDS[WIM])
    with monkeypatch.context() as patched:
        patched.setattr(closing, "opened", breaks)
        work(app)
    with app.app_context():
        job = jobs.latest(box, "close").id
    page = lead.get(f"/jobs/{job}")

    assert not in_the_plain(app, box)
    assert boxes.count(home_of(app), box) == BALLOTS
    assert "Waiting for Cor or Wim" in page.text
    assert page.all("form") == []
    assert act(lead, box, "close").address == f"/assessments/{box}"
    assert "Opening it was tried before and did not succeed." in Browser(app).get(sealed[COR]).text
    unlock(app, sealed[COR], WORDS[COR])
    work(app)
    assert answered(app, box) == BALLOTS


@pytest.mark.parametrize("step", ["remove", "destroy"])
def test_a_key_that_was_sealed_while_people_answer_does_not_stay_behind(
    app,
    lead,
    unopened,
    monkeypatch,
    step,
):
    act(lead, unopened, "open")
    appoint(lead, unopened, WIM)

    def killed(*_):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(box_key, "take_off_the_disk", killed)
        with pytest.raises(Killed):
            set_passphrase(app, links(lead, unopened)[WIM], WORDS[WIM])
    assert in_the_plain(app, unopened)
    if step == "remove":
        act(lead, unopened, "close")
    else:
        work(app)

    assert not in_the_plain(app, unopened)
    assert of(app, unopened)[0].holds


def test_a_key_that_nobody_else_holds_is_not_tidied_away(app, lead, unopened):
    act(lead, unopened, "open")
    work(app)

    assert in_the_plain(app, unopened)


def test_who_reopens_while_it_waits_goes_on_with_the_same_trustees(app, lead, box, sealed):
    act(lead, box, "reopen")
    cast(app, box, believable()["employees"][40:50])
    act(lead, box, "close")
    unlock(app, sealed[WIM], WORDS[WIM])
    work(app)

    assert answered(app, box) == BALLOTS + 10


def test_who_reopens_before_the_unlocked_box_is_opened_leaves_no_key_behind(app, lead, box, sealed):
    unlock(app, sealed[WIM], WORDS[WIM])
    act(lead, box, "reopen")

    assert found(app, box).state == "open"
    assert not in_the_plain(app, box)


# Every passphrase is lost


def test_without_a_passphrase_it_closes_without_what_the_employees_answered(app, lead, box, sealed):
    page = lead.get(lead.get(f"/assessments/{box}").links()["The passphrase is lost"])
    assert "All ballots of employees are destroyed unread" in page.text
    assert "Do it only when every passphrase is lost: Cor and Wim." in page.text
    lead.submit(page)
    work(app)

    assert found(app, box).state == "closed"
    assert answered(app, box) is None
    assert remains(app) == []
    assert not any(each.holds for each in of(app, box))
    assert "What they answered was destroyed unread." in lead.get(f"/assessments/{box}").text
    assert "nobody could open it" in Browser(app).get(sealed[WIM]).text


def test_once_that_is_decided_no_passphrase_opens_it_and_nobody_reopens(app, lead, box, sealed):
    lead.submit(lead.get(f"/assessments/{box}/unread"))
    unlocked = Browser(app).post(f"{sealed[WIM]}/open", {"passphrase": WORDS[WIM]})

    assert "nobody could open it" in unlocked.text
    assert act(lead, box, "reopen").status == 409
    assert not in_the_plain(app, box)


def test_a_box_that_is_being_opened_is_not_destroyed(app, lead, box, sealed):
    page = lead.get(f"/assessments/{box}/unread")
    unlock(app, sealed[WIM], WORDS[WIM])
    lead.submit(page)

    assert not found(app, box).unread
    work(app)
    assert answered(app, box) == BALLOTS


def test_a_box_that_can_be_opened_is_not_left_unread(app, lead, unopened):
    act(lead, unopened, "open")

    assert lead.get(f"/assessments/{unopened}/unread").status == 303
    act(lead, unopened, "unread")
    assert (found(app, unopened).state, found(app, unopened).unread) == ("open", False)


def test_a_key_on_the_server_that_is_lost_can_be_given_up_too(app, lead, unopened):
    act(lead, unopened, "open")
    cast(app, unopened, believable()["employees"][:8])
    keys.destroy(home_of(app), unopened)
    act(lead, unopened, "close")
    work(app)
    page = lead.get(f"/assessments/{unopened}")
    assert "The key of the box is gone from this server" in page.text
    lead.submit(lead.get(f"/assessments/{unopened}/unread"))
    work(app)

    assert found(app, unopened).state == "closed"
