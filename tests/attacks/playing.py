"""The product through its door, as a build that can be rehearsed."""

from base64 import urlsafe_b64encode
from contextlib import contextmanager

from assess.attacks.twin import Twin
from assess.ballots import boxes
from assess.jobs import closing
from tests.web.building import home_of
from tests.web.employing import LINK, an_open_box, found


def a_twin(app, people, like=None):
    """A survey of the product that people answer through its page; to be used inside a request context."""
    like = like or found(app, an_open_box(app))
    home, client = home_of(app), app.test_client()

    def cast(assessment, key, row, caught):
        code = urlsafe_b64encode(key).rstrip(b"=").decode()
        with looked_at(home, assessment.id, caught):
            answer = client.post(f"/e/{assessment.id}", data={**row, LINK: code})
        assert answer.status_code == 303

    return Twin(home, like, people, cast, lambda id: closing.run(home, id, lambda *_: None))


@contextmanager
def looked_at(home, id, caught):
    """Calls somebody inside each transaction on a box, just before it ends: its journal is there then."""
    connection = boxes._box(boxes.file_of(home, id)).ready()
    connection.set_trace_callback(lambda statement: caught() if statement == "COMMIT" else None)
    try:
        yield
    finally:
        connection.set_trace_callback(None)
