"""An assessment whose box is made, codes for it, and employees who answer; for tests of what they see."""

from base64 import urlsafe_b64encode
from secrets import token_bytes

from sqlalchemy import select

from assess.ballots import box, codes
from assess.store import assessments, db, tables, writing
from tests.web.building import an_assessment, home_of

TYPED, LINK = "code:typed", "code:link"


def an_open_box(app, **setup):
    """The id of an open assessment whose employees can answer; somebody runs it, who need not sign in."""
    with app.test_request_context(), writing():
        if db.session.scalar(select(tables.User.id)) is None:
            lead = tables.User(
                email="lead@example.org", name="Lea", active=True, password="", fs_uniquifier="l"
            )
            db.session.add(lead)
    id = an_assessment(app, **setup)
    with app.test_request_context(), writing():
        assessments.set_box_key(id, box.make(home_of(app), id))
    return id


def some_codes(app, id, count):
    """What the links of so many employees end with; made without the slow hash of a typed code."""
    made = [codes.Code("", urlsafe_b64encode(token_bytes(16)).rstrip(b"=").decode()) for _ in range(count)]
    box.add_codes(home_of(app), id, [code.hash for code in made])
    return [code.in_link for code in made]


def typed_code(app, id):
    """One code as it is typed."""
    [made] = codes.make(id, 1)
    box.add_codes(home_of(app), id, [made.hash])
    return made.typed


def found(app, id):
    """The assessment as it is now."""
    with app.test_request_context():
        return assessments.find(id)


def cast(app, id, rows):
    """Everybody of these rows answers with a code."""
    assessment = found(app, id)
    with app.test_request_context():
        for code, row in zip(some_codes(app, id, len(rows)), rows, strict=True):
            assert box.cast(home_of(app), assessment, codes.hash_of(code, "", id), row)
