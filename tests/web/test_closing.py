"""Closing opens the box once: nothing is lost, nothing doubled, wherever it breaks off."""

import os
from collections import Counter

import numpy as np
import pytest

from assess.ballots import box, boxes, casting, codes, keys
from assess.core.attributes import Attribute
from assess.core.smallest import SmallestGroup
from assess.jobs import closing
from assess.jobs.doing import do_waiting
from assess.store import assessments, db, jobs, opened, tables, writing
from tests.web.building import believable, home_of
from tests.web.employing import an_open_box, cast, found, some_codes

EMPLOYEES = "employees"


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def box_of_forty(app):
    """An assessment in which forty employees answered."""
    id = an_open_box(app)
    cast(app, id, forty())
    return id


def forty():
    return believable()[EMPLOYEES][:40]


def close(app, id):
    told = []
    with app.test_request_context():
        closing.run(home_of(app), id, lambda *progress: told.append(progress))
    return told


def stored(app, id):
    with app.test_request_context():
        return opened.answers(id)


def remains(app):
    """The files of boxes and keys that are still there."""
    home = home_of(app)
    found = [path for folder in ("boxes", "keys") for path in (home / folder).glob("*")]
    return [path for path in found if path.name != keys.NO_BACKUP]


def counted(answers):
    """What was answered to each item, how often: the same in any order."""
    return {name: Counter(column.tolist()) for name, column in answers.items.items()}


def expected():
    rows = forty()
    codes_of = {"": 127, "dk": 126, "na": 125}
    names = {name for row in rows for name in row} - {"team"}
    return {
        name: Counter(codes_of.get(row.get(name, "")) or int(row[name]) for row in rows) for name in names
    }


def test_closing_stores_every_answer_and_destroys_box_and_key(app, box_of_forty):
    close(app, box_of_forty)
    answers = stored(app, box_of_forty)

    assert answers.n == 40
    assert counted(answers) == expected()
    assert found(app, box_of_forty).state == "closed"
    assert remains(app) == []


def test_each_answer_stays_with_its_team(app, box_of_forty):
    close(app, box_of_forty)
    answers = stored(app, box_of_forty)
    teams = Counter(answers.team_names[place] for place in answers.teams)

    assert teams == Counter(row["team"] for row in forty())


