"""A receipt is three words that anybody can say, and that nobody can guess."""

import pytest

from assess.ballots import receipts


@pytest.mark.parametrize(
    ("number", "words"),
    [
        pytest.param(bytes([127, 0, 0, 1]), "lusab-babad", id="published"),
        pytest.param(bytes([63, 84, 220, 193]), "gutih-tugad", id="published too"),
        pytest.param(bytes(6), "babab-babab-babab", id="the first"),
        pytest.param(b"\xff" * 6, "zuzuz-zuzuz-zuzuz", id="the last"),
    ],
)
def test_a_number_is_said_as_the_published_way_has_it(number, words):
    assert receipts.said(number) == words


def test_each_number_has_its_own_words():
    assert len({receipts.said(n.to_bytes(2)) for n in range(65_536)}) == 65_536


def test_sorted_receipts_are_sorted_words():
    made = sorted(receipts.new() for _ in range(1_000))

    assert [receipts.said(each) for each in made] == sorted(map(receipts.said, made))
