"""Codes: typed or in a link they are the same, and what people mistype is understood."""

import re

import pytest

from assess.ballots import codes

ID = "an-assessment-for-test"


@pytest.fixture(scope="module")
def code():
    [made] = codes.make(ID, 1)
    return made


def test_a_code_is_four_groups_of_four_without_letters_that_look_alike(code):
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code.typed)


def test_what_is_typed_and_what_stands_in_the_link_are_the_same_code(code):
    assert codes.hash_of("", code.typed, ID) == codes.hash_of(code.in_link, "", ID) == code.hash


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(str.lower, id="small letters"),
        pytest.param(lambda code: code.replace("-", ""), id="without dashes"),
        pytest.param(lambda code: f"  {code.replace('-', ' ')}\t", id="with spaces"),
        pytest.param(lambda code: code.replace("0", "O").replace("1", "l"), id="O for 0, l for 1"),
        pytest.param(lambda code: code.replace("0", "o").replace("1", "I"), id="o for 0, I for 1"),
    ],
)
def test_what_people_mistype_is_understood(code, typed):
    assert codes.hash_of("", typed(code.typed), ID) == code.hash


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("ABCD-EFGH-JKMN", id="too short"),
        pytest.param("ABCD-EFGH-JKMN-PQRST", id="too long"),
        pytest.param("UUUU-EFGH-JKMN-PQRS", id="a letter that no code has"),
        pytest.param("ÀBCD-EFGH-JKMN-PQRS", id="not of our alphabet"),
    ],
)
def test_what_is_no_code_has_no_hash(typed):
    assert codes.hash_of("", typed, ID) is None


@pytest.mark.parametrize("link", ["", "x", "x" * 23, "é" * 22, "!" * 22], ids=repr)
def test_what_is_no_code_in_a_link_has_no_hash(link):
    assert codes.hash_of(link, "", ID) is None


def test_the_same_letters_are_another_code_in_another_assessment(code):
    assert codes.hash_of("", code.typed, "another") != code.hash


def test_codes_are_all_different():
    made = codes.make(ID, 20)

    assert len({code.typed for code in made}) == len({code.in_link for code in made}) == 20