def test_the_order_in_which_they_came_is_gone(app):
    id = an_open_box(app)
    cast(app, id, [{"HOS-M1": str(1 + place // 20)} for place in range(100)])
    close(app, id)
    column = stored(app, id).items["HOS-M1"]

    assert sorted(column) == [1 + place // 20 for place in range(100)]
    assert np.any(np.diff(column) < 0)


def test_closing_asks_for_the_report(app, box_of_forty):
    close(app, box_of_forty)

    with app.test_request_context():
        assert jobs.latest(box_of_forty, "report").state == "waiting"


def test_closing_says_how_far_it_is_in_hundredths(app, box_of_forty):
    assert close(app, box_of_forty)[0] == ("Opening and shuffling the ballots", 0, 100)


def test_the_worker_closes(app, box_of_forty):
    with app.test_request_context(), writing():
        jobs.add("close", box_of_forty)
    do_waiting(home_of(app))

    assert found(app, box_of_forty).state == "closed"


STEPS = [
    pytest.param(keys, "opener", id="before the key is read"),
    pytest.param(closing, "opened", id="before a ballot is opened"),
    pytest.param(closing, "gathered", id="before the answers are gathered"),
    pytest.param(opened, "keep", id="before they are stored"),
    pytest.param(opened, "keep_comments", id="before the comments are stored"),
    pytest.param(assessments, "move", id="before it is closed"),
    pytest.param(box.Held, "empty", id="before the box is emptied"),
    pytest.param(box, "destroy", id="before the box is destroyed"),
    pytest.param(boxes, "remove", id="before its file is removed"),
    pytest.param(keys, "destroy", id="before the key is destroyed"),
    pytest.param(closing, "ask", id="before the report is asked for"),
]


@pytest.mark.parametrize(("place", "name"), STEPS)
@pytest.mark.parametrize("after", [False, True], ids=["not done", "done"])
def test_wherever_it_breaks_off_nothing_is_lost_or_doubled(
    app, box_of_forty, monkeypatch, place, name, after
):
    real = getattr(place, name)

    def killed(*arguments):
        if after:
            real(*arguments)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(place, name, killed)
        with pytest.raises(Killed):
            close(app, box_of_forty)
    if found(app, box_of_forty).state != "closed":
        assert stored(app, box_of_forty) is None
        assert boxes.count(home_of(app), box_of_forty) == 40
    close(app, box_of_forty)

    assert counted(stored(app, box_of_forty)) == expected()
    with app.test_request_context():
        assert len(opened.receipts(box_of_forty)) == 6 * 40
    assert remains(app) == []


@pytest.mark.parametrize("step", ["opened", "_keep", "ask"])
def test_a_process_that_is_killed_leaves_a_box_that_can_be_opened(app, box_of_forty, monkeypatch, step):
    monkeypatch.setattr(closing, step, lambda *_: os._exit(9))
    with app.app_context():
        db.engine.dispose()
    child = os.fork()
    if child == 0:
        boxes._boxes.clear()
        close(app, box_of_forty)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    monkeypatch.undo()
    close(app, box_of_forty)

    assert counted(stored(app, box_of_forty)) == expected()
    assert remains(app) == []


def test_closing_twice_is_closing_once(app, box_of_forty):
    close(app, box_of_forty)
    first = stored(app, box_of_forty).items["HOS-M1"].tolist()
    close(app, box_of_forty)

    assert stored(app, box_of_forty).items["HOS-M1"].tolist() == first


@pytest.mark.parametrize(("answered", "smallest"), [(0, 5), (4, 5), (9, 10)])
def test_of_too_few_nothing_is_kept(app, answered, smallest):
    id = an_open_box(app, smallest=SmallestGroup(3, smallest))
    cast(app, id, believable()[EMPLOYEES][:answered])
    close(app, id)

    assert stored(app, id) is None
    assert found(app, id).state == "closed"
    assert remains(app) == []


def test_what_was_told_of_oneself_is_kept_beside_the_answers(app):
    id = an_open_box(app, attributes=[Attribute("Years here", ("Up to two", "Longer"))])
    cast(app, id, [row | {"attribute-1": "Longer"} for row in forty()[:10]] + forty()[10:])
    close(app, id)
    answers = stored(app, id)

    assert Counter(answers.attributes["Years here"].tolist()) == {1: 10, -1: 30}
    assert answers.choices == {"Years here": ("Up to two", "Longer")}


def test_of_each_ballot_a_receipt_is_kept_and_no_order(app, box_of_forty):
    close(app, box_of_forty)
    with app.test_request_context():
        kept = opened.receipts(box_of_forty)
    found = [kept[place : place + 6] for place in range(0, len(kept), 6)]

    assert len(found) == 40
    assert found == sorted(set(found))


@pytest.mark.parametrize(("answered", "kept"), [(9, False), (10, True)])
def test_comments_are_kept_only_where_ten_answered(app, answered, kept):
    id = an_open_box(app)
    cast(app, id, [{"HOS-M1": "4", "CUS-OPEN": f"canary {n}"} for n in range(answered)])
    close(app, id)
    with app.test_request_context():
        found = opened.comments(id)

    assert stored(app, id).n == answered
    assert sorted(found.get("CUS-OPEN", ())) == ([f"canary {n}" for n in range(answered)] if kept else [])
    assert any(b"canary" in path.read_bytes() for path in home_of(app).rglob("*") if path.is_file()) == kept


def test_a_larger_smallest_group_holds_for_comments_too(app):
    id = an_open_box(app, smallest=SmallestGroup(3, 12))
    cast(app, id, [{"HOS-M1": "4", "CUS-OPEN": "canary"}] * 11)
    close(app, id)
    with app.test_request_context():
        assert opened.comments(id) == {}
        assert opened.receipts(id) is None


def test_an_assessment_without_employees_closes_too(app):
    id = an_open_box(app, audiences=("leaders",))
    close(app, id)

    assert found(app, id).state == "closed"


def test_damaged_ballots_are_left_out_and_told(app, lead, box_of_forty):
    [code] = some_codes(app, box_of_forty, 1)
    casting.put(home_of(app), box_of_forty, codes.hash_of(code, "", ""), os.urandom(81), lambda: True)
    close(app, box_of_forty)

    assert stored(app, box_of_forty).n == 40
    page = lead.get(f"/assessments/{box_of_forty}/codes")
    assert "One ballot in the box was damaged" in page.text


def test_without_its_key_a_box_is_not_destroyed(app, box_of_forty):
    keys.destroy(home_of(app), box_of_forty)
    with pytest.raises(keys.KeyMissing):
        close(app, box_of_forty)

    assert boxes.count(home_of(app), box_of_forty) == 40
    assert found(app, box_of_forty).state == "closing"


def test_who_reopens_meanwhile_finds_the_box_as_it_was(app, box_of_forty, monkeypatch):
    real = closing.opened

    def reopened(*arguments):
        with writing():
            assessments.move(box_of_forty, ["closing"], "open")
        return real(*arguments)

    monkeypatch.setattr(closing, "opened", reopened)
    close(app, box_of_forty)

    assert found(app, box_of_forty).state == "open"
    assert stored(app, box_of_forty) is None
    assert boxes.count(home_of(app), box_of_forty) == 40


def test_a_draft_is_not_closed(app):
    id = an_open_box(app, state="draft")
    close(app, id)

    assert found(app, id).state == "draft"


def test_what_is_stored_is_of_nobody():
    assert set(tables.Opened.__table__.columns.keys()) == {
        "assessment_id",
        "n",
        "damaged",
        "answers",
        "receipts",
    }
    assert set(tables.Comments.__table__.columns.keys()) == {"assessment_id", "item", "texts"}
