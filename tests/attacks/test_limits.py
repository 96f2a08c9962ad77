"""What the documentation says nobody is protected against is so: nobody must hope for more."""

from random import Random

import pytest

from assess.attacks.held import copy_of
from assess.attacks.planting import PEOPLE, different_answers
from assess.attacks.reading import records, states
from assess.ballots import keys
from assess.ballots.paper import paper
from tests.attacks.playing import a_twin
from tests.web.building import home_of


@pytest.mark.attack
def test_who_has_key_and_copies_while_the_box_is_open_knows_everything(app, measured):
    rng, caught = Random(1), []
    with app.test_request_context():
        twin = a_twin(app, PEOPLE)
        truth = different_answers(len(twin.names), PEOPLE, rng)
        people = rng.sample(range(PEOPLE), PEOPLE)
        first = copy_of(home_of(app))
        for person in people:
            twin.cast(person, truth[person], 0.0, lambda: None)
            caught.append(copy_of(home_of(app)))
        opener, asked = keys.opener(home_of(app), twin.assessment.id), paper(twin.assessment)
    found = records(first, caught[-1], PEOPLE)
    seen = states(caught, found[0].file)
    known = 0
    for record in found:
        place = next(place for place, content in enumerate(seen) if record.needle in content)
        row, _, _ = asked.apart(opener.open(record.cells[1]))
        known += tuple(row[: len(truth[0])]) == truth[people[place]]
    measured(f"with the key while the box is open: {known} of {PEOPLE}")

    assert known == PEOPLE
