"""Only the private key opens a ballot, and only as it was sealed."""

import pytest

from assess.ballots import sealing

PRIVATE, PUBLIC = sealing.new_keys()


def test_what_was_sealed_can_be_opened():
    sealed = sealing.seal(PUBLIC, "a", b"three and four")

    assert sealing.Opener(PRIVATE, "a").open(sealed) == b"three and four"


def test_the_same_ballot_never_looks_the_same():
    assert sealing.seal(PUBLIC, "a", b"same") != sealing.seal(PUBLIC, "a", b"same")


def test_sealing_adds_as_many_bytes_to_every_ballot():
    assert len(sealing.seal(PUBLIC, "a", bytes(33))) == 33 + sealing.ADDED


@pytest.mark.parametrize(
    "sealed",
    [
        pytest.param(lambda s: s[:-1] + bytes([s[-1] ^ 1]), id="one bit changed"),
        pytest.param(lambda s: s[:40], id="cut off"),
        pytest.param(lambda s: b"", id="empty"),
        pytest.param(lambda s: bytes(32) + s[32:], id="a public key that gives nothing"),
    ],
)
def test_a_changed_ballot_is_damaged(sealed):
    with pytest.raises(sealing.Damaged):
        sealing.Opener(PRIVATE, "a").open(sealed(sealing.seal(PUBLIC, "a", b"ballot")))


def test_a_ballot_of_another_assessment_is_damaged():
    with pytest.raises(sealing.Damaged):
        sealing.Opener(PRIVATE, "b").open(sealing.seal(PUBLIC, "a", b"ballot"))


def test_another_key_opens_nothing():
    with pytest.raises(sealing.Damaged):
        sealing.Opener(sealing.new_keys()[0], "a").open(sealing.seal(PUBLIC, "a", b"ballot"))
