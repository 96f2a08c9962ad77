"""Whatever is in a file, reading it gives answers or problems, never an error."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assess.core.responses import Responses
from assess.sheets.problems import InvalidResponses
from assess.sheets.reading import read
from tests.sheets.conftest import silent
from tests.sheets.sets import a_set

PIECES = [
    *(b"audience", b"team", b"respondent", b"guess-customers", b"T-1", b"T-1:evidence", b"M-1", b"OPEN"),
    *(b"leaders", b"employees", b"customers", b"4", b"-4", b"dk", b"NA", b"shown", b"=1", b"9" * 50),
    *(b",", b";", b"\t", b'"', b'""', b"\n", b"\r\n", b"\r", b"\0", b"#", b" ", b"\xef\xbb\xbf", b"\xff"),
    *("é".encode(), "\u202e".encode(), "\ud7ff".encode()),
]
CONTENT = st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join) | st.binary(max_size=200)
PLACED = re.compile(r"[^:]+:[0-9]+:.+: .+; .+")


def read_or_refused(path):
    """The answers in a file, or the problems of it."""
    try:
        return read(str(path), a_set(), silent), ()
    except InvalidResponses as refused:
        return Responses(), refused.problems


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from([b"", b"audience,team,T-1,M-1,OPEN\n"]), content=CONTENT)
def test_anything_is_read_or_refused(tmp_path, start, content):
    path = tmp_path / "r.csv"
    path.write_bytes(start + content)

    responses, problems = read_or_refused(path)

    assert all(PLACED.fullmatch(line) and line.isprintable() for line in problems)
    for answers in responses.audiences.values():
        assert {len(column) for column in answers.items.values()} <= {answers.n}
