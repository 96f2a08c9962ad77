"""Whatever is asked of whichever route by whomever, nothing breaks, and nothing of it is told in a log."""

from collections import Counter

import pytest

from assess.store import db
from tests.browser.example import LEAD
from tests.doors.asking import Asker
from tests.doors.routes import CANARY
from tests.doors.routes import doors as made
from tests.web.conftest import sign_in

EXPECTED = {200, 206, 302, 303, 304, 308, 400, 403, 404, 405, 409, 410, 411, 413, 414, 415, 416, 422, 429}


@pytest.fixture
def product(tmp_path, empty_home):
    found = made(tmp_path, empty_home)
    yield found
    with found.app.app_context():
        db.engine.dispose()


def asked(doors, count, seed, caplog):
    """Sends so many; gives how often each status came, and what went wrong."""
    asker, statuses, wrong = Asker(doors, seed), Counter(), []
    for place in range(count):
        # Now and then a request has signed them out.
        if place % 25 == 0 and "/sign-in" in (doors.browsers[LEAD].client.get("/account").location or ""):
            sign_in_again(doors)
            asker.tokens.clear()
            asker.forms.clear()
        logged = len(caplog.records)
        who, method, address, answer = asker.ask()
        statuses[answer.status_code] += 1
        told = [record.getMessage() for record in caplog.records[logged:]]
        if answer.status_code not in EXPECTED or told or b"Traceback" in answer.get_data():
            wrong.append((method, address, who, answer.status_code, told))
        if CANARY.encode() in answer.get_data():
            wrong.append((method, address, who, "reads what is another's"))
        answer.close()
    return statuses, wrong


def sign_in_again(doors):
    doors.browsers[LEAD].client.delete_cookie("session")
    doors.app.extensions["patience"]._full_until.clear()
    sign_in(doors.browsers[LEAD], LEAD)


def test_three_hundred_requests_break_nothing(product, caplog):
    statuses, wrong = asked(product, 300, 1, caplog)

    assert wrong == []
    assert statuses[200] > 50


@pytest.mark.attack
@pytest.mark.parametrize("seed", [2, 3])
def test_five_thousand_requests_break_nothing(product, caplog, seed):
    statuses, wrong = asked(product, 5_000, seed, caplog)

    assert wrong == [], statuses
    assert min(statuses[status] for status in (200, 303, 400, 404, 405, 409, 422)) > 20


def test_a_request_that_breaks_would_be_seen(product, caplog):
    def breaks():
        raise RuntimeError("xss")

    product.app.before_request_funcs[None].append(breaks)
    answer = product.browsers[""].client.get("/sign-in")

    assert answer.status_code not in EXPECTED
    assert [record.getMessage() for record in caplog.records if "RuntimeError" in record.getMessage()]
    assert not [record for record in caplog.records if "xss" in record.getMessage()]
