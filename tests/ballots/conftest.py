"""A box of one's own for each test."""

from dataclasses import dataclass, field
from functools import lru_cache

import pytest

from assess import loading, paths
from assess.ballots import box, codes, receipts
from assess.ballots.paper import paper
from assess.core.attributes import Attribute

ID = "an-assessment-for-test"
TEAMS = {"Service": 24, "Store": 3, "Webshop": 40}


@lru_cache
def shipped():
    return loading.load(paths.QUESTIONNAIRES).set


@dataclass(frozen=True)
class Asked:
    """An assessment, as far as casting knows it."""

    box_key: bytes
    id: str = ID
    teams: dict = field(default_factory=lambda: TEAMS)
    attributes: tuple = (Attribute("Years here", ("Up to two", "Longer")),)

    @property
    def set(self):
        return shipped()


@pytest.fixture
def home(tmp_path):
    return tmp_path


@pytest.fixture
def asked(home):
    """An assessment whose box is made."""
    return Asked(box.make(home, ID))


@pytest.fixture
def a_paper():
    return paper(Asked(b""))


def some_codes(home, count):
    """Codes that work; slow hashes are left out, since a link holds the key itself."""
    made = [quick_code() for _ in range(count)]
    box.add_codes(home, ID, [code.hash for code in made])
    return made


def quick_code():
    from base64 import urlsafe_b64encode
    from secrets import token_bytes

    return codes.Code("", urlsafe_b64encode(token_bytes(16)).rstrip(b"=").decode())


def a_row(point=3, team="Service"):
    names = paper(Asked(b"")).names
    return {name: str(point) for name in names} | {"team": team}


def row_of(asked, row):
    """A row's answers as they lie in a ballot, without what is by chance."""
    return asked.apart(asked.plain(row, receipts.new()))[0]


def files(home):
    """All bytes of all files of a home, the keys left out."""
    return {
        path.name: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.suffix != ".key"
    }
