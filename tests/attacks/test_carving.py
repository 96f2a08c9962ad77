"""What was deleted is gone: from the database, its journals, logs and every other file."""

from random import Random

import pytest

from assess.attacks.carving import carved
from assess.attacks.naive import Naive
from assess.attacks.planting import different_answers
from assess.ballots import box, boxes, codes
from tests.attacks.playing import a_twin
from tests.web.building import home_of

CANARIES = 200


def played(app, people, after):
    """Everybody answers; `after` looks at the twin and gives what should not be readable."""
    with app.test_request_context():
        twin = a_twin(app, people)
        truth = different_answers(len(twin.names), people, Random(5))
        for person in range(people):
            twin.cast(person, truth[person], 0.0, lambda: None)
        return twin, after(twin)


def ballots(home, id):
    with box.held(home, id) as held:
        return list(held.ballots())


def test_a_code_that_was_used_is_gone(app):
    twin, _ = played(app, 20, lambda twin: None)

    assert carved(home_of(app), [*twin.marks, *twin.keys]) == {}


@pytest.mark.attack
def test_after_use_no_code_is_left(app, measured):
    twin, _ = played(app, CANARIES, lambda twin: None)
    found = carved(home_of(app), [*twin.marks, *twin.keys])
    measured(f"carving after use: {len(found)} of {2 * CANARIES}")

    assert found == {}


@pytest.mark.attack
def test_after_closing_no_ballot_and_no_code_is_left(app, measured):
    def close(twin):
        unused = [code.hash for code in codes.make(twin.assessment.id, 5)]
        box.add_codes(home_of(app), twin.assessment.id, unused)
        sealed = ballots(home_of(app), twin.assessment.id)
        assert carved(home_of(app), [blob[:64] for blob in sealed]), "they can be found while they are there"
        twin.close()
        return [*unused, *(blob[:64] for blob in sealed)]

    twin, gone = played(app, CANARIES, close)
    found = carved(home_of(app), [*gone, *twin.marks, *twin.keys])
    measured(f"carving after closing: {len(found)} of {len(gone) + 2 * CANARIES}")

    assert found == {}


@pytest.mark.attack
def test_a_typed_code_leaves_nothing(app):
    made = []

    def cast(twin):
        made.extend(codes.make(twin.assessment.id, 10))
        box.add_codes(home_of(app), twin.assessment.id, [code.hash for code in made])
        for code in made:
            answer = app.test_client().post(
                f"/e/{twin.assessment.id}", data={"HOS-M1": "3", "code:typed": code.typed}
            )
            assert answer.status_code == 303

    played(app, 0, cast)
    spellings = [text.encode() for code in made for text in (code.typed, code.typed.replace("-", ""))]

    assert carved(home_of(app), [*spellings, *(code.hash for code in made)]) == {}


@pytest.mark.attack
def test_a_box_that_is_only_emptied_keeps_no_ballot(app, measured):
    def empty(twin):
        sealed = ballots(home_of(app), twin.assessment.id)
        with box.held(home_of(app), twin.assessment.id) as held:
            held.empty()
        return [blob[:64] for blob in sealed]

    _, gone = played(app, CANARIES, empty)

    assert len(gone) == CANARIES
    assert carved(home_of(app), gone) == {}


@pytest.mark.attack
def test_a_build_that_only_deletes_keeps_its_codes(tmp_path, measured):
    naive = Naive(tmp_path, CANARIES)
    for person, answers in enumerate(different_answers(31, CANARIES, Random(5))):
        naive.cast(person, answers, 0.0, lambda: None)
    found = carved(tmp_path, naive.codes)
    naive.close()
    measured(f"carving on the usual build: {len(found)} of {CANARIES}")

    assert len(found) >= 0.95 * CANARIES


@pytest.mark.attack
def test_a_box_without_its_settings_would_keep_its_codes(app, monkeypatch, measured):
    monkeypatch.setattr(boxes, "SETTINGS", ("journal_mode = WAL", "secure_delete = OFF"))
    twin, _ = played(app, CANARIES, lambda twin: None)
    found = carved(home_of(app), twin.marks)
    measured(f"carving on a box without its settings: {len(found)} of {CANARIES}")

    assert len(found) >= 0.95 * CANARIES
