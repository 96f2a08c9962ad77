"""`assess prove-anonymity`: what it attacks, what it tells, and that it leaves everything as it was."""

import json
import sqlite3
from pathlib import Path

import pytest

from assess.ballots import boxes, sealing
from assess.cli.proving import running, trying
from assess.store import db, proofs, trustees, writing
from assess.store.migrating import migrate
from tests.attacks.dying import alone
from tests.web import building
from tests.web.employing import an_open_box, cast, some_codes
from tests.web.product import product

ROW = {"HOS-M1": "4"}


@pytest.fixture
def home(tmp_path, monkeypatch):
    found = tmp_path / "home"
    migrate(found)
    monkeypatch.setenv("ASSESS_HOME", str(found))
    monkeypatch.setattr(trying, "RUNS", 2)
    monkeypatch.setattr(trying, "PEOPLE", 12)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return found


@pytest.fixture
def app(home):
    app = product(home)
    yield app
    alone(app)


@pytest.fixture
def id(app):
    """An open assessment in which seven employees answered."""
    id = an_open_box(app)
    cast(app, id, [ROW] * 7)
    alone(app)
    return id


def lying(home, id):
    connection = sqlite3.connect(boxes.file_of(home, id))
    try:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("codes", "sealed")]
    finally:
        connection.close()


def test_all_attacks_fail_and_each_succeeds_on_the_naive_build(assess, id):
    ending, out, _ = assess("prove-anonymity", id)
    lines = out.splitlines()

    assert ending == 0
    assert [line[:22].strip() for line in lines[2:-1]] == [
        "who answered what",
        "what was deleted",
        "the box itself",
    ]
    assert [line[56:75].strip() for line in lines[2:-1]] == ["12 of 12", "12 of 12", "-"]
    assert lines[-1] == "No attack succeeded here; each succeeded on the naive build."


def test_how_it_went_is_kept(assess, app, id):
    assess("prove-anonymity", f"http://127.0.0.1:5000/assessments/{id}/codes")

    with app.app_context():
        kept = proofs.latest(id)
    assert kept.passed
    assert {attack["name"] for attack in kept.attacks} >= {"who answered what", "what was deleted"}


def test_it_is_told_as_json_too(assess, here, id):
    _, out, _ = assess("prove-anonymity", id, "--json", "-")
    assess("prove-anonymity", id, "--json", "found.json")

    assert json.loads(out)["passed"]
    assert json.loads((here / "found.json").read_text()).keys() == json.loads(out).keys()


def test_what_lies_in_the_home_stays_as_it_was_and_the_copy_is_gone(assess, home, id, tmp_path):
    before = lying(home, id)
    files = {path for path in home.rglob("*") if path.is_file()}
    assess("prove-anonymity", id)

    assert lying(home, id) == before
    assert {path for path in home.rglob("*") if path.is_file()} == files
    assert list((tmp_path / "temporary").iterdir()) == []


def test_who_stops_it_leaves_no_copy(assess, id, tmp_path, monkeypatch):
    def stopped(*_):
        [folder] = (tmp_path / "temporary").iterdir()
        assert folder.stat().st_mode & 0o77 == 0
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "on_files", stopped)

    assert assess("prove-anonymity", id)[0] == 130
    assert list((tmp_path / "temporary").iterdir()) == []


def test_people_can_answer_meanwhile(assess, app, home, id, monkeypatch):
    [code] = some_codes(app, id, 1)
    attack = running.on_files

    def meanwhile(*arguments):
        answer = app.test_client().post(f"/e/{id}", data=ROW | {"code:link": code})
        assert answer.status_code == 303
        return attack(*arguments)

    monkeypatch.setattr(running, "on_files", meanwhile)

    assert assess("prove-anonymity", id)[0] == 0
    assert boxes.count(home, id) == 8


@pytest.mark.slow
def test_published_figures_are_subtracted_from_each_other(assess, app):
    id = building.an_assessment_with_results(
        app, building.Group(3, 60, 0), email=a_lead(app), audiences=("leaders", "employees")
    )
    alone(app)
    _, out, _ = assess("prove-anonymity", id)

    assert "figures subtracted    0 of" in out


def a_lead(app):
    from tests.web.conftest import add_account

    add_account(app, "lead@example.org", "Lea")
    return "lead@example.org"


def log(home, id):
    boxes.file_of(home, id).with_name(f"{id}.db-wal").touch()


def open_to_all(home, id):
    boxes.file_of(home, id).chmod(0o644)


def timed(home, id):
    change(home, id, "ALTER TABLE sealed ADD COLUMN at")


def numbered(home, id):
    change(home, id, "CREATE TABLE more (hash)")


def sized(home, id):
    change(home, id, "INSERT INTO sealed VALUES (x'00', x'00')")


def change(home, id, statement):
    connection = sqlite3.connect(boxes.file_of(home, id), isolation_level=None)
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(log, "a log that keeps ballots apart", id="a write-ahead log"),
        pytest.param(open_to_all, "others than its owner may read it", id="rights"),
        pytest.param(timed, "sealed.at: no such column", id="a column"),
        pytest.param(numbered, "more: its rows are numbered", id="row numbers"),
        pytest.param(sized, "ballots have 2 sizes", id="sizes"),
    ],
)
def test_a_box_that_is_not_as_it_should_be_is_told(assess, home, id, spoil, told):
    spoil(home, id)
    ending, out, _ = assess("prove-anonymity", id)

    assert ending == 1
    assert told in out
    assert "Not good: the box itself" in out


def test_a_key_in_the_open_beside_a_trustee_is_told(assess, app, id):
    with app.app_context(), writing():
        trustee = trustees.add(id, "Works council")
        trustees.set_lock(trustee, b"salt", sealing.new_keys()[1])
        db.session.get_one(trustees.tables.Trustee, trustee).wrapped = b"key"
    alone(app)

    assert "the key lies in the open, though a trustee holds it" in assess("prove-anonymity", id)[1]


def test_an_unknown_assessment_is_told_with_what_there_is(assess, id):
    ending, out, err = assess("prove-anonymity", "nowhere")

    assert (ending, out) == (1, "")
    assert err.startswith("nowhere: no such assessment; there is\n")
    assert f"{id}  Voorbeeld Energie, Autumn 2026 (open)" in err


def test_without_a_database_nothing_is_made(assess, monkeypatch, tmp_path):
    monkeypatch.setenv("ASSESS_HOME", str(tmp_path / "nothing"))
    ending, _, err = assess("prove-anonymity", "x")

    assert ending == 1
    assert "no database of this version" in err
    assert not Path(tmp_path / "nothing").exists()
