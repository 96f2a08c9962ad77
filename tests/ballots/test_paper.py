"""A ballot holds all that was said, in one length for everybody, and comes apart when it is opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.ballots import receipts, sealing
from assess.ballots.paper import LONGEST_COMMENT, NotOnPaper, paper
from assess.core.gathering import packed, unpacked
from assess.core.stacking import gathered
from tests.ballots.conftest import ID, Asked, a_row

PAPER = paper(Asked(b""))
OPEN = "CUS-OPEN"
PRIVATE, PUBLIC = sealing.new_keys()
ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=LONGEST_COMMENT
)


def again(row, receipt=bytes(6)):
    """What comes out of a ballot with this row once it was sealed and opened."""
    sealed = sealing.seal(PUBLIC, ID, PAPER.plain(row, receipt))
    return PAPER.apart(sealing.Opener(PRIVATE, ID).open(sealed))


@given(ANY_TEXT)
def test_whatever_somebody_writes_comes_out_as_it_was(text):
    assert again({OPEN: text})[2] == [text]


@pytest.mark.parametrize("character", ["a", "é", "€", "\U0001f600"])
def test_the_longest_comment_fits_in_any_script(character):
    assert again({OPEN: character * LONGEST_COMMENT})[2] == [character * LONGEST_COMMENT]


def test_a_comment_that_is_too_long_is_refused_and_never_cut():
    row = {OPEN: "a" * (LONGEST_COMMENT + 1)}

    assert PAPER.too_long(row) == [OPEN]
    with pytest.raises(NotOnPaper):
        PAPER.plain(row, bytes(6))


@given(ANY_TEXT, st.sampled_from(["", "1", "dk"]), st.sampled_from(["", "Up to two", "Longer"]))
def test_every_ballot_has_one_length(text, answer, years):
    row = {OPEN: text, "HOS-M1": answer, "attribute-1": years}

    assert len(PAPER.plain(row, receipts.new())) == PAPER.length


def test_a_receipt_comes_out_as_it_went_in():
    receipt = receipts.new()

    assert again(a_row(), receipt)[1] == receipt


def test_what_was_told_of_oneself_becomes_columns():
    told = [{"attribute-1": "Longer", "team": "Store"}, {"team": "Webshop"}, {"attribute-1": "Up to two"}]
    rows = [again({"HOS-M1": "4"} | row)[0] for row in told]
    answers = gathered(PAPER.names, rows, PAPER.teams, PAPER.attributes)

    assert answers.choices == {"Years here": ("Up to two", "Longer")}
    assert answers.attributes["Years here"].tolist() == [1, -1, 0]
    assert [answers.team_names[place] for place in answers.teams] == ["Store", "Webshop", ""]
    assert answers.items["HOS-M1"].tolist() == [4, 4, 4]


def test_what_was_not_to_choose_from_is_refused():
    with pytest.raises(NotOnPaper):
        PAPER.row({"attribute-1": "A hundred"})


def test_a_comment_among_the_fields_is_in_the_row():
    assert PAPER.row({OPEN: "Call back.", "HOS-M1": "3"}) == {OPEN: "Call back.", "HOS-M1": "3"}


def test_a_scale_below_zero_can_be_read_back():
    assert unpacked(["A"], packed(["A"], {"A": "-5"}), (), ()) == {"A": "-5"}


@given(
    st.sampled_from(["", "1", "dk", "na"]), st.sampled_from(["", "Longer"]), st.sampled_from(["", "Store"])
)
def test_a_row_can_be_read_back(answer, years, team):
    row = {"HOS-M1": answer, "attribute-1": years, "team": team}
    read = unpacked(PAPER.names, again(row)[0], PAPER.teams, PAPER.attributes)

    assert read == {name: cell for name, cell in row.items() if cell}
